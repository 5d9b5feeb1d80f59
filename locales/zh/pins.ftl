# /pin、/unpin、/pinned。

help-pin = 置顶一条消息：回复它
    .usage = [通知]
    .example = 通知
help-unpin = 取消置顶：所回复的、最近一条，或全部
    .usage = [全部]
    .example = 全部
help-pinned = 找到置顶消息

pins-removed = 📌 已取消置顶。
pins-none-left = 📌 已全部取消置顶。
pins-which = 是哪一条？请回复那条置顶消息，或发送 <code>/unpin all</code>。
pins-newest = 📌 <a href="{ $link }">置顶消息</a>
pins-newest-basic = 📌 就在本群顶部。
pins-unknown = 我还没在这里见过置顶消息。
