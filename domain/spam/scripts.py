"""The script a text is written in: what was learnt of one says nothing about another."""

from __future__ import annotations

import re
import unicodedata

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# What every Han character lies between, and no letter of another script.
FIRST_HAN, LAST_HAN = "\u3400", "\ufaff"
HAN_LETTER = re.compile(f"[{HAN}]")
HAN_RUN = re.compile(f"[{HAN}]+")
LATIN_RUN = re.compile("[a-zß-öø-ÿāăąćčďđēęěğīıłńňőřśşšťūůűźžơư]+")
CYRILLIC_RUN = re.compile("[а-яёђєіїјљњћўґ]+")
OTHER_RUN = re.compile(f"[^\\W\\d_a-zß-öø-ÿāăąćčďđēęěğīıłńňőřśşšťūůűźžơưа-яёђєіїјљњћўґ{HAN}]+")

HAN_NAME, LATIN, CYRILLIC, NONE = "han", "latin", "cyrillic", "none"
# A Han character says about as much as three letters.
HAN_WEIGHT = 3
# So much of another script makes a text one of that script: Japanese has more Han than kana at times.
OTHER_SHARE = 0.2


def letters(runs: re.Pattern[str], text: str) -> int:
    """How many letters of a script a text has."""
    return sum(map(len, runs.findall(text)))


def script_of(text: str) -> str:
    """The script most of a folded text is in: `han`, `latin`, `cyrillic`, Unicode's word for others, or `none`."""
    # Most texts are all in one script, and are told by that at less cost.
    if not HAN_LETTER.search(text):
        for name, runs in ((LATIN, LATIN_RUN), (CYRILLIC, CYRILLIC_RUN)):
            if letters(runs, text) * 2 > len(text):
                return name
    weights = {
        HAN_NAME: HAN_WEIGHT * letters(HAN_RUN, text),
        CYRILLIC: letters(CYRILLIC_RUN, text),
        LATIN: letters(LATIN_RUN, text),
    }
    known, others = sum(weights.values()), OTHER_RUN.findall(text)
    strange = sum(map(len, others))
    if strange > OTHER_SHARE * (known + strange):
        return unicodedata.name(others[0][0], "unknown").split()[0].lower()
    return max(weights, key=weights.__getitem__) if known else NONE
