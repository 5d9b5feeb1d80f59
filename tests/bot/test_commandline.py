from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models import schema
from tests.bot.processes import finished

if TYPE_CHECKING:
    from pathlib import Path


async def test_every_command_is_named(tmp_path: Path) -> None:
    code, output = await finished(tmp_path, "--help")
    assert code == 0
    for name in ("run", "demo", "check", "migrate", "import", "digest", "deadletters", "backup", "restore", "docs"):
        assert f"  {name} " in output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("migrate",), f"the database is at revision {schema.head()}"),
        (("deadletters", "list"), "0 dead letters"),
        (("deadletters", "retry", "5"), "0 will be tried again by the running bot"),
        (("deadletters", "drop", "5"), "0 dropped"),
        (("digest", "--chat", "-1001"), ""),
    ],
)
async def test_a_command_works_on_a_new_database(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    code, output = await finished(tmp_path, *arguments, bot_token="4242:TEST-token-of-no-value")
    assert code == 0, output
    assert told in output
    assert (tmp_path / "steward.db").exists()


async def test_an_import_without_its_chat_is_refused(tmp_path: Path) -> None:
    (tmp_path / "result.json").write_text("{}")
    code, output = await finished(tmp_path, "import", "result.json")
    assert code == 2
    assert "--chat" in output


async def test_a_backup_before_the_first_start_is_refused_in_one_line(tmp_path: Path) -> None:
    code, output = await finished(tmp_path, "backup", "copy.db")
    assert code == 3
    assert output == "DATABASE_URL: there is no database at steward.db yet\n"
