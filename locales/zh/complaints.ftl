# /report、「举报」与 @admin，以及管理员收到的单子。

help-report = 请管理员看一条消息：回复它，也可以写 @admin
    .usage = [理由]
    .example = 广告

complaints-title = 🚩 <b>{ $chat }</b>：有消息被举报
complaints-about = 作者：{ $person }（<code>{ $id }</code>）
complaints-by = 举报人：{ $person }
complaints-by-because = 举报人：{ $person }，理由：{ $reason }
complaints-more = … 还有 { $count } 人
complaints-button-remove = 🗑 删除
complaints-button-warn = ⚠️ 警告
complaints-button-mute = 🔇 禁言
complaints-button-ban = ⛔ 封禁
complaints-button-dismiss = ✖️ 忽略
complaints-decided = ✅ { $decision }：{ $actor }
complaints-done-remove = 已删除
complaints-done-warn = 已警告作者
complaints-done-mute = 已禁言作者
complaints-done-ban = 已封禁作者
complaints-done-dismiss = 没有问题
complaints-asked = 消息已删除，封禁要等另一位管理员确认
complaints-thanks = 🙏 谢谢，已经告诉管理员了。
complaints-which = 请回复您所指的那条消息，再写「举报」或 @admin。
complaints-off = 本群没有开启举报，请直接联系管理员。
complaints-self = 这是您自己的消息，直接删除就好。
complaints-admin = 那是管理本群的人发的，不能举报。
complaints-too-many = 一小时内已举报 { $most } 次了，请给管理员一点时间。
complaints-decided-already = 管理员已经处理过那条消息了。
complaints-nobody = 我暂时联系不到管理员，请直接给其中一位留言。
