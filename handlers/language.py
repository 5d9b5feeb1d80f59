"""/language: a group's language for its managers, in private chat everybody's own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain.effects import Button
from domain.phrases import phrase
from domain.refusals import Refusal
from domain.reports.titles import shorten
from domain.roles import Role
from domain.settings import LANGUAGES
from handlers.arguments import Arguments
from handlers.command import Command, Scope
from handlers.settings import say_page
from services.languages import prefer
from services.settings import change

if TYPE_CHECKING:
    from domain.effects import Keyboard
    from handlers.turn import Turn

CHOOSE = "language-choose"
WORD_CELLS = 40
NAMES = {
    "zh": frozenset({"zh", "cn", "chinese", "中文", "汉语", "简体中文"}),  # matching data, noqa: zh
    "en": frozenset({"en", "english", "英文", "英语"}),  # matching data, noqa: zh
}


class LanguageArguments(Arguments):
    """The language by its code or name; left out, a choice is offered."""

    language: str = ""


async def language(turn: Turn, arguments: LanguageArguments) -> None:
    """Choose for oneself in private chat, for everybody in a group."""
    if turn.private:
        await _own(turn, arguments.language)
        return
    if not arguments.language:
        await say_page(turn, "language")
        return
    code = _code(arguments.language)
    await change(turn.work, chat_id=turn.about_chat, path="language", value=code, by=turn.user_id, now=turn.now)
    _say_in(turn, code, "language-of-group")


async def _own(turn: Turn, wanted: str) -> None:
    if not wanted:
        turn.say(phrase("language-choose"), keyboard=choices(turn.user_id), quote=False)
        return
    code = _code(wanted)
    await choose(turn, code)
    _say_in(turn, code, "language-of-person")


async def choose(turn: Turn, code: str) -> None:
    """Keep the language of the one who speaks."""
    if turn.user_id is not None:
        await prefer(turn.work, user_id=turn.user_id, name=turn.user_name, language=code, now=turn.now)


def choices(user_id: int | None) -> Keyboard:
    """One button a language, for one person in private chat."""
    return (
        tuple(
            Button(
                label=phrase(f"settings-choice-{code}"),
                action=CHOOSE,
                arguments={"language": code},
                permission=Role.MEMBER,
                presser_id=user_id,
            )
            for code in LANGUAGES
        ),
    )


def _code(wanted: str) -> str:
    word = wanted.strip().lower()
    for code, names in NAMES.items():
        if word in names:
            return code
    raise Refusal(phrase("language-unknown", given=shorten(wanted, WORD_CELLS)))


def _say_in(turn: Turn, code: str, key: str) -> None:
    """The answer is already in the new language."""
    replace(turn, language=code).say(phrase(key))


COMMANDS = (
    Command(
        name="language",
        permission=Role.MEMBER,
        group_permission=Role.MANAGER,
        scope=Scope.ANYWHERE,
        section="settings",
        arguments=LanguageArguments,
        run=language,
    ),
)
