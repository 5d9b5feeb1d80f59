# /settings log, diff, rollback.

versions-title = 🕘 <b>What was changed here</b>
versions-entry = <b>#{ $number }</b> · { $at } · { $who } · { $how }
    { $what }
versions-how = To see what has changed since one of them: <code>/settings diff { $number }</code>
    To go back to it: <code>/settings rollback { $number }</code>
versions-how-menu = by menu
versions-how-typed = by command
versions-how-import = from a file
versions-how-rollback = went back
versions-how-console = on the server
versions-somebody = somebody
versions-older = Older ›
versions-newer = ‹ Newer
versions-none = Nothing has been changed here yet.
versions-unknown = I cannot find “{ $word }”. Write the number of a change from 0 to { $last }, a time like <code>7d</code> for a week ago, or a date like <code>2026-05-01</code>.

versions-diff = <b>What has changed since #{ $number }</b>
versions-diff-none = Everything is as it was after #{ $number }.
versions-preview = <b>Going back to #{ $number } would change this:</b>
versions-confirm = ↩️ Go back
versions-done = ✅ <b>Everything is as it was after #{ $number }.</b> This is a change like any other: /settings log shows it, and you can go back from it too.
versions-moved-on = Something has been changed since this was shown. Please ask for it again and look at what it would change now.

versions-line = • { $label }: { $change }
versions-change = { $before } → <b>{ $after }</b>
versions-came = added { $came }
versions-went = removed { $went }
versions-both = added { $came }; removed { $went }
versions-order = in another order
versions-item = “{ $item }”
versions-and-more = { $items } and { $count ->
    [one] one more
   *[other] { $count } more
}
versions-more-lines = … and { $count ->
    [one] one more
   *[other] { $count } more
}
versions-numbered = Your /rules
versions-gone = { $path }
