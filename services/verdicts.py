"""Verdicts written down with all that was seen, and taken back whole: action, warnings, trust."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from domain.calendar import local_day
from domain.rules.sanctions import Offender, undo_of, undoing
from models import members, verdicts, warnings
from models.verdicts import Verdict
from services import spam

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.effects import Effect
    from domain.messages import Message
    from domain.rules.judgement import Hit, Scene
    from domain.rules.sanctions import Sentence
    from models.verdicts import Mode, State
    from models.work import Work
    from services.sanctions import Case

# Breaking a rule begins anew what earns trust; having a message looked at or removed alone does not.
COSTS_TRUST = frozenset({"warn", "restrict", "mute", "kick", "ban"})
LONGEST_NAME = 160


def seen_of(message: Message, scene: Scene, hit: Hit) -> dict[str, object]:
    """What was known when a rule judged, as JSON, for those who decide about it later; nothing the member wrote."""
    return {
        "kind": message.kind,
        "because": hit.because.key,
        "edited": message.edited,
        "traits": sorted(message.traits),
        "messages": scene.messages,
        "joined_at": None if scene.joined_at is None else scene.joined_at.isoformat(),
        "trusted": scene.trusted,
        "recent": len(scene.recent),
        "run": scene.run,
    }


async def record(
    work: Work,
    case: Case,
    sentence: Sentence,
    *,
    mode: Mode,
    state: State = "standing",
    quote: str = "",
    text: str | None = None,
    thread_id: int | None = None,
    seen: Mapping[str, object] | None = None,
) -> Verdict:
    """Write a verdict down; somebody sentenced loses their trust, and what they had is kept to give it back."""
    offender = case.offender
    known = dict(seen or {})
    if mode != "shadow" and sentence.act in COSTS_TRUST:
        known |= await _lose_trust(work, case)
    if sentence.lifted:
        known["lifted"] = list(sentence.lifted)
    verdict = Verdict(
        chat_id=offender.chat_id,
        verdict_id=work.identifiers.next(case.now),
        at=case.now,
        day=local_day(case.at, case.settings.timezone),
        rule=case.rule,
        mode=mode,
        verb=sentence.act,
        target_id=offender.target_id or 0,
        target_name=offender.name[:LONGEST_NAME],
        is_channel=offender.user_id is None,
        state=state,
        number=case.number,
        until=sentence.until,
        message_id=case.message_id,
        thread_id=thread_id,
        text=text if case.settings.privacy.keeps_text(written_at=case.at, now=case.now) else None,
        quote=quote,
        reason=case.reason,
        actor_id=case.by,
        warning_id=sentence.warning_id,
        seen=known,
    )
    await verdicts.add(work, verdict)
    return verdict


async def _lose_trust(work: Work, case: Case) -> dict[str, object]:
    offender = case.offender
    if offender.user_id is None:
        return {}
    member = await members.find(work, chat_id=offender.chat_id, user_id=offender.user_id)
    if member is None:
        return {}
    await members.lose_trust(work, chat_id=offender.chat_id, user_id=offender.user_id, at=case.at)
    lost_at = member.trust_lost_at
    return {"worthy": member.worthy, "trust_lost_at": None if lost_at is None else lost_at.isoformat()}


async def find(work: Work, *, chat_id: int, verdict_id: int) -> Verdict | None:
    """The verdict, when there is one."""
    return await verdicts.find(work, chat_id=chat_id, verdict_id=verdict_id)


async def overturn(work: Work, *, chat_id: int, verdict_id: int, by: int | None, now: datetime) -> list[Effect] | None:
    """Take a verdict back: the action, its warning, the trust it cost. None when somebody decided before."""
    verdict = await verdicts.decide(work, chat_id=chat_id, verdict_id=verdict_id, state="overturned", by=by, at=now)
    if verdict is None:
        return None
    await _restore(work, verdict, by=by, now=now)
    await _teach(work, verdict, is_spam=False, now=now)
    undo = undo_of(verdict.verb)
    return undoing(undo, offender_of(verdict)) if undo else []


async def uphold(work: Work, *, chat_id: int, verdict_id: int, by: int | None, now: datetime) -> Verdict | None:
    """Let a verdict stand for good. None when somebody decided before."""
    verdict = await verdicts.decide(work, chat_id=chat_id, verdict_id=verdict_id, state="upheld", by=by, at=now)
    if verdict is not None:
        await _teach(work, verdict, is_spam=True, now=now)
    return verdict


async def _teach(work: Work, verdict: Verdict, *, is_spam: bool, now: datetime) -> None:
    """What managers decide about what read like spam is learnt; where its text is gone, it is only taken back."""
    if verdict.rule != "spam" or verdict.message_id is None:
        return
    chat_id, message_id = verdict.chat_id, verdict.message_id
    if verdict.text:
        await spam.learn(work, chat_id=chat_id, message_id=message_id, text=verdict.text, is_spam=is_spam, at=now)
    elif not is_spam:
        await spam.unlearn(work, chat_id=chat_id, message_id=message_id)


def offender_of(verdict: Verdict) -> Offender:
    """Whom a verdict is about."""
    return Offender(
        chat_id=verdict.chat_id,
        name=verdict.target_name,
        user_id=None if verdict.is_channel else verdict.target_id,
        sender_chat_id=verdict.target_id if verdict.is_channel else None,
    )


async def _restore(work: Work, verdict: Verdict, *, by: int | None, now: datetime) -> None:
    chat_id, seen = verdict.chat_id, verdict.seen
    if verdict.warning_id is not None:
        await warnings.lift(work, chat_id=chat_id, warning_ids=[verdict.warning_id], by=by, at=now)
    if seen.get("lifted"):
        await warnings.reinstate(work, chat_id=chat_id, warning_ids=seen["lifted"])
    if "worthy" in seen:
        await members.restore_trust(
            work,
            chat_id=chat_id,
            user_id=verdict.target_id,
            worthy=int(seen["worthy"]),
            lost_at=datetime.fromisoformat(lost) if (lost := seen.get("trust_lost_at")) else None,
        )
