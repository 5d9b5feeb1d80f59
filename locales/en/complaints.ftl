# /report and @admin, and the tickets managers get.

help-report = Show the admins a message: reply to it, also with @admin
    .usage = [reason]
    .example = an ad

complaints-title = 🚩 <b>{ $chat }</b>: a message was reported
complaints-about = By { $person } (<code>{ $id }</code>)
complaints-by = Reported by { $person }
complaints-by-because = Reported by { $person }: { $reason }
complaints-more = … and { $count ->
    [one] one more
   *[other] { $count } more
}
complaints-button-remove = 🗑 Remove
complaints-button-warn = ⚠️ Warn
complaints-button-mute = 🔇 Mute
complaints-button-ban = ⛔ Ban
complaints-button-dismiss = ✖️ Dismiss
complaints-decided = ✅ { $decision }: { $actor }
complaints-done-remove = Removed
complaints-done-warn = Author warned
complaints-done-mute = Author muted
complaints-done-ban = Author banned
complaints-done-dismiss = Nothing to object to
complaints-asked = Message removed; a second manager is asked about the ban
complaints-thanks = 🙏 Thank you, the admins have been told.
complaints-which = Please reply to the message you mean, and write /report or @admin.
complaints-off = Reports are switched off here. Please write to an admin.
complaints-self = That is your own message; you can simply delete it.
complaints-admin = That was written by somebody who runs this group, so I cannot report it.
complaints-too-many = That is { $most } reports within an hour; please give the admins a moment.
complaints-decided-already = The admins have decided about that message already.
complaints-nobody = I can reach no admin at the moment. Please write to one of them.
