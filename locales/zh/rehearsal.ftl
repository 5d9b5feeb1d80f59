# 规则生效前，先拿以前的消息试一遍。

rehearsal-started = ⏳ 正在用最近 { $span }的消息试跑「{ $rule }」，结果会发在这里。
rehearsal-impossible = 「{ $rule }」没法用以前的消息试跑：它看的是名字，而我不保存大家曾用的名字。可以先让它只观察一阵。
rehearsal-title = 🧪 <b>「{ $rule }」试跑 · 最近 { $span }</b>
rehearsal-draft = 按 <code>{ $changes }</code>
rehearsal-nothing = 这段时间没有消息。
rehearsal-none = { $messages } 条消息里一条也不会命中。
rehearsal-hits = { $messages } 条消息里会命中 <b>{ $hits } 条</b>，涉及 { $members } 位成员。
rehearsal-who = 其中 { $trusted } 位已获信任，{ $proven } 位是核心成员。
rehearsal-also-now = 现在的规则也会命中其中 { $count } 条。
rehearsal-only-now = 现在会命中的 { $count } 条将不再处理。
rehearsal-same = 和现在的规则命中的完全一样。
rehearsal-examples = 例如：
rehearsal-example = • { $person }：{ $text }
rehearsal-approximate = <i>信任和身份按今天的算，编辑过的消息按最后的内容算。</i>
rehearsal-untaught = <i>信任和身份按今天的算，没有算入本群教过的垃圾消息判断。</i>
rehearsal-textless = <i>有 { $count } 条的原文已不再保存，无法检查其中的词句。</i>
