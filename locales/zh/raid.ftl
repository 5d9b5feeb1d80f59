# 很多人同时涌入。

help-raid = 有人大量涌入时关闭群聊
    .usage = [on | off] [2小时]
    .example = on 2小时
help-antiraid = 同 /raid
    .usage = [on | off] [2小时]
    .example = on 2小时

raid-begun = 🛡 短时间内有大量账号涌入，群聊暂时关闭，最晚 { $until } 自动恢复。
raid-over = 🛡 已经恢复平静，群聊重新开放。谢谢大家的耐心。
raid-ticket = { $joins ->
   *[other] 🛡 <b>{ $chat }</b>：一分钟内进群达到 { $joins } 人，像是有人炸群。我已关闭群聊，直到 { $until }；这期间进来的人先等着。
}
raid-then = 如果没有人处理，到时我会{ $ending }。
raid-ending-kick = 把这期间进来的人移出（可以再进）
raid-ending-ban = 把这期间进来的人封禁一段时间
raid-ending-admit = 让这期间进来的人留下
raid-button-end = ✅ 立即结束
raid-button-ban = ⛔️ 全部封禁
raid-button-ban-sure = { $count ->
   *[other] ⛔️ 确定封禁这 { $count } 人
}
raid-button-admit = 🚪 全部放行
raid-sure = { $count ->
   *[other] 开始以来进来了 { $count } 人。把他们和之后再进来的人都封禁吗？
}
raid-banned-by = { $count ->
   *[other] ⛔️ { $name } 决定封禁这 { $count } 人，以及之后再进来的人。
}
raid-admitted-by = { $count ->
   *[other] 🚪 { $name } 放行了这 { $count } 人。群聊到时间才会开放。
}
raid-ended-by = ✅ { $name } 已结束防护。
raid-none = 现在没有防护，群聊是开放的。
raid-already = 群聊已经关闭了。发送 /raid off 开放。
raid-by-hand = 🛡 群聊已关闭，直到 { $until }。这期间进来的人等您处理。
raid-closing-now = ✅ 正在结束。处理完这期间进来的人，群聊就会开放。
raid-state-on = 🛡 因有人炸群，群聊已关闭。发送 /raid off 开放。
raid-state-off = { $joins ->
    [0] 一切正常。目前不监测炸群：raid.joins 为 0。
   *[other] 一切正常。一分钟内进群达到 { $joins } 人时我会关闭群聊；发送 /raid on 立即关闭。
}
