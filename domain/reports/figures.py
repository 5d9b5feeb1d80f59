"""What a digest tells, before it is put on a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime, timedelta

    from domain.phrases import Phrase
    from domain.reports.metrics import Metric


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A metric on the day, the day before and the same weekday a week before; None: not known then."""

    metric: Metric
    value: int
    before: int | None
    week_before: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class TopMember:
    """A member whom `people` others answered or reacted to, with messages written."""

    name: str
    people: int
    messages: int


@dataclass(frozen=True, kw_only=True, slots=True)
class HotThread:
    """A thread with its first words, empty when no text is kept, and its link, empty when there can be none."""

    message_id: int
    title: str
    link: str
    people: int
    messages: int


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenQuestion:
    """A question nobody else has answered for `age`."""

    message_id: int
    title: str
    link: str
    age: timedelta


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleCount:
    """How often a rule fired, and how often that was taken back; `label` is its name in words.

    `precision` is how often it was right over the month up to the day, in percent.
    """

    label: Phrase
    count: int
    overturned: int = 0
    precision: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Digest:
    """Everything a digest of `day` tells; `open_questions` and `newcomers` count also those not shown by name.

    `so_far` is the time of a preview of the running day, whose figures are no match for whole days; `was_due` is
    when a late digest should have come. Both are in the chat's own time zone, wherever the digest is read.
    `unseen`: the day was over before anything was ever seen of the chat, so that noughts would say too much.
    """

    chat: str
    day: date
    figures: tuple[Figure, ...]
    top: tuple[TopMember, ...] = ()
    threads: tuple[HotThread, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    open_questions: int = 0
    rules: tuple[RuleCount, ...] = ()
    warnings: int = 0
    mutes: int = 0
    appeals: int = 0
    reviews: int = 0
    newcomer_names: tuple[str, ...] = ()
    newcomers: int = 0
    so_far: datetime | None = None
    was_due: datetime | None = None
    unseen: bool = False
