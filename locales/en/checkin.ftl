# The daily check-in.

help-checkin = Check in for today and keep your streak going
    .usage = [stats]
    .example = stats

checkin-done = ✅ Checked in! { $streak ->
    [1] Your streak begins today
   *[other] 🔥 { $streak } days in a row
} · No. { $rank } today · { $total ->
    [1] your first check-in
   *[other] { $total } in all
}
checkin-again = You have checked in today already. { $streak ->
    [1] Your streak began today
   *[other] 🔥 { $streak } days in a row
} · { $total ->
    [1] your first check-in
   *[other] { $total } in all
}. See you tomorrow!
checkin-milestone = { $days ->
    [7] 🎉 A whole week without a gap. Well done!
    [30] 🏅 Thirty days without a gap. You are part of the heart of this place!
   *[other] 👑 { $days } days without a gap. A legend!
}
checkin-off = The check-in is switched off in this group.
checkin-nameless = Anonymous admins and channels cannot check in. Please send it as yourself.

checkin-stats = 📅 <b>Check-in</b> · today { $today } · yesterday { $yesterday }
checkin-streaks = 🔥 Longest running streaks
checkin-streak = { $place }. { $name } · { $days ->
    [one] { $days } day
   *[other] { $days } days
}
