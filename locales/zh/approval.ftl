# /approve、/unapprove、/approved、/trust。

help-approve = 放行一位成员，自动规则不再管
    .usage = @用户名 [理由]
    .example = @alice 我们的翻译
help-unapprove = 取消放行
    .usage = @用户名 [理由]
    .example = @alice
help-approved = 查看放行了谁
help-trust = 查看一位成员的信任度及原因
    .usage = @用户名
    .example = @alice

approval-given = ✅ 自动规则不再管 { $person } 了。您手动的命令照样有效。
approval-taken = ✅ 规则对 { $person } 重新生效。
approval-already = { $person } 已经放行过了。
approval-not = { $person } 没有被放行。
approval-channel = 只有成员可以放行或受信任，频道不行。
approval-title = ✅ 已放行 { $count } 位成员：
approval-line = · { $name }（<code>{ $id }</code>），{ $at } 起
approval-more = … 还有 { $count } 位
approval-nobody = 这里还没有放行任何人，可用 /approve 放行。
approval-trusted = 🟢 { $person } 受信任。
approval-untrusted = ⚪ { $person } 还没有赢得信任。
approval-messages = 言之有物的消息：{ $count } 条（需 { $wanted } 条）
approval-days = 天数：{ $count } 天（需 { $wanted } 天），从 { $since } 算起
approval-lost = 因违规失去信任：{ $at }
approval-approved = 由 { $by } 放行：{ $at }
