"""Reading raw updates one by one: what is plain talk, what needs an answer, what cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
from msgspec import UNSET
from telegram import Update

from bot.service_lines import service_line
from bot.telegram_shapes import MEDIA, SERVICE, number_decoder, update_decoder
from bot.translation import kind
from handlers.router import is_command, is_summons, plain_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from telegram import Bot

    from bot import telegram_shapes as shapes
    from services.cleaning import ServiceLine

GROUPS = frozenset({"group", "supergroup"})
# PTB is strict about shapes, and a Bot API server may be older or newer than it: what no handler reads is kept from it.
UNHEARD = frozenset({"poll", "poll_answer", "message_reaction_count", "chat_boost", "removed_chat_boost"})
UNREAD = frozenset({*MEDIA, "reply_markup", "pinned_message", "external_reply", "quote", "link_preview_options"})
NESTED = frozenset({"message", "reply_to_message"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrival:
    """One update. `talk` when it is to be judged and counted, `asks` when PTB's handlers must see it.

    Both can hold (a command is a message too). `service` when it is one of Telegram's own lines. `error` when it
    could not be read at all.
    """

    update_id: int
    raw: bytes
    chat_id: int | None = None
    talk: shapes.Update | None = None
    asks: Update | None = None
    service: ServiceLine | None = None
    error: Exception | None = None


def arrivals(raws: Iterable[bytes], bot: Bot) -> Iterator[Arrival]:
    """Each update read for itself: one that cannot be read spoils no other."""
    for raw in raws:
        update_id = number_decoder.decode(raw).update_id
        try:
            yield _arrival(update_id, raw, bot)
        except Exception as error:  # noqa: BLE001 - whatever a strange shape raises is kept with the update
            yield Arrival(update_id=update_id, raw=raw, error=error)


def _arrival(update_id: int, raw: bytes, bot: Bot) -> Arrival:
    update = update_decoder.decode(raw)
    message = update.message or update.edited_message
    reaction = update.message_reaction
    if reaction is not None:
        return Arrival(update_id=update_id, raw=raw, chat_id=reaction.chat.id, talk=update)
    if message is not None and message.chat.type in GROUPS:
        talk = update if kind(message) is not None else None
        asks = _parsed(raw, bot) if update.message is not None and _calls_for_answer(message) else None
        service = service_line(raw) if talk is None and update.message is not None else None
        return Arrival(update_id=update_id, raw=raw, chat_id=message.chat.id, talk=talk, asks=asks, service=service)
    asks = _parsed(raw, bot)
    if asks is None:
        return Arrival(update_id=update_id, raw=raw)
    chat = asks.effective_chat
    return Arrival(update_id=update_id, raw=raw, chat_id=None if chat is None else chat.id, asks=asks)


def _calls_for_answer(message: shapes.Message) -> bool:
    text = message.text
    if not text:
        return any(getattr(message, name) is not UNSET for name in SERVICE)
    return is_command(text) or text.strip().lower() in plain_texts() or is_summons(text)


def _parsed(raw: bytes, bot: Bot) -> Update | None:
    """The update as PTB's handlers take it, or None for a kind that none of them hears."""
    fields = msgspec.json.decode(raw, type=dict[str, object])
    if not UNHEARD.isdisjoint(fields):
        return None
    return Update.de_json({name: _readable(value) for name, value in fields.items()}, bot)


def _readable(value: object) -> object:
    """A part of an update without what no handler reads, down to the messages within it."""
    if not isinstance(value, dict):
        return value
    return {name: _readable(inner) if name in NESTED else inner for name, inner in value.items() if name not in UNREAD}
