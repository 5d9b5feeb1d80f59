"""Messages judged in order: what a sender wrote before counts, also what was read back from the database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from domain.messages import Message, Origin
from domain.people import Sighting
from domain.settings import ChatSettings
from models import messages
from services.activity import Heard, record
from services.judging import judge_all

if TYPE_CHECKING:
    from models.work import Work

CHAT, ANN, BEN = -1001, 11, 12
AT = datetime(2026, 7, 14, 9, tzinfo=UTC)
SETTINGS = {CHAT: ChatSettings.model_validate({"rules": {"blocklist": {"entries": ["spam"]}}})}


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


async def judged(work: Work, *batch: Message) -> list[tuple[int, bool]]:
    """The ids of those that go, each with whether it only follows another."""
    found = await judge_all(work, batch, settings=SETTINGS)
    for message in batch:
        sender = Sighting(user_id=message.sender_id or 0, name=message.sender_name)
        await record(work, [Heard(message=message, sender=sender, day=AT.date(), hour=9, keeps_text=True)])
    return [(one.message.message_id, one.judgement.hit.continues) for one in found if one.judgement.hit]


async def test_the_later_parts_of_an_album_go_with_the_one_that_broke_a_rule(work: Work) -> None:
    assert await judged(work, part(1, "spam"), part(2), part(3)) == [(1, False), (2, True), (3, True)]


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
