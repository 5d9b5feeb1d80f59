"""Text as a reader's eye takes it: one form for what looks alike, nothing that cannot be seen."""

import re
import unicodedata

# Format and control characters, variation selectors, fillers of Hangul, and marks stacked on a letter that has
# no form of its own with them (struck-through or dripping letters). Accents that belong to a letter are kept:
# NFKC has already made them part of it.
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u0300-\u036f\u0483-\u0489\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u3164"
    "\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
BLANK = "\u2800"


def fold(text: str) -> str:
    """Lower case, compatibility forms made one (NFKC), the unseen taken out, one space between words."""
    if text.isascii() and text.isprintable():
        return " ".join(text.lower().split())
    seen = UNSEEN.sub("", unicodedata.normalize("NFKC", text)).replace(BLANK, " ")
    return " ".join(unicodedata.normalize("NFKC", seen.casefold()).split())
