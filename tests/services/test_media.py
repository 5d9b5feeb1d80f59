"""Messages that show a file, and those that stand in a place: from the effect to what is left of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from domain.deliveries import Plain, Sent
from domain.effects import Approve, Decline, Edit, Media, Send, SetPermissions
from domain.permissions import PERMISSIONS
from domain.phrases import Markup
from models import attachments, outbox
from models.tables import outbox as table
from services import deliveries, retention
from services.outbox import enqueue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.deliveries import Delivery, Verdict
    from domain.effects import Effect, MediaKind
    from models.work import Work
    from services.words import Words

NOW = datetime(2026, 7, 14, 9, tzinfo=UTC)
GROUP = -1001
TEXT = Markup(html="<b>look</b>")
PICTURE = Send(chat_id=GROUP, text=TEXT, media=Media(kind="photo", content=b"PNG"))


async def rows(work: Work) -> Sequence[Any]:
    return (await work.connection.execute(select(table).order_by(table.c.row_id))).all()


async def under_way(work: Work, words: Words, effect: Effect) -> Delivery:
    await enqueue(work, words, [effect], now=NOW)
    waiting = await outbox.ready_sends(work, now=NOW, without=())
    (delivery,) = await outbox.claim(work, waiting, lease_until=NOW + timedelta(seconds=30))
    return delivery


async def settle(work: Work, delivery: Delivery, verdict: Verdict) -> None:
    await deliveries.record(work, [(delivery, verdict)], now=NOW)


@pytest.mark.parametrize("kind", ["photo", "animation", "video", "document"])
async def test_a_file_that_telegram_knows_is_named_by_its_id(work: Work, words: Words, kind: MediaKind) -> None:
    await enqueue(work, words, [Send(chat_id=GROUP, text=TEXT, media=Media(kind=kind, file_id="AB"))], now=NOW)
    (row,) = await rows(work)
    assert row.method == f"send{kind.capitalize()}"
    assert row.parameters == {"chat_id": GROUP, kind: "AB", "caption": "<b>look</b>", "parse_mode": "HTML"}


async def test_bytes_are_kept_beside_the_row_until_it_is_sent(work: Work, words: Words) -> None:
    delivery = await under_way(work, words, PICTURE)
    assert delivery.attached is not None
    name, attachment_id = delivery.attached
    kept = await attachments.find(work, chat_id=GROUP, attachment_id=attachment_id)
    assert (name, kept) == ("photo", attachments.Attachment(content=b"PNG", media_type="image/png"))
    await settle(work, delivery, Sent(message_id=5))
    assert await attachments.find(work, chat_id=GROUP, attachment_id=attachment_id) is None


async def test_bytes_of_what_was_never_sent_go_after_a_day(work: Work, words: Words) -> None:
    delivery = await under_way(work, words, PICTURE)
    assert delivery.attached is not None
    await retention.forget_deliveries(work, now=NOW + timedelta(hours=25))
    assert await attachments.find(work, chat_id=GROUP, attachment_id=delivery.attached[1]) is None


async def test_a_caption_that_cannot_be_read_goes_plain(work: Work, words: Words) -> None:
    await settle(work, await under_way(work, words, PICTURE), Plain(error="can't parse entities"))
    (row,) = await rows(work)
    assert (row.state, row.parameters["caption"], "parse_mode" in row.parameters) == ("due", "look", False)


async def test_the_message_before_goes_once_the_next_stands_in_its_place(work: Work, words: Words) -> None:
    send = Send(chat_id=GROUP, text=TEXT, place="welcome")
    await settle(work, await under_way(work, words, send), Sent(message_id=5))
    assert [row.method for row in await rows(work)] == ["sendMessage"]
    await settle(work, await under_way(work, words, send), Sent(message_id=6))
    deletion = (await rows(work))[-1]
    assert (deletion.method, deletion.parameters["message_id"]) == ("deleteMessage", 5)


async def test_a_caption_is_changed_as_one(work: Work, words: Words) -> None:
    await enqueue(work, words, [Edit(chat_id=GROUP, message_id=5, text=TEXT, captioned=True)], now=NOW)
    (row,) = await rows(work)
    assert (row.method, row.parameters["caption"]) == ("editMessageCaption", "<b>look</b>")


@pytest.mark.parametrize(
    ("effect", "method"),
    [
        (Approve(chat_id=GROUP, user_id=7), "approveChatJoinRequest"),
        (Decline(chat_id=GROUP, user_id=7), "declineChatJoinRequest"),
    ],
)
async def test_requests_are_decided_by_one_call(work: Work, words: Words, effect: Effect, method: str) -> None:
    await enqueue(work, words, [effect], now=NOW)
    (row,) = await rows(work)
    assert (row.method, row.parameters) == (method, {"chat_id": GROUP, "user_id": 7})


async def test_every_permission_is_told(work: Work, words: Words) -> None:
    await enqueue(work, words, [SetPermissions(chat_id=GROUP, allowed=frozenset({"can_send_photos"}))], now=NOW)
    (row,) = await rows(work)
    told = row.parameters["permissions"]
    assert (row.method, set(told)) == ("setChatPermissions", set(PERMISSIONS))
    assert [name for name, allowed in told.items() if allowed] == ["can_send_photos"]
