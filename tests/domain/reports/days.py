"""Days worth telling of: a busy one, a first one, a quiet one, a running one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.phrases import phrase
from domain.reports.figures import Digest, Figure, HotThread, OpenQuestion, RuleCount, TopMember
from domain.reports.metrics import ACTIVE_MEMBERS, JOINS, LEAVES, MESSAGES

SHANGHAI = ZoneInfo("Asia/Shanghai")
TUESDAY = date(2026, 7, 14)
CHAT = "Python 交流群 & friends"


def figures(*rows: tuple[int, int | None, int | None]) -> tuple[Figure, ...]:
    """One row a metric: the day, the day before, the week before."""
    return tuple(
        Figure(metric=metric, value=value, before=before, week_before=week)
        for metric, (value, before, week) in zip((ACTIVE_MEMBERS, MESSAGES, JOINS, LEAVES), rows, strict=True)
    )


BUSY = Digest(
    chat=CHAT,
    day=TUESDAY,
    figures=figures((86, 98, 125), (12_612, 17_600, 1_100), (9, 6, 9), (4, 0, 3)),
    top=(
        TopMember(name="小梅🌸爱写代码也爱回答问题的人", people=12, messages=1_238),
        TopMember(name="<b>Bob</b>", people=1, messages=1),
        TopMember(name="محمد", people=0, messages=90),
    ),
    threads=(
        HotThread(
            message_id=1042,
            title="uv 的锁文件怎么在 CI 里用?\n我们的流水线每次都要重新解析依赖",
            link="https://t.me/c/1234567890/1042",
            people=12,
            messages=34,
        ),
        HotThread(message_id=1077, title="", link="https://t.me/c/1234567890/1077", people=2, messages=3),
    ),
    questions=(
        OpenQuestion(
            message_id=1100,
            title="asyncio 超时怎么设?",
            link="https://t.me/c/1234567890/1100",
            age=timedelta(hours=6, minutes=12),
        ),
        OpenQuestion(message_id=1101, title="Is <Any> a type?", link="", age=timedelta(days=1, hours=2)),
    ),
    open_questions=7,
    rules=(
        RuleCount(label=phrase("settings-label-rules-flood"), count=3, overturned=1, precision=92),
        RuleCount(label=phrase("settings-label-rules-links"), count=1, precision=100),
    ),
    warnings=1,
    mutes=2,
    appeals=1,
    reviews=2,
    newcomer_names=("Ann", "小明", "👨‍👩‍👧‍👦"),
    newcomers=9,
)
LATE = replace(BUSY, was_due=datetime(2026, 7, 15, 9, 0, tzinfo=SHANGHAI))
RUNNING = replace(BUSY, so_far=datetime(2026, 7, 14, 15, 20, tzinfo=SHANGHAI))
QUIET = Digest(chat=CHAT, day=TUESDAY, figures=figures((0, 0, 5), (0, 3, 12), (0, 0, 0), (0, 0, 0)))
FIRST = Digest(
    chat=CHAT, day=TUESDAY, figures=figures((3, None, None), (17, None, None), (3, None, None), (0, None, None))
)
SECOND = Digest(chat=CHAT, day=TUESDAY, figures=figures((4, 3, None), (20, 17, None), (1, 3, None), (0, 0, None)))

UNSEEN = replace(QUIET, unseen=True)

DAYS = {
    "busy": BUSY,
    "late": LATE,
    "running": RUNNING,
    "quiet": QUIET,
    "first": FIRST,
    "second": SECOND,
    "unseen": UNSEEN,
}
