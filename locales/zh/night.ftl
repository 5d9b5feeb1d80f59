# 夜间模式。

help-night = 夜间关闭群聊的时段
    .usage = [23:00-07:00 | on | off] [全部 | 媒体]
    .example = 23:00-07:00

night-everything = 🌙 夜深了，群聊休息到 { $ends }。晚安！
night-media = 🌙 夜深了，{ $ends } 之前只能发文字，不能发媒体。晚安！
night-over = ☀️ 早上好！群聊恢复开放。
night-state-everything = 🌙 每天 { $begins } 到 { $ends }（{ $timezone }），只有管理员可以发言。
night-state-media = 🌙 每天 { $begins } 到 { $ends }（{ $timezone }），只能发文字，不能发媒体。
night-state-off = 群聊全天开放。想在夜间关闭，请发送 <code>/night 23:00-07:00</code>。
night-hours-unknown = 从几点到几点？请这样写：<code>/night 23:00-07:00</code>，或 <code>/night off</code>。
