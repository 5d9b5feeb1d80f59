from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.documentation import BEGIN, END, READMES, write
from bot.handbook import cell, code
from domain.paths import all_settings
from handlers.catalog import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in READMES:
        (tmp_path / name).write_text(f"# Before\n\n{BEGIN}\noutdated\n{END}\n\nAfter\n", encoding="utf-8")
    return tmp_path


def test_pages_are_written_once_and_then_up_to_date(root: Path) -> None:
    assert write(check=True, root=root) == 1
    assert write(check=False, root=root) == 0
    assert write(check=True, root=root) == 0


def test_checking_writes_nothing(root: Path) -> None:
    write(check=True, root=root)
    assert not (root / "docs").exists()


def test_a_page_changed_by_hand_is_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(check=False, root=root)
    (root / "docs" / "settings.md").write_text("mine", encoding="utf-8")
    capsys.readouterr()
    assert write(check=True, root=root) == 1
    assert capsys.readouterr().err == "docs/settings.md is not up to date: run `make docs`\n"


def test_every_command_and_setting_is_there(root: Path) -> None:
    write(check=False, root=root)
    commands = (root / "docs" / "commands.md").read_text(encoding="utf-8")
    settings = (root / "docs" / "settings.md").read_text(encoding="utf-8")
    plain = [command for command in COMMANDS if not command.variant_of]
    forms = [command for command in COMMANDS if command.variant_of]
    assert [command.name for command in plain if f"\n### /{command.name}\n" not in commands] == []
    assert [command.name for command in forms if f"`/{command.name}`" not in commands] == []
    assert [setting.path for setting in all_settings() if f"|`{setting.path}`|" not in settings] == []


@pytest.mark.parametrize("name", READMES)
def test_a_readme_keeps_what_stands_around_its_table(root: Path, name: str) -> None:
    write(check=False, root=root)
    text = (root / name).read_text(encoding="utf-8")
    assert text.startswith(f"# Before\n\n{BEGIN}\n")
    assert text.endswith(f"\n{END}\n\nAfter\n")
    assert "outdated" not in text
    assert all(f"`/{command.name}" in text for command in COMMANDS if not command.variant_of)


def test_a_readme_without_a_place_for_the_table_is_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "README.md").write_text("# No table", encoding="utf-8")
    assert write(check=False, root=root) == 1
    assert capsys.readouterr().err.startswith("README.md needs the lines")


def test_what_would_break_a_table_is_escaped() -> None:
    assert code("a|b") == "`a\\|b`"
    assert cell("a|b <c>\n& d") == "a\\|b &lt;c> &amp; d"
