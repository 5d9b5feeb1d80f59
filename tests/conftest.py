"""What tests share: an empty, migrated database of each kind, an open unit of work, the real words."""

from __future__ import annotations

import asyncio
import itertools
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from models.database import Database
from models.work import Defaults
from tests.postgres import postgres_server
from tests.templates import migrated_postgres, migrated_sqlite

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from domain.spam.detector import Detector
    from models.work import Work
    from services.words import Words

BOT_ID = 4242
OWNER = 900
LOCALES = Path(__file__).parent.parent / "locales"


@pytest.fixture(scope="session")
def words() -> Words:
    from services.words import Words

    return Words.load(LOCALES)


@pytest.fixture(scope="session")
def detector() -> Detector:
    """The spam classifier as it ships."""
    from services.spam import shipped_detector

    found = shipped_detector()
    found.ready()
    return found


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "template.db"
    asyncio.run(migrated_sqlite(path))
    return path


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    with postgres_server() as url:
        asyncio.run(migrated_postgres(url))
        yield url


@pytest.fixture(scope="session")
def database_names() -> Iterator[str]:
    return (f"steward_{number}" for number in itertools.count())


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """URL of an empty SQLite database of its own."""
    shutil.copy(sqlite_template, tmp_path / "steward.db")
    return f"sqlite+aiosqlite:///{tmp_path / 'steward.db'}"


@pytest.fixture
def fresh_postgres_url(postgres_url: str, database_names: Iterator[str]) -> Iterator[str]:
    """URL of an empty PostgreSQL database of its own."""
    name = next(database_names)
    maintenance = create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    with maintenance.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE steward_template"))
    yield make_url(postgres_url).set(database=name).render_as_string(hide_password=False)
    with maintenance.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    maintenance.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """URL of an empty, migrated database; every test that uses it runs on both kinds."""
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "fresh_postgres_url")
    return url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = Database(
        database_url,
        defaults=Defaults(bot_id=BOT_ID, language="en", timezone="UTC", owner_ids=frozenset({OWNER})),
    )
    yield opened
    await opened.close()


@pytest.fixture
async def work(database: Database) -> AsyncIterator[Work]:
    async with database.transaction() as opened:
        yield opened
