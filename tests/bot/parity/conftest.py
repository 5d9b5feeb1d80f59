"""The whole bot against a sandbox, in a group of newcomers and old members."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.steward import ANN, steward

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.steward import Steward


@pytest.fixture
async def bot(sqlite_url: str) -> AsyncIterator[Steward]:
    async with steward(sqlite_url) as running:
        # Telegram tells a bot of people when they speak, no sooner.
        await running.says(ANN, "good morning")
        yield running
