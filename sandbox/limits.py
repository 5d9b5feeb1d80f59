"""Telegram's flood limits, where a test asks for them."""

import math
from collections import defaultdict, deque

from sandbox.errors import too_many_requests

_OVERALL = (30, 1.0)
_GROUP = (20, 60.0)
_CHAT = (1, 1.0)
_BURST = 3


class Limits:
    """Sliding windows over sent messages: all chats, one group, one chat."""

    def __init__(self) -> None:
        self._all: deque[float] = deque()
        self._chats: defaultdict[int, deque[float]] = defaultdict(deque)

    def spend(self, chat_id: int, now: float) -> None:
        """Count a message about to be sent; raises 429 when it is one too many."""
        chat = self._chats[chat_id]
        waits = [_wait(self._all, *_OVERALL, now)]
        if chat_id < 0:
            waits.append(_wait(chat, *_GROUP, now))
        # Telegram lets short bursts of more than a message a second pass.
        waits.append(_wait(chat, _CHAT[0] * _BURST, _CHAT[1] * _BURST, now))
        if max(waits) > 0:
            raise too_many_requests(math.ceil(max(waits)))
        self._all.append(now)
        chat.append(now)


def _wait(sent: deque[float], allowed: int, window: float, now: float) -> float:
    recent = [moment for moment in sent if moment > now - window]
    while sent and sent[0] <= now - 60:
        sent.popleft()
    return 0.0 if len(recent) < allowed else recent[-allowed] + window - now
