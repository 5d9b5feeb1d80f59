"""Those who moderate, answering for it: what each did, what was taken back, how long it took."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import timedelta


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """One action: who acted (None: a rule by itself), whether it was taken back, how long after the message."""

    actor_id: int | None
    overturned: bool
    after: timedelta | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Account:
    """What one of them did; `after` is the median time from message to action, None when no message is known."""

    actor_id: int | None
    actions: int
    overturned: int
    after: timedelta | None

    @property
    def percent(self) -> int:
        """How much of it was taken back, percent."""
        return round(100 * self.overturned / self.actions)


def accounts(done: Iterable[Done]) -> tuple[Account, ...]:
    """One for each, the rules first, then by how much they did."""
    by_actor: dict[int | None, list[Done]] = {}
    for one in done:
        by_actor.setdefault(one.actor_id, []).append(one)
    found = [_account(actor_id, deeds) for actor_id, deeds in by_actor.items()]
    return tuple(sorted(found, key=lambda one: (one.actor_id is not None, -one.actions, one.actor_id or 0)))


def _account(actor_id: int | None, deeds: list[Done]) -> Account:
    taken = sorted(one.after for one in deeds if one.after is not None)
    return Account(
        actor_id=actor_id,
        actions=len(deeds),
        overturned=sum(one.overturned for one in deeds),
        after=taken[len(taken) // 2] if taken else None,
    )
