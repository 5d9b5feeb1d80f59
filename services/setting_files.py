"""A chat's settings and numbered rules as a file, and a file's settings in a chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain import paths
from domain.differences import between
from domain.setting_files import NUMBERED, read_file, written
from services.rules import own_rules, set_rules
from services.settings import change_all, settings_of

if TYPE_CHECKING:
    from datetime import datetime

    from domain.differences import Difference
    from domain.paths import SettingValue
    from domain.setting_files import Contents
    from models.versions import How
    from models.work import Work


async def export(work: Work, chat_id: int) -> str:
    """The chat's settings and numbered rules as a YAML file."""
    return written(await settings_of(work, chat_id), await own_rules(work, chat_id))


async def preview(work: Work, *, chat_id: int, text: str) -> tuple[Difference, ...]:
    """What taking over a file would change. Raises Refusal for a file with a mistake."""
    return await _differences(work, chat_id, read_file(text))


async def take_over(
    work: Work, *, chat_id: int, text: str, by: int | None, now: datetime, how: How
) -> tuple[Difference, ...]:
    """Let the file's settings hold; those it leaves out stay. What was changed by it. Raises Refusal."""
    contents = read_file(text)
    found = await _differences(work, chat_id, contents)
    values = {one.path: one.after for one in found if one.path != NUMBERED}
    if values:
        await change_all(work, chat_id=chat_id, values=values, by=by, now=now, how=how)
    if contents.rules is not None and contents.rules != await own_rules(work, chat_id):
        timezone = (await settings_of(work, chat_id)).timezone
        await set_rules(work, chat_id=chat_id, rules=contents.rules, by=by, timezone=timezone, now=now, how=how)
    return found


async def _differences(work: Work, chat_id: int, contents: Contents) -> tuple[Difference, ...]:
    settings, rules = await settings_of(work, chat_id), await own_rules(work, chat_id)
    meant = paths.assemble(contents.values)
    wanted: dict[str, SettingValue] = {path: paths.read(meant, path) for path in contents.values}
    before: dict[str, SettingValue] = {path: paths.read(settings, path) for path in wanted}
    if contents.rules is not None:
        wanted[NUMBERED], before[NUMBERED] = contents.rules, rules
    return between(before, wanted)
