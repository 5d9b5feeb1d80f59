# 各功能共用的词句。

common-span-days = { $count } 天
common-span-hours = { $count } 小时
common-span-minutes = { $count } 分钟
common-span-seconds = { $count } 秒

common-nameless = 某位成员

common-role-member = 成员
common-role-specialist = 运营专员
common-role-manager = 运营经理
common-role-director = 运营总监
common-role-owner = 群主

common-none = 无

common-not-allowed = 这一步需要「{ $role }」及以上的身份。发送 /roles 看看可以请谁帮忙。
common-bot-right-missing = 我还做不到：缺少「{ $right }」这项管理员权限。请在群的管理员设置里给我打开，再试一次。
common-target-needed = 您指的是哪一位？请回复对方的一条消息，或在命令后写上 @用户名 或数字 ID。
common-target-unknown = 我在本群还没见过「{ $name }」，请改为回复对方的一条消息。
common-duration-bad = 时长请这样写：<code>10分钟</code>、<code>3小时</code>、<code>2天</code>、<code>1周</code>，或 <code>45s</code>、<code>1h15m</code>，最短 30 秒，最长 366 天。
common-only-in-group = 这个命令要在群里用，请到群里发送。
common-only-in-private = 这件事我们私下聊：请打开与我的私聊再发送。
common-connect-first = 您想管理哪个群？请到那个群里发送 /settings，再点「私聊里继续」。
common-button-expired = 这个按钮已过期，请重新发送命令。
common-button-not-yours = 这个按钮是给别人的。

# 管理员权限，用 Telegram 界面上的叫法。
common-right-can-delete-messages = 删除消息
common-right-can-restrict-members = 封禁用户
common-right-can-pin-messages = 置顶消息
common-right-can-invite-users = 通过链接邀请用户
common-right-can-manage-topics = 管理话题
