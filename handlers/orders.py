"""What a manager orders about somebody: the arguments that say it, and how it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.phrases import Person, phrase
from domain.refusals import Refusal
from domain.rules.sanctions import Offender
from handlers.arguments import Arguments, Duration, Rest, Target
from handlers.targets import replied_to
from services.discipline import Order
from services.removals import remove

if TYPE_CHECKING:
    from domain.effects import Delete
    from handlers.turn import Turn
    from services.discipline import Outcome


class WhoAndWhy(Arguments):
    """Whom, and why; `#3` or "rule 3" in the reason cites the third rule."""

    target: Target
    reason: Rest = ""


class WhoHowLongAndWhy(Arguments):
    """Whom, for how long, and why."""

    target: Target
    duration: Duration | None = None
    reason: Rest = ""


class WhoForHowLongAndWhy(Arguments):
    """The same with a time that must be given."""

    target: Target
    duration: Duration
    reason: Rest = ""


class Who(Arguments):
    """Whom."""

    target: Target


def order(turn: Turn, target: Target, reason: str) -> Order:
    """What is ordered, by whom."""
    return Order(
        offender=offender_of(turn, target),
        settings=turn.settings,
        by=Person(user_id=turn.user_id, name=turn.user_name),
        role=turn.role,
        now=turn.now,
        reason=reason,
        message_id=target.message_id,
        text=target.text or None,
        thread_id=turn.thread_id,
    )


def offender_of(turn: Turn, target: Target) -> Offender:
    """The target, in the chat that is spoken about."""
    return Offender(
        chat_id=turn.about_chat,
        name=target.name,
        user_id=target.user_id,
        sender_chat_id=target.sender_chat_id,
    )


def answer(turn: Turn, outcome: Outcome) -> None:
    """Have it done, and say what was done for as long as such answers stay."""
    turn.do(*outcome.effects)
    turn.say(outcome.text, keyboard=outcome.keyboard, stays=turn.settings.rules.answers_stay)


async def answered_removed(turn: Turn) -> Delete:
    """The message answered to goes. Raises Refusal when there is none, or it is too old."""
    reply = replied_to(turn.update.effective_message)
    if reply is None:
        raise Refusal(phrase("moderation-answer-needed"))
    return await remove(
        turn.work, chat_id=turn.chat_id, message_id=reply.message_id, written_at=reply.date, now=turn.now
    )
