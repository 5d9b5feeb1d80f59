"""What the sandbox begins with: an empty town, a synthetic community, or an export to be replayed."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sandbox.acts import AddBot, Meet, OpenChat
from sandbox.life.community import BOT_RIGHTS, afterwards, community
from sandbox.life.export import chats
from sandbox.life.live import live
from sandbox.life.replay import replay
from sandbox.life.source import AheadSource
from sandbox.updates import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.acts import Act
    from sandbox.world import World

COMMUNITY_CHAT = -1001234567890
_OWNER_ID = 5_000_000_001
# What the bot writes during a replay is numbered well after everything the export holds.
_AFTER_THE_EXPORT = 1_000_000_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Town:
    """A community to be played: its size, language, place and seed."""

    size: Literal["small", "demo"]
    language: Literal["en", "zh"] = "en"
    timezone: str = "UTC"
    seed: int = 0
    chat_id: int = COMMUNITY_CHAT

    @property
    def check_in(self) -> tuple[str, ...]:
        """How its people check in."""
        return {"en": ("/checkin",), "zh": ("签到", "/checkin", "打卡")}[self.language]

    @property
    def days(self) -> int:
        """How long it has lived when the sandbox starts."""
        return {"small": 2, "demo": 21}[self.size]

    @property
    def members(self) -> int:
        """How many people it is played with."""
        return {"small": 12, "demo": 40}[self.size]


def settle(world: "World", town: Town) -> None:
    """Play the community's past up to yesterday; what the bot should know of it waits as backlog."""
    world.updates.allow(KINDS)
    acts = community(
        seed=town.seed,
        language=town.language,
        start=_start(world, town),
        days=town.days,
        members=town.members,
        chat_id=town.chat_id,
        timezone=town.timezone,
        check_in=town.check_in,
    )
    world.apply_all(list(acts))


async def go_on(world: "World", town: Town, *, speed: float) -> None:
    """Let the community live on until the sandbox closes."""
    acts: Iterator[Act] = afterwards(
        seed=town.seed,
        language=town.language,
        start=_start(world, town),
        days=town.days,
        members=town.members,
        chat_id=town.chat_id,
        timezone=town.timezone,
        check_in=town.check_in,
    )
    await live(world, acts, speed=speed, stop=world.closing)


def replay_export(world: "World", path: Path, *, chat_id: int, preload: bool) -> AheadSource | None:
    """Let the bot administer a chat in which an export happens again; its updates wait, or are made ahead."""
    head, records = next(chats(path))
    first = next(records, {})
    at = datetime.fromtimestamp(int(str(first.get("date_unixtime", 0))), UTC) - timedelta(hours=1)
    world.apply_all(
        [
            Meet(person_id=_OWNER_ID, first_name="Owner"),
            OpenChat(chat_id=chat_id, title=head.name, creator_id=_OWNER_ID, at=at),
            AddBot(chat_id=chat_id, by_id=_OWNER_ID, administrator=BOT_RIGHTS, at=at),
        ]
    )
    world.chats[chat_id].last_message_id = _AFTER_THE_EXPORT
    updates = replay(path, chat_id=chat_id)
    if preload:
        world.updates.allow(KINDS)
        world.updates.preload(updates)
        return None
    source = AheadSource(updates)
    world.updates.attach(source)
    return source


def background(world: "World", town: Town, *, speed: float) -> "asyncio.Task[None]":
    """The task in which the community lives on."""
    return asyncio.create_task(go_on(world, town, speed=speed))


def _start(world: "World", town: Town) -> datetime:
    return world.clock.now() - timedelta(days=town.days)
