"""/warn, /mute, /ban and their opposites: what managers do about somebody, and the [Undo] under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from domain.effects import Edit
from domain.phrases import Page, Person, phrase
from domain.roles import Role
from domain.rules.actions import Action
from domain.rules.sanctions import UNDO, Offender
from handlers.arguments import Arguments, Duration, Rest, Target
from handlers.command import ButtonAction, Command, Scope
from services import discipline
from services.discipline import Order
from services.roles import is_anonymous

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from handlers.command import AnyCommand
    from handlers.turn import Turn
    from services.discipline import Outcome

A = TypeVar("A", bound=Arguments)

WARN, KICK = Action(verb="warn"), Action(verb="kick")
RESTRICT = frozenset({"can_restrict_members"})


class WhoAndWhy(Arguments):
    """Whom, and why; `#3` or "rule 3" in the reason cites the third rule."""

    target: Target
    reason: Rest = ""


class WhoHowLongAndWhy(Arguments):
    """Whom, for how long, and why."""

    target: Target
    duration: Duration | None = None
    reason: Rest = ""


class Who(Arguments):
    """Whom."""

    target: Target


async def warn(turn: Turn, arguments: WhoAndWhy) -> None:
    """One warning more."""
    answer(turn, await discipline.sentence(turn.work, order(turn, arguments.target, arguments.reason), WARN))


async def mute(turn: Turn, arguments: WhoHowLongAndWhy) -> None:
    """Silence for a while; for as long as the ladder's mute when no time is given."""
    ordered = order(turn, arguments.target, arguments.reason)
    answer(turn, await discipline.sentence(turn.work, ordered, Action(verb="mute", span=arguments.duration)))


async def ban(turn: Turn, arguments: WhoHowLongAndWhy) -> None:
    """Out of the group for a while, or for good."""
    ordered = order(turn, arguments.target, arguments.reason)
    answer(turn, await discipline.sentence(turn.work, ordered, Action(verb="ban", span=arguments.duration)))


async def kick(turn: Turn, arguments: WhoAndWhy) -> None:
    """Out of the group, free to come back."""
    answer(turn, await discipline.sentence(turn.work, order(turn, arguments.target, arguments.reason), KICK))


async def unwarn(turn: Turn, arguments: WhoAndWhy) -> None:
    """Lift the last warning."""
    answer(turn, await discipline.take_back(turn.work, order(turn, arguments.target, arguments.reason), "unwarn"))


async def unmute(turn: Turn, arguments: WhoAndWhy) -> None:
    """Let somebody speak again."""
    answer(turn, await discipline.take_back(turn.work, order(turn, arguments.target, arguments.reason), "unmute"))


async def unban(turn: Turn, arguments: WhoAndWhy) -> None:
    """Let somebody come back."""
    answer(turn, await discipline.take_back(turn.work, order(turn, arguments.target, arguments.reason), "unban"))


async def warns(turn: Turn, arguments: Who) -> None:
    """The warnings that count now."""
    offender = offender_of(turn, arguments.target)
    turn.say(await discipline.warnings_of(turn.work, offender, settings=turn.settings, now=turn.now))


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
    """Have it done, and say what was done."""
    turn.do(*outcome.effects)
    turn.say(outcome.text, keyboard=outcome.keyboard)


def _command(
    name: str,
    permission: Role,
    arguments: type[A],
    run: Callable[[Turn, A], Awaitable[None]],
    *,
    bot_rights: frozenset[str] = RESTRICT,
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
    )


COMMANDS: tuple[AnyCommand, ...] = (
    _command("warn", Role.SPECIALIST, WhoAndWhy, warn),
    _command("unwarn", Role.SPECIALIST, WhoAndWhy, unwarn, bot_rights=frozenset()),
    _command("warns", Role.SPECIALIST, Who, warns, bot_rights=frozenset()),
    _command("mute", Role.SPECIALIST, WhoHowLongAndWhy, mute),
    _command("unmute", Role.SPECIALIST, WhoAndWhy, unmute),
    _command("ban", Role.MANAGER, WhoHowLongAndWhy, ban),
    _command("unban", Role.MANAGER, WhoAndWhy, unban),
    _command("kick", Role.MANAGER, WhoAndWhy, kick),
)

BUTTONS = (ButtonAction(name=UNDO, run=undo),)
