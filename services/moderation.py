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
from domain.rules.catalog import rule_settings
from domain.rules.immunity import immune
from domain.rules.notices import log_entry, notice, step_of
from domain.rules.sanctions import Offender, deletions, effects_of, undo_keyboard
from models import audit, messages
from services.calls import DELETABLE_FOR
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
    from domain.rules.sanctions import Sentence
    from domain.settings import ChatSettings
    from models.work import Work

# Nobody needs to be told in the group about what was found in an old backlog; the log channel is.
STALE = timedelta(hours=1)
# Telegram keeps what waits for a bot for a day.
BACKLOG = timedelta(days=1)
REMOVE = "can_delete_messages"


async def punish(work: Work, *, message: Message, hit: Hit, settings: ChatSettings, now: datetime) -> list[Effect]:
    """Remove what breaks a rule, then do what the rule's action says, telling the group and the log channel.

    Nobody immune is acted upon. A burst that goes on is removed without another word. What is too old for Telegram
    to remove stays, and nobody is told that it went.
    """
    if await _is_immune(work, message):
        return []
    effects = await _removal(work, message, hit, now=now)
    case = Case(
        offender=Offender.of(message),
        settings=settings,
        at=now if message.edited else message.at,
        now=now,
        message_id=message.message_id,
    )
    if hit.continues or await _is_settled(work, case, message):
        if effects:
            await write_down(work, case, "sweep")
        return effects
    chosen = rule_settings(hit.rule, settings.rules)
    rule = await cited(work, message.chat_id, chosen.cites)
    case = replace(case, rule=hit.rule, number=rule.number if rule else None)
    sentence = await decide(work, case, chosen.action)
    removed = not await missing_rights(work, message.chat_id, [REMOVE])
    if sentence.act == "delete" and not effects:
        return []
    await write_down(work, case, sentence.act, sentence=sentence)
    effects += effects_of(sentence, case.offender)
    if removed or sentence.act != "delete":
        effects += _notice(case, sentence, hit, rule, thread_id=message.thread_id, removed=removed)
    text = message.text if hit.quote in message.text.lower() else f"{message.text} ({hit.quote})"
    effects += _logged(case, sentence, rule, text=text)
    return effects


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
    case: Case, sentence: Sentence, hit: Hit, rule: NumberedRule | None, *, thread_id: int | None, removed: bool
) -> list[Send]:
    """To the group: once a minute for the same member, rule and outcome, and gone again after a while."""
    if case.now - case.at > STALE:
        return []
    offender, minutes = case.offender, case.settings.rules.notice_minutes
    step = step_of(sentence, terms=terms_of(case.settings), now=case.now)
    outcome = f"{sentence.act}{sentence.rung.count}" if sentence.rung else sentence.act
    return [
        Send(
            chat_id=offender.chat_id,
            text=notice(offender, hit, rule, step, removed=removed),
            priority=Priority.MODERATION,
            thread_id=thread_id,
            keyboard=() if sentence.act == "warn" else undo_keyboard(sentence, offender),
            language=case.settings.language,
            key=f"notice:{hit.rule}:{offender.target_id}:{outcome}:{int(case.at.timestamp()) // 60}",
            purpose="notice",
            expires_after=STALE,
            delete_after=timedelta(minutes=minutes) if minutes else None,
        )
    ]


def _logged(case: Case, sentence: Sentence, rule: NumberedRule | None, *, text: str) -> list[Send]:
    """To the log channel, with what the message said and a way to undo it."""
    entry = log_entry(
        case.offender,
        sentence.act,
        actor=phrase("moderation-by-itself"),
        reason=phrase(f"rules-name-{case.rule}"),
        cited=rule,
        text=text,
    )
    return log_line(case, entry, keyboard=undo_keyboard(sentence, case.offender))
