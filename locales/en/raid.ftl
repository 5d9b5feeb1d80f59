# Many people come at once.

help-raid = Close the group when many come at once
    .usage = [on | off] [2h]
    .example = on 2h
help-antiraid = The same as /raid
    .usage = [on | off] [2h]
    .example = on 2h

raid-begun = 🛡 Many people are coming in at once, so the group is closed for now. It opens again by itself, at { $until } at the latest.
raid-over = 🛡 It is calm again: the group is open. Thank you for your patience.
raid-ticket = { $joins ->
    [one] 🛡 <b>{ $chat }</b>: a join within a minute was one too many. I closed the group until { $until }; who comes now waits.
   *[other] 🛡 <b>{ $chat }</b>: { $joins } joins within a minute look like a raid. I closed the group until { $until }; who comes now waits.
}
raid-then = If nobody decides, I { $ending }.
raid-ending-kick = remove those who came then; they may come back
raid-ending-ban = ban those who came then for a while
raid-ending-admit = let those who came in then
raid-button-end = ✅ End now
raid-button-ban = ⛔️ Ban all who joined
raid-button-ban-sure = { $count ->
    [one] ⛔️ Yes, ban the one who joined
   *[other] ⛔️ Yes, ban all { $count } who joined
}
raid-button-admit = 🚪 Let them in
raid-sure = { $count ->
    [one] One person came in since it began. Ban them, and whoever still comes?
   *[other] { $count } people came in since it began. Ban them all, and whoever still comes?
}
raid-banned-by = { $count ->
    [one] ⛔️ { $name } has the one who came banned, and whoever still comes.
   *[other] ⛔️ { $name } has all { $count } who came banned, and whoever still comes.
}
raid-admitted-by = { $count ->
    [one] 🚪 { $name } let the one who came in. The group stays closed until the end.
   *[other] 🚪 { $name } let all { $count } who came in. The group stays closed until the end.
}
raid-ended-by = ✅ { $name } ended it.
raid-none = There is no raid now, the group is not closed.
raid-already = The group is closed already. /raid off opens it.
raid-by-hand = 🛡 The group is closed until { $until }. Who comes now waits for your decision.
raid-closing-now = ✅ It ends now. The group opens as soon as those who came are seen to.
raid-state-on = 🛡 The group is closed because of a raid. /raid off opens it.
raid-state-off = { $joins ->
    [0] All is calm. I do not watch for raids: raid.joins is 0.
   *[other] All is calm. From { $joins } joins within a minute on I close the group; /raid on does it at once.
}
