# 定时发布，以及时间安排的说法。

help-post = 到点自动发布的消息
    .usage = [添加 时间 [置顶 话题:这里 删除:2小时] 正文 | 列表 | 预览 2 | 暂停 2 | 恢复 2 | 删除 2]
    .example = 添加 每周五 20:00 置顶 有奖竞猜开始啦！

posts-when-daily = 每天 { $clock }
posts-when-workdays = 工作日 { $clock }
posts-when-weekends = 周末 { $clock }
posts-when-weekly = 每周{ $days } { $clock }
posts-when-monthly = 每月 { $day } 日 { $clock }
posts-when-cron = 按 cron <code>{ $cron }</code>
posts-day = { $number ->
    [1] 一
    [2] 二
    [3] 三
    [4] 四
    [5] 五
    [6] 六
   *[0] 日
}
posts-day-list = { $first }、{ $rest }

posts-when-unknown = 没看出什么时候发布。请这样开头：<code>每天 09:00</code>、<code>每周五 20:00</code>、<code>工作日 18:00</code>、<code>每月1日 10:00</code>，或 cron 表达式，例如 <code>"0 20 * * 5"</code>。
posts-when-fields = 「{ $text }」不是有效的时间：cron 表达式有五项（分 时 日 月 星期），例如 <code>"0 20 * * 5"</code> 表示每周五 20:00。
posts-when-field = 「{ $text }」不是有效的时间：{ $field ->
    [minute] 分钟应在 0 到 59 之间
    [hour] 小时应在 0 到 23 之间
    [day-of-month] 日期应在 1 到 31 之间
    [month] 月份应在 1 到 12 之间
   *[day-of-week] 星期应在 0 到 7 之间（0 和 7 都是周日）
}。
posts-when-never = 「{ $text }」永远不会到来：没有这样的日子。
posts-when-often = 太频繁了：每天最多发布 { $most } 次。
posts-delete-range = 「删除:」后面请写时长，例如 <code>2小时</code>，从 { $shortest }到 { $longest }。
posts-text-missing = 要发布什么？请在时间后面写上正文，或回复一条有文字的消息。
posts-action-unknown = 不认识「{ $word }」。可以用 <code>添加</code>、<code>列表</code>、<code>预览</code>、<code>暂停</code>、<code>恢复</code>、<code>删除</code>。
posts-number-missing = 是哪一条？请写上编号，例如 <code>/post 预览 2</code>。查看全部：/post list
posts-unknown = 本群没有编号为 { $number } 的定时发布。查看全部：/post list
posts-too-many = 每个群最多 { $most } 条定时发布，请先删除一条。

posts-added = ✅ 已安排。
posts-paused-now = ⏸ 已暂停 { $number } 号。
posts-resumed-now = ▶️ 已恢复 { $number } 号。
posts-removed = 🗑 已删除 { $number } 号。

posts-title = 🗓 <b>定时发布：{ $count } 条</b> · 时区 { $zone }
posts-none = 还没有定时发布。试试：<code>/post 添加 每周五 20:00 有奖竞猜开始啦！</code>
posts-entry = <b>#{ $number }</b> { $when } · { $next }
posts-entry-text = 「{ $text }」
posts-next = 下次 { $at }
posts-paused = ⏸ 已暂停
posts-moment = { $day } { $clock }
posts-option-list = { $first } · { $rest }
posts-option-pin = 📌 置顶
posts-option-topic = 话题 { $topic }
posts-option-delete = { $after }后删除
posts-last = 上次：{ $at } { $result }
posts-result-sent = ✅ 已发布
posts-result-waiting = ⏳ 正在发送
posts-result-uncertain = ❔ 不确定：没有收到 Telegram 的答复
posts-result-failed = ⚠️ 失败
posts-result-dropped = ⌛ 未发布：没能及时发出
posts-result-skipped = ⏭ 已跳过：我离线太久了

posts-button-pause = ⏸ 暂停 #{ $number }
posts-button-resume = ▶️ 恢复 #{ $number }
posts-button-preview = 👁 预览
posts-button-remove = 🗑 删除
posts-button-sure = 🗑 确认删除 #{ $number }
posts-button-keep = 保留
