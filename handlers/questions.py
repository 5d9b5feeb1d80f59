"""/questions: what newcomers are asked, in the chat's own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Literal

from domain.entrance.questions import marked, read_question
from domain.phrases import BLANK, Page, phrase
from domain.refusals import Refusal
from domain.roles import Role
from handlers.arguments import Arguments, Rest
from handlers.command import Command, Scope
from handlers.kinds import Spoken
from services import questions

if TYPE_CHECKING:
    from domain.phrases import Phrase
    from handlers.turn import Turn

NUMBER = re.compile(r"\s*[#＃]?([1-9])\s*")
CHINESE = Spoken(
    {
        "添加": "add",  # matching data, noqa: zh
        "列表": "list",  # matching data, noqa: zh
        "删除": "remove",  # matching data, noqa: zh
        "delete": "remove",
    }
)


class QuestionsArguments(Arguments):
    """What to do; nothing shows the list."""

    action: Annotated[Literal["add", "list", "remove"], CHINESE] = "list"
    rest: Rest = ""


async def manage(turn: Turn, arguments: QuestionsArguments) -> None:
    """Show the questions, add one, remove one."""
    if arguments.action == "add":
        await questions.add(turn.work, turn.about_chat, read_question(arguments.rest), **_record(turn))
    elif arguments.action == "remove":
        found = NUMBER.fullmatch(arguments.rest)
        if found is None:
            raise Refusal(phrase("questions-number"))
        await questions.remove(turn.work, turn.about_chat, int(found[1]), **_record(turn))
    turn.say(await _page(turn))


def _record(turn: Turn) -> questions.Record:
    return {"by": turn.user_id, "timezone": turn.settings.timezone, "now": turn.now}


async def _page(turn: Turn) -> Page:
    found = await questions.of_chat(turn.work, turn.about_chat)
    if not found:
        return Page(lines=(phrase("questions-none"),))
    lines: list[Phrase] = [phrase("questions-title", count=len(found), mark=turn.settings.entrance.pass_mark)]
    for number, question in enumerate(found, start=1):
        lines += [BLANK, phrase("questions-line", number=str(number), text=question.text)]
        lines += [
            phrase("questions-right" if is_right else "questions-wrong", text=option)
            for option, is_right in marked(question)
        ]
    if turn.settings.entrance.way != "questions":
        lines += [BLANK, phrase("questions-unused")]
    return Page(lines=tuple(lines))


COMMANDS = (
    Command(
        name="questions",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="entrance",
        arguments=QuestionsArguments,
        run=manage,
    ),
)
