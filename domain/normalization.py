"""Text as a reader's eye takes it: one form for what looks alike, nothing that cannot be seen."""

import re
import unicodedata

# Marks stacked on a letter that has no form of its own with them (struck-through or dripping letters). Accents
# that belong to a letter are kept: NFKC has already made them part of it.
MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
# Besides them format and control characters, variation selectors and fillers of Hangul.
UNSEEN = re.compile(
    f"[{MARKS}\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
BLANK = "\u2800"
# Every Chinese text has these, and NFKC is fifty times as slow on a text that has anything for it to do.
WIDE = (("，", ","), ("！", "!"), ("？", "?"), ("：", ":"), ("；", ";"), ("（", "("), ("）", ")"))


def compatible(text: str) -> str:
    """Compatibility forms made one (NFKC)."""
    if text.isascii():
        return text
    for wide, narrow in WIDE:
        text = text.replace(wide, narrow)
    return unicodedata.normalize("NFKC", text)


def visible(text: str) -> str:
    """What can be seen of a text already made compatible; case and blanks as they are."""
    return text if text.isascii() and text.isprintable() else UNSEEN.sub("", text).replace(BLANK, " ")


def settled(text: str) -> str:
    """Lower case, and one space between words, of a text of which only the visible is left."""
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(unicodedata.normalize("NFKC", text.casefold()).split())


def fold(text: str) -> str:
    """Lower case, compatibility forms made one (NFKC), the unseen taken out, one space between words."""
    return settled(visible(compatible(text)))
