# 每日签到。

help-checkin = 每日签到，看看连续签到了几天
    .usage = [统计]
    .example = 统计

checkin-done = ✅ 签到成功！{ $streak ->
    [1] 连续签到从今天开始
   *[other] 🔥 连续 { $streak } 天
} · 今天第 { $rank } 位 · { $total ->
    [1] 这是您的首次签到
   *[other] 累计 { $total } 天
}
checkin-again = 您今天已经签过到啦：{ $streak ->
    [1] 连续签到从今天开始
   *[other] 🔥 连续 { $streak } 天
}，累计 { $total } 天。明天见！
checkin-milestone = { $days ->
    [7] 🎉 连续一整周，太棒了！
    [30] 🏅 连续三十天，您已经是这里的中坚力量！
   *[other] 👑 连续 { $days } 天，传奇！
}
checkin-off = 本群没有开启签到。
checkin-nameless = 匿名管理员和频道不能签到，请以本人身份发送。

checkin-stats = 📅 <b>签到</b> · 今天 { $today } 人 · 昨天 { $yesterday } 人
checkin-streaks = 🔥 连续签到榜
checkin-streak = { $place }. { $name } · { $days } 天
