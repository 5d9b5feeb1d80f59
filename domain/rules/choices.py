"""Lists whose entries are chosen from a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection


def chosen_from(known: Collection[str], written: tuple[str, ...]) -> tuple[str, ...]:
    """Each choice once, in lower case. Raises ValueError for one there is not."""
    chosen = tuple(dict.fromkeys(one.strip().lower() for one in written))
    strangers = [one for one in chosen if one not in known]
    if strangers:
        raise ValueError(f"none of {', '.join(known)}: {strangers[0]}")
    return chosen
