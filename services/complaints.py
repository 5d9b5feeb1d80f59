"""Members report a message; managers decide about it once, however many reported it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from domain.calendar import local_day
from domain.effects import Priority, Send
from domain.phrases import phrase
from domain.refusals import Refusal
from domain.roles import Role
from domain.rules.actions import Action
from domain.rules.sanctions import Offender
from models import audit, chats, complaints, members, messages
from models.complaints import Complainant, Complaint
from services import complaint_tickets, second_person
from services.calls import DELETABLE_FOR
from services.discipline import TELEGRAMS_OWN
from services.removals import remove
from services.rights import missing_rights
from services.roles import APPOINTED, role_in

if TYPE_CHECKING:
    from datetime import datetime

    from domain.effects import Effect
    from domain.rules.actions import Verb
    from domain.settings import ChatSettings
    from models.work import Work
    from services.complaint_tickets import Decision
    from services.discipline import Order

AN_HOUR = timedelta(hours=1)
MOST_IN_AN_HOUR = 10
VERBS: dict[Decision, Verb] = {"remove": "delete", "warn": "warn", "mute": "mute", "ban": "ban"}
REMOVE = "can_delete_messages"


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """Somebody says that a message breaks the rules: whose it is, what it says, when it was written."""

    offender: Offender
    message_id: int
    written_at: datetime
    text: str
    reporter_id: int
    reporter_name: str
    reason: str = ""
    thread_id: int | None = None


async def file(work: Work, report: Report, *, settings: ChatSettings, now: datetime) -> list[Effect]:
    """Bring a message before the managers, or count one more who reported it.

    Raises Refusal where reports are off, about those who run the chat, beyond so many an hour, when managers have
    decided already, and when no manager can be reached.
    """
    await _refuse_unfit(work, report, settings, now)
    chat_id, message_id = report.offender.chat_id, report.message_id
    known = await complaints.find(work, chat_id=chat_id, message_id=message_id)
    if known is not None and known.decision is not None:
        raise Refusal(phrase("complaints-decided-already"))
    if known is None:
        await complaints.open_one(work, _complaint(report, now))
    complainant = Complainant(reporter_id=report.reporter_id, name=report.reporter_name, reason=report.reason, at=now)
    if not await complaints.join(work, chat_id=chat_id, message_id=message_id, complainant=complainant):
        return []
    if known is not None:
        return [*await complaint_tickets.show_again(work, known, settings=settings)]
    tickets = await complaint_tickets.show(work, _complaint(report, now), text=report.text, settings=settings)
    if not tickets:
        raise Refusal(phrase("complaints-nobody"))
    return [*tickets]


async def decide(work: Work, order: Order, decision: Decision) -> list[Effect]:
    """Decide about the message that `order` names, and show it on every ticket. Raises Refusal when it was decided."""
    chat_id, message_id = order.offender.chat_id, order.message_id or 0
    known = await complaints.find(work, chat_id=chat_id, message_id=message_id)
    by, now, settings = order.by.user_id, order.now, order.settings
    done = known is not None and await complaints.decide(
        work, chat_id=chat_id, message_id=message_id, decision=decision, by=by, at=now
    )
    if known is None or not done:
        raise Refusal(phrase("complaints-decided-already"))
    text = await messages.text_of(work, chat_id=chat_id, message_id=message_id)
    ordered = replace(order, offender=_offender(known), text=text, thread_id=known.thread_id)
    is_asked = decision == "ban" and await second_person.takes_two(work, ordered, Action(verb="ban"))
    effects = await _dismissed(work, ordered) if decision == "dismiss" else await _act(work, ordered, known, decision)
    done_so = phrase("complaints-asked" if is_asked else f"complaints-done-{decision}")
    decided = phrase("complaints-decided", decision=done_so, actor=order.by)
    tickets = await complaint_tickets.show_again(work, known, settings=settings, decided=decided)
    return [*effects, *tickets]


async def _act(work: Work, order: Order, complaint: Complaint, decision: Decision) -> list[Effect]:
    """The message goes, and its author is sentenced; the group hears of all but a mere removal."""
    verb = VERBS[decision]
    outcome = await second_person.sentence(work, order, Action(verb=verb))
    effects: list[Effect] = [*outcome.effects]
    if await _is_removable(work, complaint, order.now):
        effects.append(
            await remove(
                work,
                chat_id=complaint.chat_id,
                message_id=complaint.message_id,
                written_at=complaint.written_at,
                now=order.now,
            )
        )
    if verb == "delete":
        return effects
    told = Send(
        chat_id=complaint.chat_id,
        text=outcome.text,
        keyboard=outcome.keyboard,
        thread_id=complaint.thread_id,
        language=order.settings.language,
        priority=Priority.REPLY,
        delete_after=order.settings.rules.answers_stay,
    )
    return [*effects, told]


async def _is_removable(work: Work, complaint: Complaint, now: datetime) -> bool:
    is_fresh = now - complaint.written_at < DELETABLE_FOR
    return is_fresh and not await missing_rights(work, complaint.chat_id, [REMOVE])


async def _dismissed(work: Work, order: Order) -> list[Effect]:
    """Nothing follows, for nobody: a report in vain is no offence."""
    await audit.add(
        work,
        chat_id=order.offender.chat_id,
        day=local_day(order.now, order.settings.timezone),
        at=order.now,
        actor_id=order.by.user_id,
        action="dismiss",
        target_id=order.offender.target_id,
        message_id=order.message_id,
    )
    return []


async def _refuse_unfit(work: Work, report: Report, settings: ChatSettings, now: datetime) -> None:
    if not settings.reports.enabled:
        raise Refusal(phrase("complaints-off"))
    offender = report.offender
    if offender.target_id == report.reporter_id:
        raise Refusal(phrase("complaints-self"))
    if await _runs_the_chat(work, offender):
        raise Refusal(phrase("complaints-admin"))
    count = await complaints.count_since(
        work, chat_id=offender.chat_id, reporter_id=report.reporter_id, since=now - AN_HOUR
    )
    if count >= MOST_IN_AN_HOUR:
        raise Refusal(phrase("complaints-too-many", most=MOST_IN_AN_HOUR))


async def _runs_the_chat(work: Work, offender: Offender) -> bool:
    chat_id, user_id = offender.chat_id, offender.user_id
    if user_id is None:
        chat = await chats.find(work, chat_id)
        return offender.sender_chat_id in {chat_id, chat.linked_chat_id if chat else None}
    if user_id == work.defaults.bot_id or user_id in TELEGRAMS_OWN:
        return True
    member = await members.find(work, chat_id=chat_id, user_id=user_id)
    is_appointed = member is not None and member.status in APPOINTED
    return is_appointed or await role_in(work, chat_id=chat_id, user_id=user_id) > Role.MEMBER


def _complaint(report: Report, now: datetime) -> Complaint:
    offender = report.offender
    return Complaint(
        chat_id=offender.chat_id,
        message_id=report.message_id,
        at=now,
        target_id=offender.target_id or 0,
        target_name=offender.name[:160],
        is_channel=offender.user_id is None,
        thread_id=report.thread_id,
        written_at=report.written_at,
    )


def _offender(complaint: Complaint) -> Offender:
    return Offender(
        chat_id=complaint.chat_id,
        name=complaint.target_name,
        user_id=None if complaint.is_channel else complaint.target_id,
        sender_chat_id=complaint.target_id if complaint.is_channel else None,
    )
