"""[Resend] and [It arrived] under the question about an uncertain post."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from domain.effects import Edit
from domain.phrases import phrase
from domain.refusals import Refusal
from handlers.command import ButtonAction
from services import uncertain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.phrases import Phrase
    from handlers.turn import Turn

Arguments: TypeAlias = "Mapping[str, str | int | bool | None]"


async def resend(turn: Turn, arguments: Arguments) -> None:
    """The post is sent once more."""
    _conclude(turn, await uncertain.resend(turn.work, chat_id=turn.about_chat, row_id=_row(arguments), now=turn.now))


async def arrived(turn: Turn, arguments: Arguments) -> None:
    """The post counts as sent."""
    _conclude(turn, await uncertain.arrived(turn.work, chat_id=turn.about_chat, row_id=_row(arguments), now=turn.now))


def _row(arguments: Arguments) -> int:
    return int(arguments["row"] or 0)


def _conclude(turn: Turn, outcome: Phrase | None) -> None:
    """The question becomes its answer, without buttons."""
    if outcome is None or turn.message_id is None:
        raise Refusal(phrase("delivery-decided"))
    turn.do(Edit(chat_id=turn.chat_id, message_id=turn.message_id, text=outcome, language=turn.language))


BUTTONS = (ButtonAction(name="resend", run=resend), ButtonAction(name="arrived", run=arrived))
