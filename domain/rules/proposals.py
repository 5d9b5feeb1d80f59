"""When a rule has shown enough to be switched: on from shadow, or back into it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.rules.judgement import Mode
    from domain.rules.records import Record

# Fewer hits say nothing yet: with twenty, one wrong in ten shows.
ENOUGH_HITS = 20
# A rule that would hit those who earned trust this often would mostly be a nuisance.
MOST_TRUSTED_PERCENT = 10
# Five decisions are few, but each of them cost somebody an appeal.
ENOUGH_DECIDED = 5
# A rule that is wrong more often than this should not act alone.
MOST_OVERTURNED_PERCENT = 30


@dataclass(frozen=True, kw_only=True, slots=True)
class Watched:
    """Whom a rule in shadow would have hit: members, and how many of them had earned trust or are proven."""

    members: int = 0
    trusted: int = 0


def proposed(mode: Mode, record: Record, watched: Watched) -> Mode | None:
    """The mode the rule should have instead, when what is known of it says so."""
    if mode == "shadow":
        is_enough = record.shadow >= ENOUGH_HITS and watched.members > 0
        return "on" if is_enough and watched.trusted * 100 <= watched.members * MOST_TRUSTED_PERCENT else None
    if mode == "on" and record.decided >= ENOUGH_DECIDED:
        return "shadow" if record.overturned * 100 > record.decided * MOST_OVERTURNED_PERCENT else None
    return None
