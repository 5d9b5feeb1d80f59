"""[Do it] and [Not now] under what is proposed once a week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.effects import Edit
from domain.phrases import Page, phrase
from domain.refusals import Refusal
from handlers.command import ButtonAction
from services import proposals
from services.tickets import manager, rule_name

if TYPE_CHECKING:
    from domain.phrases import Phrase
    from handlers.buttons import Arguments
    from handlers.turn import Turn


async def take(turn: Turn, arguments: Arguments) -> None:
    """Switch the rule."""
    rule = str(arguments.get("rule"))
    await proposals.take(
        turn.work,
        chat_id=turn.about_chat,
        rule=rule,
        before=str(arguments.get("before")),
        mode=str(arguments.get("mode")),
        by=turn.user_id,
        now=turn.now,
    )
    key = "proposals-taken-on" if arguments.get("mode") == "on" else "proposals-taken-shadow"
    await _conclude(turn, phrase(key, rule=rule_name(rule)))


async def leave(turn: Turn, arguments: Arguments) -> None:
    """Leave it as it is."""
    await _conclude(turn, phrase("proposals-left", rule=rule_name(str(arguments.get("rule")))))


async def _conclude(turn: Turn, outcome: Phrase) -> None:
    if turn.message_id is None:
        raise Refusal(phrase("common-button-expired"))
    by = phrase("moderation-undone-by", actor=await manager(turn.work, turn.about_chat, turn.user_id))
    text = Page(lines=(outcome, by))
    turn.do(Edit(chat_id=turn.chat_id, message_id=turn.message_id, text=text, language=turn.language))


BUTTONS = (ButtonAction(name=proposals.TAKE, run=take), ButtonAction(name=proposals.LEAVE, run=leave))
