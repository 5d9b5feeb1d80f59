from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.steward import ADMIN, ANN, OWNER, steward

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.steward import Steward


@pytest.fixture
async def bot(sqlite_url: str) -> AsyncIterator[Steward]:
    """A bot that may write to both who run the group and to Ann in private."""
    async with steward(sqlite_url) as running:
        for person_id in (OWNER, ADMIN, ANN):
            await running.starts(person_id)
        await running.is_done()
        yield running
