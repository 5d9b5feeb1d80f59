membership-hello-group =
    👋 Hello, I am <b>{ $name }</b>. I keep the rules, run activities, see who is active and post a digest every morning.
    { $status ->
        [administrator] Thank you for making me an administrator. /verify tells whether anything is missing, /settings is where you change things, /help shows the rest.
       *[member] Please make me an administrator who may delete messages, ban users and pin. Then /verify tells whether anything is missing, /settings is where you change things, /help shows the rest.
    }
membership-hello-channel =
    I can write in “{ $chat }” now. To use it for a group, send there:
    <code>/set log_chat { $id }</code> for the log of what I do
    <code>/digest to { $id }</code> for the morning digest
membership-hello-private = Set me up in private ↗
