"""What every act is, and what came of it."""

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

import msgspec

ChatKind = Literal["supergroup", "group", "channel", "private"]
MessageKind = Literal[
    "text",
    "photo",
    "sticker",
    "voice",
    "document",
    "video",
    "video_note",
    "audio",
    "animation",
    "location",
    "contact",
    "dice",
    "poll",
    "venue",
    "story",
    "game",
    "checklist",
    "invoice",
    "giveaway",
    "paid_media",
]
# None means the sandbox's own now.
When: TypeAlias = Annotated[datetime, msgspec.Meta(tz=True)] | None
# A message id in the chat at hand, or the name an earlier Say (or OpenTopic) was given.
Ref: TypeAlias = int | str


class Act(msgspec.Struct, frozen=True, kw_only=True, tag_field="act", tag=True):
    """Something a person does; `at` is an aware datetime, or None for the sandbox's now."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What came of an act: ids a script may need, or the reason Telegram refused it."""

    message_id: int | None = None
    callback_id: str | None = None
    error: str | None = None
