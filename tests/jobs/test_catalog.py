from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from jobs.catalog import JOBS, Job

if TYPE_CHECKING:
    from models.work import Work


def test_every_job_has_a_name_of_its_own_and_an_interval() -> None:
    assert len({job.name for job in JOBS}) == len(JOBS)
    assert all(job.every_seconds >= 1 for job in JOBS)


@pytest.mark.parametrize("job", JOBS, ids=lambda job: job.name)
async def test_every_job_runs_on_an_empty_database(work: Work, job: Job) -> None:
    assert await job.run(work, now=datetime(2026, 5, 29, 9, tzinfo=UTC)) == []
