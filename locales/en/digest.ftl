# The digest: what happened in the group yesterday, every morning.

help-digest = Preview the digest; choose when and where it comes
    .usage = [yesterday | on | off | at 08:30 | to here me topic]
    .example = at 08:30

digest-title = 📊 <b>Daily digest · { $chat }</b>
digest-title-so-far = 📊 <b>Today so far · { $chat }</b>
digest-day = { digest-weekday } { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
digest-day-so-far = { digest-day } · until { $until }; the days beside it are whole
digest-late = ⏰ Late: this was due { $date } { $clock }
digest-weekday = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}

digest-metric-active = Active members
digest-metric-messages = Messages
digest-metric-joins = Joined
digest-metric-leaves = Left

digest-arrow-up = ↗️
digest-arrow-down = ↘️
digest-arrow-level = ➡️
digest-arrow-none = ▫️

digest-change-up = +{ $percent }%
digest-change-down = −{ $percent }%
digest-change-more = +{ $count }
digest-change-fewer = −{ $count }
digest-change-times = ×{ $factor }
digest-change-same = ±0
digest-change-building = baseline building

digest-figure = { $arrow } <b>{ $label }</b> { $value } · { $before } vs { $weekday ->
    [1] Sun
    [2] Mon
    [3] Tue
    [4] Wed
    [5] Thu
    [6] Fri
   *[7] Sat
} · { $week } vs last { digest-weekday }
digest-figure-before = { $arrow } <b>{ $label }</b> { $value } · { $before } vs the day before
digest-figure-alone = { $arrow } <b>{ $label }</b> { $value }
digest-figure-so-far = { $arrow } <b>{ $label }</b> { $value } · yesterday { $before } · last { digest-weekday } { $week }
digest-figure-so-far-before = { $arrow } <b>{ $label }</b> { $value } · yesterday { $before }
digest-baseline-building = <i>Baseline building: after one whole day I compare with the day before, after a week with the same weekday.</i>
digest-baseline-week = <i>Baseline building: after a week I compare with the same weekday too.</i>
digest-quiet = 🍃 A quiet day: nobody wrote anything.
digest-unseen = I was not here yet on that day. The figures begin with the next digest.

digest-top = 🌟 <b>Top members</b>
digest-top-engaged = { $rank }. { $name } · { $people ->
    [one] { $people } person
   *[other] { $people } people
} responded · { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
}
digest-top-writing = { $rank }. { $name } · { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
}

digest-threads = 🔥 <b>Hottest threads</b>
digest-thread = { $rank }. { $title } · { $people } people, { $messages } messages

digest-questions = ❓ <b>Unanswered questions</b> { $count }
digest-question = • { $title } · waiting { $age }
digest-questions-more = • and { $count } more

digest-rules = 🛡 <b>Rules</b> { $count ->
    [0] applied by hand
    [one] fired once
   *[other] fired { $count } times
} · { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
} · { $mutes ->
    [one] { $mutes } mute
   *[other] { $mutes } mutes
}
digest-rule = • { $rule }: { $count }
digest-rule-right = • { $rule }: { $count } · { $precision }% right over 30 days
digest-rule-overturned = • { $rule }: { $count }, { $overturned } taken back · { $precision }% right over 30 days
digest-waiting = ✋ <b>Waiting for a decision</b> { $appeals ->
    [one] { $appeals } appeal
   *[other] { $appeals } appeals
}, { $reviews ->
    [one] { $reviews } review
   *[other] { $reviews } reviews
}

digest-newcomers = 👋 <b>New members</b> { $count }
digest-newcomers-more = { $names } and { $count } more
digest-and = { $first }, { $rest }

digest-words = { $words }
digest-number = message #{ $number }
digest-link = <a href="{ $link }">{ $text }</a>

digest-next = Next digest: { $date } { $clock } ({ $timezone }) → { $places }
digest-next-nowhere = ⚠️ The digest has nowhere to go. Choose again with <code>/digest to here</code>.
digest-turned-off = The digest is off. <code>/digest on</code> brings it back.
digest-set = ✅ { $next }
digest-footer = <i>{ $next }</i>
digest-place-here = this group
digest-place-topic = topic #{ $thread }
digest-place-person = { $name }’s private chat
digest-place-chat = “{ $title }”

digest-bad-time = Please write the time with 24 hours, like <code>/digest at 08:30</code>.
digest-no-such-word = I do not understand “{ $word }”. You can write <code>/digest</code>, <code>/digest yesterday</code>, <code>/digest on</code>, <code>/digest off</code>, <code>/digest at 08:30</code> or <code>/digest to here</code>.
digest-say-where = Where to? For example <code>/digest to here</code> (this group), <code>me</code> (your private chat), <code>topic</code> (this topic), or a chat’s id or @username; several are fine.
digest-too-many-targets = It goes to { $most } places at most.
digest-no-topic-here = This is no topic. Send it in the topic you mean, or write <code>topic:ID</code>.
digest-who-are-you = I cannot tell who is behind an anonymous admin. Please send it as yourself.
digest-target-unclear = “{ $target }” is no place I can send to: write here, me, topic, an id or an @username.
digest-target-unknown = I do not know { $target }. Add me there first, then try again.
digest-not-a-member = { $target } is not a member here; I tell about this group only to its members.
digest-not-your-chat = I write only into groups and channels that you manage as well. Add me to { $target } and be an admin there first.
digest-open-private-first-yourself = I cannot write to you yet: please open a private chat with me and press Start, then try again.
digest-open-private-first = I cannot write to { $name } yet: Telegram wants them to open a private chat with me and press Start first.
