# 每周一次：建议开关哪些规则。

proposals-title = 💡 <b>{ $chat }</b>：有个建议
proposals-on = 「{ $rule }」一直只在观察。近 30 天本会命中 { $members } 位成员的 { $hits } 条消息，其中 { $trusted } 位已获信任。要开启吗？
proposals-shadow = 「{ $rule }」近 30 天有 { $decided } 次处理经人判断，其中 { $overturned } 次被撤销。要先改为只观察吗？
proposals-take = ✅ 就这么办
proposals-leave = 先不改
proposals-taken-on = 🟢 「{ $rule }」已开启。
proposals-taken-shadow = 👁 「{ $rule }」已改为只观察。
proposals-left = 「{ $rule }」保持不变。
proposals-stale = 这条规则后来有人调整过，发送 /rule 可以查看现状。
