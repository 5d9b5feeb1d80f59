# 违规之后怎么处理：用在设置、警告和列表里。

actions-review = 交管理员查看
actions-delete = 只删除消息
actions-warn = 警告
actions-restrict = 禁发媒体
actions-restrict-for = 禁发媒体 { $span }
actions-mute = 禁言
actions-mute-for = 禁言 { $span }
actions-kick = 移出本群
actions-ban = 封禁
actions-ban-for = 封禁 { $span }
actions-silently = { $action }（静默）
actions-keeping = { $action }，消息保留
