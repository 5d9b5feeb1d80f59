"""/pin, /unpin, /pinned: what stands at the top of the group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from domain.phrases import phrase
from domain.refusals import Refusal
from domain.reports.links import message_link
from domain.roles import Role
from handlers.arguments import Arguments
from handlers.command import Command, NoArguments, Scope
from handlers.kinds import Spoken
from handlers.targets import replied_to
from services import pins

if TYPE_CHECKING:
    from handlers.command import AnyCommand
    from handlers.turn import Turn

PIN = frozenset({"can_pin_messages"})
LOUD = Spoken({"notify": "loud", "violent": "loud", "通知": "loud"})  # matching data, noqa: zh
ALL = Spoken({"全部": "all"})  # matching data, noqa: zh


class HowLoud(Arguments):
    """`loud` notifies everybody."""

    loud: Annotated[Literal["loud"] | None, LOUD] = None


class Which(Arguments):
    """`all` for everything; left out, the message answered to, or the newest pin."""

    which: Annotated[Literal["all"] | None, ALL] = None


async def pin(turn: Turn, arguments: HowLoud) -> None:
    """Pin the message answered to; Telegram itself shows that it is done."""
    reply = replied_to(turn.update.effective_message)
    if reply is None:
        raise Refusal(phrase("moderation-answer-needed"))
    effect = await pins.pin(
        turn.work,
        chat_id=turn.chat_id,
        message_id=reply.message_id,
        loud=arguments.loud is not None,
        by=turn.user_id,
        now=turn.now,
    )
    turn.do(effect)


async def unpin(turn: Turn, arguments: Which) -> None:
    """Unpin, and say so: Telegram does not."""
    stays = turn.settings.rules.answers_stay
    if arguments.which is not None:
        turn.do(await pins.unpin_all(turn.work, chat_id=turn.chat_id, by=turn.user_id, now=turn.now))
        turn.say(phrase("pins-none-left"), stays=stays)
        return
    reply = replied_to(turn.update.effective_message)
    message_id = reply.message_id if reply else await pins.newest(turn.work, turn.chat_id)
    if message_id is None:
        raise Refusal(phrase("pins-which"))
    turn.do(await pins.unpin(turn.work, chat_id=turn.chat_id, message_id=message_id, by=turn.user_id, now=turn.now))
    turn.say(phrase("pins-removed"), stays=stays)


async def pinned(turn: Turn, _arguments: NoArguments) -> None:
    """Where the newest pin is."""
    message_id = await pins.newest(turn.work, turn.chat_id)
    if message_id is None:
        turn.say(phrase("pins-unknown"))
        return
    link = message_link(turn.chat_id, message_id)
    turn.say(phrase("pins-newest", link=link) if link else phrase("pins-newest-basic"))


COMMANDS: tuple[AnyCommand, ...] = (
    Command(
        name="pin",
        permission=Role.MANAGER,
        scope=Scope.GROUP,
        section="moderation",
        arguments=HowLoud,
        run=pin,
        bot_rights=PIN,
    ),
    Command(
        name="unpin",
        permission=Role.MANAGER,
        scope=Scope.GROUP,
        section="moderation",
        arguments=Which,
        run=unpin,
        bot_rights=PIN,
    ),
    Command(
        name="pinned",
        permission=Role.MEMBER,
        scope=Scope.GROUP,
        section="moderation",
        arguments=NoArguments,
        run=pinned,
        menu=False,
    ),
)
