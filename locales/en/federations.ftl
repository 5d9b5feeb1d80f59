# Groups that share bans: /newfed, /joinfed, /fedban and the like.

help-section-sharing = <b>Shared bans</b>

help-newfed = Found a federation of groups that share bans
    .usage = name
    .example = City groups
help-joinfed = Let this group share a federation’s bans
    .usage = id
    .example = 3f2a9c81d04e4b7fa6c25e9b7d1f8a60
help-leavefed = Share the federation’s bans no more
help-fedinfo = This group’s federation
help-fedadmins = Who may ban for the federation
help-fedpromote = Let somebody ban for the federation
    .usage = @name
    .example = @alice
help-feddemote = Let somebody ban for it no more
    .usage = @name
    .example = @alice
help-fedban = Ban somebody in all groups of the federation
    .usage = @name [reason]
    .example = @spammer selling accounts
help-unfedban = Lift a ban in all groups of the federation
    .usage = @name
    .example = @alice
help-fedbans = Whom the federation has banned
    .usage = [export]
    .example = export
help-fedimport = Ban everybody on a list; answer to the list
    .usage = [list]
help-fedstat = Whether somebody is banned by the federation, and why
    .usage = [@name]
    .example = @alice
help-fedignore = Leave somebody alone here whom the federation has banned
    .usage = @name [off]
    .example = @alice

federations-founded = 🤝 <b>{ $name }</b> is founded, and you are its owner.
    Its id: <code>{ $id }</code>
    Give it only to those whose groups should join. In each group: <code>/joinfed { $id }</code>
federations-joined = 🤝 This group shares the bans of <b>{ $name }</b> from now on. Whoever it has banned and is here goes in the next minutes; your admins stay whatever happens.
federations-left = This group shares the bans of <b>{ $name }</b> no more. Those banned so far stay banned until you lift it.
federations-about = 🤝 <b>{ $name }</b> · owner: { $owner }
federations-counts = Groups: { $chats } · banned: { $bans } · admins: { $admins }
federations-id = Id: <code>{ $id }</code>
federations-admins = <b>Who may ban for { $name }</b>
federations-owner = • { $who } (owner)
federations-admin = • { $who }
federations-promoted = ✅ { $who } may now ban for { $name }.
federations-demoted = ✅ { $who } may ban for { $name } no more.
federations-was-none = { $who } was no admin of { $name }.

federations-banned = ⛔ { $person } is banned by <b>{ $name }</b>, { $count ->
    [one] here
   *[other] here and in its other groups ({ $count } in all)
}.
federations-unbanned = ✅ The ban of { $person } by <b>{ $name }</b> is lifted in all its groups. Where a group has banned them for a reason of its own, that stays.
federations-not-banned = { $person } is not banned by the federation.
federations-bans = ⛔ <b>Banned by { $name }</b>: { $count }
federations-ban = • { $who } (<code>{ $id }</code>) · { $at } · { $reason }
federations-bans-export = The whole list to keep: <code>/fedbans export</code>
federations-imported = ✅ { $new } of the { $listed } on the list are newly banned. They go from the groups in the next minutes.
federations-stat = ⛔ { $person } is banned by { $name } since { $at }: { $reason }
federations-stat-clean = ✅ { $person } is not banned by { $name }.
federations-ignored = ✅ Shared bans of { $person } mean nothing here any more. If they are banned here already, lift that with /unban.
federations-heeded = ✅ Shared bans of { $person } count here again.
federations-no-reason = no reason was given

# To the managers of a group.
federations-log = ⛔ Banned: { $person } (<code>{ $id }</code>) · shared by { $name }
    { $reason }
federations-log-lifted = ↩️ Unbanned: { $person } (<code>{ $id }</code>) · the shared ban is lifted
federations-skipped = ⚠️ { $person } is banned by { $name }, but has a role in your group, so I did nothing. { $reason }

federations-name-needed = Please give the federation a name: <code>/newfed City groups</code>
federations-too-many = You own { $count } federations already; that is the most one person may.
federations-unknown = There is no federation with that id. Its owner sees the id with /fedinfo.
federations-in-one = This group belongs to { $name }. To change, first /leavefed.
federations-in-none = This group belongs to no federation. A director joins one with <code>/joinfed id</code> or founds one with <code>/newfed name</code>.
federations-anonymous = For this I must know who you are: please write as yourself, not anonymously.
federations-not-admin = Only the owner and the admins of { $name } can do this.
federations-not-owner = Only the owner of { $name } can do this.
federations-is-owner = That is the owner, who may do everything already.
federations-admins-full = A federation has { $count } admins at most.
federations-refused-admin = { $name } runs the federation. Its owner has to /feddemote them first.
federations-refused-here = { $name } is an admin or has a role here, so I cannot do that.
federations-no-channels = Federations ban people only; a channel is banned in each group with /ban.
federations-only-yourself = You can ask about yourself: <code>/fedstat</code>. About others, ask one of the admins.
federations-not-yours-to-share = Only the owner or a director of this group can let it share its bans; anonymous admins please write as themselves.
federations-owner-unknown = I do not know yet who owns this group. Please try again in a minute.

federations-list-header = This is no list of bans: its first line must begin with <code>user_id</code>. Nothing was changed.
federations-list-bad = Line { $line } of the list is not right: it takes a numeric id, then name, reason and date. Nothing was changed.
federations-list-long = That list is too long: { $rows } people at most. Nothing was changed.
