# /purge、/del：手动删除消息。

help-purge = 从某条消息起全部删除，或删除最近若干条
    .usage = [条数]，或回复要删除的第一条消息
    .example = 20
help-del = 删除一条消息：回复它
    .usage = [#群规] [理由]
    .example = #3 广告

purge-done = 🧹 已删除 { $count } 条消息。
purge-from-where = 从哪里开始？请回复要删除的第一条消息，或写明条数：<code>/purge 20</code>。
purge-nothing = 没有可以删除的了：Telegram 只允许我删除两天以内的消息。
purge-too-many = 这超过 { $most } 条了。请分几次清理，以免误删。
