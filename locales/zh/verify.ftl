# /verify

help-verify = 检查我在本群能做什么

verify-title = <b>我在本群能做什么</b>
verify-good = ✅ { $finding }
verify-bad = ❌ { $finding }
verify-note = ℹ️ { $finding }
verify-sound = 一切正常。
verify-to-mend = 请处理带 ❌ 的各项，然后再发一次 /verify。

verify-unreachable = 我无法在这里发言。请重新把我加进来并设为管理员。
verify-basic-group = 这是普通群，Telegram 不允许机器人在这里限制成员。请升级为超级群：在群设置里把聊天记录设为对新成员可见。
verify-not-admin = 我还不是管理员。群设置 → 管理员 → 添加我。
verify-right = 有「{ $right }」权限，可以{ $use }。
verify-right-missing = 缺少「{ $right }」权限，我无法{ $use }。群设置 → 管理员 → 我 → 打开这一项。
verify-use-can-delete-messages = 删除违规消息
verify-use-can-restrict-members = 禁言和封禁
verify-use-can-pin-messages = 置顶消息
verify-use-can-invite-users = 看出成员来自哪个邀请链接
verify-too-much = 我有添加管理员的权限。我用不到它，请关掉。
verify-reads = 我能看到所有消息。
verify-blind = 隐私模式让我看不到大部分消息。请把我设为管理员；或者向 @BotFather 发送 /setprivacy，选择 Disable，再重新把我加进群。
verify-digest = 每天 { $time }（{ $timezone }）发布日报。
verify-digest-off = 日报已关闭。发送 <code>/set digest.enabled on</code> 即可打开。
verify-log = 我的操作会记录到「{ $chat }」。
verify-log-off = 还没有日志频道。先在频道里把我设为管理员，再发送 <code>/set log_chat @频道</code>。
verify-log-unreachable = 我无法在日志频道 { $chat } 发言。请在那里把我设为管理员。
