"""The ways a text can be read by somebody who looks past tricks: f.r.e.e, fr33, frее with Cyrillic letters.

The first reading is the folded text itself. Others come only of what honest text hardly has: words of mixed scripts,
digits among letters, single letters set apart, signs within words. Clean words stay what they are in every reading,
so that "сор" is never "cop" in a Russian sentence.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from msgspec import Struct

from domain.confusables import (
    FANCY,
    FLAG_LETTERS,
    RINGS,
    SIGNS_AS_I,
    SIGNS_AS_L,
    SMALL_CAPITALS,
    TO_CYRILLIC,
    TO_GREEK,
    TO_LATIN,
)
from domain.normalization import MARKS, compatible, settled, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff"
CYRILLIC = "\u0400-\u052f\ua640-\ua69f"
GREEK = "\u0370-\u03ff\u1f00-\u1fff"
OTHER = "\u0531-\u0587\u13a0-\u13fd\uab70-\uabbf"
FOREIGN = f"{CYRILLIC}{GREEK}{OTHER}"
LETTERS = f"{LATIN}{FOREIGN}"
SIGNS = "0134578@$€£¢!|"
HAN = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

TURNED = re.compile("\u202e([^\u202c\u2066-\u2069\n]*)")
MARK = re.compile(f"[{MARKS}]")
# Both begin where a word does: searched from each letter of it anew, a long one would take quadratic time.
MARKED = re.compile(rf"(?<![^\W\d_])[^\W\d_]+[{MARKS}][\w{MARKS}]*")
# Two accents side by side, or three in a word: f(rëë), not (año). Vietnamese letters are left alone.
ACCENTS = (
    "\u00c0-\u00c5\u00c7-\u00cf\u00d1-\u00d6\u00d9-\u00dd\u00e0-\u00e5\u00e7-\u00ef"
    "\u00f1-\u00f6\u00f9-\u00fd\u00ff-\u017e"
)
ACCENT = re.compile(f"[{ACCENTS}]")
ACCENTED = re.compile(
    rf"(?<![{LATIN}])[{LATIN}]*(?:[{ACCENTS}]{{2}}|[{ACCENTS}][{LATIN}]{{0,2}}[{ACCENTS}][{LATIN}]{{0,2}}[{ACCENTS}])[{LATIN}]*"
)
DRAWN = re.compile(f"[{''.join(SMALL_CAPITALS)}{''.join(RINGS)}]")
FLAG_RUN = re.compile("[\U0001f1e6-\U0001f1ff](?:[ .\\-]?[\U0001f1e6-\U0001f1ff]){2,}")

SIGN = re.compile(f"[{SIGNS}]")
INNER_SIGN = re.compile(f"[{LETTERS}][{SIGNS}]+[{LETTERS}]")
OTHER_DIGIT = re.compile("[269]")
STROKE = re.compile(rf"[{LETTERS}][1!|]|[1!|][{LETTERS}]")
HAS_LATIN = re.compile(f"[{LATIN}]")
HAS_FOREIGN = re.compile(f"[{FOREIGN}]")
HAS_CYRILLIC = re.compile(f"[{CYRILLIC}]")
HAS_GREEK = re.compile(f"[{GREEK}]")
HAS_OTHER = re.compile(f"[{OTHER}]")
ODD = re.compile(
    rf"[{LATIN}][{FOREIGN}]|[{FOREIGN}][{LATIN}]|[{CYRILLIC}][{GREEK}]|[{GREEK}][{CYRILLIC}]"
    rf"|[{LETTERS}][0134578]|[{LETTERS}][@$€£¢!|]+[{LETTERS}]|[0134578@$€£¢][{LETTERS}]"
)
TOKEN = re.compile(rf"[$€£]?[{LETTERS}0-9]+(?:[@$€£¢!|]+[{LETTERS}0-9]+)*")
SHORTEST_SIGNED = 4
SHORTEST_MIXED = 3

# Letters that look exactly like a Latin one: a word of nothing else may be a Latin word in disguise.
TWINS = re.compile("[аеорсухіјѕԁԛԝһӏкмтнвАВЕКМНОРСТУХІЈЅοανρτυικχηγεΑΒΕΖΗΙΚΜΝΟΡΤΥΧօսոհցզ]+")

# Single letters set apart by one and the same separator, three or more of them.
SPREAD = re.compile(r"(?<![^\W_])[^\W_]([\W_]{1,4})[^\W_](?:\1[^\W_])+(?![^\W_])")
# Signs within a word that end no clause; emoji are among them.
WITHIN = r"""(?:[^\w\s.,!?;:…'"’‘“”()\[\]，。！？；：、（）《》〈〉「」『』【】@$€£¢|~～—–]|[._])"""
SPLIT = re.compile(rf"(?<=[^\W_]){WITHIN}+(?=[^\W_])")
# A space beside a single character, where no spaces are written between words.
IS_HAN_GAP = re.compile(rf"[{HAN}][^\S\n]+[{HAN}]")
HAN_GAP = re.compile(rf"(?<=[{HAN}])[^\S\n]+(?=[{HAN}](?![{HAN}]))|(?<=(?<![{HAN}])[{HAN}])[^\S\n]+(?=[{HAN}])")


class Reading(Struct, frozen=True):
    """How a text can be read: `forms` are whole, the folded text first; `runs` are letters that stood one by one.

    In a run put together, words can no longer be told from one another: freemoney.
    """

    forms: tuple[str, ...]
    runs: tuple[str, ...] = ()


def read(text: str) -> Reading:
    """Every way to read it, each once, lower case with one space between words."""
    joined = compatible(text)
    seen = visible(joined)
    found = [settled(seen)]
    shapes = seen if joined.isascii() else _shapes(joined, seen)
    apart = " ".join(shapes.split())
    together, runs = squeeze(shapes)
    for way in (apart, together) if together != apart else (apart,):
        if way is together or shapes != seen:
            found.append(settled(way))
        found += map(settled, unmasked(way))
    return Reading(tuple(dict.fromkeys(found)), tuple(settled(latin(run, SIGNS_AS_I)) for run in runs))


def _shapes(joined: str, seen: str) -> str:
    """What is drawn otherwise made plain: reversed text, stacked accents, small capitals, letters in circles."""
    text = seen
    if "\u202e" in joined:
        joined = TURNED.sub(lambda found: found[1][::-1], joined)
        text = visible(joined)
    if MARK.search(joined):
        text = visible(MARKED.sub(_bare, joined))
    if ACCENT.search(text):
        text = ACCENTED.sub(_bare, text)
    if DRAWN.search(text):
        text = text.translate(FANCY)
    return FLAG_RUN.sub(lambda found: found[0].translate(FLAG_LETTERS), text)


def _bare(found: re.Match[str]) -> str:
    return "".join(one for one in unicodedata.normalize("NFD", found[0]) if not unicodedata.combining(one))


def squeeze(text: str) -> tuple[str, list[str]]:
    """The text with what is set apart put together again: f.r.e.e, f r e e, 加🌟微🌟信; and its runs of single letters.

    One space is left between words.
    """
    runs: list[str] = []

    def join(found: re.Match[str]) -> str:
        runs.append(found[0].replace(found[1], ""))
        return runs[-1]

    text = SPREAD.sub(join, text)
    text = " ".join([word if word[:-1].isalnum() else SPLIT.sub("", word) for word in text.split()])
    return HAN_GAP.sub("", text) if not text.isascii() and IS_HAN_GAP.search(text) else text, runs


def unmasked(text: str) -> list[str]:
    """The text with its words in disguise read as Latin and as their own script; nothing when there are none."""
    foreign = _foreign_among_others(text)
    found = []
    if foreign or SIGN.search(text):
        words = text.split(" ")
        places = [place for place, word in enumerate(words) if foreign or (not word.isalpha() and SIGN.search(word))]
        odd = [place for place in places if ODD.search(words[place])]
        if odd:
            ways = [_as_latin, *([_as_latin_l] if STROKE.search(text) else ()), *([_as_own] if foreign else ())]
            found = [_with_words(words, odd, way) for way in ways]
    if foreign and TWINS.fullmatch(foreign) and _is_among_latin(text):
        found.append(text.translate(TO_LATIN))
    return found


def _is_among_latin(text: str) -> bool:
    """Whether ordinary Latin words stand around those of twins: more of them, and names like iPhone do not count."""
    words = text.split(" ")
    ordinary = sum(word.isascii() and word.islower() for word in words)
    return ordinary > max(1, sum(HAS_FOREIGN.search(word) is not None for word in words))


def _foreign_among_others(text: str) -> str:
    """The letters of foreign scripts where others stand beside them, else nothing."""
    if text.isascii() or not HAS_FOREIGN.search(text):
        return ""
    scripts = sum(pattern.search(text) is not None for pattern in (HAS_LATIN, HAS_CYRILLIC, HAS_GREEK, HAS_OTHER, SIGN))
    return "".join(HAS_FOREIGN.findall(text)) if scripts > 1 else ""


def _with_words(words: Sequence[str], odd: Sequence[int], way: Callable[[re.Match[str]], str]) -> str:
    changed = list(words)
    for place in odd:
        changed[place] = TOKEN.sub(way, changed[place])
    return " ".join(changed)


def _as_latin(found: re.Match[str]) -> str:
    return latin(found[0], SIGNS_AS_I)


def _as_latin_l(found: re.Match[str]) -> str:
    return latin(found[0], SIGNS_AS_L)


def _as_own(found: re.Match[str]) -> str:
    word = found[0]
    if word.isascii() or not (is_mixed(word) or is_signed(word)):
        return word
    if HAS_CYRILLIC.search(word):
        return word.translate(TO_CYRILLIC)
    return word.translate(TO_GREEK) if HAS_GREEK.search(word) else word


def latin(word: str, signs: Mapping[int, str]) -> str:
    """A word of mixed scripts, or of letters and signs, as the Latin word it looks like; any other as it is."""
    if is_mixed(word):
        word = word.translate(TO_LATIN)
    return word.translate(signs) if is_signed(word) else word


def is_mixed(word: str) -> bool:
    """Whether letters of scripts that no language mixes within a word stand in it."""
    if word.isascii() or len(word) < SHORTEST_MIXED or not HAS_FOREIGN.search(word):
        return False
    return sum(pattern.search(word) is not None for pattern in (HAS_LATIN, HAS_CYRILLIC, HAS_GREEK, HAS_OTHER)) > 1


def is_signed(word: str) -> bool:
    """Whether digits and signs stand for letters: fr33 and s3x, not mp3s' 70s, 3d or 20th."""
    signs = len(SIGN.findall(word))
    if not 0 < signs <= len(word) - signs or OTHER_DIGIT.search(word):
        return False
    return len(word) >= SHORTEST_SIGNED or INNER_SIGN.search(word) is not None or word[0] == "$"
