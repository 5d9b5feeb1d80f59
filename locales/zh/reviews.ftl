# 需要管理员来决定的事。

reviews-title = 👀 <b>{ $chat }</b>：请看一下
reviews-found = { $person }（<code>{ $id }</code>）：{ $because }。我还没有处理。
reviews-text = <blockquote>{ $text }</blockquote>
reviews-link = <a href="{ $link }">查看消息</a>
