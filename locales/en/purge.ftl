# /purge, /del: messages removed by hand.

help-purge = Remove everything from a message on, or the last so many
    .usage = [number], or reply to the first message to go
    .example = 20
help-del = Remove a message: reply to it
    .usage = [#rule] [reason]
    .example = #3 an ad

purge-done = 🧹 { $count ->
    [one] One message removed.
   *[other] { $count } messages removed.
}
purge-from-where = From where on? Reply to the first message that shall go, or write how many: <code>/purge 20</code>.
purge-nothing = There is nothing left to remove: Telegram lets me remove only what was written in the last two days.
purge-too-many = That is more than { $most } messages. Please purge in smaller steps, so that nothing goes by mistake.
