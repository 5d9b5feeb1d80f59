# 日报：每天早上告诉管理员，群里昨天发生了什么。

help-digest = 预览日报，设定何时发到哪里
    .usage = [昨天 | 开 | 关 | 时间 08:30 | 发到 本群 我 话题]
    .example = 时间 08:30

digest-title = 📊 <b>日报 · { $chat }</b>
digest-title-so-far = 📊 <b>今日快报 · { $chat }</b>
digest-day = { $month }月{ $day }日 { digest-weekday }
digest-day-so-far = { digest-day } · 截至 { $until }，今天还没过完，对比数为全天
digest-late = ⏰ 补发：原定 { $date } { $clock } 发出
digest-weekday = { $weekday ->
    [1] 周一
    [2] 周二
    [3] 周三
    [4] 周四
    [5] 周五
    [6] 周六
   *[7] 周日
}

digest-metric-active = 日活
digest-metric-messages = 消息
digest-metric-joins = 新增
digest-metric-leaves = 退出

digest-arrow-up = ↗️
digest-arrow-down = ↘️
digest-arrow-level = ➡️
digest-arrow-none = ▫️

digest-change-up = +{ $percent }%
digest-change-down = −{ $percent }%
digest-change-more = +{ $count }
digest-change-fewer = −{ $count }
digest-change-times = ×{ $factor }
digest-change-same = 持平
digest-change-building = 基线建立中

digest-figure = { $arrow } <b>{ $label }</b> { $value } · 环比 { $before } · 较上{ digest-weekday } { $week }
digest-figure-before = { $arrow } <b>{ $label }</b> { $value } · 环比 { $before }
digest-figure-alone = { $arrow } <b>{ $label }</b> { $value }
digest-figure-so-far = { $arrow } <b>{ $label }</b> { $value } · 昨日 { $before } · 上{ digest-weekday } { $week }
digest-figure-so-far-before = { $arrow } <b>{ $label }</b> { $value } · 昨日 { $before }
digest-baseline-building = <i>基线建立中：攒满一整天就有环比，攒满一周就能和上周同日比。</i>
digest-baseline-week = <i>基线建立中：攒满一周就能和上周同日比。</i>
digest-quiet = 🍃 安静的一天，没有人发言。
digest-unseen = 这一天我还没来，数据从下一份日报开始。

digest-top = 🌟 <b>活跃成员</b>
digest-top-engaged = { $rank }. { $name } · 获 { $people } 人回应 · 发言 { $messages } 条
digest-top-writing = { $rank }. { $name } · 发言 { $messages } 条

digest-threads = 🔥 <b>热门话题</b>
digest-thread = { $rank }. { $title } · { $people } 人 { $messages } 条

digest-questions = ❓ <b>待回答的问题</b> { $count }
digest-question = • { $title } · 已等 { $age }
digest-questions-more = • 还有 { $count } 个

digest-rules = 🛡 <b>群规执行</b> { $count ->
    [0] 由管理员手动
   *[other] { $count } 次
} · 警告 { $warnings } · 禁言 { $mutes }
digest-rule = • { $rule } { $count } 次
digest-rule-right = • { $rule } { $count } 次 · 近 30 天准确率 { $precision }%
digest-rule-overturned = • { $rule } { $count } 次，撤销 { $overturned } 次 · 近 30 天准确率 { $precision }%
digest-waiting = ✋ <b>等管理员决定</b> 申诉 { $appeals } · 过目 { $reviews }

digest-newcomers = 👋 <b>新成员</b> { $count }
digest-newcomers-more = { $names } 等，还有 { $count } 位
digest-and = { $first }、{ $rest }

digest-words = { $words }
digest-number = 消息 #{ $number }
digest-link = <a href="{ $link }">{ $text }</a>

digest-next = 下一份日报：{ $date } { $clock }（{ $timezone }）→ { $places }
digest-next-nowhere = ⚠️ 日报没有可发送的去处，请用 <code>/digest 发到 本群</code> 重新设定。
digest-turned-off = 日报已关闭，随时可用 <code>/digest 开</code> 打开。
digest-set = ✅ { $next }
digest-footer = <i>{ $next }</i>
digest-place-here = 本群
digest-place-topic = 话题 #{ $thread }
digest-place-person = { $name } 的私聊
digest-place-chat = 「{ $title }」

digest-bad-time = 时间请写成 24 小时制，例如 <code>/digest 时间 08:30</code>。
digest-no-such-word = 没看懂「{ $word }」。可以这样写：<code>/digest</code>、<code>/digest 昨天</code>、<code>/digest 开</code>、<code>/digest 关</code>、<code>/digest 时间 08:30</code>、<code>/digest 发到 本群</code>。
digest-say-where = 发到哪里？例如 <code>/digest 发到 本群</code>；也可以写 <code>我</code>（您的私聊）、<code>话题</code>（当前话题），或群的 ID、@用户名，几个都行。
digest-too-many-targets = 最多发到 { $most } 个去处。
digest-no-topic-here = 这里不是话题。请到那个话题里发送，或写成 <code>topic:ID</code>。
digest-who-are-you = 我认不出匿名身份背后是谁，请以本人身份发送。
digest-target-unclear = 「{ $target }」不是能发送的去处：请写 本群、我、话题、ID 或 @用户名。
digest-target-unknown = 我不认识 { $target }。请先把我加进去，再试一次。
digest-not-a-member = { $target } 不是本群成员，群里的事我只告诉群里的人。
digest-not-your-chat = 我只往您也管理着的群或频道里发。请先把我加进 { $target }，并由您担任那里的管理员。
digest-open-private-first-yourself = 我还不能私聊您：请先打开与我的私聊并点「开始」，再试一次。
digest-open-private-first = 我还不能私聊 { $name }：Telegram 要求对方先打开与我的私聊并点「开始」。
