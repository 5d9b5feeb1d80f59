# /pin, /unpin, /pinned.

help-pin = Pin a message: reply to it
    .usage = [loud]
    .example = loud
help-unpin = Unpin the message you reply to, the newest pin, or all
    .usage = [all]
    .example = all
help-pinned = Find the pinned message

pins-removed = 📌 Unpinned.
pins-none-left = 📌 Nothing is pinned any more.
pins-which = Which one? Reply to the pinned message, or send <code>/unpin all</code>.
pins-newest = 📌 <a href="{ $link }">The pinned message</a>
pins-newest-basic = 📌 It is at the top of this chat.
pins-unknown = I have not seen anything pinned here.
