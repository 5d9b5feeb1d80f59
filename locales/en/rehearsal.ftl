# A rule tried on what was written before it bites.

rehearsal-started = ⏳ Trying “{ $rule }” on the messages of the last { $span }. I will tell you here.
rehearsal-impossible = “{ $rule }” cannot be tried on the past: it looks at names, and I do not keep what people were called. Let it watch for a while instead: shadow.
rehearsal-title = 🧪 <b>“{ $rule }” over { $span }</b>
rehearsal-draft = With <code>{ $changes }</code>
rehearsal-nothing = Nothing was written in that time.
rehearsal-none = It would have hit none of { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
}.
rehearsal-hits = It would have hit <b>{ $hits ->
    [one] { $hits } message
   *[other] { $hits } messages
}</b> of { $members ->
    [one] { $members } member
   *[other] { $members } members
}, out of { $messages }.
rehearsal-who = Among them { $trusted } trusted and { $proven } proven.
rehearsal-also-now = The rule as it stands hits { $count } of them too.
rehearsal-only-now = { $count ->
    [one] { $count } message that it hits now
   *[other] { $count } messages that it hits now
} would be left alone.
rehearsal-same = The rule as it stands hits exactly the same.
rehearsal-examples = For example:
rehearsal-example = • { $person }: { $text }
rehearsal-approximate = <i>Reckoned with today’s trust and roles, and with edited messages as they read last.</i>
rehearsal-untaught = <i>Reckoned with today’s trust and roles, and without what this group has taught about spam.</i>
rehearsal-textless = <i>{ $count ->
    [one] { $count } text is
   *[other] { $count } texts are
} not kept any more, so no words could be looked for there.</i>
