"""Schedules as people write and read them: `every fri 20:00`, 每周五 20:00, or a cron expression."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cronsim import CronSim

from domain.phrases import phrase
from domain.refusals import Refusal
from domain.schedules import EPOCH, SHOWN, Trigger, cron

if TYPE_CHECKING:
    from domain.phrases import Phrase

ENGLISH_DAYS = {name: number for number, name in enumerate(("sun", "mon", "tue", "wed", "thu", "fri", "sat"))}
CHINESE_DAYS = {"日": 0, "天": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}  # matching data, noqa: zh

ENGLISH_DAY = r"(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?s?"
CLOCK = r"""\s*(?:at\s+)?(?P<part>早上|上午|中午|下午|晚上)?\s*(?P<hour>[01]?\d|2[0-3])\s*(?:
      [:：]\s*(?P<minute>[0-5]\d)(?!\d) (?:\s*(?P<after>[ap])m\b)?
    | (?P<half>[ap])m\b
    | 点 (?:(?P<thirty>半)|(?P<spoken>[0-5]\d)分?)?
    )"""
AFTERNOON = frozenset({"下午", "晚上", "p"})
NOON = 12
WORDS = re.compile(
    rf"""(?:
      (?P<daily> daily | every\s+day | 每[天日] )  # matching data, noqa: zh
    | (?P<workdays> (?:every\s+)? weekdays? | 每个?工作日 | 工作日 )  # matching data, noqa: zh
    | (?P<weekends> (?:every\s+)? weekends? | 每?周末 )  # matching data, noqa: zh
    | every\s+ (?P<english> {ENGLISH_DAY} (?:\s*(?:,|and)\s*{ENGLISH_DAY})* )
    | (?:monthly|every\s+month) \s+ (?:on\s+)? (?:(?:the|day)\s+)? (?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?(?!\d|\s*[:：])
    | 每月\s*(?P<date>[12]?\d|3[01])\s*[日号]
    | (?:每周|每星期|每礼拜) (?P<chinese> [日天一二三四五六](?:[、，,和]?(?:周|星期)?[日天一二三四五六])* )
    ){CLOCK}""",
    re.VERBOSE | re.IGNORECASE,
)
QUOTED = re.compile(r'["“”„«「『](?P<inside>[^"“”„»」』\n]*)["“”»」』]')
CRON_FIELD = r"(?:[\d*/,\-#]|\b(?:sun|mon|tue|wed|thu|fri|sat|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\b|L\b)+"
BARE = re.compile(rf"[\d*]\S*\s+[\d*]\S*(?:\s+{CRON_FIELD}(?=\s|$)){{3}}", re.IGNORECASE)


def take(text: str) -> tuple[Trigger, int]:
    """The schedule that a text begins with, and where it ends. Raises Refusal when there is none."""
    quoted = QUOTED.match(text)
    if quoted:
        inside = quoted["inside"].strip()
        return _words(inside) or cron(inside), quoted.end()
    found = WORDS.match(text)
    if found:
        return _trigger(found), found.end()
    bare = BARE.match(text)
    if bare:
        return cron(bare.group()), bare.end()
    raise Refusal(phrase("posts-when-unknown", text=" ".join(text.split())[:SHOWN]))


def begins(text: str) -> bool:
    """Whether a text begins with what is, or was meant as, a schedule."""
    return any(pattern.match(text) for pattern in (QUOTED, WORDS, BARE))


def _words(text: str) -> Trigger | None:
    found = WORDS.fullmatch(text)
    return _trigger(found) if found else None


def _trigger(found: re.Match[str]) -> Trigger:
    hour, minute = _clock(found)
    day = found["day"] or found["date"]
    return cron(f"{minute} {hour} {int(day)} * *") if day else Trigger(cron=f"{minute} {hour} * * {_weekdays(found)}")


def _clock(found: re.Match[str]) -> tuple[int, int]:
    """Hour and minute; the second half of the day may be said in words."""
    hour = int(found["hour"])
    half = (found["after"] or found["half"] or "").lower()
    if hour < NOON and (found["part"] in AFTERNOON or half in AFTERNOON):
        hour += NOON
    if hour == NOON and half == "a":
        hour = 0
    return hour, 30 if found["thirty"] else int(found["minute"] or found["spoken"] or 0)


def _weekdays(found: re.Match[str]) -> str:
    if found["daily"]:
        return "*"
    if found["workdays"]:
        return "1-5"
    if found["weekends"]:
        return "0,6"
    if found["english"]:
        numbers = {ENGLISH_DAYS[name[:3].lower()] for name in re.findall(ENGLISH_DAY, found["english"], re.IGNORECASE)}
    else:
        numbers = {CHINESE_DAYS[sign] for sign in found["chinese"] if sign in CHINESE_DAYS}
    return ",".join(str(number) for number in sorted(numbers))


def describe(trigger: Trigger) -> Phrase:
    """The schedule in words where there are plain ones, else the expression itself."""
    sim = CronSim(trigger.cron, EPOCH)
    minute, hour, day, month, weekday = trigger.cron.split()
    if not (minute.isdecimal() and month == "*" and re.fullmatch(r"[\d,]+", hour)):
        return phrase("posts-when-cron", cron=trigger.cron)
    clock = ", ".join(f"{hour:02}:{int(minute):02}" for hour in sorted(sim.hours))
    if day.isdecimal() and weekday == "*":
        return phrase("posts-when-monthly", day=int(day), clock=clock)
    days = {number % 7 for number in sim.weekdays if isinstance(number, int)}
    if day != "*" or not all(isinstance(number, int) for number in sim.weekdays):
        return phrase("posts-when-cron", cron=trigger.cron)
    return _weekly(days, clock)


def _weekly(days: set[int], clock: str) -> Phrase:
    if len(days) == len(ENGLISH_DAYS):
        return phrase("posts-when-daily", clock=clock)
    if days == {1, 2, 3, 4, 5}:
        return phrase("posts-when-workdays", clock=clock)
    if days == {0, 6}:
        return phrase("posts-when-weekends", clock=clock)
    names = [phrase("posts-day", number=number) for number in sorted(days, key=lambda number: (number - 1) % 7)]
    named = names[-1]
    for name in reversed(names[:-1]):
        named = phrase("posts-day-list", first=name, rest=named)
    return phrase("posts-when-weekly", days=named, clock=clock)
