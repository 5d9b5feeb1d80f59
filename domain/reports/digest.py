"""The daily digest: what happened on one local day, as a page an operations colleague would write."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from domain.phrases import BLANK, Page, Person, phrase
from domain.reports.changes import arrow, change
from domain.reports.lists import joined
from domain.reports.metrics import MESSAGES
from domain.reports.titles import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.phrases import Phrase, Value
    from domain.reports.figures import Digest, Figure, HotThread, OpenQuestion, RuleCount, TopMember

TITLE_CELLS = 40
CHAT_CELLS = 48
NAME_CELLS = 24
NEWCOMER_CELLS = 16
TOP_MEMBERS = 3
HOTTEST_THREADS = 3
QUESTIONS = 5
RULES = 8
NEWCOMERS = 6


def compose(digest: Digest) -> Page:
    """The page, at most 4000 characters; sections with nothing in them are left out."""
    sections = (
        _head(digest),
        _figures(digest),
        _top(digest.top),
        _threads(digest.threads),
        _questions(digest),
        _rules(digest),
        _newcomers(digest),
    )
    lines: list[Phrase] = []
    for section in sections:
        if section:
            lines += [BLANK, *section] if lines else section
    return Page(lines=tuple(lines))


def _head(digest: Digest) -> list[Phrase]:
    """Which chat, which day, and what is unusual about this digest."""
    chat = shorten(digest.chat, CHAT_CELLS)
    day: dict[str, Value] = {"day": digest.day.day, "month": digest.day.month, "weekday": digest.day.isoweekday()}
    if digest.so_far is not None:
        until = f"{digest.so_far:%H:%M}"
        return [phrase("digest-title-so-far", chat=chat), phrase("digest-day-so-far", until=until, **day)]
    head = [phrase("digest-title", chat=chat), phrase("digest-day", **day)]
    if digest.was_due is not None:
        head.append(phrase("digest-late", date=digest.was_due.date(), clock=f"{digest.was_due:%H:%M}"))
    return head


def _figures(digest: Digest) -> list[Phrase]:
    """One line a metric; what cannot be compared yet is said once, below."""
    if digest.unseen:
        return [phrase("digest-unseen")]
    line = _figure if digest.so_far is None else _figure_so_far
    lines = [line(figure, digest.day.isoweekday()) for figure in digest.figures]
    if digest.so_far is None and any(figure.metric is MESSAGES and not figure.value for figure in digest.figures):
        lines.append(phrase("digest-quiet"))
    if any(figure.before is None for figure in digest.figures):
        lines.append(phrase("digest-baseline-building"))
    elif any(figure.week_before is None for figure in digest.figures):
        lines.append(phrase("digest-baseline-week"))
    return lines


def _figure(figure: Figure, weekday: int) -> Phrase:
    """A whole day's figure beside the whole days before it."""
    said: dict[str, Value] = {
        "arrow": arrow(figure.value, figure.before),
        "label": phrase(figure.metric.label),
        "value": figure.value,
    }
    if figure.before is None:
        return phrase("digest-figure-alone", **said)
    before = change(figure.value, figure.before)
    if figure.week_before is None:
        return phrase("digest-figure-before", before=before, **said)
    week = change(figure.value, figure.week_before)
    return phrase("digest-figure", before=before, week=week, weekday=weekday, **said)


def _figure_so_far(figure: Figure, weekday: int) -> Phrase:
    """A running day's figure with what the whole days came to: a share of a day gets no percentage."""
    said: dict[str, Value] = {"arrow": arrow(0, None), "label": phrase(figure.metric.label), "value": figure.value}
    if figure.before is None:
        return phrase("digest-figure-alone", **said)
    if figure.week_before is None:
        return phrase("digest-figure-so-far-before", before=figure.before, **said)
    return phrase("digest-figure-so-far", before=figure.before, week=figure.week_before, weekday=weekday, **said)


def _top(members: Sequence[TopMember]) -> list[Phrase]:
    """Members others turned to."""
    lines = [
        phrase(
            "digest-top-engaged" if member.people else "digest-top-writing",
            rank=rank,
            name=Person(user_id=None, name=shorten(member.name, NAME_CELLS)),
            people=member.people,
            messages=member.messages,
        )
        for rank, member in enumerate(members[:TOP_MEMBERS], start=1)
    ]
    return [phrase("digest-top"), *lines] if lines else []


def _threads(threads: Sequence[HotThread]) -> list[Phrase]:
    """Conversations that drew people."""
    lines = [
        phrase("digest-thread", rank=rank, title=_title(thread), people=thread.people, messages=thread.messages)
        for rank, thread in enumerate(threads[:HOTTEST_THREADS], start=1)
    ]
    return [phrase("digest-threads"), *lines] if lines else []


def _questions(digest: Digest) -> list[Phrase]:
    """Questions still waiting for somebody."""
    shown = digest.questions[:QUESTIONS]
    if not shown:
        return []
    lines = [phrase("digest-question", title=_title(question), age=_about(question.age)) for question in shown]
    left = digest.open_questions - len(shown)
    more = [phrase("digest-questions-more", count=left)] if left > 0 else []
    return [phrase("digest-questions", count=digest.open_questions), *lines, *more]


def _about(age: timedelta) -> timedelta:
    """An age in its largest unit alone: nobody needs the minutes of a day."""
    for unit in (timedelta(days=1), timedelta(hours=1)):
        if age >= unit:
            return age - age % unit
    return max(age - age % timedelta(minutes=1), timedelta(minutes=1))


def _title(subject: HotThread | OpenQuestion) -> Phrase:
    """First words, or the message's number when there are none; a link when there can be one."""
    words = shorten(subject.title, TITLE_CELLS)
    text = phrase("digest-words", words=words) if words else phrase("digest-number", number=str(subject.message_id))
    return phrase("digest-link", link=subject.link, text=text) if subject.link else text


def _rules(digest: Digest) -> list[Phrase]:
    """What the rules did and how well, and what waits for managers; no names here."""
    fired = sum(rule.count for rule in digest.rules)
    waiting = digest.appeals + digest.reviews
    last = [phrase("digest-waiting", appeals=digest.appeals, reviews=digest.reviews)] if waiting else []
    if not (fired or digest.warnings or digest.mutes):
        return last
    head = phrase("digest-rules", count=fired, warnings=digest.warnings, mutes=digest.mutes)
    return [head, *map(_rule, digest.rules[:RULES]), *last]


def _rule(rule: RuleCount) -> Phrase:
    """A rule's count; with how often it was right, once that is known."""
    if rule.precision is None:
        return phrase("digest-rule", rule=rule.label, count=rule.count)
    said: dict[str, Value] = {"rule": rule.label, "count": rule.count, "precision": rule.precision}
    if not rule.overturned:
        return phrase("digest-rule-right", **said)
    return phrase("digest-rule-overturned", overturned=rule.overturned, **said)


def _newcomers(digest: Digest) -> list[Phrase]:
    """Who is new; a few by name."""
    names = [
        phrase("digest-words", words=Person(user_id=None, name=shorten(name, NEWCOMER_CELLS)))
        for name in digest.newcomer_names[:NEWCOMERS]
    ]
    if not names:
        return []
    listed = joined(names)
    left = digest.newcomers - len(names)
    line = phrase("digest-newcomers-more", names=listed, count=left) if left > 0 else listed
    return [phrase("digest-newcomers", count=digest.newcomers), line]
