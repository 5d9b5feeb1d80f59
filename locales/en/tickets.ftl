# What managers see of a decision they are asked about.

tickets-rule = Set off by: { $rule }
tickets-quote = “<code>{ $text }</code>”
tickets-links = 🔗 <code>{ $links }</code>
tickets-until = Until { $until }
tickets-trusted = trusted
tickets-not-trusted = not trusted yet
tickets-standing = 👤 { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
} before · { $trust }
tickets-standing-joined = 👤 { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
} before · { $trust } · joined { $joined }
tickets-first = 📄 Nothing else on record.
tickets-earlier = 📄 On record:
    { $lines }
tickets-earlier-line = · { $at } · { $act } · { $state }
tickets-state-open = waiting for a look
tickets-state-standing = stands
tickets-state-upheld = upheld
tickets-state-overturned = taken back
tickets-button-show = 👁 { $place }
