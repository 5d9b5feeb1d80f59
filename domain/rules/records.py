"""What became of a rule's verdicts: how often it fired, how often it was wrong."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """Verdicts of one rule over some days. `shadow` are those it would have made; `waiting` have to be looked at."""

    fired: int = 0
    overturned: int = 0
    upheld: int = 0
    waiting: int = 0
    shadow: int = 0

    @property
    def decided(self) -> int:
        """How many people have looked at and decided."""
        return self.overturned + self.upheld

    @property
    def precision(self) -> int | None:
        """Verdicts nobody took back, percent of those nobody still has to look at; None when there are none.

        What nobody objected to counts as right: a member can appeal every one.
        """
        settled = self.fired - self.waiting
        return round(100 * (settled - self.overturned) / settled) if settled else None


NONE = Record()
