"""Commands and settings as Markdown, in one language, from their declarations and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.entries import expected, label, typed
from domain.paths import all_settings, read, sections
from domain.phrases import phrase
from domain.settings import ChatSettings
from handlers.catalog import COMMANDS
from handlers.help import forms_of
from handlers.menus import description
from handlers.usage import example_line, has_usage, usage_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from domain.paths import Setting
    from domain.phrases import Phrase, Value
    from handlers.command import AnyCommand
    from services.words import Words


class Handbook:
    """Writes in one language."""

    def __init__(self, words: Words, language: str) -> None:
        self._words = words
        self._language = language

    def commands(self) -> str:
        """A page with everything about every command."""
        parts = [f"# {self._say('documentation-commands')}", self._say("documentation-commands-about")]
        for section in _sections_of(COMMANDS):
            parts.append(f"## {self._section(section)}")
            for command in COMMANDS:
                if command.section == section and not command.variant_of:
                    parts += [f"### /{command.name}", self._about(command)]
        return "\n\n".join(parts) + "\n"

    def settings(self) -> str:
        """A page with every setting of a chat."""
        parts = [f"# {self._say('documentation-settings')}", self._say("documentation-settings-about")]
        for section in sections():
            own = [setting for setting in all_settings() if setting.section == section]
            if own:
                parts += [f"## {self._trail(section)}", self._settings_table(own)]
        return "\n\n".join(parts) + "\n"

    def table(self) -> str:
        """Every command in one line, section by section."""
        head = self._row("documentation-command", "documentation-meaning", "documentation-who")
        return "\n\n".join(
            "\n".join(
                (
                    f"**{self._section(section)}**",
                    "",
                    head,
                    "|-|-|-|",
                    *(self._line(one) for one in COMMANDS if one.section == section and not one.variant_of),
                )
            )
            for section in _sections_of(COMMANDS)
        )

    def _about(self, command: AnyCommand) -> str:
        facts = [
            ("documentation-usage", code(usage_line(command, self._words, self._language))),
            ("documentation-who", self._who(command)),
            ("documentation-where", self._say(f"documentation-scope-{command.scope}")),
        ]
        if has_usage(command, self._words, self._language):
            facts.insert(1, ("documentation-example", code(example_line(command, self._words, self._language))))
        forms = forms_of(command, list(COMMANDS))
        if forms:
            facts.append(("documentation-forms", " ".join(code(f"/{name}") for name in forms)))
        if command.aliases:
            facts.append(("documentation-aliases", ", ".join(command.aliases)))
        if command.bot_rights:
            facts.append(
                ("documentation-rights", ", ".join(self._right(right) for right in sorted(command.bot_rights)))
            )
        lines = [f"- {self._say(key)}: {value}" for key, value in facts]
        return "\n".join((f"{cell(description(command, self._words, self._language))}.", "", *lines))

    def _line(self, command: AnyCommand) -> str:
        usage = code(usage_line(command, self._words, self._language))
        names = " · ".join((usage, *command.aliases))
        return f"|{names}|{cell(description(command, self._words, self._language))}|{self._who(command)}|"

    def _settings_table(self, settings: Iterable[Setting]) -> str:
        head = self._row(
            "documentation-setting", "documentation-meaning", "documentation-default", "documentation-possible"
        )
        defaults = ChatSettings()
        rows = [
            f"|{code(setting.path)}|{self._meaning(setting.path)}|{code(typed(read(defaults, setting.path)))}"
            f"|{cell(self._plain(expected(setting)))}|"
            for setting in settings
        ]
        return "\n".join((head, "|-|-|-|-|", *rows))

    def _meaning(self, path: str) -> str:
        name = label(path)
        return cell(f"{self._plain(name)}: {self._say(f'{name.key}.help')}")

    def _trail(self, path: str) -> str:
        names = path.split(".") if path else []
        outer = [self._plain(label(".".join(names[: count + 1]))) for count in range(len(names))]
        return " › ".join(outer) or self._say("documentation-general")

    def _section(self, section: str) -> str:
        return self._say(f"help-section-{section}")

    def _who(self, command: AnyCommand) -> str:
        return self._say(f"common-role-{command.least_role(private=False).name.lower()}")

    def _right(self, right: str) -> str:
        return self._say(f"common-right-{right.replace('_', '-')}")

    def _row(self, *keys: str) -> str:
        return f"|{'|'.join(self._say(key) for key in keys)}|"

    def _say(self, key: str, **values: Value) -> str:
        return self._plain(phrase(key, **values))

    def _plain(self, text: Phrase) -> str:
        return self._words.plain(text, language=self._language, timezone="UTC")


def _sections_of(commands: Iterable[AnyCommand]) -> tuple[str, ...]:
    """The sections in the catalog's order."""
    return tuple(dict.fromkeys(command.section for command in commands))


def code(text: str) -> str:
    """Text as Markdown code, safe in a table."""
    return f"`{text.replace('|', chr(92) + '|')}`"


def cell(text: str) -> str:
    """Plain text, safe in a table and never HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|").replace("\n", " ")
