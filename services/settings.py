"""The settings of a chat: what holds now, changing one, going back to the default."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from domain import paths
from domain.calendar import local_day
from domain.entries import refusal, typed
from domain.phrases import phrase
from domain.refusals import Refusal
from domain.reports.lists import joined
from domain.reports.titles import shorten
from domain.settings import ChatSettings
from models import audit, versions
from models import settings as stored
from services import schedules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from models.versions import How
    from models.work import Work


PATH_CELLS = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What holds before and after, and who changed it."""

    chat_id: int
    before: ChatSettings
    after: ChatSettings
    by: int | None


async def settings_of(work: Work, chat_id: int) -> ChatSettings:
    """The chat's settings: its own where it has set them, else the defaults."""
    known = work.cache.get(("settings", chat_id))
    if isinstance(known, ChatSettings):
        return known
    settings = assembled(work, await stored.overrides(work, chat_id))
    work.cache.put(("settings", chat_id), settings)
    return settings


async def change(
    work: Work, *, chat_id: int, path: str, value: object, by: int | None, now: datetime, how: How = "typed"
) -> ChatSettings:
    """Set one setting. Raises Refusal when there is none such or the value may not stand there."""
    setting = known_setting(path)
    if value is None and setting.kind is not paths.Kind.CHAT:
        raise refusal(setting, value)
    return await change_all(work, chat_id=chat_id, values={path: value}, by=by, now=now, how=how)


async def reset(
    work: Work, *, chat_id: int, path: str, by: int | None, now: datetime, how: How = "typed"
) -> ChatSettings:
    """Let the default hold again. Raises Refusal when there is no such setting."""
    return await change_all(work, chat_id=chat_id, values={path: None}, by=by, now=now, how=how)


async def change_all(
    work: Work, *, chat_id: int, values: Mapping[str, object], by: int | None, now: datetime, how: How
) -> ChatSettings:
    """Set all of these at once, as one version; None lets the default hold. Raises Refusal and changes nothing."""
    for path in values:
        known_setting(path)
    own = paths.sound(await stored.overrides(work, chat_id))
    kept = {path: value for path, value in (own | dict(values)).items() if value is not None}
    try:
        after = paths.assemble(_start(work) | kept)
    except ValidationError as error:
        raise _wrong(error, values) from error
    changed = Change(chat_id=chat_id, before=await settings_of(work, chat_id), after=after, by=by)
    await _require_sharing(work, changed, how=how)
    steps = []
    for path in values:
        new = None if path not in kept else plain(paths.read(after, path))
        await _keep(work, changed, path, new, now)
        if new != own.get(path):
            steps.append(versions.Step(path=path, before=own.get(path), after=new))
    await versions.add(work, chat_id=chat_id, steps=steps, by=by, at=now, how=how)
    await _follow(work, changed, values, now)
    return after


def plain(value: paths.SettingValue) -> object:
    """A value as JSON keeps it."""
    return list(value) if isinstance(value, tuple) else value


async def _keep(work: Work, change: Change, path: str, value: object, now: datetime) -> None:
    if value is None:
        await stored.remove(work, chat_id=change.chat_id, path=path)
        return
    await stored.put(work, chat_id=change.chat_id, path=path, value=value, by=change.by, at=now)


def _wrong(error: ValidationError, values: Mapping[str, object]) -> Refusal:
    """The refusal of the first value that may not stand where it is wanted."""
    places = [".".join(str(part) for part in fault["loc"]) for fault in error.errors()]
    at_fault = (path for path in values for place in places if place == path or place.startswith(f"{path}."))
    path = next(at_fault, next(iter(values)))
    return refusal(known_setting(path), values[path])


async def own_values(work: Work, chat_id: int) -> dict[str, object]:
    """What the chat has set itself, by path, as JSON."""
    return await stored.overrides(work, chat_id)


async def own_paths(work: Work, chat_id: int) -> frozenset[str]:
    """The settings that the chat has set itself."""
    return frozenset(await stored.overrides(work, chat_id))


def assembled(work: Work, overrides: Mapping[str, object]) -> ChatSettings:
    """Settings with these overrides; those that this version does not take are left aside."""
    return paths.assemble(_start(work) | paths.sound(overrides))


def known_setting(path: str) -> paths.Setting:
    """The setting at the path. Raises Refusal, with the nearest names, when there is none."""
    setting = paths.find(path)
    if setting is not None:
        return setting
    near = paths.near(path)
    if near:
        known = joined([phrase("settings-near", path=name) for name in near])
        raise Refusal(phrase("settings-unknown-near", path=shorten(path, PATH_CELLS), near=known))
    raise Refusal(phrase("settings-unknown", path=shorten(path, PATH_CELLS)))


def _start(work: Work) -> dict[str, object]:
    return {"language": work.defaults.language, "timezone": work.defaults.timezone}


async def _require_sharing(work: Work, change: Change, *, how: How) -> None:
    """Raises Refusal when whoever changes it may not let the chat share bans."""
    if change.after.bans.share and not change.before.bans.share:
        # Who may do that is known by their role, and roles ask for settings.
        from services.sharing import require_consent

        await require_consent(work, chat_id=change.chat_id, by=change.by, how=how)


async def _follow(work: Work, change: Change, changed: Iterable[str], now: datetime) -> None:
    """What every change brings about: it holds at once, is written down, and moves the clocks that hang on it."""
    work.cache.put(("settings", change.chat_id), change.after)
    for path in changed:
        await audit.add(
            work,
            chat_id=change.chat_id,
            day=local_day(now, change.after.timezone),
            at=now,
            actor_id=change.by,
            action="setting",
            details={
                "path": path,
                "from": typed(paths.read(change.before, path)),
                "to": typed(paths.read(change.after, path)),
            },
        )
    if any(path == "timezone" or path.startswith("digest.") for path in changed):
        await schedules.follow_settings(work, chat_id=change.chat_id, settings=change.after, now=now)
    if change.after.bans.share != change.before.bans.share:
        from services.sharing import follow_setting

        await follow_setting(work, chat_id=change.chat_id, shares=change.after.bans.share, by=change.by, now=now)
