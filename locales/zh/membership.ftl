membership-hello-group =
    👋 大家好，我是群管家。群规、活动、数据、每天早上的日报，都交给我。
    { $status ->
        [administrator] 谢谢您把我设为管理员。发 /verify 看看还差什么，发 /settings 看我能做什么。
       *[member] 请群主把我设为管理员，并允许删除消息、封禁成员、置顶消息。设好后发 /verify 看看还差什么，发 /settings 看我能做什么。
    }
membership-hello-private = 私聊设置
