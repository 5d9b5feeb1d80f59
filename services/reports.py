"""The daily digest: what is known of a day, put on a page and sent where the chat wants it."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from domain.calendar import day_bounds, local_day
from domain.effects import Priority, Send
from domain.entries import label
from domain.phrases import phrase
from domain.reports import digest as page
from domain.reports.figures import Digest, Figure, HotThread, OpenQuestion, RuleCount, TopMember
from domain.reports.links import message_link
from domain.reports.metrics import METRICS
from domain.reports.standing import stars
from domain.reports.threads import hottest
from domain.rules.catalog import RULES
from domain.rules.records import NONE
from models import appeals, reports, standing, verdicts
from services import records
from services.digest_targets import places
from services.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from domain.effects import Effect
    from domain.phrases import Page
    from domain.settings import ChatSettings
    from models.work import Work

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
MONTH = timedelta(days=29)
# A digest that could not be delivered for a day is followed by the next one.
WORTH_SENDING = timedelta(days=1)
RULE_NAMES = frozenset(rule.name for rule in RULES)


async def digest_due(work: Work, *, chat_id: int, local_date: date, late: bool, now: datetime) -> list[Effect]:
    """The digest posted on `local_date`, of the day before: once for each target, none when it is switched off."""
    settings = await settings_of(work, chat_id)
    if not settings.digest.enabled:
        return []
    told = await _gather(
        work,
        chat_id=chat_id,
        day=local_date - DAY,
        settings=settings,
        now=now,
        was_due=due_at(local_date, settings) if late else None,
    )
    text = page.compose(told)
    return [
        Send(
            chat_id=place.chat_id,
            thread_id=place.thread_id,
            text=text,
            priority=Priority.DIGEST,
            purpose="digest",
            key=f"digest:{local_date}:{target}",
            expires_after=WORTH_SENDING,
        )
        for target, place in (await places(work, chat_id=chat_id, targets=settings.digest.targets)).items()
    ]


async def preview(work: Work, *, chat_id: int, now: datetime, yesterday: bool = False) -> Page:
    """What a digest would tell now: of the running day so far, or of yesterday."""
    settings = await settings_of(work, chat_id)
    today = local_day(now, settings.timezone)
    told = await _gather(
        work,
        chat_id=chat_id,
        day=today - DAY if yesterday else today,
        settings=settings,
        now=now,
        so_far=None if yesterday else now.astimezone(ZoneInfo(settings.timezone)),
    )
    return page.compose(told)


def due_at(local_date: date, settings: ChatSettings) -> datetime:
    """When the digest of that date is to be posted, in the chat's time zone."""
    return datetime.combine(local_date, time.fromisoformat(settings.digest.at), ZoneInfo(settings.timezone))


async def _gather(
    work: Work,
    *,
    chat_id: int,
    day: date,
    settings: ChatSettings,
    now: datetime,
    so_far: datetime | None = None,
    was_due: datetime | None = None,
) -> Digest:
    """Everything a digest of the day tells; roll-ups of three days, messages of one."""
    start, end = day_bounds(day, settings.timezone)
    top = stars(await standing.standings(work, chat_id=chat_id, since=day, until=day), page.TOP_MEMBERS)
    open_questions, asked = await reports.unanswered(work, chat_id=chat_id, start=start, end=end, limit=page.QUESTIONS)
    newcomers, names = await reports.newcomers(work, chat_id=chat_id, start=start, end=end, limit=page.NEWCOMERS)
    fired = await reports.rules_fired(work, chat_id=chat_id, day=day)
    first = await reports.first_day(work, chat_id)
    return Digest(
        chat=await reports.title(work, chat_id),
        day=day,
        figures=await _figures(work, chat_id, day, first),
        top=tuple(TopMember(name=one.name, people=one.people, messages=one.messages) for one in top),
        threads=await _threads(work, chat_id, start, end),
        questions=tuple(_question(chat_id, question, now) for question in asked),
        open_questions=open_questions,
        rules=await _rules(work, chat_id, day, fired.rules),
        warnings=fired.warnings,
        mutes=fired.mutes,
        appeals=len(await appeals.open_in(work, chat_id)),
        reviews=len(await verdicts.open_in(work, chat_id)),
        newcomer_names=tuple(names),
        newcomers=newcomers,
        so_far=so_far,
        was_due=was_due,
        unseen=first is not None and day < first,
    )


async def _figures(work: Work, chat_id: int, day: date, first: date | None) -> tuple[Figure, ...]:
    """The day beside the day before and the week before. The first day was not seen whole: it is no base."""
    known = await reports.values(work, chat_id=chat_id, metrics=METRICS, days=(day, day - DAY, day - WEEK))

    def base(name: str, then: date) -> int | None:
        return known[then][name] if first is not None and first < then else None

    return tuple(
        Figure(
            metric=metric,
            value=known[day][metric.name],
            before=base(metric.name, day - DAY),
            week_before=base(metric.name, day - WEEK),
        )
        for metric in METRICS
    )


async def _threads(work: Work, chat_id: int, start: datetime, end: datetime) -> tuple[HotThread, ...]:
    """The day's hottest threads, by the first words that may still be shown."""
    written = await reports.day_messages(work, chat_id=chat_id, start=start, end=end)
    threads = hottest(written, page.HOTTEST_THREADS)
    ids = {one for thread in threads for one in (thread.root, thread.first)}
    texts = await reports.texts(work, chat_id=chat_id, message_ids=ids)
    found = []
    for thread in threads:
        is_gone = texts.get(thread.root, "") is None
        shown = thread.first if is_gone else thread.root
        found.append(
            HotThread(
                message_id=shown,
                title=texts.get(thread.root) or texts.get(thread.first) or "",
                link=message_link(chat_id, shown),
                people=thread.people,
                messages=thread.messages,
            )
        )
    return tuple(found)


def _question(chat_id: int, question: reports.Asked, now: datetime) -> OpenQuestion:
    return OpenQuestion(
        message_id=question.message_id,
        title=question.text or "",
        link=message_link(chat_id, question.message_id),
        age=now - question.at,
    )


async def _rules(work: Work, chat_id: int, day: date, fired: Sequence[tuple[str, int]]) -> tuple[RuleCount, ...]:
    """Rules by the names settings give them, each with its record of the day and of the month up to it."""
    today = await records.between(work, chat_id, since=day, until=day)
    month = await records.between(work, chat_id, since=day - MONTH, until=day)
    return tuple(
        RuleCount(
            label=label(f"rules.{rule}") if rule in RULE_NAMES else phrase("digest-words", words=rule),
            count=count,
            overturned=today.get(rule, NONE).overturned,
            precision=month.get(rule, NONE).precision,
        )
        for rule, count in fired
    )
