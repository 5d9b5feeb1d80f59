# /slowmode, /cleanservice, /cleancommands, /setactiontopic.

help-slowmode = Let each member write once in so long
    .usage = [30s | 5m | off]
    .example = 30s
help-cleanservice = Remove Telegram’s own lines: who came, what was pinned …
    .usage = [on | off | kinds]
    .example = join leave pin
help-cleancommands = Remove typed commands once they are answered
    .usage = [members | all | off]
    .example = members
help-setactiontopic = Have notices stand in this topic
    .usage = [off]
    .example = off

cleaning-slow-on = 🐢 Slow mode is on: one message a member every { $span }.
cleaning-slow-off = 🐇 Slow mode is off.
cleaning-slow-refused = Please write a time from { $least } to { $most }, like <code>/slowmode 30s</code>, or <code>/slowmode off</code>.

cleaning-set = 🧹 Set: <b>{ $value }</b>
cleaning-now = 🧹 Now: <b>{ $value }</b>
cleaning-now-kinds = 🧹 Now: <b>{ $value }</b>
    Kinds: <code>{ $kinds }</code>
cleaning-topic-here = 📍 My notices stand in this topic from now on.
cleaning-topic-off = 📍 My notices stand where it happened.
cleaning-no-topic = Please send this in the topic that shall have my notices; <code>/setactiontopic off</code> lets them stand where it happened.
