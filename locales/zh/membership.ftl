membership-hello-group =
    👋 大家好，我是 <b>{ $name }</b>。群规、活动、数据、每天早上的日报，都交给我。
    { $status ->
        [administrator] 谢谢您把我设为管理员。发送 /verify 看看还差什么，/settings 调整设置，/help 看其余功能。
       *[member] 请群主把我设为管理员，并允许删除消息、封禁成员、置顶消息。设好后发送 /verify 看看还差什么，/settings 调整设置，/help 看其余功能。
    }
membership-hello-channel =
    我可以在「{ $chat }」发言了。想让某个群用上它，请在那个群里发送：
    <code>/set log_chat { $id }</code> 管理操作记到这里
    <code>/digest to { $id }</code> 日报发到这里
membership-hello-private = 到私聊里设置 ↗
