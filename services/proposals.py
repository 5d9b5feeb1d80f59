"""Once a week managers are proposed which rules to switch on, and which should only watch again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from domain.calendar import local_day
from domain.effects import Button
from domain.phrases import Page, phrase
from domain.refusals import Refusal
from domain.roles import Role
from domain.rules.catalog import RULES, rule_settings
from domain.rules.proposals import Watched, proposed
from domain.rules.records import NONE
from models import chats, verdicts
from services import records, tickets
from services.settings import change, settings_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from domain.effects import Effect, Keyboard
    from domain.rules.judgement import Mode
    from domain.rules.records import Record
    from domain.settings import ChatSettings
    from models.work import Work

TAKE, LEAVE = "proposal-take", "proposal-leave"
# Mondays from this hour on, on the chat's clock; a bot that was down then does it when it is back that day.
WEEKDAY, HOUR = 0, 10
AT_ONCE = 20
WORTH_A_LOOK = timedelta(days=5)


async def propose(work: Work, *, now: datetime) -> list[Effect]:
    """Proposals of chats whose week begins; to be called every few minutes, each is made once a week."""
    effects: list[Effect] = []
    looked_at = 0
    for chat in await chats.all_active(work):
        settings = await settings_of(work, chat.chat_id)
        local = now.astimezone(ZoneInfo(settings.timezone))
        if chat.chat_id > 0 or local.weekday() != WEEKDAY or local.hour < HOUR:
            continue
        today = local_day(now, settings.timezone)
        if work.cache.get(("proposed", chat.chat_id)) == today:
            continue
        work.cache.put(("proposed", chat.chat_id), today)
        effects += await _proposals(work, chat.chat_id, settings, today=today, now=now)
        looked_at += 1
        if looked_at >= AT_ONCE:
            break
    return effects


async def take(work: Work, *, chat_id: int, rule: str, before: str, mode: str, by: int | None, now: datetime) -> None:
    """Switch a rule as proposed. Raises Refusal when somebody has switched it since."""
    settings = await settings_of(work, chat_id)
    if all(one.name != rule for one in RULES) or rule_settings(rule, settings.rules).mode != before:
        raise Refusal(phrase("proposals-stale"))
    await change(work, chat_id=chat_id, path=f"rules.{rule}.mode", value=mode, by=by, now=now)


async def _proposals(work: Work, chat_id: int, settings: ChatSettings, *, today: date, now: datetime) -> list[Effect]:
    found = await records.last_month(work, chat_id, timezone=settings.timezone, now=now)
    watched = await _watched(work, chat_id, since=today - timedelta(days=records.DAYS - 1))
    effects: list[Effect] = []
    for rule in RULES:
        mode = rule_settings(rule.name, settings.rules).mode
        record, seen = found.get(rule.name, NONE), watched.get(rule.name, Watched())
        wanted = proposed(mode, record, seen)
        if wanted is not None:
            effects += await tickets.post(
                work,
                chat_id,
                settings,
                await _page(work, chat_id, rule.name, wanted, record, seen),
                keyboard=_buttons(chat_id, rule.name, mode, wanted),
                key=f"proposal:{chat_id}:{rule.name}:{wanted}:{today}",
                purpose="review",
                worth=WORTH_A_LOOK,
            )
    return effects


async def _watched(work: Work, chat_id: int, *, since: date) -> Mapping[str, Watched]:
    """Whom each rule in shadow would have hit."""
    members: dict[str, dict[int, bool]] = {}
    for one in await verdicts.shadowed(work, chat_id=chat_id, since=since):
        known = members.setdefault(one.rule, {})
        known[one.target_id] = known.get(one.target_id, False) or one.trusted
    return {rule: Watched(members=len(hit), trusted=sum(hit.values())) for rule, hit in members.items()}


async def _page(work: Work, chat_id: int, rule: str, mode: Mode, record: Record, seen: Watched) -> Page:
    title = phrase("proposals-title", chat=await tickets.title(work, chat_id))
    name = tickets.rule_name(rule)
    if mode == "on":
        why = phrase("proposals-on", rule=name, hits=record.shadow, members=seen.members, trusted=seen.trusted)
    else:
        why = phrase("proposals-shadow", rule=name, overturned=record.overturned, decided=record.decided)
    return Page(lines=(title, why))


def _buttons(chat_id: int, rule: str, before: Mode, wanted: Mode) -> Keyboard:
    arguments = {"rule": rule, "before": before, "mode": wanted}
    labels = ((TAKE, phrase("proposals-take")), (LEAVE, phrase("proposals-leave")))
    row = tuple(
        Button(
            label=label,
            action=action,
            arguments=arguments,
            permission=Role.MANAGER,
            chat_id=chat_id,
            single_use=True,
        )
        for action, label in labels
    )
    return (row,)
