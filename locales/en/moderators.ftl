# /moderators: who moderated, and how it went.

help-moderators = See what each moderator did and what was taken back
    .usage = [time]
    .example = 30d

moderators-title = 👮 <b>Moderation over { $span }</b>
moderators-rules = 🤖 The rules by themselves
moderators-line = { $who }: { $actions ->
    [one] { $actions } action
   *[other] { $actions } actions
}, { $overturned } taken back ({ $percent }%)
moderators-line-after = { $line }, usually after { $after }
moderators-none = Nothing was done in that time.
