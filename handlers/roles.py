"""/role gives somebody a role in the group, /roles shows who has which."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from domain.phrases import BLANK, Page, Person, Phrase, phrase
from domain.refusals import Refusal
from domain.reports.titles import shorten
from domain.roles import Role
from handlers.arguments import Arguments, NoArguments, Target
from handlers.command import AnyCommand, Command, Scope
from handlers.kinds import Spoken
from services.roles import Holder, assign, holders, knows

if TYPE_CHECKING:
    from handlers.turn import Turn

NAME_CELLS = 40
DEFAULT = "default"
CHINESE = Spoken(
    {
        "经理": "manager",  # matching data, noqa: zh
        "运营经理": "manager",  # matching data, noqa: zh
        "专员": "specialist",  # matching data, noqa: zh
        "运营专员": "specialist",  # matching data, noqa: zh
        "总监": "director",  # matching data, noqa: zh
        "运营总监": "director",  # matching data, noqa: zh
        "成员": "member",  # matching data, noqa: zh
        "默认": DEFAULT,  # matching data, noqa: zh
    }
)


class RoleArguments(Arguments):
    """Who, and which role; `default` is the one Telegram's own status implies."""

    target: Target
    role: Annotated[Literal["manager", "specialist", "director", "member", "default"], CHINESE]


async def give(turn: Turn, arguments: RoleArguments) -> None:
    """Give the role, when the giver stands above it and above the target."""
    target = arguments.target
    if target.user_id is None or target.is_bot:
        raise Refusal(phrase("roles-not-a-person"))
    if not await knows(turn.work, target.user_id):
        raise Refusal(phrase("common-target-unknown", name=target.name))
    role = await assign(
        turn.work,
        chat_id=turn.about_chat,
        actor_id=turn.user_id,
        actor_role=turn.role,
        target_id=target.user_id,
        role=None if arguments.role == DEFAULT else Role[arguments.role.upper()],
        now=turn.now,
    )
    turn.say(phrase("roles-given", who=target.person, role=named(role)))


async def show(turn: Turn, _arguments: NoArguments) -> None:
    """List everybody above a plain member, the most powerful first."""
    found = await holders(turn.work, turn.about_chat)
    seen = [holder for holder in found if not holder.anonymous]
    if not found:
        turn.say(phrase("roles-nobody"))
        return
    lines: list[Phrase] = [phrase("roles-title")]
    for role in sorted({holder.role for holder in seen}, reverse=True):
        lines += [BLANK, phrase(f"roles-heading-{role.name.lower()}")]
        lines += [line(holder) for holder in seen if holder.role is role]
    if len(seen) < len(found):
        lines += [BLANK, phrase("roles-anonymous")]
    turn.say(Page(lines=tuple(lines)))


def line(holder: Holder) -> Phrase:
    """One person of the list, not notified by it."""
    who = Person(user_id=None, name=shorten(holder.name, NAME_CELLS))
    return phrase("roles-line-given" if holder.given else "roles-line", who=who)


def named(role: Role) -> Phrase:
    """The role's name."""
    return phrase(f"common-role-{role.name.lower()}")


COMMANDS: tuple[AnyCommand, ...] = (
    Command(
        name="role",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="roles",
        arguments=RoleArguments,
        run=give,
    ),
    Command(
        name="roles",
        permission=Role.MEMBER,
        scope=Scope.CONNECTED,
        section="roles",
        arguments=NoArguments,
        run=show,
        reads_roles=True,
    ),
)
