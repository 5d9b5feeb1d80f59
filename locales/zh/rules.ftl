# 群规：/rules、/setrules、屏蔽词。

help-rules = 看看本群的群规
help-setrules = 改写本群的群规，一行一条
    .usage = 群规内容，或回复一条写好的消息；default 恢复默认
    .example = 1. 友善待人
help-blocklist = 查看屏蔽词
help-addblocklist = 添加屏蔽词、短语或 /正则/，可附处理方式和理由
    .usage = 词语 "带空格的短语" {"{"}处理方式{"}"} ### 理由
    .example = 刷单 "free money" *casino* {"{"}mute 6h{"}"} ### 请勿发广告
help-rmblocklistall = 清空所有屏蔽词
help-unblocklistall = 同 /rmblocklistall
help-rmblocklist = 移除屏蔽词
    .usage = 词语 "带空格的短语" …
    .example = 刷单

rules-title = 📖 <b>本群群规</b>
rules-line = { $number }. { $text }
rules-cited = 📖 群规第 { $number } 条：{ $text }

rules-default-1 = 友善待人，可以有不同意见，不做人身攻击。
rules-default-2 = 不刷屏，一件事尽量一条消息说完。
rules-default-3 = 不发广告、引流，以及本群屏蔽的词句。
rules-default-4 = 新朋友先聊聊天，暂时不发链接。
rules-default-5 = 不冒充他人，不私下拉人、推销。

rules-name-flood = 刷屏
rules-name-blocklist = 屏蔽词
rules-name-repeats = 重复内容
rules-name-links = 新人链接
rules-name-spam = 垃圾广告
rules-name-slowmode = 慢速模式

rules-because-flood = { $seconds } 秒内发了超过 { $messages } 条消息
rules-because-blocklist = 里面有本群屏蔽的词句
rules-because-repeats-own = 短时间内第 { $count } 次发相同的内容
rules-because-repeats-people = 短时间内有 { $count } 个人发了相同的内容
rules-because-links = 刚进群还不能发链接
rules-because-spam = 很像垃圾广告（可能性 { $percent }%）
rules-because-listed = 该账号在已知的垃圾账号名单上
rules-because-slowmode = 现在是慢速模式，两条消息之间请隔 { $span }
rules-because-album = 同一相册中的另一条违反了群规

rules-set = ✅ 群规已更新：
rules-none-given = 请把群规写在命令后面，一行一条；或者回复一条写好的消息。<code>/setrules default</code> 可恢复默认群规。
rules-too-long = 太长了，放不下：最多 { $rules } 条，每条不超过 { $each } 字，总共不超过 { $whole } 字。
rules-cites-title = 自动处理时会这样引用：
rules-cites = · { $rule } → 第 { $number } 条
rules-cites-none = · { $rule } → 不引用
rules-cites-change = 想换一条，例如：<code>{ $example }</code>

blocklist-title = 🚫 <b>屏蔽词</b>（{ $count }）
blocklist-entry = <code>{ $entry }</code>
blocklist-entry-action = { $entry } → { $action }
blocklist-entry-reason = { $entry } —— { $reason }
blocklist-beside = { $first } · { $rest }
blocklist-part = 第 { $first }–{ $last } 个，共 { $count } 个
blocklist-button-before = ‹ 上一页
blocklist-button-after = 下一页 ›
blocklist-empty = 还没有屏蔽词。添加试试：<code>/addblocklist 刷单 "free money" {"{"}ban{"}"}</code>
blocklist-added = ✅ 新增 { $added } 个，现在共 { $count } 个屏蔽词。
blocklist-changed = ✅ 修改 { $added } 个，现在共 { $count } 个屏蔽词。
blocklist-removed = ✅ 移除 { $removed } 个，还剩 { $count } 个屏蔽词。
blocklist-removed-all = ✅ { $removed } 个屏蔽词已全部移除，现在什么都不屏蔽。
blocklist-already = 这些都已经屏蔽了，现在共 { $count } 个屏蔽词。
blocklist-none-of-these = 这些都不在屏蔽词里，发送 /blocklist 查看现有的。
blocklist-full = 词表放不下了：最多 { $entries } 个词，总共 { $characters } 个字符。先用 /rmblocklist 移除一些吧。
blocklist-full-regexes = 一份词表放不下这么多：正则表达式最多 { $regexes } 条，其中像 <code>.{"{"}0,50{"}"}</code> 这样的长重复只能有少数几处。
blocklist-full-vague = 一份词表放不下这么多：中间带 <code>?</code> 或 <code>*</code> 的词最多 { $wildcards } 个，其中连续字母不足三个的最多 { $vague } 个。
blocklist-refused-empty = 这里有一个空的词，请写上要屏蔽的内容。
blocklist-refused-long = 「{ $entry }」太长了，每个词最多 100 个字符。
blocklist-refused-quote = 「{ $entry }」里有引号没有成对。
blocklist-refused-backslash = 「{ $entry }」里的反斜杠后面只能跟有特殊含义的符号，例如 <code>*</code>、<code>?</code> 或引号。
blocklist-refused-brace = 「{ $entry }」里有花括号没有成对。处理方式要写在花括号里：<code>{"{"}mute 6h{"}"}</code>
blocklist-refused-broad = 「{ $entry }」几乎什么都能匹配，请写得具体一些。
blocklist-refused-action = 看不懂「{ $entry }」里的处理方式，例如：<code>{"{"}delete{"}"}</code>、<code>{"{"}mute 6h{"}"}</code> 或 <code>{"{"}ban{"}"}</code>
blocklist-refused-reason = 「{ $entry }」的理由太长了，最多 120 个字符。
blocklist-refused-lookaround = 「{ $entry }」用了环视 (?=…) 或 (?&lt;=…)，查找起来太慢，请换一种写法。
blocklist-refused-reference = 「{ $entry }」用了 <code>\1</code> 这样的反向引用，查找起来太慢，请换一种写法。
blocklist-refused-syntax = 「{ $entry }」不是正确的正则表达式，请检查括号是否成对。
blocklist-refused-regex-long = 「{ $entry }」太长了，正则表达式最多 256 个字符。
blocklist-refused-regex-empty = 「{ $entry }」连空消息都能匹配，请写得具体一些。
blocklist-refused-heavy = 「{ $entry }」会让每条消息都查得很慢，请把重复次数改小，例如 <code>.{"{"}0,20{"}"}</code> 或 <code>.*</code>
