"""Applying the rules: what a hit leads to, for whom, and who is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from domain.calendar import local_day
from domain.effects import Priority, Send
from domain.messages import Origin
from domain.phrases import phrase
from domain.roles import Role
from domain.rules.actions import Action, read_action
from domain.rules.appeals import with_appeal
from domain.rules.catalog import rule_settings
from domain.rules.immunity import immune
from domain.rules.notices import log_entry, notice, step_of
from domain.rules.sanctions import Offender, Sentence, deletions, effects_of, possible, undo_keyboard
from models import audit, messages
from services import appeal_texts, reviews, verdicts
from services.calls import DELETABLE_FOR
from services.notices import addressed
from services.rights import missing_rights
from services.roles import role_in
from services.rules import cited
from services.sanctions import Case, decide, log_line, terms_of, write_down

if TYPE_CHECKING:
    from datetime import datetime

    from domain.effects import Effect
    from domain.messages import Message
    from domain.rules.judgement import Hit
    from domain.rules.numbered import NumberedRule
    from domain.settings import ChatSettings
    from models.verdicts import Verdict
    from models.work import Work
    from services.judging import Judged

# Nobody needs to be told in the group about what was found in an old backlog; the log channel is.
STALE = timedelta(hours=1)
# Telegram keeps what waits for a bot for a day.
BACKLOG = timedelta(days=1)
REMOVE = "can_delete_messages"
# Who carries the community is never put out or silenced by a rule alone.
GRAVE = frozenset({"restrict", "mute", "kick", "ban"})
REVIEW = Action(verb="review", kept=True)


async def punish(work: Work, judged: Judged, *, settings: ChatSettings, now: datetime) -> list[Effect]:
    """Remove what breaks a rule, then do what the rule's action says, telling the group and the log channel.

    Nobody immune is acted upon. What rules in shadow would have hit is only written down. A burst that goes on is
    removed without another word. What is too old for Telegram to remove stays, and nobody is told that it went.
    """
    message, hit = judged.message, judged.judgement.hit
    if await _is_immune(work, message):
        return []
    case = Case(
        offender=Offender.of(message),
        settings=settings,
        at=now if message.edited else message.at,
        now=now,
        message_id=message.message_id,
    )
    for shadow in judged.judgement.shadows:
        await _watch(work, case, judged, shadow)
    if hit is None:
        return []
    action = action_of(judged, hit, settings)
    effects = [] if action.kept else await _removal(work, message, hit, now=now)
    if hit.continues or await _is_settled(work, case, message):
        if effects:
            await write_down(work, case, "sweep")
        return effects
    case = await _cited(work, case, hit)
    if action.verb == "review":
        return await _review(work, case, judged, hit)
    return effects + await _sentence(work, case, judged, hit, action, is_removed=bool(effects))


def action_of(judged: Judged, hit: Hit, settings: ChatSettings) -> Action:
    """What the hit leads to: the entry's own action before its rule's, and a look by managers at proven members.

    Silence needs a log to be written in: without one everybody is told.
    """
    chosen = "delete" if hit.continues else hit.action or rule_settings(hit.rule, settings.rules).action
    action = read_action(chosen)
    if action.verb == "review" or (judged.scene.proven and action.verb in GRAVE):
        return REVIEW
    return action if settings.log_chat is not None else replace(action, silent=False)


async def _cited(work: Work, case: Case, hit: Hit) -> Case:
    rule = await cited(work, case.offender.chat_id, rule_settings(hit.rule, case.settings.rules).cites)
    return replace(case, rule=hit.rule, number=rule.number if rule else None, reason=hit.reason)


async def _sentence(
    work: Work, case: Case, judged: Judged, hit: Hit, action: Action, *, is_removed: bool
) -> list[Effect]:
    message = judged.message
    rule = await cited(work, message.chat_id, case.number)
    sentence = await decide(work, case, action)
    removed = not action.kept and not await missing_rights(work, message.chat_id, [REMOVE])
    if sentence.act == "delete" and not is_removed:
        return []
    verdict = await _recorded(work, case, judged, hit, sentence)
    await write_down(work, case, sentence.act, sentence=sentence)
    effects = effects_of(sentence, case.offender)
    private = await appeal_texts.tell_in_private(work, verdict)
    is_told = (removed or sentence.act != "delete") and not action.silent
    if is_told and case.now - case.at <= STALE:
        told = _notice(case, verdict, sentence, hit, rule, removed=removed)
        if not (private and case.settings.rules.notices == "private"):
            effects += await addressed(work, told, user_id=case.offender.user_id, settings=case.settings)
    effects += private
    text = message.text if hit.quote in message.text.lower() else f"{message.text} ({hit.quote})"
    entry = log_entry(
        case.offender,
        sentence.act,
        actor=phrase("moderation-by-itself"),
        reason=phrase(f"rules-name-{case.rule}"),
        cited=rule,
        text=text,
    )
    undo = undo_keyboard(sentence, case.offender, verdict_id=verdict.verdict_id)
    return effects + list(log_line(case, entry, keyboard=undo))


async def _review(work: Work, case: Case, judged: Judged, hit: Hit) -> list[Effect]:
    """Nothing follows yet: managers are shown the message and decide."""
    sentence = Sentence(act="review")
    verdict = await _recorded(work, case, judged, hit, sentence)
    await write_down(work, case, "review", sentence=sentence)
    return await reviews.open_ticket(work, verdict, because=hit.because, settings=case.settings)


async def _watch(work: Work, case: Case, judged: Judged, hit: Hit) -> None:
    """A rule in shadow: what it would have done is kept, to be counted."""
    rule = rule_settings(hit.rule, case.settings.rules)
    verb = possible(read_action(hit.action or rule.action).verb, case.offender)
    await verdicts.record(
        work,
        replace(case, rule=hit.rule, number=rule.cites or None),
        Sentence(act=verb),
        mode="shadow",
        quote=hit.quote,
        text=judged.message.text,
        thread_id=judged.message.thread_id,
        seen=verdicts.seen_of(judged.message, judged.scene, hit),
    )


async def _recorded(work: Work, case: Case, judged: Judged, hit: Hit, sentence: Sentence) -> Verdict:
    return await verdicts.record(
        work,
        case,
        sentence,
        mode="on",
        state="open" if sentence.act == "review" else "standing",
        quote=hit.quote,
        text=judged.message.text,
        thread_id=judged.message.thread_id,
        seen=verdicts.seen_of(judged.message, judged.scene, hit),
    )


async def _removal(work: Work, message: Message, hit: Hit, *, now: datetime) -> list[Effect]:
    """The message and all that goes with it, unless they have become too old for that."""
    if now - message.at >= DELETABLE_FOR:
        return []
    removed = {message.message_id, *hit.also}
    await messages.mark_removed(work, chat_id=message.chat_id, message_ids=removed)
    return [*deletions(message.chat_id, removed)]


async def _is_immune(work: Work, message: Message) -> bool:
    role = Role.MEMBER
    if message.origin is Origin.MEMBER and message.sender_id is not None:
        role = await role_in(work, chat_id=message.chat_id, user_id=message.sender_id)
    return immune(message.origin, role)


async def _is_settled(work: Work, case: Case, message: Message) -> bool:
    """Whether this very message was punished before, or its author silenced since it was written."""
    return await audit.is_settled(
        work,
        chat_id=message.chat_id,
        target_id=case.offender.target_id,
        message_id=message.message_id,
        written_at=case.at,
        since=local_day(case.at - BACKLOG, case.settings.timezone),
    )


def _notice(
    case: Case, verdict: Verdict, sentence: Sentence, hit: Hit, rule: NumberedRule | None, *, removed: bool
) -> Send:
    """To the group: once a minute for the same member, rule and outcome, and gone again after a while."""
    offender = case.offender
    step = step_of(sentence, terms=terms_of(case.settings), now=case.now)
    outcome = f"{sentence.act}{sentence.rung.count}" if sentence.rung else sentence.act
    undo = () if sentence.act == "warn" else undo_keyboard(sentence, offender, verdict_id=verdict.verdict_id)
    return Send(
        chat_id=offender.chat_id,
        text=notice(offender, hit, rule, step, removed=removed),
        priority=Priority.MODERATION,
        thread_id=verdict.thread_id,
        keyboard=with_appeal(undo, offender, sentence.act, verdict_id=verdict.verdict_id),
        language=case.settings.language,
        key=f"notice:{hit.rule}:{offender.target_id}:{outcome}:{int(case.at.timestamp()) // 60}",
        purpose="notice",
        expires_after=STALE,
        delete_after=case.settings.rules.notices_stay,
    )
