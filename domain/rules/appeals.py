"""[Appeal]: whoever was acted upon may ask somebody else to look at it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from domain.effects import Button
from domain.phrases import phrase
from domain.roles import Role

if TYPE_CHECKING:
    from domain.effects import Keyboard
    from domain.rules.actions import Verb
    from domain.rules.sanctions import Offender

Decision: TypeAlias = Literal["granted", "rejected", "closed"]

APPEAL = "appeal"
# Who is out of the chat reads no notice there: they are told in private, as far as the bot may write to them.
OUT = frozenset[str]({"kick", "ban"})


def with_appeal(keyboard: Keyboard, offender: Offender, act: Verb, *, verdict_id: int) -> Keyboard:
    """The keyboard with [Appeal] in its first row, where the one acted upon can press it.

    Nobody knows who owns a channel, so that none can appeal.
    """
    if offender.user_id is None or act in OUT or act == "review":
        return keyboard
    first, *rest = keyboard or ((),)
    return ((*first, appeal_button(offender.chat_id, offender.user_id, verdict_id=verdict_id)), *rest)


def appeal_button(chat_id: int, user_id: int, *, verdict_id: int) -> Button:
    """For the one acted upon alone, and once."""
    return Button(
        label=phrase("appeals-button"),
        action=APPEAL,
        arguments={"verdict": verdict_id},
        permission=Role.MEMBER,
        chat_id=chat_id,
        presser_id=user_id,
        single_use=True,
    )
