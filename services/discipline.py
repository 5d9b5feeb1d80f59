"""What managers order by hand: warn, mute, kick, ban, and taking it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.phrases import Moment, Page, Person, phrase
from domain.refusals import Refusal
from domain.reports.titles import shorten
from domain.rules.appeals import with_appeal
from domain.rules.notices import announcement, log_entry, reason_given
from domain.rules.numbered import cited_number, without_citation
from domain.rules.sanctions import effects_of, undo_keyboard, undoing
from models import chats, members, warnings
from services import appeal_texts, learning, verdicts
from services.roles import APPOINTED, knows, role_in
from services.rules import cited
from services.sanctions import SILENCING, Case, can_mute, decide, log_line, terms_of, write_down
from services.sharing import share, unshare
from services.tickets import tell_managers

if TYPE_CHECKING:
    from datetime import datetime

    from domain.effects import Effect, Keyboard
    from domain.phrases import Phrase
    from domain.roles import Role
    from domain.rules.actions import Action
    from domain.rules.sanctions import Offender, Undo
    from domain.settings import ChatSettings
    from models.warnings import Given
    from models.work import Work

REASON_CELLS = 120
# What can be done to a channel.
FOR_CHANNELS = frozenset({"ban", "delete"})
UNDOS: tuple[Undo, ...] = ("unwarn", "unmute", "unban")
# Telegram's own: service notifications, the anonymous admin, the sender of all channels.
TELEGRAMS_OWN = frozenset({777000, 1087968824, 136817688})


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """Who orders something about whom, and why. `message_id` is the message answered to, `text` its words.

    `confirmed_by` is the second person, where it took one.
    """

    offender: Offender
    settings: ChatSettings
    by: Person
    role: Role
    now: datetime
    reason: str = ""
    message_id: int | None = None
    text: str | None = None
    thread_id: int | None = None
    confirmed_by: int | None = None

    def case(self, number: int | None = None) -> Case:
        """The same as a case."""
        return Case(
            offender=self.offender,
            settings=self.settings,
            at=self.now,
            now=self.now,
            number=number,
            reason=self.reason,
            by=self.by.user_id,
            message_id=self.message_id,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What Telegram is asked to do, and what the one who ordered it is told."""

    effects: list[Effect]
    text: Page
    keyboard: Keyboard = ()


async def sentence(work: Work, order: Order, action: Action) -> Outcome:
    """Act on somebody, as long as the chat does by default where no time is given.

    Raises Refusal for whom it may not be.
    """
    act = action.verb
    await refuse_protected(work, order)
    if order.offender.user_id is None and act not in FOR_CHANNELS:
        raise Refusal(phrase("moderation-refused-channel"))
    if act in SILENCING:
        await _refuse_unmutable(work, order)
    if act == "warn" and order.offender.user_id is not None and not await knows(work, order.offender.user_id):
        raise Refusal(phrase("common-target-unknown", name=order.offender.name))
    rule = await cited(work, order.offender.chat_id, cited_number(order.reason))
    case = order.case(rule.number if rule else None)
    decided = await decide(work, case, action)
    verdict = await verdicts.record(
        work,
        case,
        decided,
        mode="manual",
        text=order.text,
        thread_id=order.thread_id,
        seen={} if order.confirmed_by is None else {"confirmed_by": order.confirmed_by},
    )
    await share(work, verdict, now=order.now)
    await write_down(work, case, decided.act, sentence=decided)
    keyboard = undo_keyboard(decided, order.offender, verdict_id=verdict.verdict_id)
    given = reason_given(order.reason, rule)
    entry = log_entry(order.offender, decided.act, actor=order.by, reason=given, cited=rule)
    terms = terms_of(order.settings)
    told = log_line(case, entry, keyboard=keyboard)
    if action.silent and not told:
        told = await tell_managers(work, case, entry)
    return Outcome(
        effects=[*effects_of(decided, order.offender), *await appeal_texts.tell_in_private(work, verdict), *told],
        text=announcement(order.offender, decided, reason=given, cited=rule, terms=terms, now=order.now),
        keyboard=with_appeal(
            () if decided.act == "warn" else keyboard, order.offender, decided.act, verdict_id=verdict.verdict_id
        ),
    )


async def take_back(work: Work, order: Order, undo: Undo, *, verdict_id: int | None = None) -> Outcome:
    """Unwarn, unmute or unban somebody. Raises Refusal when there is no warning to lift.

    With the verdict that is taken back, its warnings and the trust it cost are restored too.
    """
    if order.offender.user_id is None and undo != "unban":
        raise Refusal(phrase("moderation-refused-channel"))
    if undo == "unmute":
        await _refuse_unmutable(work, order)
    kind = undo if order.offender.user_id is not None else "unban-channel"
    learnt: list[Effect] = []
    if verdict_id is not None:
        chosen = {"chat_id": order.offender.chat_id, "verdict_id": verdict_id}
        await verdicts.overturn(work, **chosen, by=order.by.user_id, now=order.now)
        overturned = await verdicts.find(work, **chosen)
        learnt = await learning.learn_from(work, overturned) if overturned else []
    elif undo == "unwarn":
        await _lift_last(work, order)
    done = await _unwarned(work, order) if undo == "unwarn" else _taken_back(kind, order.offender)
    case = order.case()
    if undo == "unban" and order.offender.user_id is not None:
        user_id, chat_id = order.offender.user_id, order.offender.chat_id
        await unshare(work, chat_id=chat_id, user_id=user_id, by=order.by.user_id, now=order.now)
    await write_down(work, case, undo)
    entry = log_entry(order.offender, undo, actor=order.by, reason=reason_given(order.reason, None), cited=None)
    effects = [*undoing(undo, order.offender), *log_line(case, entry), *learnt]
    return Outcome(effects=effects, text=Page(lines=(done,)))


async def reset_warnings(work: Work, order: Order) -> Outcome:
    """Lift every warning in force. Raises Refusal when there is none."""
    given = await _in_force(work, order.offender, order.now)
    if not given:
        raise Refusal(phrase("moderation-warns-none", person=order.offender.person))
    chat_id, ids = order.offender.chat_id, [warning.warning_id for warning in given]
    await warnings.lift(work, chat_id=chat_id, warning_ids=ids, by=order.by.user_id, at=order.now)
    case = order.case()
    await write_down(work, case, "resetwarns")
    entry = log_entry(order.offender, "resetwarns", actor=order.by, reason=reason_given(order.reason, None), cited=None)
    done = phrase("moderation-done-resetwarns", person=order.offender.person, count=len(given))
    return Outcome(effects=[*log_line(case, entry)], text=Page(lines=(done,)))


async def _refuse_unmutable(work: Work, order: Order) -> None:
    """Raises Refusal where Telegram knows no mute."""
    if not await can_mute(work, order.offender.chat_id):
        raise Refusal(phrase("moderation-refused-basic"))


def _taken_back(kind: str, offender: Offender) -> Phrase:
    return phrase(f"moderation-done-{kind}", person=offender.person)


async def warnings_of(work: Work, offender: Offender, *, settings: ChatSettings, now: datetime) -> Page:
    """The member's warnings in force, oldest first."""
    given = await _in_force(work, offender, now)
    limit = str(settings.rules.warnings.limit)
    if not given:
        return Page(lines=(phrase("moderation-warns-none", person=offender.person),))
    head = phrase("moderation-warns", person=offender.person, count=str(len(given)), limit=limit)
    return Page(lines=(head, *(_line(place, warning) for place, warning in enumerate(given, start=1))))


def _line(place: int, warning: Given) -> Phrase:
    line = phrase("moderation-warns-line", place=str(place), at=Moment(at=warning.given_at))
    if warning.rule_number:
        line = phrase("moderation-warns-rule", line=line, number=str(warning.rule_number))
    reason = without_citation(warning.reason) if warning.rule_number else warning.reason
    words = phrase(f"rules-name-{warning.rule}") if warning.rule else shorten(reason, REASON_CELLS)
    return phrase("moderation-warns-reason", line=line, reason=words) if words else line


async def _lift_last(work: Work, order: Order) -> None:
    given = await _in_force(work, order.offender, order.now)
    if not given:
        raise Refusal(phrase("moderation-warns-none", person=order.offender.person))
    await warnings.lift(
        work,
        chat_id=order.offender.chat_id,
        warning_ids=[given[-1].warning_id],
        by=order.by.user_id,
        at=order.now,
    )


async def _unwarned(work: Work, order: Order) -> Phrase:
    left = await _in_force(work, order.offender, order.now)
    limit = str(order.settings.rules.warnings.limit)
    return phrase("moderation-done-unwarn", person=order.offender.person, count=str(len(left)), limit=limit)


async def _in_force(work: Work, offender: Offender, now: datetime) -> list[Given]:
    if offender.user_id is None:
        raise Refusal(phrase("moderation-refused-channel"))
    return await warnings.in_force(work, chat_id=offender.chat_id, user_id=offender.user_id, at=now)


async def refuse_protected(work: Work, order: Order) -> None:
    """Raises Refusal for those nobody may act upon, and for those above the one who orders."""
    offender, chat_id = order.offender, order.offender.chat_id
    if offender.user_id is None:
        chat = await chats.find(work, chat_id)
        linked = chat.linked_chat_id if chat else None
        if offender.sender_chat_id in {chat_id, linked}:
            raise Refusal(phrase("moderation-refused-own-channel"))
        return
    if offender.user_id == work.defaults.bot_id:
        raise Refusal(phrase("moderation-refused-bot"))
    if offender.user_id == order.by.user_id:
        raise Refusal(phrase("moderation-refused-self"))
    if offender.user_id in TELEGRAMS_OWN:
        raise Refusal(phrase("moderation-refused-telegram"))
    member = await members.find(work, chat_id=chat_id, user_id=offender.user_id)
    role = await role_in(work, chat_id=chat_id, user_id=offender.user_id)
    if (member is not None and member.status in APPOINTED) or role >= order.role:
        raise Refusal(phrase("moderation-refused-admin", person=offender.person))
