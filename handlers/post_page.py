"""The page of a group's scheduled posts, with buttons for each."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from domain.activities.post import excerpt
from domain.effects import Button
from domain.phrases import BLANK, Page, Phrase, phrase
from domain.roles import Role
from domain.schedule_words import describe

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.effects import Keyboard
    from domain.phrases import Text
    from services.posts import PlannedPost

LIST, PREVIEW, PAUSE, RESUME, REMOVE = "posts-list", "posts-preview", "posts-pause", "posts-resume", "posts-remove"
SURE = "posts-button-sure"
RESULTS = {
    "sent": "posts-result-sent",
    "waiting": "posts-result-waiting",
    "uncertain": "posts-result-uncertain",
    "failed": "posts-result-failed",
    "dropped": "posts-result-dropped",
    "skipped": "posts-result-skipped",
}


def page(posts: Sequence[PlannedPost], *, timezone: str) -> Text:
    """All posts: when, what, and how it went the last time."""
    if not posts:
        return phrase("posts-none")
    lines: list[Phrase] = [phrase("posts-title", count=len(posts), zone=timezone)]
    for post in posts:
        lines += [BLANK, *entry(post, timezone=timezone)]
    return Page(lines=tuple(lines))


def entry(post: PlannedPost, *, timezone: str) -> list[Phrase]:
    """One post on a few lines."""
    lines = [
        phrase("posts-entry", number=str(post.number), when=describe(post.trigger), next=_next(post, timezone)),
        phrase("posts-entry-text", text=excerpt(post.post)),
    ]
    options = _options(post)
    if options:
        lines.append(_joined(options))
    if post.last_at and post.last_result:
        result = phrase(RESULTS[post.last_result])
        lines.append(phrase("posts-last", at=moment(post.last_at, timezone), result=result))
    return lines


def moment(at: datetime, timezone: str) -> Phrase:
    """An instant on the group's wall clock, also when it is read in private chat."""
    local = at.astimezone(ZoneInfo(timezone))
    return phrase("posts-moment", day=local.date(), clock=f"{local:%H:%M}")


def _next(post: PlannedPost, timezone: str) -> Phrase:
    if post.next_at is None:
        return phrase("posts-paused")
    return phrase("posts-next", at=moment(post.next_at, timezone))


def _options(post: PlannedPost) -> list[Phrase]:
    options = [phrase("posts-option-pin")] if post.post.pin else []
    if post.post.thread_id is not None:
        options.append(phrase("posts-option-topic", topic=str(post.post.thread_id)))
    if post.post.delete_after is not None:
        options.append(phrase("posts-option-delete", after=post.post.delete_after))
    return options


def _joined(options: Sequence[Phrase]) -> Phrase:
    first, *rest = options
    return phrase("posts-option-list", first=first, rest=_joined(rest)) if rest else first


def keyboard(posts: Sequence[PlannedPost], *, chat_id: int, removing: int | None = None) -> Keyboard:
    """A row of buttons a post; the post about to be removed is asked about once more."""
    return tuple(_row(post, chat_id, asking=post.number == removing) for post in posts)


def _row(post: PlannedPost, chat_id: int, *, asking: bool) -> tuple[Button, ...]:
    if asking:
        labels: tuple[tuple[str, str], ...] = ((SURE, REMOVE), ("posts-button-keep", LIST))
    else:
        switch = ("posts-button-pause", PAUSE) if post.enabled else ("posts-button-resume", RESUME)
        labels = (switch, ("posts-button-preview", PREVIEW), ("posts-button-remove", REMOVE))
    return tuple(
        Button(
            label=phrase(label, number=str(post.number)),
            action=action,
            arguments={"number": post.number, "sure": label == SURE},
            permission=Role.SPECIALIST,
            chat_id=chat_id,
        )
        for label, action in labels
    )
