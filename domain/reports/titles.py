"""Names and first words short enough for one line, whatever people put into them."""

from __future__ import annotations

import unicodedata

ELLIPSIS = "…"
# What would dangle before an ellipsis.
LOOSE_ENDS = " ,;:，、；：—-"
JOINER = "\u200d"
EMOJI_STYLE = "\ufe0f"
ISOLATE, END_ISOLATE = "\u2068", "\u2069"
SHAPELESS = frozenset({"Cc", "Cf", "Cs", "Co"})
RIGHT_TO_LEFT = frozenset({"R", "AL"})
# What decorates a letter or an emoji; people stack them by the dozen to break the lines above and below.
MARKS_A_LETTER = 2
LONGEST_LETTER = 12
UNITS_A_CELL = 4
# They are letters to Unicode and nothing to the eye.
INVISIBLE_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")


def shorten(text: str, cells: int) -> str:
    """The text on one line, at most `cells` wide (a Chinese character or an emoji is two), cut after a whole character.

    Control and direction characters are dropped; right-to-left text is isolated so that it cannot turn a line around.
    """
    letters = _letters(" ".join(_visible(text).split()))
    kept = _fitting(letters, cells)
    if len(kept) < len(letters):
        kept = _fitting(letters, cells - 1)
        return _upright("".join(kept).rstrip(LOOSE_ENDS) + ELLIPSIS)
    return _upright("".join(kept))


def _upright(line: str) -> str:
    """The line, kept from turning around what stands beside it."""
    if any(unicodedata.bidirectional(character) in RIGHT_TO_LEFT for character in line):
        return f"{ISOLATE}{line}{END_ISOLATE}"
    return line


def _visible(text: str) -> str:
    """The text without what has no shape of its own, except the joiner that emoji are glued with."""
    return "".join(
        " " if character.isspace() else character
        for character in text
        if character.isspace()
        or character == JOINER
        or (unicodedata.category(character) not in SHAPELESS and character not in INVISIBLE_LETTERS)
    )


def _letters(text: str) -> list[str]:
    """Characters as a reader counts them: a letter with its marks, an emoji with all it is joined to."""
    letters: list[str] = []
    marks = 0
    for character in text:
        if letters and _belongs(character, letters[-1]):
            marks = marks + 1 if unicodedata.combining(character) else 0
            if marks <= MARKS_A_LETTER and len(letters[-1]) < LONGEST_LETTER:
                letters[-1] += character
        elif character != JOINER:
            letters.append(character)
            marks = 0
    return letters


def _belongs(character: str, letter: str) -> bool:
    """Whether it is part of the letter before it: accents, variation selectors, skin tones, joined emoji, flags."""
    return (
        character == JOINER
        or letter.endswith(JOINER)
        or unicodedata.category(character) in {"Mn", "Mc", "Me"}
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or (len(letter) == 1 and _is_flag_half(letter) and _is_flag_half(character))
    )


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _fitting(letters: list[str], cells: int) -> list[str]:
    """As many letters from the start as the width allows, and the length: Telegram counts code units, not cells."""
    room, length = cells, cells * UNITS_A_CELL + LONGEST_LETTER
    for index, letter in enumerate(letters):
        room -= _width(letter)
        length -= len(letter.encode("utf-16-le")) // 2
        if room < 0 or length < 0:
            return letters[:index]
    return letters


def _width(letter: str) -> int:
    """Cells one letter takes on a screen."""
    wide = unicodedata.east_asian_width(letter[0]) in "WF"
    return 2 if wide or EMOJI_STYLE in letter or _is_flag_half(letter[0]) else 1
