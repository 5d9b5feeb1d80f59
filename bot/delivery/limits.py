"""Telegram's limits on messages: so many overall, a chat, a group a minute. Other calls are not counted."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """The official figures are 30 a second overall, 1 a second a chat, 20 a minute a group; a little below them.

    `burst` is how many may go at once after a pause; with the rate it stays within the official second. A chat takes
    `chat_burst` at once, which Telegram lets pass, and no more within as many times `chat_seconds`.
    """

    per_second: float = 25.0
    burst: int = 5
    chat_seconds: float = 1.05
    chat_burst: int = 3
    per_group_minute: int = 20
    group_seconds: float = 61.0


class Pace:
    """When the next message may be sent, overall and in each chat. Instants are those of one monotonic clock."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._tokens = float(limits.burst)
        self._counted_at = float("-inf")
        self._sent: dict[int, deque[float]] = {}

    def allowance(self, at: float) -> int:
        """How many messages may be sent at this instant, whatever their chats."""
        return int(self._level(at))

    def open_from(self, chat_id: int) -> float:
        """The instant from which the chat takes a message."""
        sent = self._sent.get(chat_id)
        if not sent:
            return float("-inf")
        burst = self._limits.chat_burst
        opens = sent[-burst] + burst * self._limits.chat_seconds if len(sent) >= burst else float("-inf")
        if len(sent) == self._limits.per_group_minute and chat_id < 0:
            opens = max(opens, sent[0] + self._limits.group_seconds)
        return opens

    def closed(self, at: float) -> dict[int, float]:
        """Chats that take no message at this instant, with the instant from which they do."""
        self._forget(at)
        opens = {chat_id: self.open_from(chat_id) for chat_id in self._sent}
        return {chat_id: instant for chat_id, instant in opens.items() if instant > at}

    def next_token(self, at: float) -> float:
        """The instant from which one more message may be sent overall."""
        missing = max(0.0, 1.0 - self._level(at))
        return at + missing / self._limits.per_second

    def count(self, chat_id: int, at: float) -> None:
        """A message is sent to the chat at this instant."""
        self._tokens = self._level(at) - 1.0
        self._counted_at = at
        self._sent.setdefault(chat_id, deque(maxlen=self._limits.per_group_minute)).append(at)

    def _level(self, at: float) -> float:
        if self._counted_at == float("-inf"):
            return self._tokens
        return min(self._limits.burst, self._tokens + (at - self._counted_at) * self._limits.per_second)

    def _forget(self, at: float) -> None:
        past = at - self._limits.group_seconds
        for chat_id in [chat_id for chat_id, sent in self._sent.items() if sent[-1] < past]:
            del self._sent[chat_id]
