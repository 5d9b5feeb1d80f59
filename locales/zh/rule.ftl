# /rule：用哪些规则判断消息，效果如何。

help-rule = 查看、开关、调整、试跑自动规则
    .usage = [规则 [开 | 关 | 观察 | 处理 … | 设置 名称 值 | 试跑 7天 名称=值]]
    .example = flood 试跑 7天 messages=5

rule-list-title = ⚖️ <b>自动规则</b>
rule-list-on = 🟢 <b>{ $name }</b> <code>{ $rule }</code>
rule-list-shadow = 👁 <b>{ $name }</b> <code>{ $rule }</code>（只观察）
rule-list-off = ⚪ <b>{ $name }</b> <code>{ $rule }</code>（关闭）
rule-list-line = { $rule } → { $action }
rule-list-record = <i>{ $record }</i>
rule-list-resting = ⚪ 关闭：{ $rules }
rule-list-how = 看一条：<code>/rule flood</code> · 拿以前的消息试跑：<code>/rule 试跑 flood 7天 messages=5</code>

rule-action = 处理：{ $action }
rule-cites-none = 📖 不引用群规。
rule-spares = 不管：{ $spares }
rule-setting = · { $label } <code>{ $name }</code>：{ $value }
rule-record = 近 30 天：命中 { $fired } 次，撤销 { $overturned } 次，准确率 { $precision }%
rule-record-waiting = 近 30 天：{ $fired } 条等待过目
rule-record-shadow = 近 30 天：本会命中 { $count } 条
rule-record-none = 近 30 天：还没有命中
rule-button-on = 🟢 开启
rule-button-shadow = 👁 只观察
rule-button-off = ⚪ 关闭
rule-button-backtest = 🧪 用最近 7 天试跑
rule-changed = ✅ 已调整：

rule-unknown = 没有叫「{ $word }」的规则，您是指 { $near } 吗？
rule-verb-unknown = 没看懂「{ $word }」。可以这样写：<code>/rule { $rule } 开</code>、<code>关</code>、<code>观察</code>、<code>处理 禁言 6小时</code>、<code>设置 名称 值</code>、<code>试跑 7天</code>。
rule-action-unclear = 「{ $word }」不是处理方式。例如：警告、删除、<code>禁言 6小时</code>、<code>封禁 7天</code>、移出、审核。
rule-draft-unclear = 没看懂「{ $word }」。要改的请写成 <code>messages=5</code> 这样。
