"""Words put on a disguise: letters of another script that look alike, and letters set apart."""

from __future__ import annotations

import re

from domain.spam.scripts import CYRILLIC_RUN, HAN, LATIN_RUN

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
SHORTEST_MIXED, SHORTEST_WITH_DIGITS, MOST_DIGITS = 3, 4, 2


def joined(text: str) -> str:
    """A folded text with the letters of its words next to one another again."""
    text = BETWEEN_HAN.sub("", text)
    return SPELT_OUT.sub(lambda found: BETWEEN.sub("", found.group()), text)


def undisguised(word: str) -> str:
    """A word all in the script it pretends to be in; itself when it pretends nothing."""
    if word.isascii():
        return word
    cyrillic = "".join(CYRILLIC_RUN.findall(word))
    if not cyrillic:
        return word
    latin = "".join(LATIN_RUN.findall(word))
    if not latin:
        digits = len(word) - len(cyrillic)
        lends = len(cyrillic) >= SHORTEST_WITH_DIGITS and 0 < digits <= MOST_DIGITS
        return "".join(CYRILLIC_FOR.get(letter, letter) for letter in word) if lends else word
    if len(cyrillic) + len(latin) < SHORTEST_MIXED:
        return word
    if len(cyrillic) * 2 >= len(latin) and all(letter in CYRILLIC_FOR for letter in latin):
        return "".join(CYRILLIC_FOR.get(letter, letter) for letter in word)
    if len(latin) > len(cyrillic) and all(letter in LATIN_FOR for letter in cyrillic):
        return "".join(LATIN_FOR.get(letter, letter) for letter in word)
    return word
