# Words that every feature uses.

common-span-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
common-span-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
common-span-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
common-span-seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}

common-nameless = someone

common-role-member = member
common-role-specialist = specialist
common-role-manager = manager
common-role-director = director
common-role-owner = owner

common-none = none

common-not-allowed = This takes the role “{ $role }” or above. /roles shows whom you can ask.
common-bot-right-missing = I cannot do this yet: I lack the admin right “{ $right }”. Please give it to me in the group’s administrator settings and try again.
common-target-needed = Whom do you mean? Reply to one of their messages, or write their @username or numeric id after the command.
common-target-unknown = I have not met “{ $name }” in this group yet. Reply to one of their messages instead.
common-duration-bad = Please write the time like <code>45s</code>, <code>10m</code>, <code>3h</code>, <code>2d</code>, <code>1w</code> or <code>1h15m</code>: at least 30 seconds, at most 366 days.
common-only-in-group = This is about a group: please send it there.
common-only-in-private = Let us do this in a private chat: open me and send it there.
common-connect-first = Which group do you mean? Send /settings in that group and press “Continue in private”.
common-button-expired = This button has expired. Please send the command again.
common-button-not-yours = This button is for somebody else.

# Admin rights by the names Telegram gives them.
common-right-can-delete-messages = delete messages
common-right-can-restrict-members = ban users
common-right-can-pin-messages = pin messages
common-right-can-invite-users = invite users via link
common-right-can-manage-topics = manage topics
