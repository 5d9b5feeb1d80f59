# 群管理：规则自动处理时说的话，/warn、/mute、/ban 等命令，日志会话。

help-warn = 警告一位成员
    .usage = @用户名 [#群规] [理由]
    .example = @alice #2 请别刷屏
help-unwarn = 撤销最近一次警告
    .usage = @用户名 [理由]
    .example = @alice 误会
help-warns = 查看一位成员的警告
    .usage = @用户名
    .example = @alice
help-mute = 禁言一位成员
    .usage = @用户名 [时长] [#群规] [理由]
    .example = @alice 2小时 #2 刷屏
help-restrict = 只准一位成员发文字
    .usage = @用户名 [时长] [#群规] [理由]
    .example = @alice 1天 #2 贴纸刷屏
help-resetwarns = 清除全部警告
    .usage = @用户名 [理由]
    .example = @alice 重新开始
help-unmute = 解除禁言
    .usage = @用户名 [理由]
    .example = @alice
help-ban = 封禁一位成员或频道
    .usage = @用户名 [时长] [#群规] [理由]
    .example = @alice 7天 #3 广告
help-unban = 解除封禁
    .usage = @用户名 [理由]
    .example = @alice
help-kick = 移出群，之后还能再加入
    .usage = @用户名 [理由]
    .example = @alice 请先看群规

# 自动处理时发在群里。
moderation-notice = 🛡 { $person }，您的消息已删除：{ $because }。
moderation-notice-kept = 🛡 { $person }，您的消息违反了群规：{ $because }。
moderation-quote = 「<code>{ $text }</code>」
moderation-step-warn = ⚠️ { $days } 天内第 { $count }/{ $limit } 次警告，满 { $limit } 次后：{ $top }。
moderation-step-top = ⛔ { $days } 天内第 { $count }/{ $limit } 次警告，现在：{ $top }。之后警告清零，重新开始。
moderation-step-unmuted = ⚠️ { $days } 天内第 { $count }/{ $limit } 次警告。普通群里没法禁言，接下来由管理员决定。
moderation-step-delete = 这次只删除消息，不计警告。
moderation-step-kick = 👋 已移出本群，看过群规后欢迎再来。
moderation-step-ban = ⛔ 已封禁，管理员可以解除。
moderation-step-restrict-until = 🖼 { $span }内只能发文字，{ $until } 自动恢复。
moderation-step-mute-until = 🔇 禁言 { $span }，{ $until } 自动解除。
moderation-step-ban-until = ⛔ 封禁 { $span }，{ $until } 自动解除。

# 管理员处理时的回复。
moderation-done-warn = ⚠️ { $person } 收到警告：{ $days } 天内第 { $count }/{ $limit } 次，满 { $limit } 次后：{ $top }。
moderation-done-top = ⛔ { $person } 收到警告：{ $days } 天内第 { $count }/{ $limit } 次，现在：{ $top }。警告随后清零，重新计算。
moderation-done-unmuted = ⚠️ { $person } 收到警告：{ $days } 天内第 { $count }/{ $limit } 次。普通群里没法禁言，接下来由你决定。
moderation-done-restrict-until = 🖼 { $person } 在 { $span }内只能发文字，{ $until } 自动恢复。
moderation-done-delete = 🗑 { $person } 的一条消息已删除。
moderation-done-mute-until = 🔇 { $person } 已被禁言 { $span }，{ $until } 自动解除。
moderation-done-kick = 👋 { $person } 已被移出本群。
moderation-done-ban = ⛔ { $person } 已被封禁。
moderation-done-ban-until = ⛔ { $person } 已被封禁 { $span }，{ $until } 自动解除。
moderation-done-unwarn = ✅ { $person } 的最近一次警告已撤销，还有 { $count }/{ $limit } 次。
moderation-done-resetwarns = ✅ { $person } 的 { $count } 次警告已全部撤销。
moderation-done-unmute = ✅ { $person } 可以发言了。
moderation-done-unban = ✅ { $person } 已解除封禁，可以重新加入。
moderation-done-unban-channel = ✅ { $person } 可以在这里发言了。

moderation-reason = 理由：{ $reason }
moderation-undo = ↩️ 撤销
moderation-anonymous = 匿名管理员
moderation-undone-by = 操作人：{ $actor }

moderation-warns = ⚠️ { $person } 目前有 { $count }/{ $limit } 次警告：
moderation-warns-line = { $place }. { $at }
moderation-warns-rule = { $line } · 第 { $number } 条
moderation-warns-reason = { $line } · { $reason }
moderation-warns-none = { $person } 目前没有警告。

moderation-answer-needed = 请回复您所指的那条消息，再发送这个命令。
moderation-too-old = 那条消息已超过两天，Telegram 不再允许机器人删除，只能由管理员手动删除。
moderation-notice-place = 在「<b>{ $chat }</b>」：

# 处理老成员需要第二位管理员。
moderation-second-asked = 🤝 { $person } 受信任或入群已久，要先请另一位管理员确认（{ $action }）。在那之前什么都不会发生；一天内有效。
moderation-second-ticket = 🤝 <b>{ $chat }</b>：{ $actor } 提出{ $action }：{ $person }（<code>{ $id }</code>），这位成员受信任或入群已久。需要另一位管理员同意；目前什么都还没做，一天内有效。
moderation-second-confirm = ✅ 确认
moderation-second-by = 提出：{ $first }，确认：{ $second }
moderation-second-same = 需要由提出者以外的人来确认。
moderation-second-over = 这件事已有结果，或已超过一天。
moderation-second-anonymous = 处理老成员需要两位具名的管理员，请不要匿名，以本人身份操作。
moderation-second-nobody = 处理老成员需要另一位管理员同意，而我联系不到其他管理员，请先设置管理员会话：<code>/set staff_chat</code> 加上它的 ID。

moderation-refused-bot = 这是我自己呀，换一位吧。
moderation-refused-self = 不能对自己这么做。
moderation-refused-admin = { $person } 是管理员，或身份不低于您，我不能这么做。
moderation-refused-telegram = 这是 Telegram 的系统账号，我不能对它这么做。
moderation-refused-own-channel = 这是以本群或关联频道名义发言的管理员，我不能这么做。
moderation-refused-basic = Telegram 只允许在超级群里禁言。管理员在群设置里打开「新成员可见历史消息」，就能升级成超级群。
moderation-refused-channel = 对频道只能封禁：<code>/ban</code>。警告、禁言和移出只对成员有效。

# 日志会话。
moderation-by-itself = 自动处理
moderation-log-delete = 🗑 删除消息：{ $person }（<code>{ $id }</code>）· { $actor }
moderation-log-warn = ⚠️ 警告：{ $person }（<code>{ $id }</code>）· { $actor }
moderation-log-restrict = 🖼 禁发媒体：{ $person }（<code>{ $id }</code>）· { $actor }
moderation-log-mute = 🔇 禁言：{ $person }（<code>{ $id }</code>）· { $actor }
moderation-log-kick = 👋 移出：{ $person }（<code>{ $id }</code>）· { $actor }
moderation-log-ban = ⛔ 封禁：{ $person }（<code>{ $id }</code>）· { $actor }
moderation-log-unwarn = ↩️ 撤销警告：{ $person }（<code>{ $id }</code>）· { $actor }
moderation-log-resetwarns = ↩️ 撤销全部警告：{ $person }（<code>{ $id }</code>）· { $actor }
moderation-log-unmute = ↩️ 解除禁言：{ $person }（<code>{ $id }</code>）· { $actor }
moderation-log-unban = ↩️ 解除封禁：{ $person }（<code>{ $id }</code>）· { $actor }
