# Once a week: which rules to switch.

proposals-title = 💡 <b>{ $chat }</b>: a proposal
proposals-on = “{ $rule }” has only watched so far. In 30 days it would have hit { $hits } messages of { $members ->
    [one] { $members } member
   *[other] { $members } members
}, { $trusted } of them trusted. Shall I switch it on?
proposals-shadow = Of “{ $rule }” { $overturned } of { $decided } decisions were taken back within 30 days. Shall it only watch for now?
proposals-take = ✅ Do it
proposals-leave = Not now
proposals-taken-on = 🟢 “{ $rule }” acts from now on.
proposals-taken-shadow = 👁 “{ $rule }” only watches from now on.
proposals-left = “{ $rule }” stays as it is.
proposals-stale = Somebody has switched this rule since; /rule shows how it stands.
