"""Accounts that others have listed as spammers, by id: some million of them in a few megabytes."""

from __future__ import annotations

from array import array
from bisect import bisect_left

# Telegram's ids have at most 52 bits.
LONGEST = 16


class Listing:
    """Which accounts are listed. Empty until the first list is given."""

    def __init__(self) -> None:
        self._ids = array("q")

    def __contains__(self, user_id: object) -> bool:
        """Whether an account is listed."""
        if not isinstance(user_id, int):
            return False
        place = bisect_left(self._ids, user_id)
        return place < len(self._ids) and self._ids[place] == user_id

    def __len__(self) -> int:
        """How many are listed."""
        return len(self._ids)

    def replace(self, ids: array[int]) -> None:
        """Let these be listed, in rising order, in place of all before."""
        self._ids = ids


def read_ids(text: bytes) -> array[int]:
    """Ids of accounts in rising order, each once: one a line, or its first cell; what is no id is left out."""
    cells = (line.split(b",", 1)[0].strip().strip(b'"') for line in text.splitlines())
    ids = {int(cell) for cell in cells if cell.isdigit() and len(cell) <= LONGEST}
    return array("q", sorted(ids - {0}))
