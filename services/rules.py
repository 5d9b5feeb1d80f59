"""The chat's numbered rules: its own words, or the ones every chat begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.calendar import local_day
from domain.phrases import phrase
from domain.rules.numbered import NumberedRule
from domain.setting_files import NUMBERED
from models import audit, versions
from models import rules as stored

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from models.versions import How
    from models.work import Work

DEFAULTS = (
    phrase("rules-default-1"),
    phrase("rules-default-2"),
    phrase("rules-default-3"),
    phrase("rules-default-4"),
    phrase("rules-default-5"),
)


async def rules_of(work: Work, chat_id: int) -> tuple[NumberedRule, ...]:
    """The chat's rules in order; the defaults speak the reader's language."""
    known = work.cache.get(("rules", chat_id))
    if isinstance(known, tuple):
        return known
    own = await stored.texts(work, chat_id)
    texts = own.items() if own else enumerate(DEFAULTS, start=1)
    rules = tuple(NumberedRule(number=number, text=text) for number, text in texts)
    work.cache.put(("rules", chat_id), rules)
    return rules


async def own_rules(work: Work, chat_id: int) -> tuple[str, ...]:
    """The rules the chat has written itself, in order; empty while the defaults hold."""
    return tuple((await stored.texts(work, chat_id)).values())


async def cited(work: Work, chat_id: int, number: int | None) -> NumberedRule | None:
    """The rule of that number, or None: 0 cites nothing, and a rule may have gone."""
    if not number:
        return None
    return next((rule for rule in await rules_of(work, chat_id) if rule.number == number), None)


async def set_rules(
    work: Work,
    *,
    chat_id: int,
    rules: Sequence[str],
    by: int | None,
    timezone: str,
    now: datetime,
    how: How = "typed",
) -> tuple[NumberedRule, ...]:
    """Put these rules in place of those before; none at all brings the defaults back."""
    before = await own_rules(work, chat_id)
    await stored.replace(work, chat_id, rules)
    work.cache.drop(("rules", chat_id))
    if tuple(rules) != before:
        step = versions.Step(path=NUMBERED, before=list(before) or None, after=list(rules) or None)
        await versions.add(work, chat_id=chat_id, steps=[step], by=by, at=now, how=how)
    await audit.add(
        work,
        chat_id=chat_id,
        day=local_day(now, timezone),
        at=now,
        actor_id=by,
        action="rules",
        details={"rules": len(rules)},
    )
    return await rules_of(work, chat_id)
