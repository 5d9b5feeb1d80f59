from pathlib import Path

from sandbox.payload import Json
from tests.sandbox.life.exports import START, TOM, replayed, said

# The message's local date is two hours ahead of its unix time.
LOCAL = "2026-05-28T22:27:40"


def _reacted(folder: Path, *groups: Json) -> list[Json]:
    message = said(1, date=LOCAL, reactions=list(groups))
    return [found for one in replayed(folder, message) if isinstance(found := one.get("message_reaction"), dict)]


def _by(identity: str, second: int = 0) -> list[Json]:
    return [{"from": "Tom", "from_id": identity, "date": f"2026-05-28T22:28:{second:02d}"}]


def test_a_reaction_is_an_update_at_its_own_time(tmp_path: Path) -> None:
    (reaction,) = _reacted(tmp_path, {"type": "emoji", "count": 3, "emoji": "❤", "recent": _by(TOM)})

    assert reaction == {
        "chat": {"id": -1_000_000_000_077, "title": "Club", "type": "supergroup"},
        "message_id": 1,
        "user": {"id": 102, "is_bot": False, "first_name": "Tom"},
        "date": START + 60 + 20,
        "old_reaction": [],
        "new_reaction": [{"type": "emoji", "emoji": "❤"}],
    }


def test_a_second_reaction_of_one_person_adds_to_the_first(tmp_path: Path) -> None:
    first, second = _reacted(
        tmp_path,
        {"type": "emoji", "count": 1, "emoji": "❤", "recent": _by(TOM, 5)},
        {"type": "custom_emoji", "count": 1, "document_id": "7", "recent": _by(TOM, 2)},
    )

    assert first["new_reaction"] == second["old_reaction"] == [{"type": "custom_emoji", "custom_emoji_id": "7"}]
    assert isinstance(second["new_reaction"], list)
    assert len(second["new_reaction"]) == 2


def test_a_channel_reacts_as_a_chat(tmp_path: Path) -> None:
    (reaction,) = _reacted(tmp_path, {"type": "paid", "count": 1, "recent": _by("channel9")})

    assert reaction["actor_chat"] == {"id": -1_000_000_000_009, "title": "Tom", "type": "channel"}


def test_reactions_of_nobody_known_are_left_out(tmp_path: Path) -> None:
    groups: list[Json] = [{"type": "emoji", "count": 5, "emoji": "❤"}]
    nobody = [{"from": None, "from_id": None, "date": LOCAL}]

    assert _reacted(tmp_path, *groups, {"type": "emoji", "emoji": "👍", "recent": nobody}) == []


def test_an_unreadable_date_is_the_messages(tmp_path: Path) -> None:
    recent = [{"from": "Tom", "from_id": TOM, "date": "soon"}]
    (reaction,) = _reacted(tmp_path, {"type": "emoji", "emoji": "👍", "recent": recent})

    assert reaction["date"] == START + 60
