"""The track record of each rule, from its verdicts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from domain.calendar import local_day
from domain.rules.records import NONE, Record
from models import verdicts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from models.verdicts import Tally
    from models.work import Work

DAYS = 30


async def last_month(work: Work, chat_id: int, *, timezone: str, now: datetime) -> Mapping[str, Record]:
    """By rule, over the last thirty days of the chat's calendar; a rule that did nothing has an empty one."""
    return await between(work, chat_id, since=local_day(now, timezone) - timedelta(days=DAYS - 1))


async def between(work: Work, chat_id: int, *, since: date, until: date | None = None) -> Mapping[str, Record]:
    """By rule, from one local day to another, both included."""
    records: defaultdict[str, Record] = defaultdict(lambda: NONE)
    for tally in await verdicts.tallies(work, chat_id=chat_id, since=since, until=until):
        records[tally.rule] = _with(records[tally.rule], tally)
    return records


def _with(record: Record, tally: Tally) -> Record:
    if tally.mode == "shadow":
        return replace(record, shadow=record.shadow + tally.count)
    return replace(
        record,
        fired=record.fired + tally.count,
        overturned=record.overturned + tally.count * (tally.state == "overturned"),
        upheld=record.upheld + tally.count * (tally.state == "upheld"),
        waiting=record.waiting + tally.count * (tally.state == "open"),
    )
