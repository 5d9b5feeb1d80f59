"""What is counted of a community's days: each figure defined once, for digests, dashboards, goals and exports alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

MemberColumn = Literal[
    "messages",
    "characters",
    "replies_sent",
    "replies_received",
    "mentions_sent",
    "mentions_received",
    "reactions_given",
    "reactions_received",
    "activities",
]
HourColumn = Literal["messages", "joins", "leaves", "reactions"]


@dataclass(frozen=True, slots=True)
class MembersWith:
    """Distinct members with at least one of these in their roll-up per member-day."""

    any_of: tuple[MemberColumn, ...]


@dataclass(frozen=True, slots=True)
class MemberSum:
    """The sum of one column of the roll-up per member-day: what people did, bots and channels apart."""

    column: MemberColumn


@dataclass(frozen=True, slots=True)
class HourSum:
    """The sum of one column of the roll-up per chat-hour: what happened to the chat."""

    column: HourColumn


Measure: TypeAlias = "MembersWith | MemberSum | HourSum"


@dataclass(frozen=True, slots=True)
class Metric:
    """A figure: `name` for programs, `label` the id of its words, `measure` how roll-ups give it."""

    name: str
    label: str
    measure: Measure


# Being there is more than writing: a reaction one can put a name to and a finished activity count too.
ACTIVE = MembersWith(("messages", "reactions_given", "activities"))

ACTIVE_MEMBERS = Metric("active", "digest-metric-active", ACTIVE)
MESSAGES = Metric("messages", "digest-metric-messages", MemberSum("messages"))
JOINS = Metric("joins", "digest-metric-joins", HourSum("joins"))
LEAVES = Metric("leaves", "digest-metric-leaves", HourSum("leaves"))

METRICS = (ACTIVE_MEMBERS, MESSAGES, JOINS, LEAVES)
