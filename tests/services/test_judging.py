"""Messages judged in order: what a sender wrote before counts, also what was read back from the database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from domain.messages import Message, Origin
from domain.people import Sighting
from domain.settings import ChatSettings
from models import members, messages
from services import chats
from services.activity import Heard, record
from services.judging import judge_all

if TYPE_CHECKING:
    from domain.rules.judgement import Scene
    from models.work import Work

CHAT, ANN, BEN = -1001, 11, 12
AT = datetime(2026, 7, 14, 9, tzinfo=UTC)
SETTINGS = {CHAT: ChatSettings.model_validate({"rules": {"blocklist": {"entries": ["spam"]}}})}
SLOW = {CHAT: ChatSettings.model_validate({"rules": {"slowmode": {"mode": "on", "seconds": 30}}})}


def part(message_id: int, text: str = "", *, by: int = ANN, album: str = "a") -> Message:
    return Message(
        chat_id=CHAT,
        message_id=message_id,
        at=AT + timedelta(seconds=message_id),
        origin=Origin.MEMBER,
        sender_id=by,
        sender_name="Somebody",
        text=text,
        kind="photo",
        album=album,
    )


async def judged(work: Work, *batch: Message, settings: dict[int, ChatSettings] = SETTINGS) -> list[tuple[int, bool]]:
    """The ids of those that go, each with whether it only follows another."""
    found = await judge_all(work, batch, settings=settings)
    for message in batch:
        sender = Sighting(user_id=message.sender_id or 0, name=message.sender_name)
        await record(work, [Heard(message=message, sender=sender, day=AT.date(), hour=9, keeps_text=True)])
    return [(one.message.message_id, one.judgement.hit.continues) for one in found if one.judgement.hit]


async def test_the_later_parts_of_an_album_go_with_the_one_that_broke_a_rule(work: Work) -> None:
    assert await judged(work, part(1, "spam"), part(2), part(3)) == [(1, False), (2, True), (3, True)]


async def test_in_slow_mode_what_went_makes_nobody_wait(work: Work) -> None:
    batch = [replace(part(second), album=None) for second in (1, 10, 20, 32)]
    assert await judged(work, *batch, settings=SLOW) == [(10, False), (20, True)]


async def test_they_go_when_they_come_with_another_batch(work: Work) -> None:
    await judged(work, part(1, "spam"))
    assert await judged(work, part(2)) == [(2, True)]


async def test_they_go_after_a_restart(work: Work) -> None:
    await judged(work, part(1, "spam"))
    await messages.mark_removed(work, chat_id=CHAT, message_ids=[1])
    work.cache.clear()
    assert await judged(work, part(2)) == [(2, True)]


async def test_other_albums_and_other_people_are_left_alone(work: Work) -> None:
    assert await judged(work, part(1, "spam"), part(2, album="b"), part(3, by=BEN)) == [(1, False)]


async def scenes(work: Work, *batch: Message) -> list[Scene]:
    """How each message was seen; every one of them breaks a rule."""
    return [one.scene for one in await judge_all(work, batch, settings=SETTINGS)]


def spam(message_id: int, *, by: int = ANN, **more: object) -> Message:
    values: dict[str, object] = {"text": "spam", "album": None, **more}
    return replace(part(message_id, by=by), **values)


async def test_messages_in_a_row_are_counted_until_somebody_else_speaks(work: Work) -> None:
    batch = (spam(1), spam(2), spam(3, by=BEN), spam(4), spam(5), spam(5, edited=True))
    assert [scene.run for scene in await scenes(work, *batch)] == [1, 2, 1, 1, 2, 2]


async def test_parts_of_an_album_are_one_in_a_row(work: Work) -> None:
    found = await judge_all(work, [spam(1, album="a"), spam(2, album="a"), spam(3)], settings=SETTINGS)
    assert [one.scene.run for one in found] == [1, 1, 2]


async def test_trust_that_was_earned_is_seen(work: Work) -> None:
    presence = members.Presence(messages=9, worthy=5, first_at=AT - timedelta(days=3), last_at=AT)
    await members.add_presence(work, {(CHAT, ANN): presence})
    assert [scene.trusted for scene in await scenes(work, spam(1), spam(2, by=BEN))] == [True, False]


async def test_an_approved_member_is_left_alone(work: Work) -> None:
    await members.add_presence(work, {(CHAT, ANN): members.Presence(messages=1, first_at=AT, last_at=AT)})
    await members.approve(work, chat_id=CHAT, user_id=ANN, by=BEN, at=AT)
    assert await scenes(work, spam(1)) == []
    await members.approve(work, chat_id=CHAT, user_id=ANN, by=None, at=None)
    assert len(await scenes(work, spam(2))) == 1


async def test_the_linked_channel_is_above_the_rules_in_its_own_group_alone(work: Work) -> None:
    await chats.see(work, chat_id=CHAT, kind="supergroup", title="Club", now=AT)
    await chats.link(work, chat_id=CHAT, linked=-1005, now=AT)
    own = spam(1, by=0, origin=Origin.CHANNEL, sender_id=None, sender_chat_id=-1005)
    other = spam(2, by=0, origin=Origin.CHANNEL, sender_id=None, sender_chat_id=-1006)
    found = await judge_all(work, [own, other], settings=SETTINGS)
    assert [one.message.sender_chat_id for one in found] == [-1006]
