"""Appeals: a member asks, somebody other than who acted decides, and everybody concerned is told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from domain.calendar import local_day
from domain.phrases import phrase
from domain.refusals import Refusal
from domain.roles import Role
from models import appeals, audit, deep_links, verdicts
from models.appeals import Appeal
from services import learning, tickets
from services.appeal_texts import PATIENCE, key_of, lines_of, tell_decision, ticket, verdict_of
from services.roles import holders
from services.settings import settings_of
from services.tickets import page
from services.verdicts import overturn, uphold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.effects import Effect
    from domain.phrases import Person, Phrase
    from domain.rules.appeals import Decision
    from models.verdicts import Verdict
    from models.work import Work

PURPOSE = "appeal"
MOST_A_WEEK = 3
WEEK = timedelta(days=7)
DAY = timedelta(days=1)
REMINDERS = 3
LONGEST_WORDS = 1000


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


async def is_waiting(work: Work, user_id: int) -> Appeal | None:
    """The appeal to which somebody's next words in private belong."""
    return await appeals.waiting_of(work, user_id)


async def bring(work: Work, appeal: Appeal, *, words: str, now: datetime) -> list[Effect]:
    """Bring an appeal before the managers. Raises Refusal when that was done before."""
    told = words.strip()[:LONGEST_WORDS]
    if not await appeals.bring(work, appeal, words=told, at=now):
        raise Refusal(phrase("appeals-under-way"))
    return await ticket(work, replace(appeal, state="open", words=told, opened_at=now))


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
            effects += await ticket(work, replace(appeal, reminded=appeal.reminded + 1))
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
    verdict = await verdict_of(work, appeal)
    is_own = by is not None and verdict.mode == "manual" and verdict.actor_id == by
    if is_own and await _has_others(work, appeal.chat_id):
        raise Refusal(phrase("appeals-own"))
    if not await appeals.decide(work, appeal, state=decision, by=by, at=now):
        raise Refusal(phrase("appeals-decided"))
    effects = await _carry_out(work, verdict, decision, by=by, now=now)
    await _write_down(work, appeal, f"appeal-{decision}", by=by, now=now)
    decided = await verdict_of(work, appeal)
    settings = await settings_of(work, appeal.chat_id)
    note = phrase("appeals-decided-alone") if is_own else None
    done = phrase(f"appeals-done-{decision}", by=await tickets.manager(work, appeal.chat_id, by))
    text = page((*await lines_of(work, appeal, decided), done, note))
    for number in range(REMINDERS + 1):
        effects += await tickets.conclude(
            work, decided, settings, text, key=key_of(appeal, number), pressed=None if number else pressed
        )
    effects += await tell_decision(work, appeal, decided, decision, settings)
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
    verdict = await verdict_of(work, appeal)
    return About(person=tickets.person_of(verdict), act=tickets.act_of(verdict))


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
