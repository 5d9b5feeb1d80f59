"""The change that would have avoided a mistake: made with one press, or left."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from domain.effects import Edit
from domain.phrases import Page, phrase
from domain.refusals import Refusal
from domain.rules.remedies import Kind, Remedy
from handlers.buttons import number
from handlers.command import ButtonAction
from services import learning
from services.tickets import manager

if TYPE_CHECKING:
    from domain.phrases import Phrase
    from handlers.buttons import Arguments
    from handlers.turn import Turn


async def take(turn: Turn, arguments: Arguments) -> None:
    """Make the change."""
    found = _remedy(arguments)
    await learning.take_remedy(
        turn.work,
        found,
        chat_id=turn.about_chat,
        user_id=number(arguments, "user"),
        by=turn.user_id,
        now=turn.now,
    )
    await _conclude(turn, phrase("remedies-taken", change=found.described))


async def leave(turn: Turn, _arguments: Arguments) -> None:
    """Leave everything as it is."""
    await _conclude(turn, phrase("remedies-left"))


def _remedy(arguments: Arguments) -> Remedy:
    kind: Kind | None = next((one for one in get_args(Kind) if one == arguments.get("kind")), None)
    path, value = arguments.get("path"), arguments.get("value")
    if kind is None or not isinstance(path, str) or not isinstance(value, str | int):
        raise Refusal(phrase("common-button-expired"))
    return Remedy(kind=kind, path=path, value=value)


async def _conclude(turn: Turn, outcome: Phrase) -> None:
    if turn.message_id is None:
        raise Refusal(phrase("common-button-expired"))
    by = phrase("moderation-undone-by", actor=await manager(turn.work, turn.about_chat, turn.user_id))
    text = Page(lines=(outcome, by))
    turn.do(Edit(chat_id=turn.chat_id, message_id=turn.message_id, text=text, language=turn.language))


BUTTONS = (ButtonAction(name=learning.REMEDY, run=take), ButtonAction(name=learning.LEAVE, run=leave))
