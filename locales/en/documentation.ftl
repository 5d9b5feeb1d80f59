# The generated pages of docs/ and the READMEs.

documentation-commands = Commands
documentation-commands-about = Written by make docs from the commands’ declarations. Every command works with / or ! before it. Where a person is meant (@name), you can instead reply to one of their messages, mention them, or write their numeric id. Times are written like 45s, 10m, 3h, 2d, 1w or 1h15m. Several words that are one argument stand in quotes. What stands in [brackets] may be left out.
documentation-settings = Settings of a chat
documentation-settings-about = Written by make docs from the settings’ declarations. Managers change them with the buttons of /settings, or by typing /set with the name and the new value; the value “default” brings the default back.
documentation-general = General
documentation-command = Command
documentation-setting = Setting
documentation-meaning = Meaning
documentation-default = Default
documentation-possible = Possible values
documentation-usage = Usage
documentation-example = Example
documentation-who = Who
documentation-where = Where
documentation-aliases = Or just say
documentation-forms = Other forms
documentation-rights = The bot needs the right to
documentation-scope-group = in groups
documentation-scope-connected = in groups, and in private chat connected to one
documentation-scope-private = in private chat
documentation-scope-anywhere = in groups and in private chat
