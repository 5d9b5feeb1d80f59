# /rule: what I judge messages by, and how well.

help-rule = See, switch, change and try the automatic rules
    .usage = [rule [on | off | shadow | action … | set name value | backtest 7d name=value]]
    .example = flood backtest 7d messages=5

rule-list-title = ⚖️ <b>What I judge messages by</b>
rule-list-on = 🟢 <b>{ $name }</b> <code>{ $rule }</code>
rule-list-shadow = 👁 <b>{ $name }</b> <code>{ $rule }</code> (only watching)
rule-list-off = ⚪ <b>{ $name }</b> <code>{ $rule }</code> (off)
rule-list-line = { $rule } → { $action }
rule-list-record = <i>{ $record }</i>
rule-list-resting = ⚪ Off: { $rules }
rule-list-how = One rule: <code>/rule flood</code> · Try it on the past: <code>/rule backtest flood 7d messages=5</code>

rule-action = What follows: { $action }
rule-cites-none = 📖 It cites no rule of the group.
rule-spares = Leaves alone: { $spares }
rule-setting = · { $label } <code>{ $name }</code>: { $value }
rule-record = 30 days: fired { $fired ->
    [one] once
   *[other] { $fired } times
}, { $overturned } taken back, { $precision }% right
rule-record-waiting = 30 days: { $fired } waiting for a look
rule-record-shadow = 30 days: would have hit { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
rule-record-none = 30 days: nothing yet
rule-button-on = 🟢 Switch on
rule-button-shadow = 👁 Only watch
rule-button-off = ⚪ Switch off
rule-button-backtest = 🧪 Try on the last 7 days
rule-changed = ✅ Changed:

rule-unknown = I know no rule “{ $word }”. Did you mean { $near }?
rule-verb-unknown = I do not understand “{ $word }”. You can write <code>/rule { $rule } on</code>, <code>off</code>, <code>shadow</code>, <code>action mute 6h</code>, <code>set name value</code> or <code>backtest 7d</code>.
rule-action-unclear = “{ $word }” is no action. Write for example warn, delete, <code>mute 6h</code>, <code>ban 7d</code>, kick or review.
rule-draft-unclear = I do not understand “{ $word }” there. Write changes like <code>messages=5</code>.
