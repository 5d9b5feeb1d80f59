"""Names and places one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.phrases import Phrase


def joined(items: Sequence[Phrase]) -> Phrase:
    """At least one item, with the language's own comma between them."""
    first, *rest = items
    return phrase("digest-and", first=first, rest=joined(rest)) if rest else first
