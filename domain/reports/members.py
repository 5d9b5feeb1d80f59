"""What a member sees of their own standing, and of everybody's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.phrases import BLANK, Moment, Page, Person, phrase
from domain.reports.titles import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.phrases import Phrase
    from domain.reports.standing import Standing

NAME_CELLS = 24
CHAT_CELLS = 40
MEDALS = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """One member in one chat. Days and sums are of the last 30 days where no other span is named.

    `joined_at` is None when the join was never seen; `warnings` are those in force out of `warning_limit`.
    """

    chat: str
    messages_week: int
    messages_month: int
    active_days: int
    replies_sent: int
    replies_received: int
    reactions_received: int
    streak: int
    warnings: int
    warning_limit: int
    joined_at: datetime | None
    first_seen_at: datetime


def brief(profile: Profile, name: str) -> Page:
    """For the group: what is good to see in front of everybody."""
    lines = [
        phrase("members-brief-title", name=_named(name)),
        phrase(
            "members-brief-messages",
            week=profile.messages_week,
            month=profile.messages_month,
            days=profile.active_days,
        ),
        phrase("members-brief-echo", replies=profile.replies_received, reactions=profile.reactions_received),
    ]
    if profile.streak:
        lines.append(phrase("members-streak", days=profile.streak))
    return Page(lines=tuple(lines))


def full(profile: Profile) -> Page:
    """For the member alone: everything, warnings included."""
    since = profile.joined_at or profile.first_seen_at
    return Page(
        lines=(
            phrase("members-full-title", chat=shorten(profile.chat, CHAT_CELLS)),
            phrase("members-messages", week=profile.messages_week, month=profile.messages_month),
            phrase("members-active-days", days=profile.active_days),
            phrase("members-replies", sent=profile.replies_sent, received=profile.replies_received),
            phrase("members-reactions", received=profile.reactions_received),
            phrase("members-streak" if profile.streak else "members-no-streak", days=profile.streak),
            phrase("members-warnings", count=profile.warnings, limit=profile.warning_limit),
            phrase("members-joined" if profile.joined_at else "members-first-seen", at=Moment(at=since, style="date")),
        )
    )


def ranking(standings: Sequence[Standing], *, chat: str, days: int) -> Page:
    """The best members of the last days, the first three with medals."""
    head = phrase("members-top-title", chat=shorten(chat, CHAT_CELLS), days=days)
    if not standings:
        return Page(lines=(head, BLANK, phrase("members-top-nobody")))
    lines = [line for rank, one in enumerate(standings, start=1) for line in _ranked(rank, one)]
    return Page(lines=(head, BLANK, *lines, BLANK, phrase("members-top-formula")))


def _ranked(rank: int, one: Standing) -> tuple[Phrase, Phrase]:
    """A member's two lines."""
    place = phrase("members-medal", rank=rank) if rank <= MEDALS else phrase("members-rank", rank=rank)
    return (
        phrase("members-top-line", place=place, name=_named(one.name), people=one.people, days=one.active_days),
        phrase(
            "members-top-details" if one.replies_received or one.reactions_received else "members-top-messages",
            messages=one.messages,
            replies=one.replies_received,
            reactions=one.reactions_received,
        ),
    )


def _named(name: str) -> Person:
    """A name that fits its line and notifies nobody."""
    return Person(user_id=None, name=shorten(name, NAME_CELLS))
