"""The activities a group can have: the explicit, ordered list."""

from __future__ import annotations

from dataclasses import dataclass

from domain.activities.checkin import CheckIn
from domain.activities.post import Post


@dataclass(frozen=True, kw_only=True, slots=True)
class Activity:
    """One activity: the command it is used by, and the type of its state."""

    name: str
    state: type


ACTIVITIES = (
    Activity(name="checkin", state=CheckIn),
    Activity(name="post", state=Post),
)
