membership-hello-group =
    👋 Hello, I am Steward. I keep the rules, run activities, count what happens and post a digest every morning.
    Please make me an administrator who may delete messages, restrict members and pin. Then /verify tells what still is missing, and /settings shows what I can do.
membership-hello-private = Set me up in private
