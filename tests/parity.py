"""What people know from Rose and Combot, each with the tests that show it here: writes docs/parity.md.

A test says what it shows with `@pytest.mark.parity("row")`. Run `python -m tests.parity [--check]`.
"""

from __future__ import annotations

import ast
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "parity.md"
MARK = "parity"
HEAD = """\
# What you know from Rose and Combot

Written by make docs from the tests. Each line is something that Rose or Combot offers for keeping order in a group,
what it is called here, and the end-to-end tests that show it: the real bot against a Telegram on loopback.

|What|Rose|Combot|Here|Shown by|
|-|-|-|-|-|
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One thing both or either of them has: its short name for tests, who has it, and how it is done here."""

    name: str
    what: str
    rose: str
    combot: str
    here: str


ROWS = (
    Row(name="flood", what="Anti-flood", rose="yes", combot="partly", here="`/setflood`, `/rule flood`"),
    Row(name="blocklist", what="Blocklist", rose="yes", combot="", here="`/addblocklist`, also regular expressions"),
    Row(name="locks", what="Locks by type", rose="yes", combot="", here="`/lock`, `/locks`, `/locktypes`"),
    Row(
        name="scripts",
        what="Scripts and languages",
        rose="yes",
        combot="",
        here="`/lock cjk rtl cyrillic`, `/rule scripts`",
    ),
    Row(
        name="warnings", what="Warnings that lead somewhere", rose="yes", combot="yes", here="`/warn`, `rules.warnings`"
    ),
    Row(name="expiry", what="Warnings expire", rose="yes", combot="yes", here="`rules.warnings.days`"),
    Row(
        name="timed",
        what="Bans and mutes for a time",
        rose="yes",
        combot="yes",
        here="`/tban`, `/tmute`, `/mute @x 2h`",
    ),
    Row(name="captcha", what="Verification of newcomers", rose="yes", combot="yes", here="`entrance.way`"),
    Row(name="requests", what="Join requests checked in private", rose="yes", combot="", here="`entrance.where`"),
    Row(name="raid", what="Anti-raid", rose="yes", combot="", here="`/raid`, by itself by joins a minute"),
    Row(name="slowmode", what="Slow mode", rose="partly", combot="", here="`/slowmode`"),
    Row(name="reports", what="Reports to admins", rose="yes", combot="yes", here="`/report`, `@admin`"),
    Row(name="approval", what="Trusted members", rose="yes", combot="", here="`/approve`, and trust that is earned"),
    Row(name="federations", what="Shared bans", rose="yes", combot="yes", here="`/newfed`, `/fedban`, `bans.share`"),
    Row(name="log", what="Log channel", rose="yes", combot="", here="`log_chat`"),
    Row(
        name="cleaning",
        what="Service messages and commands cleaned",
        rose="yes",
        combot="partly",
        here="`/cleanservice`",
    ),
    Row(name="topics", what="Topics", rose="yes", combot="", here="answers and notices stay in their topic"),
    Row(
        name="anonymous",
        what="Anonymous admins",
        rose="yes",
        combot="",
        here="known for what they are, only in their own group",
    ),
    Row(name="linked", what="Linked channel left alone", rose="partly", combot="", here="by itself"),
    Row(name="albums", what="Albums as one message", rose="partly", combot="", here="by itself"),
    Row(name="lists", what="Import and export", rose="partly", combot="", here="`/settings export`, `/fedbans`"),
    Row(name="languages", what="Languages", rose="yes", combot="partly", here="`/language`"),
    Row(
        name="undo",
        what="Undo",
        rose="partly",
        combot="partly",
        here="a button under every action, `/unwarn`, `/unmute`, `/unban`",
    ),
    Row(name="welcome", what="Welcome and goodbye", rose="yes", combot="yes", here="`/setwelcome`, `/setgoodbye`"),
    Row(name="purge", what="Purge, delete, pin", rose="yes", combot="", here="`/purge`, `/del`, `/pin`"),
    Row(name="edits", what="Edited messages", rose="", combot="", here="judged again, counted once"),
    Row(name="channels", what="Posts in the name of channels", rose="partly", combot="", here="`/rule channels`"),
    Row(
        name="statistics",
        what="Statistics of moderation",
        rose="",
        combot="yes",
        here="`/rule`, `/moderators`, the digest",
    ),
)


def shown() -> dict[str, list[str]]:
    """The tests by the row they show, as `path::name`."""
    found: dict[str, list[str]] = {}
    for file in sorted((ROOT / "tests").rglob("test_*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                for name in rows_of(node):
                    found.setdefault(name, []).append(f"{file.relative_to(ROOT)}::{node.name}")
    return found


def rows_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[str]:
    """The rows that a test's marks name."""
    for mark in node.decorator_list:
        if isinstance(mark, ast.Call) and ast.unparse(mark.func) == f"pytest.mark.{MARK}":
            yield from (str(argument.value) for argument in mark.args if isinstance(argument, ast.Constant))


def page() -> str:
    """The page as it should stand."""
    tests = shown()
    return HEAD + "".join(_line(row, tests.get(row.name, [])) for row in ROWS)


def _line(row: Row, tests: list[str]) -> str:
    cells = (row.what, row.rose, row.combot, row.here, "<br>".join(map(_link, tests)))
    return f"|{'|'.join(cells)}|\n"


def _link(test: str) -> str:
    path, _, name = test.partition("::")
    return f"[{name.removeprefix('test_').replace('_', ' ')}](../{path})"


def main(arguments: list[str]) -> int:
    """Write the page, or with --check only say whether it is up to date."""
    wanted = page()
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == wanted:
        return 0
    if "--check" in arguments:
        sys.stderr.write("docs/parity.md is not up to date: run `make docs`\n")
        return 1
    PAGE.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
