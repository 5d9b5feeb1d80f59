"""What people write to the bot alone when it is no command: an answer that is waited for, or else a hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.phrases import phrase
from domain.roles import Role
from handlers import appeals
from handlers.command import Command, NoArguments, Scope

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from handlers.command import AnyCommand
    from handlers.turn import Turn

# Each says whether the words were meant for it; the first that takes them has them.
LISTENERS: tuple[Callable[[Turn, str], Awaitable[bool]], ...] = (appeals.hear,)


async def listen(turn: Turn, _arguments: NoArguments) -> None:
    """Give somebody's words to who waits for them."""
    message = turn.update.effective_message
    words = (message.text if message else None) or ""
    for hear in LISTENERS:
        if await hear(turn, words):
            return
    turn.say(phrase("help-hint"))


# Not in the catalog: nobody types it by name.
LISTEN: AnyCommand = Command(
    name="hint",
    permission=Role.MEMBER,
    scope=Scope.PRIVATE,
    section="start",
    arguments=NoArguments,
    run=listen,
    menu=False,
)
