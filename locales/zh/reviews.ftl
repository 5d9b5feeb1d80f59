# 需要管理员来决定的事。

reviews-title = 👀 <b>{ $chat }</b>：请看一下
reviews-found = { $person }（<code>{ $id }</code>）：{ $because }。我还没有处理。
reviews-about = { $person }（<code>{ $id }</code>）：{ $because }
reviews-text = <blockquote>{ $text }</blockquote>
reviews-link = <a href="{ $link }">查看消息</a>

help-reviews = 查看等待管理员过目的内容

reviews-button-warn = 🗑 删除并警告
reviews-button-ban = ⛔ 封禁
reviews-button-fine = ✅ 没问题
reviews-done-warn = 🗑 { $by } 已删除并警告。
reviews-done-ban = ⛔ { $by } 已封禁。
reviews-done-fine = ✅ { $by } 认为没问题。
reviews-decided = 已经有人决定了。
reviews-none = ✅ 没有需要过目的内容。
reviews-list = 👀 <b>待过目</b> { $count }
reviews-list-line = { $place }. { $person } · { $rule } · { $at }
