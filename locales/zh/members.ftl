# 成员：自己的数据，大家的排行。

help-me = 看看自己的数据
help-top = 成员排行
    .usage = [7天|30天]
    .example = 30天

members-anonymous = 匿名管理员和频道没有个人数据，请以本人身份发送。
members-not-seen = 我还没在任何群里见过您，先到群里说句话吧。

members-brief-title = 👤 <b>{ $name }</b>
members-brief-messages = 近 7 天 { $week } 条消息 · 近 30 天 { $month } 条，活跃 { $days } 天
members-brief-echo = 近 30 天收到 { $replies } 条回复、{ $reactions } 次表态
members-brief-more = <i>完整数据：<a href="https://t.me/{ $bot }">私聊我</a>发送 /me</i>

members-full-title = 👤 <b>我在「{ $chat }」</b>
members-messages = 消息：近 7 天 { $week } · 近 30 天 { $month }
members-active-days = 活跃：近 30 天中 { $days } 天
members-replies = 回复：发出 { $sent } · 收到 { $received }
members-reactions = 表态：收到 { $received }
members-streak = 🔥 连续签到 { $days } 天
members-no-streak = 签到：暂无连续记录
members-warnings = 警告：生效中 { $count }，满 { $limit } 次禁言
members-joined = 进群：{ $at }
members-first-seen = 初次见到：{ $at }

members-top-title = 🏆 <b>{ $chat } · 近 { $days } 天排行</b>
members-top-nobody = 这段时间还没有人活跃，来做第一个吧。
members-top-line = { $place } <b>{ $name }</b> · { $people ->
    [0] 活跃 { $days } 天
   *[other] { $people } 人回应 · 活跃 { $days } 天
}
members-top-details = { "\u2003\u2002" }消息 { $messages } · 收到回复 { $replies } · 表态 { $reactions }
members-top-messages = { "\u2003\u2002" }消息 { $messages }
members-medal = { $rank ->
    [1] 🥇
    [2] 🥈
   *[3] 🥉
}
members-rank = { $rank }.
members-top-formula = <i>按回应过 TA 的人数 + 活跃天数排名，刷屏不加分。</i>
members-button-days = 近 { $days } 天
members-button-days-shown = ✓ 近 { $days } 天
