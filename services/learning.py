"""What is learnt from a decision about a verdict: the change that would have avoided the mistake is proposed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from domain.calendar import local_day
from domain.effects import Button
from domain.phrases import Page, phrase
from domain.refusals import Refusal
from domain.roles import Role
from domain.rules.remedies import Mistake, Remedy, remedy
from models import audit, members
from services import tickets
from services.settings import change, settings_of

if TYPE_CHECKING:
    from datetime import datetime

    from domain.effects import Effect
    from domain.paths import SettingValue
    from domain.settings import ChatSettings
    from models.verdicts import Verdict
    from models.work import Work

REMEDY, LEAVE = "remedy", "remedy-leave"
WORTH_A_LOOK = timedelta(days=2)


async def learn_from(work: Work, verdict: Verdict) -> list[Effect]:
    """Learn from a verdict that somebody has upheld or overturned."""
    return await _propose(work, verdict) if verdict.state == "overturned" else []


async def _propose(work: Work, verdict: Verdict) -> list[Effect]:
    """Show managers the change that would have avoided the verdict, to be made with one press."""
    settings = await settings_of(work, verdict.chat_id)
    mistake = Mistake(rule=verdict.rule, quote=verdict.quote, text=verdict.text or "", is_person=not verdict.is_channel)
    found = remedy(mistake, settings.rules)
    if found is None or (found.kind == "approve" and await _is_approved(work, verdict)):
        return []
    lines = (
        phrase("remedies-title", chat=await tickets.title(work, verdict.chat_id)),
        phrase("remedies-because", rule=tickets.rule_name(verdict.rule or ""), person=tickets.person_of(verdict)),
    )
    arguments = {"kind": found.kind, "path": found.path, "value": found.value, "user": verdict.target_id}
    buttons = [
        Button(
            label=label,
            action=action,
            arguments=arguments,
            permission=Role.MANAGER,
            chat_id=verdict.chat_id,
            single_use=True,
        )
        for action, label in ((REMEDY, found.described), (LEAVE, phrase("remedies-leave")))
    ]
    return await tickets.post(
        work,
        verdict.chat_id,
        settings,
        Page(lines=lines),
        keyboard=tuple((button,) for button in buttons),
        key=f"remedy:{verdict.verdict_id}",
        purpose="review",
        worth=WORTH_A_LOOK,
    )


async def _is_approved(work: Work, verdict: Verdict) -> bool:
    member = await members.find(work, chat_id=verdict.chat_id, user_id=verdict.target_id)
    return member is None or member.approved_at is not None


async def take_remedy(work: Work, found: Remedy, *, chat_id: int, user_id: int, by: int | None, now: datetime) -> None:
    """Make the proposed change. Raises Refusal when it is made already, or can no longer be."""
    if found.kind == "approve":
        await members.approve(work, chat_id=chat_id, user_id=user_id, by=by, at=now)
        day = local_day(now, (await settings_of(work, chat_id)).timezone)
        await audit.add(work, chat_id=chat_id, day=day, at=now, actor_id=by, action="approve", target_id=user_id)
        return
    value = _after(found, await settings_of(work, chat_id))
    if value is None:
        raise Refusal(phrase("remedies-done-before"))
    await change(work, chat_id=chat_id, path=found.path, value=value, by=by, now=now)


def _after(found: Remedy, settings: ChatSettings) -> SettingValue:
    """The setting's value with the change made; None when it is so already."""
    before: object = settings
    for name in found.path.split("."):
        before = getattr(before, name)
    if not isinstance(before, tuple):
        return found.value if before != found.value else None
    if found.kind == "add":
        return (*before, str(found.value)) if found.value not in before else None
    left = tuple(item for item in before if item != found.value)
    return left if len(left) < len(before) else None
