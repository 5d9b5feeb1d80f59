# Moderation: what is said when a rule acts by itself, /warn, /mute, /ban and the like, the log channel.

help-warn = Warn a member
    .usage = @name [#rule] [reason]
    .example = @alice #2 slow down please
help-unwarn = Take the last warning back
    .usage = @name [reason]
    .example = @alice my mistake
help-warns = See a member’s warnings
    .usage = @name
    .example = @alice
help-mute = Mute a member
    .usage = @name [time] [#rule] [reason]
    .example = @alice 2h #2 flooding
help-restrict = Let a member send words only
    .usage = @name [time] [#rule] [reason]
    .example = @alice 1d #2 sticker storms
help-resetwarns = Take all warnings back
    .usage = @name [reason]
    .example = @alice a fresh start
help-unmute = Let a member speak again
    .usage = @name [reason]
    .example = @alice
help-ban = Ban a member or a channel
    .usage = @name [time] [#rule] [reason]
    .example = @alice 7d #3 ads
help-unban = Lift a ban
    .usage = @name [reason]
    .example = @alice
help-kick = Remove a member, who may come back
    .usage = @name [reason]
    .example = @alice please read the rules

# To the group, when a rule acts by itself.
moderation-notice = 🛡 { $person }, I removed your message: { $because }.
moderation-notice-kept = 🛡 { $person }, your message breaks a rule: { $because }.
moderation-quote = “<code>{ $text }</code>”
moderation-step-warn = ⚠️ Warning { $count } of { $limit } within { $days ->
    [one] a day
   *[other] { $days } days
}. What follows at { $limit }: { $top }.
moderation-step-top = ⛔ Warning { $count } of { $limit } within { $days ->
    [one] a day
   *[other] { $days } days
}. What follows: { $top }. After that, counting starts from zero.
moderation-step-unmuted = ⚠️ Warning { $count } of { $limit } within { $days ->
    [one] a day
   *[other] { $days } days
}. I can mute nobody in a basic group; an admin decides what follows.
moderation-step-delete = Only the message is gone this time; no warning counted.
moderation-step-kick = 👋 Removed from the group; welcome back once you have read the rules.
moderation-step-ban = ⛔ Banned; an admin can lift it.
moderation-step-restrict-until = 🖼 No media for { $span }, until { $until }; words are welcome.
moderation-step-mute-until = 🔇 Muted for { $span }, until { $until }.
moderation-step-ban-until = ⛔ Banned for { $span }, until { $until }.

# In answer to a manager.
moderation-done-warn = ⚠️ { $person } has been warned: { $count } of { $limit } within { $days ->
    [one] a day
   *[other] { $days } days
}. What follows at { $limit }: { $top }.
moderation-done-top = ⛔ { $person } has been warned: { $count } of { $limit } within { $days ->
    [one] a day
   *[other] { $days } days
}. What follows: { $top }. Counting starts from zero again.
moderation-done-unmuted = ⚠️ { $person } has been warned: { $count } of { $limit } within { $days ->
    [one] a day
   *[other] { $days } days
}. I can mute nobody in a basic group; what follows is up to you.
moderation-done-restrict-until = 🖼 { $person } may send no media for { $span }, until { $until }.
moderation-done-delete = 🗑 A message of { $person } has been removed.
moderation-done-mute-until = 🔇 { $person } has been muted for { $span }, until { $until }.
moderation-done-kick = 👋 { $person } has been removed.
moderation-done-ban = ⛔ { $person } has been banned.
moderation-done-ban-until = ⛔ { $person } has been banned for { $span }, until { $until }.
moderation-done-unwarn = ✅ The last warning of { $person } is taken back; { $count } of { $limit } left.
moderation-done-resetwarns = ✅ { $count ->
    [one] The warning of { $person } is taken back.
   *[other] All { $count } warnings of { $person } are taken back.
}
moderation-done-unmute = ✅ { $person } may speak again.
moderation-done-unban = ✅ The ban of { $person } is lifted; they may come back.
moderation-done-unban-channel = ✅ { $person } may write here again.

moderation-reason = Reason: { $reason }
moderation-undo = ↩️ Undo
moderation-anonymous = an anonymous admin
moderation-undone-by = By { $actor }

moderation-warns = ⚠️ { $person } has { $count } of { $limit } warnings:
moderation-warns-line = { $place }. { $at }
moderation-warns-rule = { $line } · rule { $number }
moderation-warns-reason = { $line } · { $reason }
moderation-warns-none = { $person } has no warnings now.

moderation-answer-needed = Please send this as an answer to the message you mean.
moderation-too-old = That message is more than two days old, and Telegram lets nobody but an admin by hand remove it now.
moderation-notice-place = In <b>{ $chat }</b>:

# A second manager for putting out a member of long standing.
moderation-second-asked = 🤝 { $person } is trusted or has been here for long, so a second manager is asked first ({ $action }). Nothing happens until then; the question stands for a day.
moderation-second-ticket = 🤝 <b>{ $chat }</b>: { $actor } asks for { $action }: { $person } (<code>{ $id }</code>), who is trusted or has been here for long. Does a second manager agree? Nothing has happened yet; this stands for a day.
moderation-second-confirm = ✅ Confirm
moderation-second-by = Asked by { $first }, confirmed by { $second }
moderation-second-same = This takes somebody other than the one who asked.
moderation-second-over = This question is over: it was answered, or a day has passed.
moderation-second-anonymous = Putting out a member of long standing takes two managers known by name. Please do it as yourself, not anonymously.
moderation-second-nobody = Putting out a member of long standing takes a second manager, and I can reach no other manager. Please set a managers’ chat: <code>/set staff_chat</code> with its id.

moderation-refused-bot = That would be me. Please pick somebody else.
moderation-refused-self = You cannot do that to yourself.
moderation-refused-admin = { $person } is an admin or has a role as high as yours, so I cannot do that.
moderation-refused-telegram = That is one of Telegram’s own accounts; I cannot do that to it.
moderation-refused-own-channel = That is an admin speaking as this group or its channel; I cannot do that.
moderation-refused-basic = Telegram lets me mute members only in supergroups. An admin makes this group one by switching on “Chat history for new members” in its settings.
moderation-refused-channel = A channel can only be banned: <code>/ban</code>. Warnings, mutes and kicks are for members.

# To the log channel.
moderation-by-itself = automatic
moderation-log-delete = 🗑 Message removed: { $person } (<code>{ $id }</code>) · { $actor }
moderation-log-warn = ⚠️ Warned: { $person } (<code>{ $id }</code>) · { $actor }
moderation-log-restrict = 🖼 No media: { $person } (<code>{ $id }</code>) · { $actor }
moderation-log-mute = 🔇 Muted: { $person } (<code>{ $id }</code>) · { $actor }
moderation-log-kick = 👋 Kicked: { $person } (<code>{ $id }</code>) · { $actor }
moderation-log-ban = ⛔ Banned: { $person } (<code>{ $id }</code>) · { $actor }
moderation-log-unwarn = ↩️ Warning taken back: { $person } (<code>{ $id }</code>) · { $actor }
moderation-log-resetwarns = ↩️ All warnings taken back: { $person } (<code>{ $id }</code>) · { $actor }
moderation-log-unmute = ↩️ Unmuted: { $person } (<code>{ $id }</code>) · { $actor }
moderation-log-unban = ↩️ Unbanned: { $person } (<code>{ $id }</code>) · { $actor }
