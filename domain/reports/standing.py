"""Members beside one another, by whom others turn to and who keeps coming, not by who writes most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COUNTED_MESSAGES_A_DAY = 50
# Who is proven: one in a hundred of those active over a month, never more than these, and never on less than this.
PROVEN_OF, MOST_PROVEN = 100, 20
LEAST_PEOPLE, LEAST_DAYS = 5, 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """What a member did over some days.

    `people` are distinct others who replied or reacted to them, `counted` are messages with at most
    COUNTED_MESSAGES_A_DAY of each day, so that a flood of messages lifts nobody.
    """

    user_id: int
    name: str
    people: int
    active_days: int
    messages: int
    counted: int
    replies_received: int
    reactions_received: int

    @property
    def score(self) -> int:
        """Distinct people who replied or reacted, plus active days; one more of either is one point."""
        return self.people + self.active_days


def ranked(standings: Iterable[Standing], limit: int) -> tuple[Standing, ...]:
    """The best by score; among equals by counted messages, then by who has been on Telegram longer."""
    return tuple(sorted(standings, key=lambda one: (-one.score, -one.counted, one.user_id))[:limit])


def stars(standings: Iterable[Standing], limit: int) -> tuple[Standing, ...]:
    """Who stood out on a single day: by distinct people who replied or reacted, then by messages; never for nothing."""
    seen = [one for one in standings if one.people or one.counted]
    return tuple(sorted(seen, key=lambda one: (-one.people, -one.counted, one.user_id))[:limit])


def proven(standings: Sequence[Standing]) -> tuple[Standing, ...]:
    """Who carries the chat, of a month's standings: the best in a hundred, turned to by several, over many days."""
    limit = min(MOST_PROVEN, -(-len(standings) // PROVEN_OF))
    worthy = [one for one in standings if one.people >= LEAST_PEOPLE and one.active_days >= LEAST_DAYS]
    return ranked(worthy, limit)
