"""Lists of shared bans as CSV: written so that no spreadsheet runs them, read with every mistake named by its line."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from domain.phrases import phrase
from domain.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

HEADER = ("user_id", "name", "reason", "banned_at")
MOST_ROWS = 2_000
MOST_CHARACTERS = 256 * 1024
LONGEST_NAME = 64
LONGEST_REASON = 500
LARGEST_ID = 2**52
# A cell that begins like this is run by spreadsheets.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
GUARD = "'"


@dataclass(frozen=True, kw_only=True, slots=True)
class ListedBan:
    """Somebody on a list, with the reason."""

    user_id: int
    name: str = ""
    reason: str = ""
    banned_at: datetime | None = None


def written(bans: Iterable[ListedBan]) -> str:
    """The list as CSV with a header; cells that a spreadsheet would run are guarded by an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    for ban in bans:
        at = ban.banned_at.astimezone(UTC).isoformat(timespec="seconds") if ban.banned_at else ""
        writer.writerow((ban.user_id, guarded(ban.name), guarded(ban.reason), at))
    return text.getvalue()


def guarded(cell: str) -> str:
    """The cell, kept from being run; one that begins with the guard gets another, so that reading gives it back."""
    line = " ".join(cell.split())
    return f"{GUARD}{line}" if line.startswith((*FORMULA, GUARD)) else line


def read_list(text: str) -> tuple[ListedBan, ...]:
    """The bans on a list, each person once. Raises Refusal, with the line, for what is none."""
    if len(text) > MOST_CHARACTERS:
        raise Refusal(phrase("federations-list-long", rows=str(MOST_ROWS)))
    found: dict[int, ListedBan] = {}
    try:
        rows = list(csv.reader(io.StringIO(text.strip()), strict=True))
    except csv.Error as error:
        raise Refusal(phrase("federations-list-bad", line="1")) from error
    if not rows or tuple(cell.strip().lower() for cell in rows[0][:1]) != HEADER[:1]:
        raise Refusal(phrase("federations-list-header"))
    if len(rows) - 1 > MOST_ROWS:
        raise Refusal(phrase("federations-list-long", rows=str(MOST_ROWS)))
    for line, cells in enumerate(rows[1:], start=2):
        if cells:
            ban = _ban(cells, line)
            found.setdefault(ban.user_id, ban)
    return tuple(found.values())


def _ban(cells: list[str], line: int) -> ListedBan:
    user_id, name, reason, at = (*cells[: len(HEADER)], "", "", "", "")[: len(HEADER)]
    number = user_id.strip()
    if len(cells) > len(HEADER) or not number.isascii() or not number.isdecimal() or not 0 < int(number) < LARGEST_ID:
        raise Refusal(phrase("federations-list-bad", line=str(line)))
    return ListedBan(
        user_id=int(number),
        name=name.removeprefix(GUARD).strip()[:LONGEST_NAME],
        reason=reason.removeprefix(GUARD).strip()[:LONGEST_REASON],
        banned_at=_instant(at.strip(), line),
    )


def _instant(text: str, line: int) -> datetime | None:
    if not text:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise Refusal(phrase("federations-list-bad", line=str(line))) from error
    return at if at.tzinfo else at.replace(tzinfo=UTC)
