from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from bot.checking import check, findings
from bot.configuration import Configuration
from bot.polling import ALLOWED_UPDATES
from bot.telegram_api import TelegramApi
from models import tables
from models.database import Database
from models.work import Defaults
from sandbox.acts import Demote, Promote
from sandbox.serving import in_process
from sandbox.world import World
from services import chats
from tests.bot.loopback import loopback, response
from tests.bot.processes import finished
from tests.steward import CHAT, OWNER, RIGHTS, TOKEN, community, eventually

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import datetime
    from pathlib import Path

BOT = 4242


@pytest.fixture
def world() -> World:
    return World(token=TOKEN)


@pytest.fixture
async def configuration(world: World, sqlite_url: str, now: datetime) -> AsyncIterator[Configuration]:
    """Settings of a bot that knows one group."""
    async with in_process(world) as telegram:
        await telegram.act(*community())
        database = Database(sqlite_url, defaults=Defaults(bot_id=BOT))
        async with database.transaction() as work:
            await chats.see(work, chat_id=CHAT, kind="supergroup", title="Cyclists", now=now)
            await chats.see(work, chat_id=77, kind="private", title="Ann", now=now)
            await work.commit()
        await database.close()
        yield settings(telegram.base_url, sqlite_url)


@pytest.fixture
def now() -> datetime:
    from bot.clock import SystemClock

    return SystemClock().now()


def settings(address: str, database_url: str, **more: str) -> Configuration:
    asked = {"bot_token": TOKEN, "telegram_api_url": address, "database_url": database_url}
    return Configuration.model_validate(asked | more)


async def lines(configuration: Configuration) -> tuple[list[str], list[str]]:
    """What is in order, and what is to be mended."""
    found = [line async for line in findings(configuration)]
    return [line.text for line in found if line.good], [line.text for line in found if not line.good]


async def test_all_is_well(configuration: Configuration, capsys: pytest.CaptureFixture[str]) -> None:
    assert await check(configuration) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in told] == [
        "ok   database",
        "ok   token and Bot API",
        "ok   privacy mode",
        "ok   updates",
        "ok   allowed updates",
        f"ok   Cyclists ({CHAT})",
        "everything is in order",
    ]


async def test_a_right_that_is_missing_is_named_with_what_to_do(world: World, configuration: Configuration) -> None:
    world.apply(Promote(chat_id=CHAT, person_id=BOT, by_id=OWNER, rights=RIGHTS[:2]))
    assert await check(configuration) == 1
    _, bad = await lines(configuration)
    assert len(bad) == 2
    assert all(line.startswith(f"Cyclists ({CHAT}): ") and "Administrators" in line for line in bad)


async def test_who_is_no_administrator_is_told_so(world: World, configuration: Configuration) -> None:
    world.apply(Demote(chat_id=CHAT, person_id=BOT, by_id=OWNER))
    _, bad = await lines(configuration)
    assert len(bad) == 1
    assert "I am not an administrator" in bad[0]


async def test_a_group_that_cannot_be_seen_is_to_be_mended(world: World, configuration: Configuration) -> None:
    del world.chats[CHAT]
    _, bad = await lines(configuration)
    assert len(bad) == 1
    assert bad[0].startswith(f"Cyclists ({CHAT}): the bot cannot see the group (Bad Request: chat not found); ")


async def test_what_is_learnt_is_not_kept(world: World, configuration: Configuration) -> None:
    await lines(configuration)
    database = Database(configuration.database_url, defaults=Defaults(bot_id=BOT))
    async with database.transaction() as work:
        rows = (await work.connection.execute(tables.chats.select())).all()
    await database.close()
    assert {row.bot_status for row in rows} == {None}


async def test_privacy_mode_is_named_where_it_blinds(world: World, configuration: Configuration) -> None:
    world.reads_all = False
    good, bad = await lines(configuration)
    assert bad == []
    assert any(line.startswith("privacy mode: on, but") for line in good)
    world.apply(Demote(chat_id=CHAT, person_id=BOT, by_id=OWNER))
    _, bad = await lines(configuration)
    assert any(line.startswith("privacy mode: on; send /setprivacy") for line in bad)


async def test_kinds_of_updates_that_are_not_asked_for_are_named(configuration: Configuration) -> None:
    async with TelegramApi(configuration.telegram_api_url, TOKEN) as api:
        await api.call("getUpdates", {"allowed_updates": ["message"]})
        good, _ = await lines(configuration)
        assert any("without edited_message" in line for line in good)
        await api.call("getUpdates", {"allowed_updates": ALLOWED_UPDATES})
    good, _ = await lines(configuration)
    assert any(f"all {len(ALLOWED_UPDATES)} kinds" in line for line in good)


async def test_a_webhook_that_fails_is_to_be_mended(world: World, configuration: Configuration) -> None:
    hook = "http://127.0.0.1:1/hook"
    async with TelegramApi(configuration.telegram_api_url, TOKEN) as api:
        await api.call("setWebhook", {"url": hook})

    async def failed() -> str | None:
        return world.webhook.last_error_message or None

    reason = await eventually(failed)
    wants = settings(configuration.telegram_api_url, configuration.database_url, webhook_url=hook, webhook_secret="x")
    _, bad = await lines(wants)
    assert bad == [f"WEBHOOK_URL: Telegram cannot deliver to {hook} ({reason}); check the proxy"]
    good, _ = await lines(configuration)
    assert any(f"now they go to {hook}; `python -m bot run` changes to polling" in line for line in good)


async def test_a_database_that_is_not_there_is_not_made(configuration: Configuration, tmp_path: Path) -> None:
    path = tmp_path / "another.db"
    _, bad = await lines(settings(configuration.telegram_api_url, f"sqlite+aiosqlite:///{path}"))
    assert bad == [f"DATABASE_URL: {path} is not there yet; run: python -m bot migrate"]
    assert not path.exists()


async def test_an_empty_database_is_to_be_migrated(configuration: Configuration, tmp_path: Path) -> None:
    path = tmp_path / "another.db"
    path.touch()
    _, bad = await lines(settings(configuration.telegram_api_url, f"sqlite+aiosqlite:///{path}"))
    assert len(bad) == 1
    assert "at revision empty" in bad[0]
    assert "python -m bot migrate" in bad[0]


@pytest.mark.parametrize("url", ["sqlite+aiosqlite:///{}/no.db", "postgresql://nobody:hushhush@127.0.0.1:1/steward"])
async def test_a_database_that_does_not_answer_is_to_be_mended(
    configuration: Configuration, tmp_path: Path, url: str
) -> None:
    (tmp_path / "no.db").write_text("no database at all, but long enough to be taken for one" * 20)
    _, bad = await lines(settings(configuration.telegram_api_url, url.format(tmp_path)))
    assert len(bad) == 1
    assert bad[0].startswith("DATABASE_URL: ")
    assert "hushhush" not in bad[0]


async def test_who_does_not_answer_is_named(sqlite_url: str) -> None:
    _, bad = await lines(settings("http://127.0.0.1:1", sqlite_url))
    assert len(bad) == 1
    assert bad[0].startswith("TELEGRAM_API_URL: http://127.0.0.1:1 does not answer")


async def test_who_does_not_speak_the_bot_api_is_named(sqlite_url: str) -> None:
    async with loopback(response("200 OK", b'{"ok":true,"result":"hello"}')) as server:
        _, bad = await lines(settings(server.address, sqlite_url))
    assert len(bad) == 1
    assert "it does not speak the Bot API" in bad[0]


async def test_the_command_says_it_and_ends_with_0(configuration: Configuration, tmp_path: Path) -> None:
    code, output = await finished(
        tmp_path,
        "check",
        bot_token=TOKEN,
        telegram_api_url=configuration.telegram_api_url,
        database_url=configuration.database_url,
    )
    assert code == 0, output
    assert output.endswith("everything is in order\n")


async def test_a_database_of_a_newer_version_is_not_to_be_migrated(
    configuration: Configuration, sqlite_url: str
) -> None:
    database = Database(sqlite_url, defaults=Defaults(bot_id=BOT))
    async with database.transaction() as work:
        await work.connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        await work.commit()
    await database.close()
    _, bad = await lines(configuration)
    assert len(bad) == 1
    assert "of a newer Steward" in bad[0]
