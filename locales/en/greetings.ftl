# Welcome and goodbye.

help-welcome = How newcomers are welcomed
    .usage = [on | off | noformat]
    .example = on
help-setwelcome = Write the welcome
    .usage = [language:zh] text, or as an answer to a message
    .example = Hello and welcome!
help-resetwelcome = Go back to my own welcome
help-goodbye = How people who leave are seen off
    .usage = [on | off | noformat]
    .example = on
help-setgoodbye = Write the goodbye
    .usage = [language:zh] text, or as an answer to a message
    .example = Goodbye, all the best!
help-resetgoodbye = Go back to my own goodbye

greetings-guest = { $person }
greetings-standard-welcome = { $rest ->
    [0] 👋 Welcome, { $guests }!
   *[other] 👋 Welcome, { $guests } and { $rest } more!
}
greetings-standard-goodbye = { $rest ->
    [0] Goodbye, { $guests }. All the best!
   *[other] Goodbye, { $guests } and { $rest } more. All the best!
}
greetings-rules = 📜 Rules
greetings-button = { $text }
greetings-welcome-on = Newcomers are welcomed like this:
greetings-welcome-off = Newcomers are not welcomed now; /welcome on changes that. It would look like this:
greetings-goodbye-on = People who leave are seen off like this:
greetings-goodbye-off = People who leave are not seen off now; /goodbye on changes that. It would look like this:
greetings-set = { $language ->
    [any] ✅ Kept. This is how it looks:
   *[other] ✅ Kept for people whose Telegram speaks “{ $language }”. This is how it looks:
}
greetings-reset = ✅ From now on my own words stand there.
greetings-source = { $language ->
    [any] As it was written:
   *[other] As it was written for “{ $language }”:
}
    <pre>{ $text }</pre>
greetings-no-source = Nothing of your own is written yet; my own words stand there.
greetings-text-missing = What shall it say? Write it after the command, or answer to a message with /{ $command }.
greetings-long = That is too long: at most { $most } characters, formatting included (800 with a picture or file).
greetings-many-buttons = Too many buttons: at most { $most }.
greetings-bad-address = “{ $address }” is no address a button can lead to. Write it like <code>[Our site](buttonurl://example.org)</code>.
