# /settings、/set、/get、/language、/timezone。

help-settings = 用按钮调整本群的一切设置
help-set = 按名称修改一项设置
    .usage = 设置项 值
    .example = rules.flood.messages 8
help-get = 查看设置项及其名称
    .usage = [设置项或分组]
    .example = digest
help-language = 选择语言
    .usage = [zh | en]
    .example = zh
help-timezone = 设定本群的时区
    .usage = [城市或时区]
    .example = 上海

settings-title = ⚙️ <b>{ $group }</b>
settings-path = { $outer } › { $inner }
settings-trail = { $outer } › <b>{ $inner }</b>
settings-line = <b>{ $label }</b>：{ $value }
    <i>{ $help }</i>
settings-line-section = <b>{ $label }</b> ›
    <i>{ $help }</i>
settings-section = { $label } ›
settings-entry = { $label }：{ $value }
settings-ticked = ✅ { $label }
settings-unticked = ◻️ { $label }
settings-pick = { $value }
settings-chosen = • { $value } •
settings-more = +{ $step }
settings-less = −{ $step }
settings-zone = { $name } · { $clock }
settings-items = { $count } 项
settings-on = 开
settings-off = 关
settings-current = 当前：<b>{ $value }</b>
settings-type = 也可以直接输入：<code>/set { $path } { $example }</code>
    可填：{ $expected }。
settings-long = 查看全部：<code>/get { $path }</code>
settings-back = ‹ 返回
settings-close = ✕ 关闭
settings-default = ↺ 恢复默认
settings-in-private = 私聊里继续 ↗
settings-disconnect = 结束私聊管理
settings-disconnected = 好的，这里不再对应那个群了。想回来时，在群里发送 /settings 即可。

settings-changed = ✅ { $label }：<b>{ $value }</b>
settings-explained = <b>{ $label }</b>：{ $help }
settings-typed = <code>{ $path }</code> = { $value }
settings-possible = 可填：{ $expected }。
settings-refused = 「{ $label }」不能填「{ $given }」。可填：{ $expected }。
settings-unknown = 没有「{ $path }」这项设置，发送 /get 可查看全部。
settings-unknown-near = 没有「{ $path }」这项设置，您想找的也许是：{ $near }
settings-near = <code>{ $path }</code>

settings-expected-toggle = 开 或 关
settings-expected-choice = { $choices }
settings-expected-action = review、delete、warn、restrict 1d、mute 6h、kick、ban 或 ban 7d；加 silent 不发通知，加 keep 保留消息
settings-expected-number = { $least } 到 { $most } 之间的整数
settings-expected-time = 形如 09:00 的时刻
settings-expected-zone = 城市名或时区，如 上海、Asia/Shanghai
settings-expected-chat = 频道或群的 @用户名、数字 ID，或 我（您的私聊）；不需要就填 无
settings-log-elsewhere = 日志要有单独的去处：频道、另一个群，或 我（您的私聊）。
settings-expected-list = 用逗号隔开的列表；留空就填 无
settings-expected-text = 任意文字

settings-choice-zh = 中文
settings-choice-en = English
settings-choice-off = 关闭
settings-choice-shadow = 只观察
settings-choice-on = 开启
settings-choice-nobody = 谁都管
settings-choice-approved = 已放行的成员
settings-choice-trusted = 受信任的成员

language-choose = 我们用哪种语言聊？
language-of-group = 好的，以后我在本群说中文。
language-of-person = 好的，以后我和您说中文。
language-unknown = 我还不会「{ $given }」。可以选 <code>/language zh</code> 或 <code>/language en</code>。

timezone-set = 🕘 本群时区：<b>{ $zone }</b>
timezone-near = 没找到「{ $place }」，是下面这些吗？
timezone-unknown = 没找到「{ $place }」。请写一个大城市或时区，例如 <code>/timezone 上海</code>。

# 每项设置与分组，各附一句说明。

settings-label-language = 语言
    .help = 我在本群说的语言
settings-label-timezone = 时区
    .help = 日报、签到和定时消息都按这个时间
settings-label-log-chat = 日志会话
    .help = 每一步管理操作都记到那里

settings-label-staff-chat = 管理员会话
    .help = 需要决定的事都送到这里；没设置就送到日志会话或您的私聊

settings-label-rules = 群规
    .help = 我留意哪些情况、怎么处理
settings-label-rules-flood = 刷屏
    .help = 短时间内消息太多
settings-label-rules-flood-mode = 模式
    .help = { settings-rule-mode }
settings-label-rules-flood-action = 处理方式
    .help = { settings-rule-action }
settings-label-rules-flood-spares = 不管谁
    .help = { settings-rule-spares }
settings-label-rules-flood-cites = 引用群规
    .help = { settings-rule-cites }
settings-label-rules-flood-messages = 消息条数
    .help = 超过这个条数算刷屏
settings-label-rules-flood-seconds = 时间窗口（秒）
    .help = 在这段时间内计数
settings-label-rules-repeats = 重复内容
    .help = 一再发送相同或几乎相同的内容，发到我管理的其他群也算
settings-label-rules-repeats-mode = 模式
    .help = { settings-rule-mode }
settings-label-rules-repeats-action = 处理方式
    .help = { settings-rule-action }
settings-label-rules-repeats-spares = 不管谁
    .help = { settings-rule-spares }
settings-label-rules-repeats-cites = 引用群规
    .help = { settings-rule-cites }
settings-label-rules-repeats-own = 同一人次数
    .help = 同一个人发了这么多次；0 表示不管。很短的内容放宽一倍
settings-label-rules-repeats-people = 不同人数
    .help = 有这么多人发了相同的内容；0 表示不管
settings-label-rules-repeats-minutes = 时间窗口（分钟）
    .help = 在这段时间内计数
settings-label-rules-repeats-similarity = 相似程度
    .help = 两段文字有百分之多少相同才算；空格、符号和表情不计
settings-label-rules-blocklist = 屏蔽词
    .help = 不希望出现的词句
settings-label-rules-blocklist-mode = 模式
    .help = { settings-rule-mode }
settings-label-rules-blocklist-action = 处理方式
    .help = { settings-rule-action }
settings-label-rules-blocklist-spares = 不管谁
    .help = { settings-rule-spares }
settings-label-rules-blocklist-cites = 引用群规
    .help = { settings-rule-cites }
settings-label-rules-blocklist-entries = 词表
    .help = 中文处处匹配；英文匹配整词，? 代表一个字符，* 代表任意，短语加引号；=整条消息；/正则/；file:*.apk、inline:@机器人、forward:@频道、stickers:贴纸包。用 /addblocklist 更快
settings-label-rules-links = 新人链接
    .help = 刚进群的人先不能发链接
settings-label-rules-links-mode = 模式
    .help = { settings-rule-mode }
settings-label-rules-links-action = 处理方式
    .help = { settings-rule-action }
settings-label-rules-links-spares = 不管谁
    .help = { settings-rule-spares }
settings-label-rules-links-cites = 引用群规
    .help = { settings-rule-cites }
settings-label-rules-links-hours = 进群后（小时）
    .help = 这段时间内算新人
settings-label-rules-links-messages = 先发消息数
    .help = 发过这么多条消息后才能发链接
settings-label-rules-links-allowed = 允许的域名
    .help = 这些网站的链接随时可发，如 example.com
settings-label-rules-spam = 垃圾广告
    .help = 从用词判断像广告、诈骗的消息
settings-label-rules-spam-mode = 模式
    .help = { settings-rule-mode }
settings-label-rules-spam-action = 处理方式
    .help = { settings-rule-action }
settings-label-rules-spam-spares = 不管谁
    .help = { settings-rule-spares }
settings-label-rules-spam-cites = 引用群规
    .help = { settings-rule-cites }
settings-label-rules-spam-threshold = 可能性达到（%）
    .help = 越高越谨慎：找到的少些，误判也少些
settings-label-rules-warnings = 警告
    .help = 几次警告，之后怎么处理
settings-label-rules-warnings-limit = 警告次数
    .help = 累计到这个次数，就执行下面的处理
settings-label-rules-warnings-days = 警告有效（天）
    .help = 过期的警告不再计算
settings-label-rules-warnings-action = 最后一次警告之后
    .help = 怎么处理：禁言、封禁或移出
settings-label-rules-warnings-mute-hours = 禁言时长（小时）
    .help = 没写时间时禁言多久
settings-label-rules-trust = 信任
    .help = 成员要做到什么，我才信任
settings-label-rules-trust-messages = 有效消息数
    .help = 言之有物的消息要有这么多条
settings-label-rules-trust-characters = 每条字数
    .help = 太短的不算；一个汉字算两个字母
settings-label-rules-trust-days = 天数
    .help = 在群里至少待这么多天
settings-label-rules-notice-minutes = 提示保留（分钟）
    .help = 到时我会删掉自己的提示；0 表示一直保留

settings-rule-mode = 开启：直接处理。只观察：只记下会怎么处理，什么也不做
settings-rule-action = 有人违反时我怎么做
settings-rule-spares = 这条规则从不碰的人：您用 /approve 放行的，或再加上赢得信任的
settings-rule-cites = 引用 /rules 里的第几条；0 表示不引用

settings-label-checkin = 签到
    .help = 成员每天签到一次，累计连续天数
settings-label-checkin-enabled = 每日签到
    .help = 是否启用 /checkin 和「签到」

settings-label-digest = 日报
    .help = 每天早上看昨天的数据
settings-label-digest-enabled = 发送日报
    .help = 每天一次，讲前一天的情况
settings-label-digest-at = 发送时间
    .help = 按本群时区
settings-label-digest-targets = 发送到
    .help = 本群、我（您的私聊）、topic:12（话题），或群、个人的 @用户名 或数字 ID

settings-label-privacy = 隐私
    .help = 大家写的内容，我保留多少
settings-label-privacy-text-days = 消息保留（天）
    .help = 到期只留统计数字；0 表示从不保存原文
