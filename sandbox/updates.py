"""The queue of updates: what waits for the bot, confirmed by offset as Telegram does."""

import asyncio
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Protocol

from sandbox.payload import Json, encode

DEFAULT_EXCLUDED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "guest_message",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "managed_bot",
)
DEFAULT_ALLOWED = frozenset(KINDS) - DEFAULT_EXCLUDED
QUEUE_LIMIT = 100_000
_FAR_AHEAD = 10


class Source(Protocol):
    """Raw updates without update_id, given as fast as the queue has room for them."""

    async def pull(self, limit: int) -> list[bytes]:
        """At most `limit` updates as JSON objects; none means nothing for now."""
        ...


class UpdateQueue:
    """Updates as bytes ready to be sent, numbered as they come in."""

    def __init__(self, first_id: int = 870_000_001) -> None:
        self.next_id = first_id
        self.allowed = DEFAULT_ALLOWED
        self.customized = False
        self.confirmed = 0
        self.delivered = 0
        self.dropped = 0
        self.changed = asyncio.Event()
        self._pending: OrderedDict[int, bytes] = OrderedDict()
        self._sources: list[Source] = []

    def __len__(self) -> int:
        return len(self._pending)

    def allow(self, kinds: Sequence[str] | None) -> None:
        """Remember which kinds the bot wants; an empty list means the default, None changes nothing."""
        if kinds is None:
            return
        known = frozenset(kinds) & frozenset(KINDS)
        self.allowed = known if kinds and known else DEFAULT_ALLOWED
        self.customized = self.allowed != DEFAULT_ALLOWED

    def push(self, kind: str, payload: Json) -> None:
        """Queue an update the bot asked for; others are never created, and a full queue takes no more."""
        if kind not in self.allowed:
            return
        if len(self._pending) >= QUEUE_LIMIT:
            self.dropped += 1
            return
        self._append(encode({kind: payload}))
        self.changed.set()

    def preload(self, updates: Iterable[bytes]) -> None:
        """Queue raw updates without update_id, however many; kinds not asked for are left out."""
        for raw in updates:
            self._admit(raw)
        self.changed.set()

    def attach(self, source: Source) -> None:
        """Let a source fill the queue whenever fewer than a batch wait."""
        self._sources.append(source)
        self.changed.set()

    async def refill(self, wanted: int = 100) -> None:
        """Ask the sources until `wanted` updates wait or none has more."""
        for source in self._sources:
            while len(self._pending) < wanted:
                batch = await source.pull(wanted - len(self._pending))
                if not batch:
                    break
                for raw in batch:
                    self._admit(raw)

    def confirm(self, offset: int) -> None:
        """Forget everything before an offset; a negative one keeps that many from the end."""
        if offset < 0:
            self._forget(max(0, len(self._pending) + offset))
        elif 0 < offset <= self.next_id + _FAR_AHEAD:
            while self._pending and next(iter(self._pending)) < offset:
                self._forget(1)

    def first(self, limit: int) -> list[bytes]:
        """What waits, oldest first."""
        batch = list(islice(self._pending.values(), limit))
        self.delivered += len(batch)
        return batch

    def pending(self, update_id: int) -> bytes | None:
        """An update that still waits."""
        return self._pending.get(update_id)

    def oldest(self) -> int:
        """The id of the first update that waits, or of the next one to come."""
        return next(iter(self._pending), self.next_id)

    def settle(self, update_id: int) -> None:
        """Forget one update that a webhook has taken."""
        if self._pending.pop(update_id, None) is not None:
            self.confirmed += 1

    def clear(self) -> None:
        """Forget everything that waits."""
        self._pending.clear()

    def _forget(self, count: int) -> None:
        for _ in range(min(count, len(self._pending))):
            self._pending.popitem(last=False)
            self.confirmed += 1

    def _admit(self, raw: bytes) -> None:
        if kind_of(raw) in self.allowed:
            self._append(raw)

    def _append(self, raw: bytes) -> None:
        self._pending[self.next_id] = b'{"update_id":%d,%b' % (self.next_id, raw[1:])
        self.next_id += 1


def kind_of(raw: bytes) -> str:
    """The kind of a raw update without update_id: the name of its only field."""
    start = raw.index(b'"') + 1
    return raw[start : raw.index(b'"', start)].decode()
