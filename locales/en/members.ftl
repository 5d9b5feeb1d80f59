# Members: one's own figures, and everybody's ranking.

help-me = Your own figures
help-top = Members who stand out
    .usage = [7d|30d]
    .example = 30d

members-anonymous = Anonymous admins and channels have no figures of their own. Please send it as yourself.
members-not-seen = I have not seen you in any group yet. Say hello there first.

members-brief-title = 👤 <b>{ $name }</b>
members-brief-messages = { $week ->
    [one] { $week } message
   *[other] { $week } messages
} in 7 days · { $month } in 30 days, active on { $days ->
    [one] { $days } day
   *[other] { $days } days
}
members-brief-echo = Received in 30 days: { $replies ->
    [one] { $replies } reply
   *[other] { $replies } replies
}, { $reactions ->
    [one] { $reactions } reaction
   *[other] { $reactions } reactions
}
members-brief-more = <i>Everything: <a href="https://t.me/{ $bot }">write to me</a> and send /me</i>

members-full-title = 👤 <b>Me in “{ $chat }”</b>
members-messages = Messages: { $week } in 7 days · { $month } in 30 days
members-active-days = Active: { $days ->
    [one] { $days } day
   *[other] { $days } days
} of the last 30
members-replies = Replies: { $sent } given · { $received } received
members-reactions = Reactions: { $received } received
members-streak = 🔥 Check-in streak: { $days ->
    [one] { $days } day
   *[other] { $days } days
}
members-no-streak = Check-in: no streak at present
members-warnings = Warnings in force: { $count } ({ $limit } mean a mute)
members-joined = Joined: { $at }
members-first-seen = First seen: { $at }

members-top-title = 🏆 <b>{ $chat } · last { $days } days</b>
members-top-nobody = Nobody has been active yet. Be the first.
members-top-line = { $place } <b>{ $name }</b> · { $people ->
    [0] { "" }
    [one] { $people } person responded ·{ " " }
   *[other] { $people } people responded ·{ " " }
}active { $days ->
    [one] { $days } day
   *[other] { $days } days
}
members-top-details = { "\u2003\u2002" }{ $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
} · { $replies ->
    [one] { $replies } reply
   *[other] { $replies } replies
} and { $reactions ->
    [one] { $reactions } reaction
   *[other] { $reactions } reactions
} received
members-top-messages = { "\u2003\u2002" }{ $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
}
members-medal = { $rank ->
    [1] 🥇
    [2] 🥈
   *[3] 🥉
}
members-rank = { $rank }.
members-top-formula = <i>Ranked by people who responded to them + active days; flooding earns nothing.</i>
members-button-days = { $days } days
members-button-days-shown = ✓ { $days } days
