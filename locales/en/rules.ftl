# The rules: /rules, /setrules, blocked words.

help-rules = Read this group’s rules
help-setrules = Write this group’s rules, one a line
    .usage = rules, or reply to a message that has them; default brings the usual ones back
    .example = 1. Be kind
help-blocklist = See the blocked words
help-addblocklist = Block words, phrases or /regex/, with an action and a reason if you like
    .usage = word "phrase with spaces" {"{"}action{"}"} ### reason
    .example = scam "free money" *casino* {"{"}mute 6h{"}"} ### no ads
help-rmblocklistall = Unblock everything at once
help-unblocklistall = The same as /rmblocklistall
help-rmblocklist = Unblock words
    .usage = word "phrase with spaces" …
    .example = scam

rules-title = 📖 <b>Rules of this group</b>
rules-line = { $number }. { $text }
rules-cited = 📖 Rule { $number }: { $text }

rules-default-1 = Be kind. Disagree with ideas, not with people.
rules-default-2 = No flooding: say one thing in one message.
rules-default-3 = No ads, no luring people elsewhere, none of the words blocked here.
rules-default-4 = New here? Chat a little first; links come later.
rules-default-5 = Do not pose as somebody else, and do not pitch to members in private.

rules-name-flood = Flooding
rules-name-blocklist = Blocked words
rules-name-repeats = Repeating
rules-name-links = Links from newcomers
rules-name-spam = Spam
rules-name-slowmode = Slow mode

rules-because-flood = more than { $messages } messages in { $seconds } seconds
rules-because-blocklist = it has words that are blocked here
rules-because-repeats-own = the same text { $count } times in a short while
rules-because-repeats-people = { $count } people posted the same text in a short while
rules-because-links = newcomers cannot post links yet
rules-because-spam = it reads like spam ({ $percent }% likely)
rules-because-listed = this account is on a list of known spammers
rules-because-slowmode = slow mode is on, so please wait { $span } between two messages
rules-because-album = another part of its album broke a rule

rules-set = ✅ The rules are now:
rules-none-given = Please write the rules after the command, one a line, or reply to a message that has them. <code>/setrules default</code> brings the usual rules back.
rules-too-long = That is too long: { $rules } rules at most, { $each } characters each, { $whole } in all.
rules-cites-title = What I cite when I act by myself:
rules-cites = · { $rule } → rule { $number }
rules-cites-none = · { $rule } → no rule
rules-cites-change = To cite another one, for example: <code>{ $example }</code>

blocklist-title = 🚫 <b>Blocked words</b> ({ $count })
blocklist-entry = <code>{ $entry }</code>
blocklist-entry-action = { $entry } → { $action }
blocklist-entry-reason = { $entry } — { $reason }
blocklist-beside = { $first } · { $rest }
blocklist-part = { $first }–{ $last } of { $count }
blocklist-button-before = ‹ Earlier
blocklist-button-after = Later ›
blocklist-empty = Nothing is blocked yet. Try: <code>/addblocklist scam "free money" {"{"}ban{"}"}</code>
blocklist-added = ✅ { $added } added, { $count } blocked in all.
blocklist-changed = ✅ { $added } changed, { $count } blocked in all.
blocklist-removed = ✅ { $removed } removed, { $count } still blocked.
blocklist-removed-all = ✅ All { $removed } removed. Nothing is blocked now.
blocklist-already = All of that is blocked already; { $count } in all.
blocklist-none-of-these = None of that is blocked. /blocklist shows what is.
blocklist-full = The list is full: { $entries } entries at most, { $characters } characters in all. Make room with /rmblocklist first.
blocklist-full-regexes = That is too much for one list: { $regexes } regular expressions at most, and long counted repeats like <code>.{"{"}0,50{"}"}</code> in a few of them only.
blocklist-full-vague = That is too much for one list: { $wildcards } entries with <code>?</code> or <code>*</code> inside at most, and { $vague } with fewer than three letters in a row.
blocklist-refused-empty = One of these is empty. Please write what to block.
blocklist-refused-long = “{ $entry }” is too long: 100 characters at most.
blocklist-refused-quote = “{ $entry }” has a quotation mark without its partner.
blocklist-refused-backslash = In “{ $entry }” a backslash can only stand before a sign that means something here, like <code>*</code>, <code>?</code> or a quotation mark.
blocklist-refused-brace = “{ $entry }” has a brace without its partner. An action stands in braces: <code>{"{"}mute 6h{"}"}</code>
blocklist-refused-broad = “{ $entry }” would match almost anything. Please be more specific.
blocklist-refused-action = I do not know the action in “{ $entry }”. For example: <code>{"{"}delete{"}"}</code>, <code>{"{"}mute 6h{"}"}</code> or <code>{"{"}ban{"}"}</code>
blocklist-refused-reason = The reason in “{ $entry }” is too long: 120 characters at most.
blocklist-refused-lookaround = “{ $entry }” looks ahead or behind, (?=…) or (?&lt;=…), which would take too long to search for. Please write it without.
blocklist-refused-reference = “{ $entry }” refers back to a group, like <code>\1</code>, which would take too long to search for. Please write it without.
blocklist-refused-syntax = I cannot read “{ $entry }” as a regular expression. Is every bracket closed?
blocklist-refused-regex-long = “{ $entry }” is too long: 256 characters at most for a regular expression.
blocklist-refused-regex-empty = “{ $entry }” matches even an empty message. Please be more specific.
blocklist-refused-heavy = “{ $entry }” would take too long in every message. Please make its repeats shorter, for example <code>.{"{"}0,20{"}"}</code> or <code>.*</code>
