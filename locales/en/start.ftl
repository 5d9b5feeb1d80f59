# First words, and what is kept.

help-start = Say hello
help-privacy = What I keep, how long, and how to have it erased

start-welcome =
    👋 Hello, I am <b>{ $name }</b>. I look after a group the way a good team does:

    🛡 <b>Order</b>: your rules applied kindly, each step explained
    🎯 <b>Life</b>: daily check-ins with streaks, posts on schedule
    👥 <b>People</b>: who is active, who helps, who is new
    📰 <b>Every morning</b>: yesterday in figures, the talk of the day, questions still open

    Add me to your group as an administrator; I start with sensible settings, and /settings there changes them.
start-add = ➕ Add me to a group
start-in-group =
    👋 Hello everybody, I am <b>{ $name }</b>.
    /help shows what I can do here; managers begin with /settings.
start-link-expired = This link has been used or has expired, as they do after ten minutes. Send /settings in the group once more for a new one.

start-privacy =
    🔐 <b>What I keep</b>
    • { $days ->
        [0] Messages: no text at all, only that one was written and when.
        [one] Messages: their text for one day, then only that one was written and when.
       *[other] Messages: their text for { $days } days, then only that one was written and when.
    }
    • Members: name, @username, id, when they joined, and counts a day: messages, replies and between whom, reactions, check-ins.
    • Moderation: warnings and what was done, so that managers can answer for it.
    Photos, files and voice messages are never stored. Nothing is sold or passed on.

    <b>To have it erased</b>: ask a manager of the group. Setting <code>privacy.text_days</code> to 0 removes the stored texts; whoever runs this bot can remove the rest.
