"""Reads a post as it was typed: options, a schedule, then the text with its formatting."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from telegram import Message, MessageEntity

from domain import durations
from domain.phrases import phrase
from domain.refusals import Refusal
from domain.schedule_words import take

if TYPE_CHECKING:
    from domain.schedules import Trigger

OPTION = re.compile(
    r"(?:(?P<pin>pin|置顶)|(?:topic|话题)[:：](?P<topic>\d{1,12}|here|这里)|(?:delete|删除)[:：](?P<delete>\S+))(?=\s|$)",
    re.IGNORECASE,
)
SPACES = re.compile(r"[^\S\n]*")
GENERAL_TOPIC = 1
# Telegram lets a bot delete its message for 48 hours.
LONGEST_LIFE = timedelta(hours=47)


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """What was typed before the text, and where in it the text begins."""

    trigger: Trigger
    text_at: int
    pin: bool = False
    delete_after: timedelta | None = None
    thread_id: int | None = None


def read_draft(text: str, *, here: int | None) -> Draft:
    """The draft, `here` being the topic it was typed in. Options stand on the first line. Raises Refusal."""
    at, trigger = 0, None
    found: dict[str, str] = {}
    while True:
        at = _skip(text, at)
        option = OPTION.match(text, at)
        if option:
            found |= {name: value for name, value in option.groupdict().items() if value}
            at = option.end()
        elif trigger is None:
            trigger, length = take(text[at:])
            at += length
        else:
            break
    return Draft(
        trigger=trigger,
        text_at=len(text) - len(text[at:].lstrip()),
        pin="pin" in found,
        delete_after=_life(found["delete"]) if "delete" in found else None,
        thread_id=_topic(found["topic"], here) if "topic" in found else None,
    )


def _skip(text: str, at: int) -> int:
    spaces = SPACES.match(text, at)
    return spaces.end() if spaces else at


def _life(text: str) -> timedelta:
    span = durations.parse(text)
    if span is None or not durations.SHORTEST <= span <= LONGEST_LIFE:
        raise Refusal(phrase("posts-delete-range", shortest=durations.SHORTEST, longest=LONGEST_LIFE))
    return span


def _topic(text: str, here: int | None) -> int | None:
    topic = int(text) if text.isdecimal() else here
    return None if topic == GENERAL_TOPIC else topic


def html_from(message: Message, start: int) -> str:
    """The message's text from a place on, with its formatting, as safe HTML."""
    text = message.text or ""
    before = len(text[:start].encode("utf-16-le")) // 2
    moved = [_moved(entity, before) for entity in message.entities if entity.offset + entity.length > before]
    rest = Message(message.message_id, message.date, message.chat, text=text[start:], entities=moved)
    return rest.text_html if text[start:] else ""


def _moved(entity: MessageEntity, by: int) -> MessageEntity:
    start = max(entity.offset - by, 0)
    return MessageEntity(
        entity.type,
        offset=start,
        length=entity.offset + entity.length - by - start,
        url=entity.url,
        user=entity.user,
        language=entity.language,
        custom_emoji_id=entity.custom_emoji_id,
    )


def html_of_reply(message: Message) -> str:
    """The text, or caption, of the message replied to, with its formatting, as safe HTML."""
    reply = message.reply_to_message
    if reply is None:
        return ""
    return reply.text_html if reply.text else reply.caption_html if reply.caption else ""
