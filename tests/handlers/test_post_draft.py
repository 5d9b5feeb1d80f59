from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from telegram import Chat, Message, MessageEntity

from domain.refusals import Refusal
from handlers.post_draft import html_from, html_of_reply, read_draft

HERE = 77


@pytest.mark.parametrize(
    ("text", "rest", "options"),
    [
        ("daily 09:00 Hello there", "Hello there", {}),
        ("daily 09:00 pin Hello", "Hello", {"pin": True}),
        ("pin daily 09:00 Hello", "Hello", {"pin": True}),
        ("daily 09:00 置顶 Hello", "Hello", {"pin": True}),
        ("daily 09:00 delete:2h Hello", "Hello", {"delete_after": timedelta(hours=2)}),
        ("daily 09:00 删除：90m Hello", "Hello", {"delete_after": timedelta(minutes=90)}),
        ("daily 09:00 topic:12 Hello", "Hello", {"thread_id": 12}),
        ("daily 09:00 topic:here Hello", "Hello", {"thread_id": HERE}),
        ("daily 09:00 topic:1 Hello", "Hello", {}),
        (
            "topic:5 pin 每周五 20:00 delete:1d 竞猜",
            "竞猜",
            {"thread_id": 5, "pin": True, "delete_after": timedelta(days=1)},
        ),
        ("daily 09:00 pins are nice", "pins are nice", {}),
        ("daily 09:00\npin is my first word", "pin is my first word", {}),
        ("daily 09:00\n\n  Hello\nthere", "Hello\nthere", {}),
        ("daily 09:00", "", {}),
    ],
)
def test_options_stand_around_the_schedule_on_the_first_line(text: str, rest: str, options: dict[str, object]) -> None:
    draft = read_draft(text, here=HERE)
    assert text[draft.text_at :] == rest
    read = {"pin": draft.pin, "delete_after": draft.delete_after, "thread_id": draft.thread_id}
    assert read == {"pin": False, "delete_after": None, "thread_id": None} | options


@pytest.mark.parametrize("span", ["10s", "2d", "soon", "48h"])
def test_a_post_can_be_deleted_only_as_long_as_telegram_allows(span: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_draft(f"daily 09:00 delete:{span} Hello", here=None)
    assert refused.value.phrase.key == "posts-delete-range"


def message(text: str, *entities: tuple[str, int, int], reply: Message | None = None) -> Message:
    marked = [MessageEntity(kind, offset, length) for kind, offset, length in entities]
    return Message(
        1, datetime(2026, 5, 29, tzinfo=UTC), Chat(-1, "supergroup"), text=text, entities=marked, reply_to_message=reply
    )


@pytest.mark.parametrize(
    ("text", "entities", "start", "html"),
    [
        ("/post Hello there", [("bot_command", 0, 5), ("bold", 12, 5)], 6, "Hello <b>there</b>"),
        ("/post 😀 Hello", [("bold", 9, 5)], 6, "😀 <b>Hello</b>"),
        ("/post 😀 Hello", [("bold", 9, 5)], 8, "<b>Hello</b>"),
        ("/post Hello", [("italic", 0, 11)], 6, "<i>Hello</i>"),
        ("/post Hello", [("bold", 0, 6)], 6, "Hello"),
        ("/post a < b & c", [], 6, "a &lt; b &amp; c"),
        ("/post", [], 5, ""),
    ],
)
def test_the_rest_of_a_message_keeps_its_formatting(
    text: str, entities: list[tuple[str, int, int]], start: int, html: str
) -> None:
    assert html_from(message(text, *entities), start) == html


def test_the_text_of_a_message_replied_to_keeps_its_formatting() -> None:
    reply = message("Hello there", ("bold", 0, 5))
    assert html_of_reply(message("/post add daily 09:00", reply=reply)) == "<b>Hello</b> there"
    assert html_of_reply(message("/post add daily 09:00")) == ""
