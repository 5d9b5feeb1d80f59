"""/approve, /unapprove, /approved and /trust: whom the automatic rules leave alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from domain.phrases import Moment, Page, Person, phrase
from domain.roles import Role
from handlers.command import Arguments, Command, NoArguments, Scope
from handlers.orders import Who, WhoAndWhy, offender_of
from services import approvals

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from domain.phrases import Phrase
    from handlers.command import AnyCommand
    from handlers.turn import Turn
    from services.approvals import Standing

A = TypeVar("A", bound=Arguments)

SHOWN = 50


async def approve(turn: Turn, arguments: WhoAndWhy) -> None:
    """Leave somebody alone, until told otherwise."""
    subject = offender_of(turn, arguments.target)
    await approvals.approve(
        turn.work, subject, reason=arguments.reason, by=turn.user_id, settings=turn.settings, now=turn.now
    )
    turn.say(phrase("approval-given", person=subject.person), stays=turn.settings.rules.answers_stay)


async def unapprove(turn: Turn, arguments: WhoAndWhy) -> None:
    """Let the rules hold for somebody again."""
    subject = offender_of(turn, arguments.target)
    await approvals.unapprove(
        turn.work, subject, reason=arguments.reason, by=turn.user_id, settings=turn.settings, now=turn.now
    )
    turn.say(phrase("approval-taken", person=subject.person), stays=turn.settings.rules.answers_stay)


async def approved(turn: Turn, _arguments: NoArguments) -> None:
    """Everybody approved; nobody is notified by being listed."""
    found = await approvals.approved(turn.work, turn.about_chat)
    if not found:
        turn.say(phrase("approval-nobody"))
        return
    lines = [phrase("approval-line", name=one.name, id=str(one.user_id), at=Moment(at=one.at)) for one in found[:SHOWN]]
    if len(found) > SHOWN:
        lines.append(phrase("approval-more", count=len(found) - SHOWN))
    turn.say(Page(lines=(phrase("approval-title", count=len(found)), *lines)))


async def trust(turn: Turn, arguments: Who) -> None:
    """How far somebody is trusted, and why."""
    subject = offender_of(turn, arguments.target)
    standing = await approvals.standing(turn.work, subject, settings=turn.settings, now=turn.now)
    turn.say(Page(lines=tuple(_lines(turn, subject.person, standing))), stays=turn.settings.rules.answers_stay)


def _lines(turn: Turn, person: Person, standing: Standing) -> list[Phrase]:
    wanted = turn.settings.rules.trust
    days = max(0, (turn.now - standing.since).days)
    lines = [
        phrase("approval-trusted" if standing.trusted else "approval-untrusted", person=person),
        phrase("approval-messages", count=str(standing.worthy), wanted=str(wanted.messages)),
        phrase(
            "approval-days", count=str(days), wanted=str(wanted.days), since=Moment(at=standing.since, style="date")
        ),
    ]
    if standing.lost_at is not None:
        lines.append(phrase("approval-lost", at=Moment(at=standing.lost_at)))
    if standing.approved_at is not None:
        by = standing.approved_by or phrase("moderation-anonymous")
        lines.append(phrase("approval-approved", by=by, at=Moment(at=standing.approved_at)))
    return lines


def _command(
    name: str,
    permission: Role,
    arguments: type[A],
    run: Callable[[Turn, A], Awaitable[None]],
    *,
    variant_of: str | None = None,
) -> Command[A]:
    return Command(
        name=name,
        permission=permission,
        scope=Scope.GROUP,
        section="moderation",
        arguments=arguments,
        run=run,
        variant_of=variant_of,
    )


COMMANDS: tuple[AnyCommand, ...] = (
    _command("approve", Role.MANAGER, WhoAndWhy, approve),
    _command("unapprove", Role.MANAGER, WhoAndWhy, unapprove),
    _command("approved", Role.SPECIALIST, NoArguments, approved),
    _command("trust", Role.SPECIALIST, Who, trust),
    _command("approval", Role.SPECIALIST, Who, trust, variant_of="trust"),
)
