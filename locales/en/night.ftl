# The group is closed at night.

help-night = Hours in which the group is closed
    .usage = [23:00-07:00 | on | off] [everything | media]
    .example = 23:00-07:00

night-everything = 🌙 Good night! The group is closed until { $ends }.
night-media = 🌙 Good night! Until { $ends } there are words only, no media.
night-over = ☀️ Good morning! The group is open again.
night-state-everything = 🌙 From { $begins } to { $ends } ({ $timezone }) nobody but administrators writes.
night-state-media = 🌙 From { $begins } to { $ends } ({ $timezone }) there are words only, no media.
night-state-off = The group is open day and night. <code>/night 23:00-07:00</code> changes that.
night-hours-unknown = From when until when? Write it like <code>/night 23:00-07:00</code>, or <code>/night off</code>.
