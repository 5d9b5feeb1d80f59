# /window: rules that rest for a while.

help-window = Let some rules rest for a while
    .usage = [time rule … [while reason] | end]
    .example = 2h flood links while we play the quiz

windows-line = 🪟 Resting until { $until }: { $rules }. They come back by themselves.
windows-line-reason = 🪟 Resting until { $until }: { $rules } ({ $reason }). They come back by themselves.
windows-ended = 🛡 Back in force: { $rules }.
windows-none = Every rule is in force as usual.
windows-how = Let rules rest like this: <code>/window 2h flood links while we play the quiz</code>; <code>/window end</code> brings them back at once.
windows-too-long = That is too long: rules can rest for { $longest } at most.
