# /moderators：谁处理过什么，效果如何。

help-moderators = 查看每位管理员处理了多少、撤销了多少
    .usage = [时长]
    .example = 30天

moderators-title = 👮 <b>最近 { $span }的群管理</b>
moderators-rules = 🤖 规则自动处理
moderators-line = { $who }：处理 { $actions } 次，撤销 { $overturned } 次（{ $percent }%）
moderators-line-after = { $line }，一般在 { $after }内处理
moderators-none = 这段时间没有处理过什么。
