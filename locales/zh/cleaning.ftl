# /slowmode、/cleanservice、/cleancommands、/setactiontopic。

help-slowmode = 慢速模式：每人隔一段时间发一条
    .usage = [30秒 | 5分钟 | off]
    .example = 30秒
help-cleanservice = 删除系统消息：谁进群、置顶了什么……
    .usage = [on | off | 种类]
    .example = 入群 退群 置顶
help-cleancommands = 命令得到答复后删除
    .usage = [members | all | off]
    .example = members
help-setactiontopic = 把处理提示发到这个话题
    .usage = [off]
    .example = off

cleaning-slow-on = 🐢 慢速模式已开启：每人每 { $span }发一条。
cleaning-slow-off = 🐇 慢速模式已关闭。
cleaning-slow-refused = 请写 { $least }到 { $most }之间的时长，如 <code>/slowmode 30秒</code>，或 <code>/slowmode off</code>。

cleaning-set = 🧹 已设为：<b>{ $value }</b>
cleaning-now = 🧹 当前：<b>{ $value }</b>
cleaning-now-kinds = 🧹 当前：<b>{ $value }</b>
    种类：<code>{ $kinds }</code>
cleaning-topic-here = 📍 以后处理提示都发在这个话题里。
cleaning-topic-off = 📍 在哪里发生，就在哪里提示。
cleaning-no-topic = 请在要接收提示的话题里发送；<code>/setactiontopic off</code> 则在哪里发生就在哪里提示。
