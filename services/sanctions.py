"""What every sanction needs, whoever orders it: the ladder, the audit row, the line in the log channel."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from domain.calendar import local_day
from domain.effects import Priority, Send
from domain.rules.actions import Action, read_action
from domain.rules.notices import Terms
from domain.rules.sanctions import Sentence, next_rung, possible
from models import audit, chats, warnings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from domain.effects import Keyboard
    from domain.phrases import Text
    from domain.rules.sanctions import Offender, Rung
    from domain.settings import ChatSettings
    from models.work import Work

# Telegram knows these in supergroups only.
SILENCING = frozenset({"mute", "restrict"})
# What the ladder can lead to.
ENDING = frozenset({"mute", "restrict", "kick", "ban"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """Why somebody is acted upon: by which rule or manager, when it happened, when it is dealt with."""

    offender: Offender
    settings: ChatSettings
    at: datetime
    now: datetime
    rule: str | None = None
    number: int | None = None
    reason: str = ""
    by: int | None = None
    message_id: int | None = None


def terms_of(settings: ChatSettings) -> Terms:
    """The chat's ladder, as texts name it."""
    ladder = settings.rules.warnings
    mute = timedelta(hours=ladder.mute_hours)
    top = read_action(ladder.action)
    return Terms(days=ladder.days, top=replace(top, span=mute) if top == Action(verb="mute") else top, mute=mute)


async def decide(work: Work, case: Case, action: Action) -> Sentence:
    """The sentence for an action; a warning climbs the ladder, and what cannot be done to a channel is left out.

    Where nobody can be muted, the last warning stays a warning, and only the message goes where a mute was to follow.
    """
    user_id = case.offender.user_id
    if action.verb == "warn" and user_id is not None:
        return await _climb(work, case, user_id)
    if action.verb in SILENCING and user_id is not None and not await can_mute(work, case.offender.chat_id):
        return Sentence(act="delete")
    return _lasting(case, replace(action, verb=possible(action.verb, case.offender)))


def _lasting(case: Case, action: Action, *, rung: Rung | None = None) -> Sentence:
    """The action with its end; a mute without one lasts as long as the chat mutes."""
    span = action.span
    if span is None and action.verb in SILENCING:
        span = terms_of(case.settings).mute
    until = case.now + span if span is not None and case.offender.user_id is not None else None
    return Sentence(act=action.verb, until=until, rung=rung)


async def can_mute(work: Work, chat_id: int) -> bool:
    """Whether Telegram lets anybody be muted in the chat: basic groups know no such thing."""
    chat = await chats.find(work, chat_id)
    return chat is None or chat.kind != "group"


async def _climb(work: Work, case: Case, user_id: int) -> Sentence:
    """One warning more. At the top the ladder's own action follows, and counting starts anew."""
    ladder, chat_id = case.settings.rules.warnings, case.offender.chat_id
    before = await warnings.in_force(work, chat_id=chat_id, user_id=user_id, at=case.at)
    rung = next_rung(len(before), limit=ladder.limit)
    given = await warnings.give(
        work,
        chat_id=chat_id,
        user_id=user_id,
        rule=case.rule,
        rule_number=case.number,
        reason=case.reason,
        given_by=case.by,
        given_at=case.at,
        expires_at=case.at + timedelta(days=ladder.days),
    )
    top = terms_of(case.settings).top
    is_possible = top.verb not in SILENCING or await can_mute(work, chat_id)
    if not rung.is_top or top.verb not in ENDING or not is_possible:
        return Sentence(act="warn", rung=rung, warning_id=given)
    ids = tuple(warning.warning_id for warning in before)
    await warnings.lift(work, chat_id=chat_id, warning_ids=[*ids, given], by=None, at=case.now)
    return replace(_lasting(case, top, rung=rung), warning_id=given, lifted=ids)


async def write_down(work: Work, case: Case, action: str, *, sentence: Sentence | None = None) -> None:
    """The audit row of a deed, on the local day it answers to."""
    details: dict[str, str | int | bool | None] = {"number": case.number}
    if case.reason:
        details["reason"] = case.reason
    if sentence is not None and sentence.until is not None:
        details["until"] = sentence.until.isoformat()
    if sentence is not None and sentence.rung is not None:
        details |= {"count": sentence.rung.count, "limit": sentence.rung.limit}
    await audit.add(
        work,
        chat_id=case.offender.chat_id,
        day=local_day(case.at, case.settings.timezone),
        at=case.now,
        actor_id=case.by,
        action=action,
        target_id=case.offender.target_id,
        rule=case.rule,
        message_id=case.message_id,
        details=without_nothing(details),
    )


def without_nothing(
    details: Mapping[str, str | int | bool | None],
) -> dict[str, str | int | bool | None]:
    """The details that say something."""
    return {name: value for name, value in details.items() if value is not None}


def log_line(case: Case, text: Text, *, keyboard: Keyboard = ()) -> list[Send]:
    """The line for the log channel, when the chat has one of its own."""
    channel = case.settings.log_chat
    if channel is None or channel == case.offender.chat_id:
        return []
    return [
        Send(
            chat_id=channel,
            text=text,
            keyboard=keyboard,
            language=case.settings.language,
            priority=Priority.REPLY,
            purpose="log",
            silent=True,
        )
    ]
