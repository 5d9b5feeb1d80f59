membership-hello-group =
    👋 Hello, I am Steward. I keep the rules, run activities, count what happens and post a digest every morning.
    { $status ->
        [administrator] Thank you for making me an administrator: /verify tells whether anything is missing, and /settings shows what I can do.
       *[member] Please make me an administrator who may delete messages, ban users and pin. Then /verify tells whether anything is missing, and /settings shows what I can do.
    }
membership-hello-private = Set me up in private
