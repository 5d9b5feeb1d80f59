# What follows when a rule is broken, as it stands in settings, warnings and lists.

actions-review = a look by the managers
actions-delete = only the message goes
actions-warn = a warning
actions-restrict = no media
actions-restrict-for = no media for { $span }
actions-mute = a mute
actions-mute-for = a mute of { $span }
actions-kick = removal from the group
actions-ban = a ban
actions-ban-for = a ban of { $span }
actions-silently = { $action }, silently
actions-keeping = { $action }; the message stays
