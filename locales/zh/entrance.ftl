# 新人验证。

entrance-hello = 👋 { $person }，欢迎来到 <b>{ $chat }</b>！请先在 { $left } 内完成一个小验证。
entrance-button = 请点一下按钮，证明您不是机器人。
entrance-human = 我是真人
entrance-rules = 没有问题的话，请点一下按钮。
entrance-accept = 我接受群规
entrance-arithmetic = <b>{ $first } + { $second }</b> 等于几？
entrance-picture = 图里是哪个数字？
entrance-question = 第 { $place }/{ $count } 题：<b>{ $text }</b>
entrance-option = { $text }
entrance-tries-left = { $count ->
   *[other] 答错了，还可以试 { $count } 次。
}
entrance-next = 好的，下一题。
entrance-passed = 谢谢，请进！
entrance-wrong = 不太对，请再试一次。
entrance-failed = 这次没有通过。您可以重新进群再试。
entrance-approved = ✅ 好了，您已进入 <b>{ $chat }</b>，玩得开心！
entrance-declined = 这次没有通过。您随时可以再次申请加入 <b>{ $chat }</b>。
