# 群规：/rules、/setrules、屏蔽词。

help-rules = 看看本群的群规
help-setrules = 改写本群的群规，一行一条
    .usage = 群规内容，或回复一条写好的消息；default 恢复默认
    .example = 1. 友善待人
help-blocklist = 查看屏蔽词
help-addblocklist = 添加屏蔽词
    .usage = 词语 "带空格的短语" …
    .example = 刷单 "free money" *casino*
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
rules-name-links = 新人链接
rules-name-slowmode = 慢速模式

rules-because-flood = { $seconds } 秒内发了超过 { $messages } 条消息
rules-because-blocklist = 里面有本群屏蔽的词句
rules-because-links = 刚进群还不能发链接
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
blocklist-beside = { $first } · { $rest }
blocklist-more = …… 还有 { $count } 个
blocklist-empty = 还没有屏蔽词。添加试试：<code>/addblocklist 刷单 "free money"</code>
blocklist-added = ✅ 新增 { $added } 个，现在共 { $count } 个屏蔽词。
blocklist-removed = ✅ 移除 { $removed } 个，还剩 { $count } 个屏蔽词。
blocklist-already = 这些都已经屏蔽了，现在共 { $count } 个屏蔽词。
blocklist-none-of-these = 这些都不在屏蔽词里，发送 /blocklist 查看现有的。
blocklist-full = 词表放不下了：最多 { $entries } 个词，总共 { $characters } 个字符。先用 /rmblocklist 移除一些吧。
blocklist-refused-empty = 这里有一个空的词，请写上要屏蔽的内容。
blocklist-refused-long = 「{ $entry }」太长了，每个词最多 100 个字符。
blocklist-refused-quote = 「{ $entry }」里有引号没有成对。
blocklist-refused-backslash = 「{ $entry }」里的反斜杠后面只能跟 <code>*</code>、<code>?</code>、引号或另一个反斜杠。
blocklist-refused-broad = 「{ $entry }」几乎什么都能匹配，请写得具体一些。
