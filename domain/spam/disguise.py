"""Words put on a disguise: letters of another script that look alike, and letters set apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from domain.confusables import FANCY
from domain.readings import DRAWN
from domain.spam.scripts import CYRILLIC_RUN, HAN, LATIN_RUN

if TYPE_CHECKING:
    from collections.abc import Mapping

CYRILLIC_FOR = {
    **dict(zip("aceopxykmhtbun", "асеорхукмнтвип", strict=True)),
    **dict(zip("036", "озб", strict=True)),
}
LATIN_FOR = dict(zip("асеорхукмнтви", "aceopxykmhtbu", strict=True))
# Four letters or more, each alone: "e a r n", "w.o.r.k".
SPELT_OUT = re.compile(r"(?<![^\W_])(?:[^\W\d_][ .\-_*~/|·]{1,2}){3,}[^\W\d_](?![^\W_])")
BETWEEN = re.compile(r"[ .\-_*~/|·]")
BETWEEN_HAN = re.compile(f"(?<=[{HAN}])[ .\\-_*~/|·•\u2b55\u274c\u2705]{{1,2}}(?=[{HAN}])")
# A word can only pretend where letters of both scripts, or letters and digits, meet.
MEETING = re.compile("[а-яё][a-z036]|[a-z036][а-яё]")
# A Latin word with a Russian ending: talk among developers is full of them.
INFLECTED = re.compile("[a-z]{2,}[а-яё]+")
SHORTEST_MIXED, SHORTEST_WITH_DIGITS, MOST_DIGITS = 3, 4, 2


def plain(text: str) -> str:
    """A folded text with letters that are drawn, small capitals and rings, as the letters they are."""
    return text.translate(FANCY) if not text.isascii() and DRAWN.search(text) else text


def joined(text: str) -> str:
    """A folded text with the letters of its words next to one another again."""
    text = BETWEEN_HAN.sub("", text)
    return SPELT_OUT.sub(lambda found: BETWEEN.sub("", found.group()), text)


def undisguised(word: str) -> str:
    """A word all in the script it pretends to be in; itself when it pretends nothing."""
    if not MEETING.search(word) or INFLECTED.fullmatch(word):
        return word
    cyrillic = "".join(CYRILLIC_RUN.findall(word))
    latin = "".join(LATIN_RUN.findall(word))
    if latin and len(cyrillic) + len(latin) < SHORTEST_MIXED:
        return word
    if len(cyrillic) * 2 >= len(latin) and _may_lend(latin, CYRILLIC_FOR) and _few_digits(word, cyrillic, latin):
        return "".join(CYRILLIC_FOR.get(letter, letter) for letter in word)
    if len(latin) >= len(cyrillic) and _may_lend(cyrillic, LATIN_FOR):
        return "".join(LATIN_FOR.get(letter, letter) for letter in word)
    return word


def _may_lend(letters: str, lookalikes: Mapping[str, str]) -> bool:
    return all(letter in lookalikes for letter in letters)


def _few_digits(word: str, cyrillic: str, latin: str) -> bool:
    """A digit or two may stand for letters of a longer word; "2а" and "M3" are what they are."""
    digits = len(word) - len(cyrillic) - len(latin)
    return not digits or (digits <= MOST_DIGITS and len(cyrillic) >= SHORTEST_WITH_DIGITS)
