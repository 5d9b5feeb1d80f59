from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot import configuration
from bot.configuration import Configuration, ConfigurationError, address, load
from tests.bot.processes import finished

if TYPE_CHECKING:
    from pathlib import Path

TOKEN = "123456:AAH-secret_secret_secret_secret_secr"
WRONG = {
    "BOT_TOKEN": "123456-without-a-colon",
    "TELEGRAM_API_URL": "api.telegram.org",
    "DATABASE_URL": "mysql://root@localhost/steward",
    "OWNER_IDS": "12, somebody",
    "LANGUAGE": "fr",
    "TIMEZONE": "Mars/Olympus",
    "WEBHOOK_URL": "ftp://example.org",
    "WEBHOOK_SECRET": "with a space",
    "WEBHOOK_LISTEN": "8443",
    "HTTP_LISTEN": "127.0.0.1:65536",
    "CAS_URL": "http://example.org/plain",
    "LOG_LEVEL": "loud",
    "LOG_FORMAT": "xml",
}


@pytest.fixture(autouse=True)
def _no_settings_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Configuration.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def env_file(folder: Path, text: str, mode: int = 0o600) -> Path:
    path = folder / ".env"
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)
    return path


@pytest.mark.parametrize(("name", "value"), WRONG.items())
def test_a_wrong_value_is_one_line_naming_its_variable(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(ConfigurationError, match=f"^{name}: [^\n]+$") as caught:
        load(env_file(tmp_path, f"{name}='{value}'"))
    assert value not in str(caught.value)


def test_every_variable_has_a_wrong_value_in_this_test() -> None:
    assert {name.upper() for name in Configuration.model_fields} == WRONG.keys()


def test_a_webhook_needs_its_secret(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"^WEBHOOK_SECRET: needed with WEBHOOK_URL"):
        load(env_file(tmp_path, "WEBHOOK_URL=https://example.org/hook"))


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644])
def test_a_file_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    path = env_file(tmp_path, f"BOT_TOKEN={TOKEN}", mode)
    with pytest.raises(ConfigurationError, match=f"chmod 600 {path}$"):
        load(path)


def test_a_file_in_another_encoding_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_bytes(b"LANGUAGE=\xd6\xd0")
    path.chmod(0o600)
    with pytest.raises(ConfigurationError, match=f"^{path}: it cannot be read"):
        load(path)


def test_good_values_are_taken(tmp_path: Path) -> None:
    path = env_file(
        tmp_path, f"BOT_TOKEN={TOKEN}\nOWNER_IDS=12, 34\nTELEGRAM_API_URL=http://127.0.0.1:81/\nLOG_LEVEL=debug"
    )
    settings = load(path)
    assert settings.bot_id == 123456
    assert settings.owner_ids == {12, 34}
    assert settings.telegram_api_url == "http://127.0.0.1:81"
    assert settings.log_level == "DEBUG"


def test_the_environment_comes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMEZONE", "Asia/Shanghai")
    assert load(env_file(tmp_path, "TIMEZONE=Europe/Berlin")).timezone == "Asia/Shanghai"


def test_without_a_file_everything_has_a_default(tmp_path: Path) -> None:
    settings = load(tmp_path / ".env")
    assert settings.bot_token is None
    assert settings.bot_id == 0
    assert settings.database_url == "sqlite+aiosqlite:///steward.db"


@pytest.mark.parametrize(
    ("desktop", "language"), [("zh_CN:en_US:en", "zh"), ("de_DE:en", "en"), ("de_DE.UTF-8", "en"), ("zh", "zh")]
)
def test_the_language_list_of_a_desktop_is_no_mistake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, desktop: str, language: str
) -> None:
    monkeypatch.setenv("LANGUAGE", desktop)
    assert load(tmp_path / ".env").language == language


def test_secrets_do_not_show(tmp_path: Path) -> None:
    settings = load(env_file(tmp_path, f"BOT_TOKEN={TOKEN}\nWEBHOOK_SECRET=hushhush"))
    shown = f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
    assert TOKEN.partition(":")[2] not in shown
    assert "hushhush" not in shown


@pytest.mark.parametrize(("listen", "expected"), [("localhost:80", ("localhost", 80)), ("[::1]:8080", ("::1", 8080))])
def test_an_address_is_host_and_port(listen: str, expected: tuple[str, int]) -> None:
    assert address(listen) == expected


@pytest.mark.parametrize(
    ("variables", "name"),
    [
        ({"bot_token": "nonsense"}, "BOT_TOKEN"),
        ({"bot_token": TOKEN, "timezone": "Mars/Olympus"}, "TIMEZONE"),
        ({"bot_token": TOKEN, "database_url": "sqlite+aiosqlite:////nowhere/at/all.db"}, "DATABASE_URL"),
    ],
)
async def test_a_process_with_a_wrong_value_ends_with_one_line_and_2(
    tmp_path: Path, variables: dict[str, str], name: str
) -> None:
    code, output = await finished(tmp_path, "run", **variables)
    assert code == 2
    assert output.startswith(f"{name}: ")
    assert output.count("\n") == 1


async def test_a_database_that_is_away_is_one_line_without_its_password(tmp_path: Path) -> None:
    url = "postgresql://u:hushhush@127.0.0.1:1/steward"
    code, output = await finished(tmp_path, "run", bot_token=TOKEN, database_url=url)
    assert code == 5
    assert output.startswith("DATABASE_URL: ")
    assert output.count("\n") == 1
    assert "hushhush" not in output


async def test_a_process_refuses_a_file_that_others_can_read(tmp_path: Path) -> None:
    env_file(tmp_path, f"BOT_TOKEN={TOKEN}", 0o644)
    code, output = await finished(tmp_path, "run")
    assert code == 2
    assert output == f"{configuration.ENV_FILE}: it holds secrets and others can read it; run: chmod 600 .env\n"


async def test_a_command_that_needs_the_token_says_so(tmp_path: Path) -> None:
    code, output = await finished(tmp_path, "check")
    assert code == 2
    assert output.startswith("BOT_TOKEN: missing")
