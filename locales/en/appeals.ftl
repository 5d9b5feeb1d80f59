# Appeals: a member asks for another look, managers decide.

help-appeals = See the appeals nobody has decided yet

appeals-button = ✋ Appeal
appeals-look-in-private = I have written to you in private: tell me there what happened.
appeals-taken-back = That has been taken back already; all is well.
appeals-closed = The managers have looked at this and decided for good.
appeals-under-way = Your appeal is with the managers already. I will tell you what they decide.
appeals-too-many = That is { $most } appeals within a week already. Please write to a manager instead; /roles in the group names them.

appeals-question = ✋ Your appeal in <b>{ $chat }</b>: { $act }
appeals-question-words = Please tell the managers in one message what happened and what they should know. After { $span } the appeal goes to them without further words.
appeals-send-button = Send without words
appeals-brought = ✅ Your appeal is with the managers of { $chat }. Somebody other than who acted decides, and I will tell you.

appeals-title = ✋ <b>{ $chat }</b>: an appeal
appeals-about = { $person } (<code>{ $id }</code>): { $act } · { $at } · { $actor }
appeals-words = In their own words: <blockquote>{ $text }</blockquote>
appeals-wordless = <i>Without further words.</i>
appeals-reminder = ⏰ Waiting for { $days ->
    [one] a day
   *[other] { $days } days
} now:
appeals-button-granted = ✅ Grant
appeals-button-rejected = ❌ Reject
appeals-button-closed = 🔒 Reject and close
appeals-done-granted = ✅ Granted by { $by }: everything is taken back.
appeals-done-rejected = ❌ Rejected by { $by }; they may appeal once more.
appeals-done-closed = 🔒 Rejected for good by { $by }.
appeals-decided-alone = <i>Decided by who acted: there is no other manager here yet.</i>
appeals-own = You acted here yourself, so somebody else decides about it.
appeals-decided = Somebody has decided this already.

appeals-none = ✅ No appeals are open.
appeals-list = ✋ <b>Open appeals</b> { $count }
appeals-list-line = { $place }. { $person } · { $act } · { $at }

appeals-told-ban = ⛔ You have been banned from <b>{ $chat }</b>.
appeals-told-ban-until = ⛔ You have been banned from <b>{ $chat }</b> until { $until }.
appeals-told-kick = 👋 You have been removed from <b>{ $chat }</b>; you may come back.
appeals-told-how = Was that a mistake? Press the button, and somebody else looks at it.
appeals-told-granted = ✅ { $person }, your appeal in { $chat } was granted: everything is taken back. Thank you for speaking up.
appeals-told-rejected = { $person }, the managers of { $chat } have looked at your appeal; this time it stays as it is.
appeals-told-closed = { $person }, the managers of { $chat } have looked at your appeal; it stays as it is, for good.
