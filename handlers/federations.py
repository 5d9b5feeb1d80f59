"""/newfed, /joinfed, /leavefed, /fedinfo and who may ban: groups that share bans, and who runs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.phrases import Page, Person, phrase
from domain.refusals import Refusal
from domain.roles import Role
from handlers.arguments import Arguments, Rest, Target
from handlers.command import AnyCommand, Command, NoArguments, Scope
from services import federations
from services.roles import knows

if TYPE_CHECKING:
    from domain.phrases import Phrase
    from handlers.turn import Turn
    from models.federations import Federation


class Named(Arguments):
    """What the federation is to be called."""

    name: Rest


class Joined(Arguments):
    """The federation's own id."""

    federation: str


class Who(Arguments):
    """Whom."""

    target: Target


async def found(turn: Turn, arguments: Named) -> None:
    """Found a federation; its id goes to whoever founded it."""
    founder = named_self(turn)
    federation = await federations.found(turn.work, name=arguments.name, by=founder, now=turn.now)
    turn.say(phrase("federations-founded", name=federation.name, id=federation.federation_id))


async def join(turn: Turn, arguments: Joined) -> None:
    """Share the federation's bans from now on."""
    federation = await federations.join(
        turn.work, chat_id=turn.about_chat, federation_id=arguments.federation, by=turn.user_id, now=turn.now
    )
    turn.say(phrase("federations-joined", name=federation.name))


async def leave(turn: Turn, _arguments: NoArguments) -> None:
    """Share them no more."""
    federation = await federations.leave(turn.work, turn.about_chat)
    turn.say(phrase("federations-left", name=federation.name))


async def info(turn: Turn, _arguments: NoArguments) -> None:
    """What the group's federation is; its id only to those who run it."""
    federation = await federations.of_chat(turn.work, turn.about_chat)
    about = await federations.about(turn.work, federation)
    lines: list[Phrase] = [
        phrase("federations-about", name=federation.name, owner=about.owner),
        phrase("federations-counts", chats=about.chats, bans=about.bans, admins=len(about.admins)),
    ]
    if await federations.may_ban(turn.work, federation, turn.user_id):
        lines.append(phrase("federations-id", id=federation.federation_id))
    turn.say(Page(lines=tuple(lines)))


async def admins(turn: Turn, _arguments: NoArguments) -> None:
    """Who may ban for it."""
    federation = await federations.of_chat(turn.work, turn.about_chat)
    about = await federations.about(turn.work, federation)
    lines = [phrase("federations-admins", name=federation.name), phrase("federations-owner", who=about.owner)]
    lines += [phrase("federations-admin", who=person) for person in about.admins]
    turn.say(Page(lines=tuple(lines)))


async def promote(turn: Turn, arguments: Who) -> None:
    """Let somebody ban for it."""
    federation, person = await _person(turn, arguments)
    await federations.promote(
        turn.work, federation=federation, user_id=person.user_id or 0, by=turn.user_id, now=turn.now
    )
    turn.say(phrase("federations-promoted", who=person, name=federation.name))


async def demote(turn: Turn, arguments: Who) -> None:
    """Let somebody ban for it no more."""
    federation, person = await _person(turn, arguments)
    was_admin = await federations.demote(turn.work, federation=federation, user_id=person.user_id or 0, by=turn.user_id)
    key = "federations-demoted" if was_admin else "federations-was-none"
    turn.say(phrase(key, who=person, name=federation.name))


async def _person(turn: Turn, arguments: Who) -> tuple[Federation, Person]:
    """The group's federation, and the person meant. Raises Refusal for channels, bots and strangers."""
    target = arguments.target
    federation = await federations.of_chat(turn.work, turn.about_chat)
    if target.user_id is None or target.is_bot:
        raise Refusal(phrase("roles-not-a-person"))
    if not await knows(turn.work, target.user_id):
        raise Refusal(phrase("common-target-unknown", name=target.name))
    return federation, target.person


def named_self(turn: Turn) -> int:
    """Who speaks, by id. Raises Refusal for anonymous admins and channels."""
    if turn.user_id is None:
        raise Refusal(phrase("federations-anonymous"))
    return turn.user_id


COMMANDS: tuple[AnyCommand, ...] = (
    Command(
        name="newfed",
        permission=Role.DIRECTOR,
        scope=Scope.CONNECTED,
        section="sharing",
        arguments=Named,
        run=found,
    ),
    Command(
        name="joinfed",
        permission=Role.DIRECTOR,
        scope=Scope.CONNECTED,
        section="sharing",
        arguments=Joined,
        run=join,
    ),
    Command(
        name="leavefed",
        permission=Role.DIRECTOR,
        scope=Scope.CONNECTED,
        section="sharing",
        arguments=NoArguments,
        run=leave,
    ),
    Command(
        name="fedinfo",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="sharing",
        arguments=NoArguments,
        run=info,
    ),
    Command(
        name="fedadmins",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="sharing",
        arguments=NoArguments,
        run=admins,
    ),
    Command(
        name="fedpromote",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="sharing",
        arguments=Who,
        run=promote,
    ),
    Command(
        name="feddemote",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="sharing",
        arguments=Who,
        run=demote,
    ),
)
