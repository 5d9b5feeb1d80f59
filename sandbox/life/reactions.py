"""An export's reactions as the updates Telegram would have sent, each at its own time."""

from collections.abc import Iterator
from datetime import UTC, datetime
from heapq import heappop, heappush
from itertools import count

from sandbox.life.identities import Identities, channel_chat_id, split
from sandbox.payload import Json


class Reactions:
    """Reactions that are still to come; the export knows only the most recent reactors of a message."""

    def __init__(self, identities: Identities) -> None:
        self._identities = identities
        self._waiting: list[tuple[int, int, Json]] = []
        self._order = count()

    def expect(self, record: Json, sent_at: int) -> None:
        """Take up a message's reactions."""
        groups = record.get("reactions")
        if not isinstance(groups, list):
            return
        offset = _zone_offset(record, sent_at)
        given: dict[str, list[tuple[int, Json, Json]]] = {}
        for group in groups:
            for reactor in group.get("recent") or []:
                moment = max(_stamp(reactor.get("date"), offset, sent_at), sent_at)
                given.setdefault(str(reactor.get("from_id")), []).append((moment, _kind(group), reactor))
        for identity, choices in given.items():
            self._plan(record, identity, sorted(choices, key=lambda choice: choice[0]))

    def until(self, moment: int) -> Iterator[Json]:
        """The reactions given before a moment, in time order."""
        while self._waiting and self._waiting[0][0] < moment:
            yield heappop(self._waiting)[2]

    def rest(self) -> Iterator[Json]:
        """All that are left, in time order."""
        while self._waiting:
            yield heappop(self._waiting)[2]

    def _plan(self, record: Json, identity: str, choices: list[tuple[int, Json, Json]]) -> None:
        kind, number = split(identity)
        if not kind:
            return
        chosen: list[Json] = []
        for moment, reaction, reactor in choices:
            name = str(reactor.get("from") or "")
            actor: Json = (
                {"user": self._identities.user(number, name)}
                if kind == "user"
                else {"actor_chat": {"id": channel_chat_id(number), "title": name, "type": "channel"}}
            )
            update: Json = {
                "chat": self._identities.chat,
                "message_id": record["id"],
                **actor,
                "date": moment,
                "old_reaction": list(chosen),
                "new_reaction": [*chosen, reaction],
            }
            chosen.append(reaction)
            heappush(self._waiting, (moment, next(self._order), update))


def _kind(group: Json) -> Json:
    if group.get("type") == "custom_emoji":
        return {"type": "custom_emoji", "custom_emoji_id": str(group.get("document_id") or "")}
    if group.get("type") == "paid":
        return {"type": "paid"}
    return {"type": "emoji", "emoji": str(group.get("emoji") or "👍")}


def _zone_offset(record: Json, sent_at: int) -> int:
    """Reactions have local dates only: the message's two dates tell how far local is from UTC."""
    return _naive(record.get("date"), sent_at) - sent_at


def _stamp(date: object, offset: int, otherwise: int) -> int:
    return _naive(date, otherwise + offset) - offset


def _naive(date: object, otherwise: int) -> int:
    if not isinstance(date, str):
        return otherwise
    try:
        return int(datetime.fromisoformat(date).replace(tzinfo=UTC).timestamp())
    except ValueError:
        return otherwise
