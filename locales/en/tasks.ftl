# What takes a while.

tasks-busy = { $most } things are being worked on for this group already. Please wait for one of them.
tasks-failed = 😔 I could not finish that, although I tried three times. Please try again later; whoever runs this bot finds the reason in its log.
