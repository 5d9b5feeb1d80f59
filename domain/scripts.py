"""Ways of writing, and how many letters of a text belong to them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, TypeAlias, get_args

Script: TypeAlias = Literal[
    "latin",
    "greek",
    "cyrillic",
    "armenian",
    "georgian",
    "hebrew",
    "arabic",
    "devanagari",
    "bengali",
    "tamil",
    "thai",
    "ethiopic",
    "han",
    "kana",
    "hangul",
]
SCRIPTS: tuple[Script, ...] = get_args(Script)

# Blocks of the Unicode standard.
RANGES: dict[str, str] = {
    "latin": "A-Za-z\u00aa\u00ba\u00c0-\u02b8\u1e00-\u1eff\u2c60-\u2c7f\ua720-\ua7ff\uff21-\uff3a\uff41-\uff5a",
    "greek": "\u0370-\u03ff\u1f00-\u1fff",
    "cyrillic": "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f",
    "armenian": "\u0530-\u058f",
    "georgian": "\u10a0-\u10ff\u1c90-\u1cbf",
    "hebrew": "\u0590-\u05ff\ufb1d-\ufb4f",
    "arabic": "\u0620-\u065f\u066e-\u06d3\u06d5-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "devanagari": "\u0900-\u0965\u0970-\u097f",
    "bengali": "\u0980-\u09e5\u09f0-\u09ff",
    "tamil": "\u0b80-\u0bff",
    "thai": "\u0e00-\u0e3e\u0e40-\u0e4e",
    "ethiopic": "\u1200-\u139f",
    "han": "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af",
    "kana": "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f",
    "hangul": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
}
LETTERS = re.compile(r"[^\W\d_]+")
# Other right-to-left scripts, from Syriac to Adlam, beside Hebrew and Arabic.
RTL_RANGES = f"{RANGES['hebrew']}{RANGES['arabic']}\u0700-\u086f\U00010800-\U00010fff\U0001e800-\U0001efff"


@lru_cache(maxsize=256)
def pattern_of(scripts: tuple[str, ...], *, outside: bool = False) -> re.Pattern[str]:
    """A pattern for a run of letters of these scripts, or of none of them."""
    ranges = "".join(RANGES[script] for script in scripts)
    return re.compile(rf"[^\W\d_{ranges}]+" if outside else f"[{ranges}]+")


def count_of(text: str, scripts: tuple[str, ...], *, outside: bool = False) -> int:
    """How many letters of the text are of these scripts, or of none of them; `scripts` are one at least."""
    return sum(map(len, pattern_of(scripts, outside=outside).findall(text)))


def letters_of(text: str) -> int:
    """How many letters a text has."""
    return sum(map(len, LETTERS.findall(text)))
