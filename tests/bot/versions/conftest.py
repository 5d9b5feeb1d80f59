from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.steward import steward

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.steward import Steward


@pytest.fixture
async def bot(database_url: str) -> AsyncIterator[Steward]:
    async with steward(database_url) as started:
        yield started
