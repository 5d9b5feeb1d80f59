# Scheduled posts, and schedules in plain words.

help-post = Texts that I post at set times
    .usage = [add when [pin topic:here delete:2h] text | list | preview 2 | pause 2 | resume 2 | remove 2]
    .example = add every fri 20:00 pin Quiz night begins!

posts-when-daily = every day at { $clock }
posts-when-workdays = Monday to Friday at { $clock }
posts-when-weekends = every Sat and Sun at { $clock }
posts-when-weekly = every { $days } at { $clock }
posts-when-monthly = on day { $day } of every month at { $clock }
posts-when-cron = by cron <code>{ $cron }</code>
posts-day = { $number ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[0] Sun
}
posts-day-list = { $first }, { $rest }

posts-when-unknown = I do not see when to post. Begin with one of these: <code>daily 09:00</code>, <code>every fri 20:00</code>, <code>weekdays 18:00</code>, <code>monthly 1 10:00</code> or a cron expression like <code>"0 20 * * 5"</code>.
posts-when-fields = “{ $text }” is not a schedule: a cron expression has five fields (minute, hour, day, month, weekday), like <code>"0 20 * * 5"</code> for Fridays at 20:00.
posts-when-field = “{ $text }” is not a schedule: the { $field ->
    [minute] minute must be from 0 to 59
    [hour] hour must be from 0 to 23
    [day-of-month] day must be from 1 to 31
    [month] month must be from 1 to 12
   *[day-of-week] weekday must be from 0 to 7 (0 and 7 are Sunday)
}.
posts-when-never = “{ $text }” never comes: there is no such day.
posts-when-often = That is too often: at most { $most } posts a day.
posts-delete-range = “delete:” takes a time like <code>2h</code>, from { $shortest } to { $longest }.
posts-text-missing = What shall I post? Write the text after the time, or reply to a message that has one.
posts-action-unknown = I do not know “{ $word }”. You can <code>add</code>, <code>list</code>, <code>preview</code>, <code>pause</code>, <code>resume</code> or <code>remove</code> posts.
posts-number-missing = Which post? Write its number, like <code>/post preview 2</code>. See them all: /post list
posts-unknown = There is no post { $number } in this group. See them all: /post list
posts-too-many = { $most } posts are the most a group can have. Remove one first.

posts-added = ✅ Planned.
posts-paused-now = ⏸ Post { $number } is paused.
posts-resumed-now = ▶️ Post { $number } goes on.
posts-removed = 🗑 Post { $number } is removed.

posts-title = 🗓 <b>Scheduled posts: { $count }</b> · times in { $zone }
posts-none = No posts are planned. Plan one: <code>/post add every fri 20:00 Quiz night begins!</code>
posts-entry = <b>#{ $number }</b> { $when } · { $next }
posts-entry-text = “{ $text }”
posts-next = next { $at }
posts-paused = ⏸ paused
posts-moment = { $day } { $clock }
posts-option-list = { $first } · { $rest }
posts-option-pin = 📌 pinned
posts-option-topic = topic { $topic }
posts-option-delete = deleted after { $after }
posts-last = Last: { $at } { $result }
posts-result-sent = ✅ posted
posts-result-waiting = ⏳ on its way
posts-result-uncertain = ❔ uncertain: Telegram’s answer was lost
posts-result-failed = ⚠️ failed
posts-result-dropped = ⌛ not posted: it could not be sent in time
posts-result-skipped = ⏭ skipped: I was away for too long

posts-button-pause = ⏸ Pause #{ $number }
posts-button-resume = ▶️ Resume #{ $number }
posts-button-preview = 👁 Preview
posts-button-remove = 🗑 Remove
posts-button-sure = 🗑 Really remove #{ $number }
posts-button-keep = Keep it
