"""Everything the clock does: the explicit, ordered list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from jobs.digests import plan_digests
from jobs.retention import forget_deliveries, forget_texts, forget_updates
from jobs.schedules import run_due
from services import appeals, greeting, nights, proposals, proven, raids, verification, windows
from services.lost_rights import report_lost_rights
from services.shared_bans import run_errand, sweep
from services.sharing import follow_verdicts
from services.uncertain import report_uncertain
from services.versions import notice_console

if TYPE_CHECKING:
    from datetime import datetime

    from domain.effects import Effect
    from models.work import Work


class Run(Protocol):
    """One run of a job in a transaction of its own; what it returns is sent when that is committed."""

    async def __call__(self, work: Work, *, now: datetime) -> list[Effect]:
        """Do the job as of `now`."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """What is done again and again."""

    name: str
    every_seconds: int
    run: Run


JOBS = (
    Job(name="schedules", every_seconds=1, run=run_due),
    Job(name="entrances", every_seconds=2, run=verification.keep_time),
    Job(name="welcomes", every_seconds=5, run=greeting.greet_together),
    Job(name="raids", every_seconds=2, run=raids.tend),
    Job(name="nights", every_seconds=5, run=nights.turn),
    Job(name="shared_bans", every_seconds=1, run=run_errand),
    Job(name="shared_bans_sweep", every_seconds=1, run=sweep),
    Job(name="overturned_bans", every_seconds=60, run=follow_verdicts),
    Job(name="notice_console", every_seconds=10, run=notice_console),
    Job(name="uncertain", every_seconds=10, run=report_uncertain),
    Job(name="lost_rights", every_seconds=10, run=report_lost_rights),
    Job(name="windows", every_seconds=5, run=windows.close_ended),
    Job(name="appeals", every_seconds=60, run=appeals.open_wordless),
    Job(name="appeal_reminders", every_seconds=600, run=appeals.remind),
    Job(name="proposals", every_seconds=300, run=proposals.propose),
    Job(name="proven", every_seconds=15, run=proven.mark_proven),
    Job(name="plan_digests", every_seconds=15, run=plan_digests),
    Job(name="forget_texts", every_seconds=60, run=forget_texts),
    Job(name="forget_updates", every_seconds=60, run=forget_updates),
    Job(name="forget_deliveries", every_seconds=600, run=forget_deliveries),
)
