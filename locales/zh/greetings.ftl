# 欢迎与告别。

help-welcome = 怎么欢迎新人
    .usage = [on | off | 原文]
    .example = on
help-setwelcome = 设置欢迎语
    .usage = [语言:en] 内容，或回复一条消息
    .example = 您好，欢迎进群！
help-resetwelcome = 恢复默认的欢迎语
help-goodbye = 有人退群时怎么告别
    .usage = [on | off | 原文]
    .example = on
help-setgoodbye = 设置告别语
    .usage = [语言:en] 内容，或回复一条消息
    .example = 再见，一切顺利！
help-resetgoodbye = 恢复默认的告别语

greetings-guest = { $person }
greetings-standard-welcome = { $rest ->
    [0] 👋 欢迎 { $guests }！
   *[other] 👋 欢迎 { $guests } 以及另外 { $rest } 位新朋友！
}
greetings-standard-goodbye = { $rest ->
    [0] { $guests }，再见，一切顺利！
   *[other] { $guests } 和另外 { $rest } 位，再见，一切顺利！
}
greetings-rules = 📜 群规
greetings-button = { $text }
greetings-welcome-on = 新人进群时会这样欢迎：
greetings-welcome-off = 目前不欢迎新人，发送 /welcome on 开启。效果如下：
greetings-goodbye-on = 有人退群时会这样告别：
greetings-goodbye-off = 目前不和退群的人告别，发送 /goodbye on 开启。效果如下：
greetings-set = { $language ->
    [any] ✅ 已保存，效果如下：
   *[other] ✅ 已保存，用于 Telegram 语言为「{ $language }」的人，效果如下：
}
greetings-reset = ✅ 已恢复我默认的说法。
greetings-source = { $language ->
    [any] 原文：
   *[other] 「{ $language }」的原文：
}
    <pre>{ $text }</pre>
greetings-no-source = 还没有自己写的内容，用的是我默认的说法。
greetings-text-missing = 要写什么？请写在命令后面，或回复一条消息发送 /{ $command }。
greetings-long = 太长了：含格式最多 { $most } 个字符（带图片或文件时最多 800 个）。
greetings-many-buttons = 按钮太多了，最多 { $most } 个。
greetings-bad-address = 「{ $address }」不是按钮能打开的网址。请这样写：<code>[我们的网站](buttonurl://example.org)</code>。
