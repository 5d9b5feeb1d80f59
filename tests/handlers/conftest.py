from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handlers.router import build
from tests.handlers.scene import BOT, TOKEN, OnlyGetMe, Scene

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from handlers.desk import Office
    from models.work import Work
    from services.words import Words


@pytest.fixture
async def office(words: Words) -> AsyncIterator[Office]:
    built = build(TOKEN, words=words, bot=BOT, request=OnlyGetMe())
    await built.initialize()
    yield built
    await built.shutdown()


@pytest.fixture
async def scene(office: Office, work: Work) -> Scene:
    furnished = Scene(office=office, work=work)
    await furnished.furnish()
    return furnished
