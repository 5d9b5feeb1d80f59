# 共享封禁的群：/newfed、/joinfed、/fedban 等。

help-section-sharing = <b>共享封禁</b>

help-newfed = 建一个联盟，让多个群共享封禁
    .usage = 名称
    .example = 同城群
help-joinfed = 让本群加入联盟，共享封禁
    .usage = ID
    .example = 3f2a9c81d04e4b7fa6c25e9b7d1f8a60
help-leavefed = 退出联盟，不再共享封禁
help-fedinfo = 查看本群的联盟
help-fedadmins = 谁能替联盟封禁
help-fedpromote = 让某人能替联盟封禁
    .usage = @用户名
    .example = @alice
help-feddemote = 不再让某人替联盟封禁
    .usage = @用户名
    .example = @alice
help-fedban = 在联盟所有的群里封禁某人
    .usage = @用户名 [理由]
    .example = @spammer 卖号
help-unfedban = 在联盟所有的群里解除封禁
    .usage = @用户名
    .example = @alice
help-fedbans = 联盟封禁了谁
    .usage = [export]
    .example = export
help-fedimport = 封禁名单上的所有人，请回复名单
    .usage = [名单]
help-fedstat = 查看某人是否被联盟封禁、为什么
    .usage = [@用户名]
    .example = @alice
help-fedignore = 联盟封禁的某人，在本群不算
    .usage = @用户名 [off]
    .example = @alice

federations-founded = 🤝 联盟 <b>{ $name }</b> 建好了，您是盟主。
    联盟 ID：<code>{ $id }</code>
    请只发给要加入的群。在每个群里发送：<code>/joinfed { $id }</code>
federations-joined = 🤝 本群从现在起与 <b>{ $name }</b> 共享封禁。联盟封禁的人如果在群里，几分钟内会被移出；您的管理员不受影响。
federations-left = 本群不再与 <b>{ $name }</b> 共享封禁。之前封禁的人仍然封禁，可以随时解除。
federations-about = 🤝 <b>{ $name }</b> · 盟主：{ $owner }
federations-counts = 群：{ $chats } · 已封禁：{ $bans } · 联盟管理员：{ $admins }
federations-id = ID：<code>{ $id }</code>
federations-admins = <b>谁能替 { $name } 封禁</b>
federations-owner = • { $who }（盟主）
federations-admin = • { $who }
federations-promoted = ✅ { $who } 现在能替 { $name } 封禁了。
federations-demoted = ✅ { $who } 不再能替 { $name } 封禁。
federations-was-none = { $who } 本来就不是 { $name } 的管理员。

federations-banned = { $count ->
    [one] ⛔ { $person } 已被联盟 <b>{ $name }</b> 封禁。
   *[other] ⛔ { $person } 已被联盟 <b>{ $name }</b> 封禁，本群和其他群（共 { $count } 个）一并生效。
}
federations-unbanned = ✅ <b>{ $name }</b> 对 { $person } 的封禁已在所有群解除。如果哪个群另有理由封禁，那里仍然有效。
federations-not-banned = 联盟没有封禁 { $person }。
federations-bans = ⛔ <b>{ $name } 封禁的人</b>：{ $count }
federations-ban = • { $who }（<code>{ $id }</code>）· { $at } · { $reason }
federations-bans-export = 导出整个名单：<code>/fedbans export</code>
federations-imported = ✅ 名单上 { $listed } 人，其中新封禁 { $new } 人，几分钟内会从各群移出。
federations-stat = ⛔ { $person } 从 { $at } 起被 { $name } 封禁：{ $reason }
federations-stat-clean = ✅ { $name } 没有封禁 { $person }。
federations-ignored = ✅ 联盟对 { $person } 的封禁在本群不再算数。如果在本群已被封禁，请用 /unban 解除。
federations-heeded = ✅ 联盟对 { $person } 的封禁在本群重新算数。
federations-no-reason = 没有写理由

# 告知群的管理员。
federations-log = ⛔ 封禁：{ $person }（<code>{ $id }</code>）· 来自 { $name } 的共享封禁
    { $reason }
federations-log-lifted = ↩️ 解除封禁：{ $person }（<code>{ $id }</code>）· 共享封禁已解除
federations-skipped = ⚠️ { $person } 被 { $name } 封禁，但在您的群里有身份，我没有动。{ $reason }

federations-name-needed = 请给联盟起个名字：<code>/newfed 同城群</code>
federations-too-many = 您已经有 { $count } 个联盟，不能再多了。
federations-unknown = 没有这个 ID 的联盟。盟主发送 /fedinfo 可以看到 ID。
federations-in-one = 本群已经在 { $name } 里。想换的话，请先发送 /leavefed。
federations-in-none = 本群还没有加入联盟。运营总监可以用 <code>/joinfed ID</code> 加入，或用 <code>/newfed 名称</code> 建一个。
federations-anonymous = 这件事我得知道您是谁，请不要匿名发送。
federations-not-admin = 只有 { $name } 的盟主和管理员可以这么做。
federations-not-owner = 只有 { $name } 的盟主可以这么做。
federations-is-owner = 这位就是盟主，本来就什么都能做。
federations-admins-full = 一个联盟最多 { $count } 位管理员。
federations-refused-admin = { $name } 在管理这个联盟，要先由盟主用 /feddemote 撤下。
federations-refused-here = { $name } 是本群的管理员或有身份，我不能这么做。
federations-no-channels = 联盟只封禁人；频道请在各群用 /ban 封禁。
federations-only-yourself = 您可以查自己：<code>/fedstat</code>。想了解别人，请问管理员。
federations-not-yours-to-share = 只有本群的群主或运营总监能打开共享封禁；匿名管理员请以本人身份操作。
federations-owner-unknown = 我还不知道本群的群主是谁，请过一分钟再试。

federations-list-header = 这不是封禁名单：第一行要以 <code>user_id</code> 开头。没有改动任何内容。
federations-list-bad = 名单第 { $line } 行不对：依次是数字 ID、名字、理由、日期。没有改动任何内容。
federations-list-long = 名单太长了，最多 { $rows } 人。没有改动任何内容。
