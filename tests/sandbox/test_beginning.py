import json
from pathlib import Path

import pytest

from sandbox.beginning import COMMUNITY_CHAT, Town, replay_export, settle
from sandbox.world import World
from tests.sandbox.stage import ask_object, heard, kinds

CHAT = -1007


@pytest.fixture
def export(tmp_path: Path) -> Path:
    messages = [
        {
            "id": number,
            "type": "message",
            "date": "2026-01-01T10:00:00",
            "date_unixtime": str(1767261600 + number),
            "from": "Ann",
            "from_id": "user11",
            "text": f"message {number}",
            "text_entities": [{"type": "plain", "text": f"message {number}"}],
        }
        for number in range(1, 4)
    ]
    path = tmp_path / "result.json"
    head = {"name": "Garden", "type": "private_supergroup", "id": 7}
    path.write_text(json.dumps({**head, "messages": messages}))
    return path


def test_a_community_waits_as_backlog_with_the_bot_in_it() -> None:
    world = World()
    settle(world, Town(size="small"))
    assert world.bot_administers(world.chats[COMMUNITY_CHAT])
    assert {"message", "chat_member", "message_reaction"} <= set(kinds(heard(world)))


def test_the_same_seed_makes_the_same_community() -> None:
    worlds = [World(), World()]
    for world in worlds:
        world.clock.offset_seconds = 1_800_000_000 - world.clock.seconds()
        settle(world, Town(size="small", seed=5))
    first, second = ([kinds([update]) for update in heard(world)] for world in worlds)
    assert first == second


def test_a_preloaded_replay_waits_whole(export: Path) -> None:
    world = World()
    replay_export(world, export, chat_id=CHAT, preload=True)
    updates = heard(world)
    assert kinds(updates) == ["my_chat_member", "message", "message", "message", "message"]
    assert "message 3" in str(updates[-1])


async def test_a_replay_comes_as_fast_as_it_is_taken(export: Path) -> None:
    world = World()
    source = replay_export(world, export, chat_id=CHAT, preload=False)
    assert source is not None
    await world.updates.refill()
    assert len(world.updates) == 5
    source.close()


def test_what_the_bot_writes_in_a_replay_is_numbered_after_it(export: Path) -> None:
    world = World()
    replay_export(world, export, chat_id=CHAT, preload=True)
    sent = ask_object(world, "sendMessage", chat_id=CHAT, text="x")
    assert int(str(sent["message_id"])) > 1_000_000_000
