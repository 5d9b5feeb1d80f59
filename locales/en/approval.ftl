# /approve, /unapprove, /approved, /trust.

help-approve = Let the automatic rules leave a member alone
    .usage = @name [reason]
    .example = @alice our translator
help-unapprove = Let the rules hold for a member again
    .usage = @name [reason]
    .example = @alice
help-approved = See who is approved
help-trust = See how far a member is trusted, and why
    .usage = @name
    .example = @alice

approval-given = ✅ The automatic rules leave { $person } alone from now on. Your own commands still work.
approval-taken = ✅ The rules hold for { $person } again.
approval-already = { $person } is approved already.
approval-not = { $person } is not approved.
approval-channel = Only members can be approved or trusted, not channels.
approval-title = ✅ { $count ->
    [one] One approved member:
   *[other] { $count } approved members:
}
approval-line = · { $name } (<code>{ $id }</code>), since { $at }
approval-more = … and { $count } more
approval-nobody = Nobody is approved here. /approve changes that.
approval-trusted = 🟢 { $person } is trusted.
approval-untrusted = ⚪ { $person } is not trusted yet.
approval-messages = Messages that say something: { $count } (needed: { $wanted })
approval-days = Days: { $count } (needed: { $wanted }), counted from { $since }
approval-lost = Lost trust by breaking a rule: { $at }
approval-approved = Approved by { $by }: { $at }
