"""Newcomers of the end-to-end tests: what they see, what the bot keeps of the right answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import NullPool, create_engine, select
from sqlalchemy.engine import make_url

from models.tables import entrances
from tests.steward import ADMIN, CHAT, eventually

if TYPE_CHECKING:
    from sqlalchemy import Row

    from sandbox.history import View
    from tests.steward import Steward

CLARA = 31
ASKED = "One small thing first"


async def asks_for(bot: Steward, way: str, **more: str) -> None:
    """A manager chooses how newcomers are asked."""
    for path, value in ({f"entrance.{name}": value for name, value in more.items()} | {"entrance.way": way}).items():
        await bot.says(ADMIN, f"/set {path} {value}")
    await bot.hears("✅", "Verification › How")


async def challenge(bot: Steward, *, chat_id: int = CHAT, after: int = 0) -> tuple[View, list[str]]:
    """Wait for what a newcomer is asked, that is no older than another; it and the texts on its buttons."""

    async def shown() -> View | None:
        views = await bot.telegram.history(chat_id)
        asked = [view for view in views if view.buttons and not view.deleted and ASKED in view.text]
        found = [view for view in asked if (view.message_id or 0) > after]
        return found[-1] if found else None

    view = await eventually(shown)
    return view, [button.text for row in view.buttons for button in row]


def kept(bot: Steward, person_id: int = CLARA) -> Row[Any] | None:
    """The row that is kept of somebody's coming in."""
    url = make_url(bot.database_url)
    driver = "sqlite" if url.get_backend_name() == "sqlite" else "postgresql+psycopg"
    engine = create_engine(url.set(drivername=driver), poolclass=NullPool)
    with engine.connect() as connection:
        return connection.execute(select(entrances).where(entrances.c.user_id == person_id)).one_or_none()


async def becomes(bot: Steward, state: str, person_id: int = CLARA) -> Row[Any]:
    """Wait until somebody's coming in stands so."""

    async def so() -> Row[Any] | None:
        row = kept(bot, person_id)
        return row if row is not None and row.state == state else None

    return await eventually(so)


async def answers(bot: Steward, view: View, *, rightly: bool, chat_id: int = CHAT, person_id: int = CLARA) -> None:
    """A newcomer presses the right button, or a wrong one; only the database knows which is which."""
    row = await becomes(bot, "pending", person_id)
    texts = [button.text for line in view.buttons for button in line]
    right = row.challenge["answer"]
    place = right if rightly else (right + 1) % len(texts)
    await bot.presses(person_id, view, texts[place], chat_id=chat_id)
