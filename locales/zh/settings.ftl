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
settings-expected-number = { $least } 到 { $most } 之间的整数
settings-expected-time = 形如 09:00 的时刻
settings-expected-zone = 城市名或时区，如 上海、Asia/Shanghai
settings-expected-chat = 频道或群的 @用户名、数字 ID，或 我（您的私聊）；不需要就填 无
settings-log-elsewhere = 日志要有单独的去处：频道、另一个群，或 我（您的私聊）。
settings-expected-list = 用逗号隔开的列表；留空就填 无
settings-expected-text = 任意文字

settings-choice-zh = 中文
settings-choice-en = English
settings-choice-delete = 只删除
settings-choice-warn = 删除并警告
settings-choice-mute = 删除并禁言
settings-choice-kick = 删除并移出
settings-choice-ban = 删除并封禁

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

settings-label-rules = 群规
    .help = 我留意哪些情况、怎么处理
settings-label-rules-flood = 刷屏
    .help = 短时间内消息太多
settings-label-rules-flood-enabled = 检查刷屏
    .help = { settings-rule-enabled }
settings-label-rules-flood-action = 处理方式
    .help = { settings-rule-action }
settings-label-rules-flood-cites = 引用群规
    .help = { settings-rule-cites }
settings-label-rules-flood-messages = 消息条数
    .help = 超过这个条数算刷屏
settings-label-rules-flood-seconds = 时间窗口（秒）
    .help = 在这段时间内计数
settings-label-rules-blocklist = 屏蔽词
    .help = 不希望出现的词句
settings-label-rules-blocklist-enabled = 检查屏蔽词
    .help = { settings-rule-enabled }
settings-label-rules-blocklist-action = 处理方式
    .help = { settings-rule-action }
settings-label-rules-blocklist-cites = 引用群规
    .help = { settings-rule-cites }
settings-label-rules-blocklist-entries = 词表
    .help = 中文处处匹配；英文匹配整词，? 代表一个字符，* 代表任意，短语加引号。用 /addblocklist 更快
settings-label-rules-links = 新人链接
    .help = 刚进群的人先不能发链接
settings-label-rules-links-enabled = 检查新人链接
    .help = { settings-rule-enabled }
settings-label-rules-links-action = 处理方式
    .help = { settings-rule-action }
settings-label-rules-links-cites = 引用群规
    .help = { settings-rule-cites }
settings-label-rules-links-hours = 进群后（小时）
    .help = 这段时间内算新人
settings-label-rules-links-messages = 先发消息数
    .help = 发过这么多条消息后才能发链接
settings-label-rules-links-allowed = 允许的域名
    .help = 这些网站的链接随时可发，如 example.com
settings-label-rules-warnings = 警告
    .help = 累计几次警告会被禁言
settings-label-rules-warnings-limit = 禁言前的警告数
    .help = 累计到这个次数就禁言
settings-label-rules-warnings-days = 警告有效（天）
    .help = 过期的警告不再计算
settings-label-rules-warnings-mute-hours = 禁言时长（小时）
    .help = 到时自动解除
settings-label-rules-notice-minutes = 提示保留（分钟）
    .help = 到时我会删掉自己的提示；0 表示一直保留

settings-rule-enabled = 是否执行这条规则
settings-rule-action = 有人违反时我怎么做
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
