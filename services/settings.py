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
from models import audit, entrances
from models import settings as stored
from services import schedules

if TYPE_CHECKING:
    from datetime import datetime

    from models.work import Work


PATH_CELLS = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One setting as it was and as it is, and who changed it."""

    chat_id: int
    path: str
    before: ChatSettings
    after: ChatSettings
    by: int | None


async def settings_of(work: Work, chat_id: int) -> ChatSettings:
    """The chat's settings: its own where it has set them, else the defaults."""
    known = work.cache.get(("settings", chat_id))
    if isinstance(known, ChatSettings):
        return known
    settings = paths.assemble(_start(work) | paths.sound(await stored.overrides(work, chat_id)))
    work.cache.put(("settings", chat_id), settings)
    return settings


async def change(work: Work, *, chat_id: int, path: str, value: object, by: int | None, now: datetime) -> ChatSettings:
    """Set one setting. Raises Refusal when there is none such or the value may not stand there."""
    setting = known_setting(path)
    own = paths.sound(await stored.overrides(work, chat_id))
    try:
        after = paths.assemble(_start(work) | own | {path: value})
    except ValidationError as error:
        raise refusal(setting, value) from error
    before = await settings_of(work, chat_id)
    await stored.put(work, chat_id=chat_id, path=path, value=paths.read(after, path), by=by, at=now)
    await _follow(work, Change(chat_id=chat_id, path=path, before=before, after=after, by=by), now)
    return after


async def reset(work: Work, *, chat_id: int, path: str, by: int | None, now: datetime) -> ChatSettings:
    """Let the default hold again. Raises Refusal when there is no such setting."""
    known_setting(path)
    before = await settings_of(work, chat_id)
    await stored.remove(work, chat_id=chat_id, path=path)
    after = paths.assemble(_start(work) | paths.sound(await stored.overrides(work, chat_id)))
    await _follow(work, Change(chat_id=chat_id, path=path, before=before, after=after, by=by), now)
    return after


async def own_paths(work: Work, chat_id: int) -> frozenset[str]:
    """The settings that the chat has set itself."""
    return frozenset(await stored.overrides(work, chat_id))


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


async def _follow(work: Work, change: Change, now: datetime) -> None:
    """What every change brings about: it holds at once, is written down, and moves the clocks that hang on it."""
    work.cache.put(("settings", change.chat_id), change.after)
    await audit.add(
        work,
        chat_id=change.chat_id,
        day=local_day(now, change.after.timezone),
        at=now,
        actor_id=change.by,
        action="setting",
        details={
            "path": change.path,
            "from": typed(paths.read(change.before, change.path)),
            "to": typed(paths.read(change.after, change.path)),
        },
    )
    if change.path == "entrance.way" and change.after.entrance.way == "off":
        await entrances.hasten(work, chat_id=change.chat_id, now=now)
    if change.path == "timezone" or change.path.startswith("digest."):
        await schedules.follow_settings(work, chat_id=change.chat_id, settings=change.after, now=now)
