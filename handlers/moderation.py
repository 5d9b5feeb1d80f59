"""/unwarn, /unmute, /unban, /warns: what managers take back, and the [Undo] under what was done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from domain.effects import Edit
from domain.phrases import Page, Person, phrase
from domain.roles import Role
from domain.rules.sanctions import UNDO, Offender
from handlers.arguments import Arguments
from handlers.command import ButtonAction, Command, Scope
from handlers.orders import Who, WhoAndWhy, answer, offender_of, order
from services import discipline
from services.discipline import Order
from services.roles import is_anonymous

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from domain.rules.sanctions import Undo
    from handlers.command import AnyCommand
    from handlers.turn import Turn

A = TypeVar("A", bound=Arguments)

RESTRICT = frozenset({"can_restrict_members"})


async def take_back(undo: Undo, turn: Turn, arguments: WhoAndWhy) -> None:
    """Lift the last warning, a mute or a ban."""
    answer(turn, await discipline.take_back(turn.work, order(turn, arguments.target, arguments.reason), undo))


async def reset_warnings(turn: Turn, arguments: WhoAndWhy) -> None:
    """Lift all warnings."""
    answer(turn, await discipline.reset_warnings(turn.work, order(turn, arguments.target, arguments.reason)))


async def warns(turn: Turn, arguments: Who) -> None:
    """The warnings that count now."""
    offender = offender_of(turn, arguments.target)
    text = await discipline.warnings_of(turn.work, offender, settings=turn.settings, now=turn.now)
    turn.say(text, stays=turn.settings.rules.answers_stay)


async def undo(turn: Turn, arguments: dict[str, str | int | bool | None]) -> None:
    """Take back what the message says was done, and say so in its place."""
    user_id, sender_chat_id = arguments["user_id"], arguments["sender_chat_id"]
    offender = Offender(
        chat_id=turn.about_chat,
        name=str(arguments["name"]),
        user_id=user_id if isinstance(user_id, int) else None,
        sender_chat_id=sender_chat_id if isinstance(sender_chat_id, int) else None,
    )
    undone = next(known for known in discipline.UNDOS if known == arguments["undo"])
    by = Person(user_id=turn.user_id, name=turn.user_name)
    ordered = Order(offender=offender, settings=turn.settings, by=by, role=turn.role, now=turn.now)
    outcome = await discipline.take_back(turn.work, ordered, undone, verdict_id=_number(arguments.get("verdict")))
    turn.do(*outcome.effects)
    hidden = turn.user_id is not None and await is_anonymous(turn.work, chat_id=turn.about_chat, user_id=turn.user_id)
    if turn.message_id is not None:
        shown = by if not hidden else phrase("moderation-anonymous")
        lines = (*outcome.text.lines, phrase("moderation-undone-by", actor=shown))
        turn.do(Edit(chat_id=turn.chat_id, message_id=turn.message_id, text=Page(lines=lines), language=turn.language))


def _number(value: str | int | bool | None) -> int | None:  # noqa: FBT001 - what a button keeps
    return value if isinstance(value, int) else None


def _command(
    name: str,
    permission: Role,
    arguments: type[A],
    run: Callable[[Turn, A], Awaitable[None]],
    *,
    bot_rights: frozenset[str] = frozenset(),
    variant_of: str | None = None,
) -> Command[A]:
    """A command of this section; in the group, so that everybody hears what is done and why."""
    return Command(
        name=name,
        permission=permission,
        scope=Scope.GROUP,
        section="moderation",
        arguments=arguments,
        run=run,
        bot_rights=bot_rights,
        variant_of=variant_of,
    )


COMMANDS: tuple[AnyCommand, ...] = (
    _command("unwarn", Role.SPECIALIST, WhoAndWhy, partial(take_back, "unwarn")),
    _command("rmwarn", Role.SPECIALIST, WhoAndWhy, partial(take_back, "unwarn"), variant_of="unwarn"),
    _command("warns", Role.SPECIALIST, Who, warns),
    _command("resetwarns", Role.MANAGER, WhoAndWhy, reset_warnings),
    _command("unmute", Role.SPECIALIST, WhoAndWhy, partial(take_back, "unmute"), bot_rights=RESTRICT),
    _command("unban", Role.MANAGER, WhoAndWhy, partial(take_back, "unban"), bot_rights=RESTRICT),
)

BUTTONS = (ButtonAction(name=UNDO, run=undo),)
