"""The daily check-in: once a member and local day, streaks of days without a gap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

DAY = timedelta(days=1)
MILESTONES = (7, 30, 100)


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckIn:
    """How a member stands after checking in; `rank` is the place among the day's, None the second time that day."""

    day: date
    streak: int
    total: int
    rank: int | None

    @property
    def repeated(self) -> bool:
        """Whether the member had checked in that day already."""
        return self.rank is None

    @property
    def milestone(self) -> int | None:
        """The milestone this check-in reached."""
        return self.streak if self.streak in MILESTONES and not self.repeated else None


def streak_after(streak_before: int) -> int:
    """The streak of a day that follows a day with this streak; nought when that day was missed."""
    return streak_before + 1


def joined_run(day: date, later: Sequence[date]) -> tuple[date, ...]:
    """Those of the later days, in order, that a check-in on the day joins on to: no gap between them."""
    run: list[date] = []
    for following in later:
        if following != day + (len(run) + 1) * DAY:
            break
        run.append(following)
    return tuple(run)
