"""The settings menu of a chat, with the places that settings name called as people call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.menu import Menu
from domain.phrases import phrase
from domain.reports.lists import joined
from domain.reports.targets import place_of
from domain.reports.titles import shorten
from models import reports
from services.digest_targets import named
from services.settings import own_paths, settings_of

if TYPE_CHECKING:
    from datetime import datetime

    from domain.menu import Row
    from domain.phrases import Phrase
    from domain.settings import ChatSettings
    from models.work import Work

# Settings that name a chat which whoever chooses it must run as well.
CHATS = ("log_chat", "staff_chat")
DIGEST_TARGETS = "digest.targets"
TITLE_CELLS = 40


async def menu_of(work: Work, chat_id: int, *, now: datetime, last: Row = ()) -> Menu:
    """The settings menu of a chat; `last` are further buttons of its first page."""
    settings = await settings_of(work, chat_id)
    return Menu(
        chat_id=chat_id,
        group=await reports.title(work, chat_id) or str(chat_id),
        settings=settings,
        own=await own_paths(work, chat_id),
        now=now,
        last=last,
        named=await places_named(work, chat_id, settings),
    )


async def places_named(work: Work, chat_id: int, settings: ChatSettings) -> dict[str, Phrase]:
    """The places that settings hold as ids, by the paths of these settings."""
    found: dict[str, Phrase] = {}
    for path, place in zip(CHATS, (settings.log_chat, settings.staff_chat), strict=True):
        if place is not None:
            title = await reports.title(work, place) or str(place)
            found[path] = phrase("digest-words", words=shorten(title, TITLE_CELLS))
    if settings.digest.targets:
        found[DIGEST_TARGETS] = joined([await _target(work, chat_id, target) for target in settings.digest.targets])
    return found


async def _target(work: Work, chat_id: int, target: str) -> Phrase:
    place = place_of(target, chat_id)
    return phrase("digest-words", words=target) if place is None else await named(work, chat_id=chat_id, place=place)
