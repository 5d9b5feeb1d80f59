"""Approval and trust: whom automatic rules leave alone, by a manager's word or by what they wrote."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.calendar import local_day
from domain.phrases import phrase
from domain.refusals import Refusal
from domain.trust import Earned, is_trusted
from models import approvals, audit, members, people

if TYPE_CHECKING:
    from datetime import datetime

    from domain.rules.sanctions import Offender
    from domain.settings import ChatSettings
    from models.approvals import Approval
    from models.members import Member
    from models.work import Work


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """How somebody stands: what they earned, since when it counts, when they lost it, who approved them."""

    worthy: int
    since: datetime
    trusted: bool
    lost_at: datetime | None
    approved_at: datetime | None
    approved_by: str | None


async def approve(
    work: Work, subject: Offender, *, reason: str, by: int | None, settings: ChatSettings, now: datetime
) -> None:
    """Leave somebody alone from now on. Raises Refusal for a channel, a stranger, and who is approved already."""
    member = await _member(work, subject)
    if member.approved_at is not None:
        raise Refusal(phrase("approval-already", person=subject.person))
    await members.approve(work, chat_id=member.chat_id, user_id=member.user_id, by=by, at=now)
    await _write_down(work, "approve", member, reason=reason, by=by, settings=settings, now=now)


async def unapprove(
    work: Work, subject: Offender, *, reason: str, by: int | None, settings: ChatSettings, now: datetime
) -> None:
    """Let the rules hold for somebody again. Raises Refusal for who is not approved."""
    member = await _member(work, subject)
    if member.approved_at is None:
        raise Refusal(phrase("approval-not", person=subject.person))
    await members.approve(work, chat_id=member.chat_id, user_id=member.user_id, by=None, at=None)
    await _write_down(work, "unapprove", member, reason=reason, by=by, settings=settings, now=now)


async def approved(work: Work, chat_id: int) -> list[Approval]:
    """Everybody approved, the newest first."""
    return await approvals.of_chat(work, chat_id)


async def standing(work: Work, subject: Offender, *, settings: ChatSettings, now: datetime) -> Standing:
    """How somebody stands. Raises Refusal for a channel and for a stranger."""
    member = await _member(work, subject)
    earned = Earned(worthy=member.worthy, since=member.trust_since, approved=member.approved_at is not None)
    approval = next((one for one in await approved(work, member.chat_id) if one.user_id == member.user_id), None)
    approver = None if approval is None or approval.by is None else await people.find(work, approval.by)
    return Standing(
        worthy=member.worthy,
        since=member.trust_since,
        trusted=is_trusted(earned, settings.rules.trust, at=now),
        lost_at=member.trust_lost_at,
        approved_at=member.approved_at,
        approved_by=approver.name if approver else None,
    )


async def _member(work: Work, subject: Offender) -> Member:
    if subject.user_id is None:
        raise Refusal(phrase("approval-channel"))
    member = await members.find(work, chat_id=subject.chat_id, user_id=subject.user_id)
    if member is None:
        raise Refusal(phrase("common-target-unknown", name=subject.name))
    return member


async def _write_down(
    work: Work, action: str, member: Member, *, reason: str, by: int | None, settings: ChatSettings, now: datetime
) -> None:
    await audit.add(
        work,
        chat_id=member.chat_id,
        day=local_day(now, settings.timezone),
        at=now,
        actor_id=by,
        action=action,
        target_id=member.user_id,
        details={"reason": reason} if reason else None,
    )
