"""Which due rows go now: fair between chats, in order within a lane, held back where Telegram said so."""

from __future__ import annotations

from collections import Counter
from itertools import count
from typing import TYPE_CHECKING, TypeAlias

from bot.delivery.limits import Limits, Pace
from domain.deliveries import EDITING, NO_CHAT, SENDING
from domain.effects import Priority

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from domain.deliveries import Delivery
    from models.outbox import Candidate

# Rows of one lane go one after another; those of different lanes in any order.
Lane: TypeAlias = "tuple[str, int, int]"

OF_MEMBERS = (
    "banChatMember",
    "unbanChatMember",
    "restrictChatMember",
    "approveChatJoinRequest",
    "declineChatJoinRequest",
)
# So many of one chat's calls that can wait go at once: a raid's bans must not fill the way out.
PATIENT_AT_ONCE = 4
OF_CHANNELS = ("banChatSenderChat", "unbanChatSenderChat")


def lane_of(row: Candidate | Delivery) -> Lane:
    """Messages of a chat, acts upon one member, edits of one message keep their order; the rest needs none."""
    if row.method in SENDING:
        return sending_lane(row.chat_id)
    if row.method in OF_MEMBERS:
        return "member", row.chat_id, _number(row.parameters, "user_id")
    if row.method in OF_CHANNELS:
        return "member", row.chat_id, _number(row.parameters, "sender_chat_id")
    match row.method:
        case "editMessageText" | "editMessageCaption":
            lane: Lane = "edit", row.chat_id, _number(row.parameters, "message_id")
        case "setMyCommands":
            lane = "menu", NO_CHAT, 0
        case "setChatPermissions":
            lane = "permissions", row.chat_id, 0
        case _:
            lane = "call", row.chat_id, row.row_id
    return lane


def is_patient(row: Candidate | Delivery) -> bool:
    """Whether the row is one of those that can wait, of which there may be thousands in one chat."""
    return row.priority >= Priority.DIGEST and row.chat_id != NO_CHAT


def sending_lane(chat_id: int) -> Lane:
    """The messages of a chat."""
    return "send", chat_id, 0


def flood_lane(row: Candidate | Delivery) -> Lane:
    """What waits when Telegram was flooded by such a row: a chat's messages, its edits, or all its other calls."""
    if row.method in SENDING:
        return sending_lane(row.chat_id)
    if row.method == "setMyCommands":
        return lane_of(row)
    if row.method in EDITING:
        return "edits", row.chat_id, 0
    return "calls", row.chat_id, 0


def _number(parameters: Mapping[str, object], name: str) -> int:
    value = parameters.get(name)
    return value if isinstance(value, int) else 0


class Lanes:
    """What is under way and what is held. Instants are those of one monotonic clock."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.pace = Pace(limits or Limits())
        self._busy: set[Lane] = set()
        self._patient: dict[int, int] = {}
        self._held: dict[Lane, float] = {}
        self._all_held_until = float("-inf")
        self._turn = count()
        self._served: dict[int, int] = {}

    def open(self, at: float) -> bool:
        """Whether anything may go at all."""
        return at >= self._all_held_until

    def closed_to_calls(self, at: float) -> list[int]:
        """Chats whose calls that send no message are held."""
        return [lane[1] for lane in self._holds(at) if lane[0] == "calls"]

    def closed_to_messages(self, at: float) -> list[int]:
        """Chats that take no message now: one is under way, it is too early, or they are held."""
        held = {lane[1] for lane in self._holds(at) if lane[0] == "send"}
        busy = {lane[1] for lane in self._busy if lane[0] == "send"}
        return sorted(held | busy | self.pace.closed(at).keys())

    def choose_calls(self, due: Sequence[Candidate], *, room: int, at: float) -> list[Candidate]:
        """The first rows of free lanes, in the order given, some of each chat."""
        taken: set[Lane] = self._busy | self._holds(at).keys()
        of_chat = Counter(self._patient.values())
        chosen: list[Candidate] = []
        for row in due:
            lane = lane_of(row)
            is_free = lane not in taken and flood_lane(row) not in taken
            is_crowded = is_patient(row) and of_chat[row.chat_id] >= PATIENT_AT_ONCE
            if len(chosen) < room and is_free and not is_crowded:
                taken.add(lane)
                of_chat[row.chat_id] += is_patient(row)
                chosen.append(row)
        return chosen

    def choose_messages(self, due: Sequence[Candidate], *, room: int, at: float) -> list[Candidate]:
        """The most urgent rows, the chats served longest ago first; no more than the pace allows."""
        closed = set(self.closed_to_messages(at))
        waiting = sorted(
            (row for row in due if row.chat_id not in closed),
            key=lambda row: (row.priority, self._served.get(row.chat_id, -1), row.row_id),
        )
        return waiting[: max(0, min(room, self.pace.allowance(at)))]

    def begin(self, delivery: Delivery, *, at: float) -> None:
        """The row is under way."""
        lane = lane_of(delivery)
        self._busy.add(lane)
        if is_patient(delivery):
            self._patient[delivery.row_id] = delivery.chat_id
        if lane[0] == "send":
            self.pace.count(delivery.chat_id, at)
            self._served.pop(delivery.chat_id, None)
            self._served[delivery.chat_id] = next(self._turn)

    def end(self, delivery: Delivery) -> None:
        """The row is no longer under way."""
        self._busy.discard(lane_of(delivery))
        self._patient.pop(delivery.row_id, None)

    def hold(self, delivery: Delivery, *, until: float, flooded: bool) -> None:
        """The row waits for another try, and its lane with it; when Telegram was flooded, all like it in the chat.

        A flood by a call that names no chat is the whole bot's. Menus are counted by themselves.
        """
        lane = flood_lane(delivery) if flooded else lane_of(delivery)
        self._held[lane] = max(self._held.get(lane, until), until)
        if flooded and "chat_id" not in delivery.parameters and lane[0] != "menu":
            self._all_held_until = max(self._all_held_until, until)

    def next_change(self, at: float) -> float:
        """The first later instant at which something now held may go."""
        instants = [*self._holds(at).values(), *self.pace.closed(at).values()]
        if self._all_held_until > at:
            instants.append(self._all_held_until)
        if self.pace.allowance(at) < 1:
            instants.append(self.pace.next_token(at))
        return min(instants, default=float("inf"))

    def _holds(self, at: float) -> dict[Lane, float]:
        """The holds that still last; the others are forgotten."""
        self._held = {lane: until for lane, until in self._held.items() if until > at}
        return self._held
