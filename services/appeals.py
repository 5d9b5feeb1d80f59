"""Appeals: a member asks, somebody other than who acted decides, and everybody concerned is told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from domain.calendar import local_day
from domain.effects import Button, Priority, Send
from domain.phrases import Moment, phrase
from domain.refusals import Refusal
from domain.roles import Role
from domain.rules.appeals import OUT, appeal_button
from models import appeals, audit, deep_links, members, verdicts
from models.appeals import Appeal
from services import learning, tickets
from services.roles import holders
from services.rules import cited
from services.settings import settings_of
from services.tickets import page
from services.uncertain import writable
from services.verdicts import overturn, uphold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.effects import Effect, Keyboard
    from domain.phrases import Page, Person, Phrase
    from domain.rules.appeals import Decision
    from domain.settings import ChatSettings
    from models.verdicts import Verdict
    from models.work import Work

SEND, DECIDE = "appeal-send", "appeal-decide"
PURPOSE = "appeal"
MOST_A_WEEK = 3
WEEK = timedelta(days=7)
# So long the member's own words are waited for; then the appeal goes without them.
PATIENCE = timedelta(minutes=10)
DAY = timedelta(days=1)
REMINDERS = 3
WORTH_A_LOOK = timedelta(days=7)
LONGEST_WORDS = 1000
DECISIONS: tuple[Decision, ...] = ("granted", "rejected", "closed")


async def ask(work: Work, *, chat_id: int, verdict_id: int, user_id: int, now: datetime) -> Appeal:
    """Begin an appeal; its words are waited for. Raises Refusal when there can be none (again)."""
    verdict = await verdicts.find(work, chat_id=chat_id, verdict_id=verdict_id)
    if verdict is None or verdict.is_channel or verdict.target_id != user_id:
        raise Refusal(phrase("common-button-expired"))
    if verdict.state == "overturned":
        raise Refusal(phrase("appeals-taken-back"))
    if verdict.state == "upheld":
        raise Refusal(phrase("appeals-closed"))
    before = await appeals.of_verdict(work, chat_id=chat_id, verdict_id=verdict_id)
    if any(one.state in appeals.UNDECIDED for one in before):
        raise Refusal(phrase("appeals-under-way"))
    if await appeals.count_since(work, chat_id=chat_id, user_id=user_id, since=now - WEEK) >= MOST_A_WEEK:
        raise Refusal(phrase("appeals-too-many", most=MOST_A_WEEK))
    appeal = Appeal(
        chat_id=chat_id,
        appeal_id=work.identifiers.next(now),
        verdict_id=verdict_id,
        user_id=user_id,
        state="waiting",
        asked_at=now,
    )
    await appeals.add(work, appeal)
    await _write_down(work, appeal, "appeal", by=user_id, now=now)
    return appeal


async def offer_link(work: Work, appeal: Appeal, *, token: str, now: datetime) -> None:
    """Let the member follow a link to private chat once, to say their words there. Only its hash is kept."""
    await deep_links.add(
        work,
        token_hash=_hash(token),
        chat_id=appeal.chat_id,
        user_id=appeal.user_id,
        purpose=PURPOSE,
        expires_at=now + PATIENCE,
        subject=appeal.appeal_id,
    )


async def follow_link(work: Work, *, token: str, user_id: int, now: datetime) -> Appeal | None:
    """The appeal a link leads to, when it is one of this person's that still waits for words."""
    taken = await deep_links.take(work, token_hash=_hash(token), user_id=user_id, purpose=PURPOSE, now=now)
    if taken is None or taken.subject is None:
        return None
    found = await appeals.find(work, chat_id=taken.chat_id, appeal_id=taken.subject)
    return found if found is not None and found.state == "waiting" else None


async def question(work: Work, appeal: Appeal) -> tuple[Page, Keyboard]:
    """What the member is asked in private: about which decision, and for their own words."""
    verdict = await _verdict_of(work, appeal)
    send = Button(
        label=phrase("appeals-send-button"),
        action=SEND,
        arguments={"appeal": appeal.appeal_id},
        permission=Role.MEMBER,
        chat_id=appeal.chat_id,
        presser_id=appeal.user_id,
        single_use=True,
    )
    rule = await cited(work, appeal.chat_id, verdict.number)
    lines = (
        phrase("appeals-question", chat=await tickets.title(work, appeal.chat_id), act=tickets.act_of(verdict)),
        phrase("rules-cited", number=str(rule.number), text=rule.text) if rule else None,
        phrase("tickets-quote", text=verdict.quote) if verdict.quote else None,
        phrase("appeals-question-words", span=PATIENCE),
    )
    return page(lines), ((send,),)


async def is_waiting(work: Work, user_id: int) -> Appeal | None:
    """The appeal to which somebody's next words in private belong."""
    return await appeals.waiting_of(work, user_id)


async def bring(work: Work, appeal: Appeal, *, words: str, now: datetime) -> list[Effect]:
    """Bring an appeal before the managers. Raises Refusal when that was done before."""
    told = words.strip()[:LONGEST_WORDS]
    if not await appeals.bring(work, appeal, words=told, at=now):
        raise Refusal(phrase("appeals-under-way"))
    return await _ticket(work, replace(appeal, state="open", words=told, opened_at=now))


async def find(work: Work, *, chat_id: int, appeal_id: int) -> Appeal:
    """The appeal. Raises Refusal when there is none such."""
    found = await appeals.find(work, chat_id=chat_id, appeal_id=appeal_id)
    if found is None:
        raise Refusal(phrase("common-button-expired"))
    return found


async def open_wordless(work: Work, *, now: datetime) -> list[Effect]:
    """Appeals whose words never came go without them; to be called every minute or so."""
    effects: list[Effect] = []
    for appeal in await appeals.waiting_since(work, now - PATIENCE):
        effects += await bring(work, appeal, words="", now=now)
    return effects


async def remind(work: Work, *, now: datetime) -> list[Effect]:
    """Remind managers of appeals nobody has decided: once a day, for three days."""
    effects: list[Effect] = []
    for appeal in await appeals.undecided(work, opened_before=now - DAY, reminders=REMINDERS):
        if appeal.opened_at is not None and appeal.opened_at <= now - DAY * (appeal.reminded + 1):
            await appeals.remind(work, appeal)
            effects += await _ticket(work, replace(appeal, reminded=appeal.reminded + 1))
    return effects


async def decide(
    work: Work,
    appeal: Appeal,
    decision: Decision,
    *,
    by: int | None,
    pressed: tuple[int, int] | None,
    now: datetime,
) -> list[Effect]:
    """Grant or reject an appeal. Raises Refusal for who acted, as long as another could decide, and the second time."""
    verdict = await _verdict_of(work, appeal)
    is_own = by is not None and verdict.mode == "manual" and verdict.actor_id == by
    if is_own and await _has_others(work, appeal.chat_id):
        raise Refusal(phrase("appeals-own"))
    if not await appeals.decide(work, appeal, state=decision, by=by, at=now):
        raise Refusal(phrase("appeals-decided"))
    effects = await _carry_out(work, verdict, decision, by=by, now=now)
    await _write_down(work, appeal, f"appeal-{decision}", by=by, now=now)
    decided = await _verdict_of(work, appeal)
    settings = await settings_of(work, appeal.chat_id)
    note = phrase("appeals-decided-alone") if is_own else None
    done = phrase(f"appeals-done-{decision}", by=await tickets.manager(work, appeal.chat_id, by))
    text = page((*await _lines(work, appeal, decided), done, note))
    for number in range(REMINDERS + 1):
        effects += await tickets.conclude(
            work, decided, settings, text, key=_key(appeal, number), pressed=None if number else pressed
        )
    effects += await _tell(work, appeal, decided, decision, settings)
    return effects + await learning.learn_from(work, decided)


async def open_ones(work: Work, chat_id: int) -> Sequence[Appeal]:
    """What managers have not decided, oldest first."""
    return await appeals.open_in(work, chat_id)


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """Who appeals, and what was done to them."""

    person: Person
    act: Phrase


async def about(work: Work, appeal: Appeal) -> About:
    """What an appeal is about, in short."""
    verdict = await _verdict_of(work, appeal)
    return About(person=tickets.person_of(verdict), act=tickets.act_of(verdict))


async def ticket_of(work: Work, appeal: Appeal) -> tuple[Page, Keyboard]:
    """The ticket of an appeal: everything seen, and what can be decided."""
    verdict = await _verdict_of(work, appeal)
    return page(await _lines(work, appeal, verdict)), _choices(appeal)


async def tell_in_private(work: Work, verdict: Verdict) -> list[Effect]:
    """Tell somebody who was put out of a chat what happened and that they can appeal, if the bot may write to them."""
    if verdict.is_channel or verdict.verb not in OUT or not await writable(work, [verdict.target_id]):
        return []
    rule = await cited(work, verdict.chat_id, verdict.number)
    until = Moment(at=verdict.until) if verdict.until else None
    head = f"appeals-told-{verdict.verb}"
    chat = await tickets.title(work, verdict.chat_id)
    lines = (
        phrase(f"{head}-until", chat=chat, until=until) if until else phrase(head, chat=chat),
        phrase("rules-cited", number=str(rule.number), text=rule.text) if rule else None,
        phrase("moderation-reason", reason=verdict.reason) if verdict.reason else None,
        phrase("tickets-quote", text=verdict.quote) if verdict.quote else None,
        phrase("appeals-told-how"),
    )
    button = appeal_button(verdict.chat_id, verdict.target_id, verdict_id=verdict.verdict_id)
    return [
        Send(
            chat_id=verdict.target_id,
            text=page(lines),
            keyboard=((button,),),
            key=f"told:{verdict.verdict_id}",
            purpose="notice",
            priority=Priority.REPLY,
            expires_after=DAY,
        )
    ]


async def _carry_out(
    work: Work, verdict: Verdict, decision: Decision, *, by: int | None, now: datetime
) -> list[Effect]:
    """What follows for the verdict: taken back, left as it is, or left for good."""
    chosen = {"chat_id": verdict.chat_id, "verdict_id": verdict.verdict_id}
    if decision == "granted":
        lifted = await overturn(work, **chosen, by=by, now=now)
        if lifted is None:
            raise Refusal(phrase("appeals-decided"))
        return lifted
    if decision == "closed":
        await uphold(work, **chosen, by=by, now=now)
    return []


async def _has_others(work: Work, chat_id: int) -> bool:
    """Whether somebody else could decide: a manager who acted alone in a chat has nobody to ask."""
    return sum(holder.role >= Role.MANAGER for holder in await holders(work, chat_id)) > 1


async def _ticket(work: Work, appeal: Appeal) -> list[Effect]:
    verdict = await _verdict_of(work, appeal)
    settings = await settings_of(work, appeal.chat_id)
    head = phrase("appeals-reminder", days=appeal.reminded) if appeal.reminded else None
    return await tickets.post(
        work,
        appeal.chat_id,
        settings,
        page((head, *await _lines(work, appeal, verdict))),
        keyboard=_choices(appeal),
        key=_key(appeal, appeal.reminded),
        purpose="review",
        worth=WORTH_A_LOOK,
    )


def _key(appeal: Appeal, number: int) -> str:
    return f"appeal:{appeal.appeal_id}:{number}"


async def _lines(work: Work, appeal: Appeal, verdict: Verdict) -> list[Phrase]:
    until = phrase("tickets-until", until=Moment(at=verdict.until)) if verdict.until else None
    lines = [
        phrase("appeals-title", chat=await tickets.title(work, appeal.chat_id)),
        phrase(
            "appeals-about",
            person=tickets.person_of(verdict),
            id=str(verdict.target_id),
            act=tickets.act_of(verdict),
            at=Moment(at=verdict.at),
            actor=await tickets.actor_of(work, verdict),
        ),
        until,
        phrase("appeals-words", text=appeal.words) if appeal.words else phrase("appeals-wordless"),
        *await tickets.seen_lines(work, verdict),
    ]
    return [line for line in lines if line is not None]


def _choices(appeal: Appeal) -> Keyboard:
    buttons = [
        Button(
            label=phrase(f"appeals-button-{decision}"),
            action=DECIDE,
            arguments={"appeal": appeal.appeal_id, "decision": decision},
            permission=Role.MANAGER,
            chat_id=appeal.chat_id,
            single_use=True,
        )
        for decision in DECISIONS
    ]
    return (tuple(buttons[:2]), tuple(buttons[2:]))


async def _tell(
    work: Work, appeal: Appeal, verdict: Verdict, decision: Decision, settings: ChatSettings
) -> list[Effect]:
    """Tell the member in private; where the bot may not write to them, in the group, as long as they are in it."""
    rule = await cited(work, appeal.chat_id, verdict.number)
    chat = await tickets.title(work, appeal.chat_id)
    lines = (
        phrase(f"appeals-told-{decision}", person=tickets.person_of(verdict), chat=chat),
        phrase("rules-cited", number=str(rule.number), text=rule.text) if rule and decision != "granted" else None,
        phrase("tickets-quote", text=verdict.quote) if verdict.quote and decision != "granted" else None,
    )
    place: int = appeal.user_id
    if not await writable(work, [appeal.user_id]):
        member = await members.find(work, chat_id=appeal.chat_id, user_id=appeal.user_id)
        if member is None or member.status not in members.PRESENT:
            return []
        place = appeal.chat_id
    return [
        Send(
            chat_id=place,
            text=page(lines),
            thread_id=verdict.thread_id if place < 0 else None,
            language=settings.language if place < 0 else None,
            key=f"appealed:{appeal.appeal_id}",
            purpose="notice",
            priority=Priority.REPLY,
            expires_after=DAY,
        )
    ]


async def _verdict_of(work: Work, appeal: Appeal) -> Verdict:
    found = await verdicts.find(work, chat_id=appeal.chat_id, verdict_id=appeal.verdict_id)
    if found is None:
        raise Refusal(phrase("common-button-expired"))
    return found


async def _write_down(work: Work, appeal: Appeal, action: str, *, by: int | None, now: datetime) -> None:
    settings = await settings_of(work, appeal.chat_id)
    await audit.add(
        work,
        chat_id=appeal.chat_id,
        day=local_day(now, settings.timezone),
        at=now,
        actor_id=by,
        action=action,
        target_id=appeal.user_id,
        details={"appeal": appeal.appeal_id, "verdict": appeal.verdict_id},
    )


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
