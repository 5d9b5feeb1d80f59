"""/purge, /spurge and /del: messages removed by hand."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from domain.phrases import phrase
from domain.refusals import Refusal
from domain.roles import Role
from domain.rules.actions import Action
from handlers.arguments import Arguments, Rest
from handlers.command import Command, Scope
from handlers.orders import answered_removed, order
from handlers.targets import of_reply, replied_to
from services import discipline, removals
from services.removals import Stretch

if TYPE_CHECKING:
    from handlers.command import AnyCommand
    from handlers.turn import Turn

DELETE = frozenset({"can_delete_messages"})
# A purge is for a tidy chat: what it says goes as well.
SAID_FOR = timedelta(seconds=30)


class HowMany(Arguments):
    """How many of the last messages; left out, all from the one answered to."""

    count: Annotated[int, Field(ge=1, le=1000)] = 0


class Why(Arguments):
    """Why."""

    reason: Rest = ""


async def purge(turn: Turn, arguments: HowMany) -> None:
    """Remove a stretch of talk and the command itself, and say how much it was."""
    count = await _remove(turn, arguments.count)
    turn.say(phrase("purge-done", count=count), quote=False, stays=SAID_FOR)


async def purge_silently(turn: Turn, arguments: HowMany) -> None:
    """The same without a word."""
    await _remove(turn, arguments.count)


async def _remove(turn: Turn, count: int) -> int:
    gone, known = await removals.purge_from(
        turn.work,
        await _stretch(turn, count),
        chat_id=turn.chat_id,
        thread_id=turn.thread_id,
        by=turn.user_id,
        now=turn.now,
    )
    turn.do(*gone)
    return known


async def _stretch(turn: Turn, count: int) -> Stretch:
    """From the message answered to, or so many, until the command."""
    message = turn.update.effective_message
    reply = replied_to(message)
    if message is None or (reply is None and not count):
        raise Refusal(phrase("purge-from-where"))
    if count:
        return await removals.last_messages(
            turn.work,
            chat_id=turn.chat_id,
            count=count,
            before=message.message_id,
            thread_id=turn.thread_id,
            now=turn.now,
        )
    first = reply.message_id if reply else message.message_id
    return Stretch(first=first, last=message.message_id, since=reply.date if reply else turn.now)


async def delete(turn: Turn, arguments: Why) -> None:
    """Remove the message answered to, and the command; the log and the audit know whose it was, unless the bot's."""
    reply = replied_to(turn.update.effective_message)
    target = of_reply(reply) if reply else None
    if target is None:
        raise Refusal(phrase("moderation-answer-needed"))
    ordered = order(turn, target, arguments.reason)
    gone = await answered_removed(turn)
    turn.do(gone)
    if target.user_id != turn.bot.bot_id:
        turn.do(*(await discipline.sentence(turn.work, ordered, Action(verb="delete"))).effects)
    if turn.message_id is not None:
        turn.do(await removals.clear_away(turn.work, chat_id=turn.chat_id, message_id=turn.message_id))


COMMANDS: tuple[AnyCommand, ...] = (
    Command(
        name="purge",
        permission=Role.MANAGER,
        scope=Scope.GROUP,
        section="moderation",
        arguments=HowMany,
        run=purge,
        bot_rights=DELETE,
    ),
    Command(
        name="spurge",
        permission=Role.MANAGER,
        scope=Scope.GROUP,
        section="moderation",
        arguments=HowMany,
        run=purge_silently,
        bot_rights=DELETE,
        variant_of="purge",
    ),
    Command(
        name="del",
        permission=Role.SPECIALIST,
        scope=Scope.GROUP,
        section="moderation",
        arguments=Why,
        run=delete,
        bot_rights=DELETE,
    ),
)
