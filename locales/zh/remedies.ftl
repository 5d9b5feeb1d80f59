# 怎样改一下就能避免误判。

remedies-title = 💡 <b>{ $chat }</b>：要不要调整一下？
remedies-because = 「{ $rule }」误判了 { $person }，已经撤销。这样改就能避免：
remedies-add-links = 放行 { $value }
remedies-remove-blocklist = 不再屏蔽「{ $value }」
remedies-put-flood = 刷屏上限放宽到 { $value } 条
remedies-add-invites = 放行 @{ $value }
remedies-remove-links = 不再禁止 { $value }
remedies-put-mentions = 提及上限放宽到 { $value } 人
remedies-put-repeats = 同样的话放宽到 { $value } 次
remedies-approve = 规则不再管这位成员
remedies-leave = 先不改
remedies-taken = ✅ 已调整：{ $change }
remedies-left = 保持不变。
remedies-done-before = 已经改过了。
