# The rules: /rules, /setrules, blocked words.

help-rules = Read this group’s rules
help-setrules = Write this group’s rules, one a line
    .usage = rules, or reply to a message that has them; default brings the usual ones back
    .example = 1. Be kind
help-blocklist = See the blocked words
help-addblocklist = Block words
    .usage = word "phrase with spaces" …
    .example = scam "free money" *casino*
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
rules-name-links = Links from newcomers
rules-name-slowmode = Slow mode

rules-because-flood = more than { $messages } messages in { $seconds } seconds
rules-because-blocklist = it has words that are blocked here
rules-because-links = newcomers cannot post links yet
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
blocklist-beside = { $first } · { $rest }
blocklist-more = … and { $count } more
blocklist-empty = Nothing is blocked yet. Try: <code>/addblocklist scam "free money"</code>
blocklist-added = ✅ { $added } added, { $count } blocked in all.
blocklist-removed = ✅ { $removed } removed, { $count } still blocked.
blocklist-already = All of that is blocked already; { $count } in all.
blocklist-none-of-these = None of that is blocked. /blocklist shows what is.
blocklist-full = The list is full: { $entries } entries at most, { $characters } characters in all. Make room with /rmblocklist first.
blocklist-refused-empty = One of these is empty. Please write what to block.
blocklist-refused-long = “{ $entry }” is too long: 100 characters at most.
blocklist-refused-quote = “{ $entry }” has a quotation mark without its partner.
blocklist-refused-backslash = In “{ $entry }” a backslash can only stand before <code>*</code>, <code>?</code>, a quotation mark or another backslash.
blocklist-refused-broad = “{ $entry }” would match almost anything. Please be more specific.
