# /verify

help-verify = Check what I can do in this group

verify-title = <b>What I can do in this group</b>
verify-good = ✅ { $finding }
verify-bad = ❌ { $finding }
verify-note = ℹ️ { $finding }
verify-sound = Everything is in order.
verify-to-mend = Please mend the lines with ❌, then send /verify again.

verify-unreachable = I cannot write in this chat. Add me again and make me an administrator.
verify-basic-group = This is a basic group, where Telegram lets bots restrict nobody. Turn it into a supergroup: in the group settings, make the chat history visible to new members.
verify-not-admin = I am not an administrator. Group settings → Administrators → add me.
verify-right = With the right “{ $right }” I { $use }.
verify-right-missing = I lack the right “{ $right }”, so I cannot { $use }. Group settings → Administrators → me → switch it on.
verify-use-can-delete-messages = remove messages that break the rules
verify-use-can-restrict-members = mute and ban
verify-use-can-pin-messages = pin posts
verify-use-can-invite-users = see which invitation somebody came by
verify-too-much = I may add new administrators. I never need this: switch it off.
verify-reads = I see all messages.
verify-blind = Privacy mode hides most messages from me. Make me an administrator, or send /setprivacy to @BotFather, choose Disable, and add me again.
verify-digest = The digest comes every day at { $time } ({ $timezone }).
verify-digest-off = The digest is off. <code>/set digest.enabled on</code> switches it on.
verify-log = What I do is written to “{ $chat }”.
verify-log-off = There is no log channel. Make me an admin of a channel, then <code>/set log_chat @channel</code>.
verify-log-unreachable = I cannot write in the log channel { $chat }. Make me an administrator there.
