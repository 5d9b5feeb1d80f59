"""When many people come at once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

WINDOW = timedelta(minutes=1)
# A chat can never be told to wait for more joins than that.
MOST_REMEMBERED = 1001


def recent(joins: Sequence[datetime], at: datetime) -> tuple[datetime, ...]:
    """The joins of the minute that ends with one at `at`, by their own dates, itself among them."""
    within = [joined for joined in joins if timedelta() <= at - joined < WINDOW]
    return (*within, at)[-MOST_REMEMBERED:]


def is_raid(joins: Sequence[datetime], least: int) -> bool:
    """Whether so many joins within a minute are a raid; never when `least` is 0."""
    return 0 < least <= len(joins)
