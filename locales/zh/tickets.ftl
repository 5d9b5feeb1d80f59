# 管理员要决定时看到的内容。

tickets-rule = 触发规则：{ $rule }
tickets-quote = 「<code>{ $text }</code>」
tickets-links = 🔗 <code>{ $links }</code>
tickets-until = 至 { $until }
tickets-trusted = 已获信任
tickets-not-trusted = 尚未获信任
tickets-standing = 👤 此前发言 { $messages } 条 · { $trust }
tickets-standing-joined = 👤 此前发言 { $messages } 条 · { $trust } · { $joined } 入群
tickets-first = 📄 此前没有记录。
tickets-earlier = 📄 此前记录：
    { $lines }
tickets-earlier-line = · { $at } · { $act } · { $state }
tickets-state-open = 待查看
tickets-state-standing = 有效
tickets-state-upheld = 已确认
tickets-state-overturned = 已撤销
tickets-button-show = 👁 { $place }
