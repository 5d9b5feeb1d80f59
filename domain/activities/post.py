"""A scheduled post: a text that comes back, pinned or deleted again as its author wished."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from domain.effects import Priority, Send
from domain.phrases import Markup

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

TAG = re.compile(r"<[^>]+>")
EXCERPT = 40
WORTH_SENDING = timedelta(minutes=10)

Content = dict[str, str | int | bool | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Post:
    """What is posted; `html` is safe for Telegram, `thread_id` is the topic it goes to."""

    html: str
    pin: bool = False
    delete_after: timedelta | None = None
    thread_id: int | None = None


def content_of(post: Post) -> Content:
    """The post as JSON."""
    seconds = None if post.delete_after is None else int(post.delete_after.total_seconds())
    return {"html": post.html, "pin": post.pin, "delete_after": seconds, "thread_id": post.thread_id}


def post_of(content: Mapping[str, str | int | bool | None]) -> Post:
    """The post that JSON stands for."""
    seconds, thread = content["delete_after"], content["thread_id"]
    return Post(
        html=str(content["html"]),
        pin=bool(content["pin"]),
        delete_after=None if seconds is None else timedelta(seconds=int(seconds)),
        thread_id=None if thread is None else int(thread),
    )


def key_of(schedule_id: int, local_date: date, slot: str) -> str:
    """What makes one posting unique in its chat."""
    return f"post:{schedule_id}:{local_date}:{slot}"


def posting(post: Post, *, chat_id: int, key: str) -> Send:
    """The message of one occurrence; dropped when it cannot be sent while it is fresh."""
    return Send(
        chat_id=chat_id,
        text=Markup(html=post.html),
        priority=Priority.POST,
        purpose="post",
        key=key,
        thread_id=post.thread_id,
        pin=post.pin,
        delete_after=post.delete_after,
        expires_after=WORTH_SENDING,
    )


def excerpt(post: Post) -> str:
    """The beginning of the text on one line, without markup."""
    text = " ".join(html.unescape(TAG.sub("", post.html)).split())
    return text if len(text) <= EXCERPT else text[: EXCERPT - 1].rstrip() + "…"
