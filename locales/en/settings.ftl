# /settings, /set, /get, /language, /timezone.

help-settings = Everything about this group, by buttons
    .usage = [log | diff | rollback | export | import] [number or date]
    .example = rollback 12
help-set = Change one setting by name
    .usage = setting value
    .example = rules.flood.messages 8
help-get = See settings and their names
    .usage = [setting or section]
    .example = digest
help-language = Choose the language
    .usage = [zh | en]
    .example = en
help-timezone = Set the group’s clock
    .usage = [city or zone]
    .example = Asia/Shanghai

settings-title = ⚙️ <b>{ $group }</b>
settings-path = { $outer } › { $inner }
settings-trail = { $outer } › <b>{ $inner }</b>
settings-line = <b>{ $label }</b>: { $value }
    <i>{ $help }</i>
settings-line-section = <b>{ $label }</b> ›
    <i>{ $help }</i>
settings-section = { $label } ›
settings-entry = { $label }: { $value }
settings-ticked = ✅ { $label }
settings-unticked = ◻️ { $label }
settings-pick = { $value }
settings-chosen = • { $value } •
settings-more = +{ $step }
settings-less = −{ $step }
settings-zone = { $name } · { $clock }
settings-items = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
settings-on = on
settings-off = off
settings-current = Now: <b>{ $value }</b>
settings-type = To type it: <code>/set { $path } { $example }</code>
    Possible: { $expected }.
settings-long = To see all of it: <code>/get { $path }</code>
settings-back = ‹ Back
settings-close = ✕ Close
settings-default = ↺ Back to the default
settings-in-private = Continue in private ↗
settings-disconnect = Stop managing from here
settings-disconnected = Done: this chat is no longer about that group. /settings in a group brings you back here.

settings-changed = ✅ { $label }: <b>{ $value }</b>
settings-explained = <b>{ $label }</b>: { $help }
settings-typed = <code>{ $path }</code> = { $value }
settings-possible = Possible: { $expected }.
settings-refused = “{ $given }” does not fit “{ $label }”. Possible: { $expected }.
settings-unknown = There is no setting “{ $path }”. /get lists them all.
settings-unknown-near = There is no setting “{ $path }”. Perhaps you mean: { $near }
settings-near = <code>{ $path }</code>

settings-expected-toggle = on or off
settings-expected-choice = { $choices }
settings-expected-action = review, delete, warn, restrict 1d, mute 6h, kick, ban or ban 7d; add silent to tell nobody, keep to leave the message
settings-expected-number = a whole number from { $least } to { $most }
settings-expected-time = a time like 09:00
settings-expected-zone = a city or time zone like Asia/Shanghai
settings-expected-chat = a channel or group by @username or numeric id, me, or none
settings-log-elsewhere = The log needs a place of its own: a channel or another group, or me (your private chat).
settings-expected-list = a list with commas between, or none
settings-expected-text = any text

settings-choice-zh = 中文
settings-choice-en = English
settings-choice-off = off
settings-choice-shadow = only watch
settings-choice-on = on
settings-choice-group = in the group
settings-choice-private = in private, else in the group
settings-choice-ephemeral = in the group, seen by them alone
settings-choice-silent = nowhere, only in the log
settings-choice-members = of members
settings-choice-all = of everybody
settings-choice-nobody = nobody
settings-choice-approved = approved members
settings-choice-trusted = trusted members

language-choose = Which language shall we speak?
language-of-group = From now on I speak English in this group.
language-of-person = From now on I speak English with you.
language-unknown = I do not speak “{ $given }” yet. Possible: <code>/language zh</code> or <code>/language en</code>.

timezone-set = 🕘 This group’s clock: <b>{ $zone }</b>
timezone-near = I do not know “{ $place }”. Is it one of these?
timezone-unknown = I do not know “{ $place }”. Write a big city or a zone, like <code>/timezone Asia/Shanghai</code>.

# Every setting and section by its path, with one line of help.

settings-label-language = Language
    .help = What I speak in this group
settings-label-timezone = Time zone
    .help = The clock for the digest, check-ins and scheduled posts
settings-label-log-chat = Log chat
    .help = A channel or chat where I write down every moderation step

settings-label-staff-chat = Managers’ chat
    .help = Where I bring what needs a decision; without one, the log chat or your private chats

settings-label-rules = Rules
    .help = What I watch for, and what follows
settings-label-rules-flood = Flooding
    .help = Too many messages in a short time
settings-label-rules-flood-mode = Mode
    .help = { settings-rule-mode }
settings-label-rules-flood-action = What follows
    .help = { settings-rule-action }
settings-label-rules-flood-spares = Leaves alone
    .help = { settings-rule-spares }
settings-label-rules-flood-cites = Rule number
    .help = { settings-rule-cites }
settings-label-rules-flood-messages = Messages
    .help = More than this many is a flood
settings-label-rules-flood-seconds = Within seconds
    .help = The span in which they are counted
settings-label-rules-repeats = Repeating
    .help = The same text, or nearly the same, again and again, also in other groups of mine
settings-label-rules-repeats-mode = Mode
    .help = { settings-rule-mode }
settings-label-rules-repeats-action = What follows
    .help = { settings-rule-action }
settings-label-rules-repeats-spares = Leaves alone
    .help = { settings-rule-spares }
settings-label-rules-repeats-cites = Rule number
    .help = { settings-rule-cites }
settings-label-rules-repeats-own = By one member
    .help = So many times the same by one member; 0 never. A word or two may come twice as often
settings-label-rules-repeats-people = By several members
    .help = The same by so many members; 0 never
settings-label-rules-repeats-minutes = Within minutes
    .help = The span in which they are counted
settings-label-rules-repeats-similarity = How alike
    .help = How much of two texts must be the same, in percent; blanks, signs and emoji do not count
settings-label-rules-blocklist = Blocklist
    .help = Words and phrases that are not wanted
settings-label-rules-blocklist-mode = Mode
    .help = { settings-rule-mode }
settings-label-rules-blocklist-action = What follows
    .help = { settings-rule-action }
settings-label-rules-blocklist-spares = Leaves alone
    .help = { settings-rule-spares }
settings-label-rules-blocklist-cites = Rule number
    .help = { settings-rule-cites }
settings-label-rules-blocklist-entries = Words
    .help = Whole words; ? is one character, * any; phrases in quotes; =whole message; /regex/; file:*.apk, inline:@bot, forward:@channel, stickers:set. Quicker: /addblocklist
settings-label-rules-links = Newcomers’ links
    .help = No links from people who have just come
settings-label-rules-links-mode = Mode
    .help = { settings-rule-mode }
settings-label-rules-links-action = What follows
    .help = { settings-rule-action }
settings-label-rules-links-spares = Leaves alone
    .help = { settings-rule-spares }
settings-label-rules-links-cites = Rule number
    .help = { settings-rule-cites }
settings-label-rules-links-hours = Hours after joining
    .help = So long somebody counts as a newcomer
settings-label-rules-links-messages = First messages
    .help = So many messages must come before a link may
settings-label-rules-links-allowed = Allowed domains
    .help = Links to these are always welcome, like example.com
settings-label-rules-spam = Spam
    .help = Messages that read like ads and scams, told by their words
settings-label-rules-spam-mode = Mode
    .help = { settings-rule-mode }
settings-label-rules-spam-action = What follows
    .help = { settings-rule-action }
settings-label-rules-spam-spares = Leaves alone
    .help = { settings-rule-spares }
settings-label-rules-spam-cites = Rule number
    .help = { settings-rule-cites }
settings-label-rules-spam-threshold = From how likely (%)
    .help = Higher is more careful: fewer finds, fewer mistakes
settings-label-rules-warnings = Warnings
    .help = How many warnings, and what follows
settings-label-rules-warnings-limit = Warnings
    .help = At this many, the step below follows
settings-label-rules-warnings-days = Days a warning counts
    .help = After that it is forgotten
settings-label-rules-warnings-action = At the last warning
    .help = What follows then: a mute, a ban, removal
settings-label-rules-warnings-mute-hours = Hours of mute
    .help = How long a mute lasts when no time is given
settings-label-rules-trust = Trust
    .help = What a member must do before I trust them
settings-label-rules-trust-messages = Messages that count
    .help = So many messages that say something
settings-label-rules-trust-characters = Letters in each
    .help = Shorter messages do not count; a Chinese character counts as two
settings-label-rules-trust-days = Days
    .help = So long they must have been here
settings-label-rules-notices = Where members are told
    .help = In private works for those who opened a chat with me; nowhere takes a log chat; otherwise I tell the group
settings-label-rules-notice-topic = Topic for notices
    .help = The topic’s number; 0 is where it happened. /setactiontopic in a topic is easier
settings-label-rules-answer-minutes = Minutes an answer stays
    .help = Then I remove my answers to moderation commands; 0 keeps them
settings-label-rules-second-person-days = Days until it takes two
    .help = To ban or kick a member trusted or here so long, a second manager must agree; 0 never asks
settings-label-rules-slowmode = Slow mode
    .help = One message a member in so many seconds
settings-label-rules-slowmode-mode = Mode
    .help = { settings-rule-mode }
settings-label-rules-slowmode-action = What follows
    .help = { settings-rule-action }
settings-label-rules-slowmode-spares = Leaves alone
    .help = { settings-rule-spares }
settings-label-rules-slowmode-cites = Rule number
    .help = { settings-rule-cites }
settings-label-rules-slowmode-seconds = Seconds to wait
    .help = From one message of a member to the next
settings-label-rules-notice-minutes = Minutes a notice stays
    .help = Then I remove my own notice; 0 keeps it

settings-rule-mode = on: I act. only watch: I count what I would do, and do nothing
settings-rule-action = What I do when somebody breaks it
settings-rule-spares = Whom this rule never touches: those you /approve, or everybody who earned trust too
settings-rule-cites = Which of your /rules I quote; 0 quotes none

settings-label-reports = Reports
    .help = Members show you messages with /report and @admin
settings-label-reports-enabled = Members can report
    .help = Reported messages come to you with buttons to decide

settings-label-cleaning = Tidying up
    .help = What goes by itself
settings-label-cleaning-commands = Typed commands
    .help = Whose commands I remove once they are answered
settings-label-cleaning-service = Telegram’s own lines
    .help = Kinds to remove: join, leave, pin, title, photo, video_chat, boost, topic, other, or all

settings-label-checkin = Check-in
    .help = Members sign in once a day and build a streak
settings-label-checkin-enabled = Daily check-in
    .help = Whether /checkin works here

settings-label-digest = Morning digest
    .help = Yesterday in figures, every morning
settings-label-digest-enabled = Send the digest
    .help = Once a day, for the day before
settings-label-digest-at = Time
    .help = By this group’s clock
settings-label-digest-targets = Send to
    .help = here, me, topic:12, or a chat or person by @username or id

settings-label-privacy = Privacy
    .help = What I keep of what people write
settings-label-privacy-text-days = Days texts are kept
    .help = Then only counts remain; 0 keeps no text at all

settings-label-bans = Bans
    .help = Whether a ban here holds elsewhere too
settings-label-bans-share = Share among the owner’s groups
    .help = A ban for good in one of the groups that share holds in all of them; only the owner or a director can switch it on
