# /window：让几条规则休息一会儿。

help-window = 让几条规则休息一会儿
    .usage = [时长 规则 … [因为 原因] | 结束]
    .example = 2小时 flood links 因为 抢答活动

windows-line = 🪟 { $rules } 暂停到 { $until }，到时自动恢复。
windows-line-reason = 🪟 { $rules } 暂停到 { $until }（{ $reason }），到时自动恢复。
windows-ended = 🛡 已恢复：{ $rules }。
windows-none = 所有规则都照常执行。
windows-how = 让规则休息一会儿：<code>/window 2小时 flood links 因为 抢答活动</code>；提前恢复：<code>/window 结束</code>。
windows-too-long = 太久了，规则最多休息 { $longest }。
