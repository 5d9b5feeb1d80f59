"""Former states of a chat's settings: what differs from now, and going back to one of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from domain import durations, paths
from domain.calendar import day_bounds
from domain.differences import Difference, between
from domain.phrases import phrase
from domain.refusals import Refusal
from domain.reports.titles import shorten
from domain.setting_files import NUMBERED
from domain.settings import ChatSettings
from models import people, versions
from services.log_chats import log_chat_of
from services.rules import own_rules, set_rules
from services.settings import assembled, change_all, own_values, settings_of
from services.settings_menu import CHATS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from domain.effects import Effect
    from domain.paths import SettingValue
    from models.versions import Version
    from models.work import Work

WORD_CELLS = 40
NOTICED_FOR = timedelta(minutes=2)
LONGEST_NUMBER = 12


async def latest(work: Work, chat_id: int) -> int:
    """The number of the last change; 0 when there was none."""
    return await versions.latest(work, chat_id)


async def page(work: Work, *, chat_id: int, down_to: int, up_to: int) -> list[Version]:
    """The changes from one number to another, newest first."""
    return await versions.page(work, chat_id=chat_id, down_to=down_to, up_to=up_to)


def difference_of(change: Version) -> Difference:
    """One change of the past; what was never set is what the default was."""
    default = _values(ChatSettings(), ())
    before, after = (
        default.get(change.path) if value is None else _as_value(value) for value in (change.before, change.after)
    )
    return Difference(path=change.path, before=before, after=after)


async def names_of(work: Work, changes: Sequence[Version]) -> dict[int, str]:
    """The names of those who made these changes."""
    return await people.names(work, [change.changed_by for change in changes if change.changed_by is not None])


async def number_meant(work: Work, *, chat_id: int, word: str, timezone: str, now: datetime) -> int:
    """The version meant by a number, a length of time ago, or a date (how it was when that day began).

    Without a word, how it was before the last change. Raises Refusal for anything else, and for a number too high.
    """
    last = await versions.latest(work, chat_id)
    if last == 0:
        raise Refusal(phrase("versions-none"))
    word = word.strip().removeprefix("#")
    if not word:
        return last - 1
    span = durations.parse(word)
    if word.isdecimal() and len(word) < LONGEST_NUMBER and int(word) <= last:
        return int(word)
    if span is not None:
        return await versions.latest_before(work, chat_id, now - span)
    day = _day(word)
    if day is None:
        raise Refusal(phrase("versions-unknown", word=shorten(word, WORD_CELLS), last=str(last)))
    return await versions.latest_before(work, chat_id, day_bounds(day, timezone)[0])


def _day(word: str) -> date | None:
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None


async def since(work: Work, *, chat_id: int, version: int) -> tuple[Difference, ...]:
    """What differs between then and now."""
    own, rules = await _state_at(work, chat_id, version)
    then = _values(assembled(work, own), rules)
    return between(then, await _values_now(work, chat_id))


async def ahead(work: Work, *, chat_id: int, version: int) -> tuple[Difference, ...]:
    """What going back to a version would change."""
    found = await since(work, chat_id=chat_id, version=version)
    return tuple(Difference(path=one.path, before=one.after, after=one.before) for one in found)


async def rollback(
    work: Work, *, chat_id: int, version: int, seen: int, by: int | None, now: datetime
) -> tuple[Difference, ...]:
    """Bring back the state of a version, as new versions; what was changed by it.

    Raises Refusal when something was changed after `seen`, and for places that whoever goes back may not choose.
    """
    await require_unchanged(work, chat_id=chat_id, seen=seen)
    found = await ahead(work, chat_id=chat_id, version=version)
    own, rules = await _state_at(work, chat_id, version)
    before = await own_values(work, chat_id)
    known = {path for path in (own | before) if paths.find(path)}
    values = {path: own.get(path) for path in sorted(known) if own.get(path) != before.get(path)}
    await _require_places(work, chat_id=chat_id, values=values, by=by)
    if values:
        await change_all(work, chat_id=chat_id, values=values, by=by, now=now, how="rollback")
    if rules != await own_rules(work, chat_id):
        timezone = (await settings_of(work, chat_id)).timezone
        await set_rules(work, chat_id=chat_id, rules=rules, by=by, timezone=timezone, now=now, how="rollback")
    return found


async def notice_console(work: Work, *, now: datetime) -> list[Effect]:
    """Forget what is remembered of chats changed by another process; to be called more often than every minute."""
    for chat_id in await versions.chats_changed(work, how="console", since=now - NOTICED_FOR):
        for name in ("settings", "rules", "federated"):
            work.cache.drop((name, chat_id))
    return []


async def require_unchanged(work: Work, *, chat_id: int, seen: int) -> None:
    """Raises Refusal when something was changed since a preview was made."""
    if await versions.latest(work, chat_id) != seen:
        raise Refusal(phrase("versions-moved-on"))


async def _require_places(work: Work, *, chat_id: int, values: Mapping[str, object], by: int | None) -> None:
    """Raises Refusal for a chat that whoever goes back does not run: its managers may have changed meanwhile."""
    for path in CHATS:
        if values.get(path) is not None:
            await log_chat_of(work, word=str(values[path]), chat_id=chat_id, by=by)


async def _state_at(work: Work, chat_id: int, version: int) -> tuple[dict[str, object], tuple[str, ...]]:
    """Overrides and own rules as a version left them: from now on backwards, each change undone."""
    own = await own_values(work, chat_id)
    rules = await own_rules(work, chat_id)
    for change in reversed(await versions.after(work, chat_id=chat_id, version=version)):
        if change.path == NUMBERED:
            rules = _texts(change.before)
        elif change.before is None:
            own.pop(change.path, None)
        else:
            own[change.path] = change.before
    return own, rules


async def _values_now(work: Work, chat_id: int) -> dict[str, SettingValue]:
    return _values(await settings_of(work, chat_id), await own_rules(work, chat_id))


def _values(settings: ChatSettings, rules: tuple[str, ...]) -> dict[str, SettingValue]:
    found = {setting.path: paths.read(settings, setting.path) for setting in paths.all_settings()}
    return found | {NUMBERED: rules}


def _as_value(value: object) -> SettingValue:
    """What JSON keeps, as settings have it."""
    if isinstance(value, list):
        return tuple(map(str, value))
    return value if isinstance(value, str | int) else None


def _texts(value: object) -> tuple[str, ...]:
    """The numbered rules as a version keeps them."""
    return tuple(map(str, value)) if isinstance(value, list) else ()
