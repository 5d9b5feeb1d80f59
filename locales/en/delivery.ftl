# Posts of which nobody knows whether they arrived.

delivery-uncertain =
    ❔ <b>Did this arrive?</b>
    I posted { $purpose } in <b>{ $chat }</b> on { $at }, but Telegram’s answer was lost on the way. So as not to post it twice, I leave it to you. Please have a look there:
    <blockquote>{ $words }</blockquote>
delivery-purpose-post = a scheduled post
delivery-purpose-digest = the digest
delivery-purpose-other = a message
delivery-button-resend = 🔁 Resend
delivery-button-arrived = ✅ It arrived
delivery-resent =
    🔁 Sending it once more:
    <blockquote>{ $words }</blockquote>
delivery-arrived =
    ✅ Noted, it arrived:
    <blockquote>{ $words }</blockquote>
delivery-right-lost = ⚠️ In <b>{ $chat }</b> I lack the right “{ $right }”, so I cannot { $use }. Group settings → Administrators → me → switch it on. I remind you of it once a day at most.
delivery-decided = Somebody has already decided about this post.
