"""A second manager for putting out a member of long standing: asked where managers are reached, then it is done."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from domain.effects import Button, Priority, Send
from domain.phrases import Page, Person, phrase
from domain.refusals import Refusal
from domain.roles import Role
from domain.rules.actions import Action
from domain.rules.sanctions import Sentence
from domain.trust import Earned, is_trusted
from models import chats, members
from models import verdicts as stored
from services import discipline, verdicts
from services.discipline import Order, Outcome
from services.sanctions import write_down
from services.tickets import managers_places

if TYPE_CHECKING:
    from domain.effects import Keyboard
    from models.verdicts import Verdict
    from models.work import Work

CONFIRM = "second-person-confirm"
ASKED_FOR = timedelta(hours=24)
PUTTING_OUT = frozenset({"ban", "kick"})


async def sentence(work: Work, order: Order, action: Action) -> Outcome:
    """Act on somebody, or ask a second manager first where the chat wants one; until then nothing happens.

    Raises Refusal for whom it may not be, and for a first person nobody knows where a second is needed.
    """
    if not await takes_two(work, order, action):
        return await discipline.sentence(work, order, action)
    await discipline.refuse_protected(work, order)
    if order.by.user_id is None:
        raise Refusal(phrase("moderation-second-anonymous"))
    verdict = await _asked(work, order, action)
    tickets = await _tickets(work, order, action, verdict)
    if not tickets:
        raise Refusal(phrase("moderation-second-nobody"))
    asked = phrase("moderation-second-asked", person=order.offender.person, action=action.described)
    return Outcome(effects=[*tickets], text=Page(lines=(asked,)))


async def confirm(work: Work, order: Order, verdict_id: int) -> tuple[Outcome, Verdict]:
    """What was asked for is done, `order` being the second person's; with what was asked.

    Raises Refusal for the one who asked, when a day has passed, and when somebody confirmed before.
    """
    asked = await stored.find(work, chat_id=order.offender.chat_id, verdict_id=verdict_id)
    if asked is None or asked.state != "open" or "ordered" not in asked.seen or order.now - asked.at > ASKED_FOR:
        raise Refusal(phrase("moderation-second-over"))
    if order.by.user_id is None or order.by.user_id == asked.actor_id:
        raise Refusal(phrase("moderation-second-same"))
    await verdicts.uphold(work, chat_id=asked.chat_id, verdict_id=verdict_id, by=order.by.user_id, now=order.now)
    seconds = asked.seen["seconds"]
    action = Action(verb=asked.seen["ordered"], span=None if seconds is None else timedelta(seconds=seconds))
    first = Order(
        offender=verdicts.offender_of(asked),
        settings=order.settings,
        by=Person(user_id=asked.actor_id, name=asked.seen["by"]),
        role=order.role,
        now=order.now,
        reason=asked.reason,
        message_id=asked.message_id,
        text=asked.text,
        thread_id=asked.thread_id,
        confirmed_by=order.by.user_id,
    )
    return await discipline.sentence(work, first, action), asked


async def takes_two(work: Work, order: Order, action: Action) -> bool:
    """Whether somebody below a director puts out a member who is trusted or here for long."""
    rules, user_id = order.settings.rules, order.offender.user_id
    if not rules.second_person_days or action.verb not in PUTTING_OUT or order.role >= Role.DIRECTOR:
        return False
    member = None if user_id is None else await members.find(work, chat_id=order.offender.chat_id, user_id=user_id)
    if member is None:
        return False
    here_since = member.joined_at or member.first_seen_at
    earned = Earned(worthy=member.worthy, since=member.trust_since, approved=member.approved_at is not None)
    is_long = order.now - here_since >= timedelta(days=rules.second_person_days)
    return is_long or is_trusted(earned, rules.trust, at=order.now)


async def _asked(work: Work, order: Order, action: Action) -> Verdict:
    case = order.case()
    sought = Sentence(act="review")
    await write_down(work, case, "ask-second", sentence=sought)
    return await verdicts.record(
        work,
        case,
        sought,
        mode="manual",
        state="open",
        text=order.text,
        thread_id=order.thread_id,
        seen={
            "ordered": action.verb,
            "seconds": None if action.span is None else action.span.total_seconds(),
            "by": order.by.name,
        },
    )


async def _tickets(work: Work, order: Order, action: Action, verdict: Verdict) -> list[Send]:
    chat_id = order.offender.chat_id
    chat = await chats.find(work, chat_id)
    lines = [
        phrase(
            "moderation-second-ticket",
            chat=chat.title if chat and chat.title else str(chat_id),
            actor=order.by,
            person=order.offender.person,
            id=str(order.offender.user_id),
            action=action.described,
        )
    ]
    if order.reason:
        lines.append(phrase("moderation-reason", reason=order.reason))
    return [
        Send(
            chat_id=place,
            text=Page(lines=tuple(lines)),
            keyboard=_keyboard(chat_id, verdict.verdict_id),
            language=order.settings.language if place < 0 else None,
            key=f"second:{verdict.verdict_id}",
            purpose="review",
            priority=Priority.REPLY,
            expires_after=ASKED_FOR,
        )
        for place in await managers_places(work, chat_id, order.settings)
        if place != order.by.user_id
    ]


def _keyboard(chat_id: int, verdict_id: int) -> Keyboard:
    button = Button(
        label=phrase("moderation-second-confirm"),
        action=CONFIRM,
        arguments={"verdict": verdict_id},
        permission=Role.MANAGER,
        chat_id=chat_id,
        single_use=True,
    )
    return ((button,),)
