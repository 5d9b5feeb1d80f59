# /settings export and import, and texts given with a command.

files-text = <pre>{ $text }</pre>
files-none-given = Please answer to the file, or to a message with its text.
files-large = That file is too large for me: 256 KB at most.
files-unreachable = Telegram did not give me that file just now. Please try again in a moment.
files-no-text = That file is no text in UTF-8, so I cannot read it.

files-preview = <b>This file would change the following:</b>
files-apply = ✅ Apply
files-done = ✅ <b>Done. This has changed:</b>
files-same = Everything here is as in that file already.

files-refused-header = This is no settings file of mine: it must begin with <code>steward: 1</code>. Nothing was changed.
files-refused-syntax = Line { $line } is not written as YAML. Nothing was changed.
files-refused-alias = Line { $line } refers to another place in the file (&amp; or *); please write it out. Nothing was changed.
files-refused-tag = Line { $line } has a type of its own (!…), which I do not take. Nothing was changed.
files-refused-deep = Line { $line } lies too deep in lists within lists. Nothing was changed.
files-refused-long = That is too much: 256 KB and 10,000 entries at most. Nothing was changed.
files-refused-key = Line { $line } has a name that is no text. Nothing was changed.
files-refused-twice = Line { $line } has a name that is there already. Nothing was changed.
files-refused-unknown = Line { $line }: there is no setting “{ $path }”. Nothing was changed.
files-refused-private = Line { $line }: “{ $path }” is each group’s own and cannot come from a file. Nothing was changed.
files-refused-section = Line { $line }: “{ $path }” is a section and needs settings below it. Nothing was changed.
files-refused-value = Line { $line }: this cannot stand at “{ $path }”. Possible: { $expected }. Nothing was changed.
files-refused-rules = Line { $line }: the numbered rules must be a list, one line each. Nothing was changed.
