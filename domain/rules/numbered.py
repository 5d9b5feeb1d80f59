"""The chat's own rules, by number: read from a manager's text, cited from a reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.phrases import phrase
from domain.refusals import Refusal

if TYPE_CHECKING:
    from domain.phrases import Phrase

MOST_RULES = 50
LONGEST_RULE = 500
LONGEST_WHOLE = 3500

NUMERAL = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})"  # matching data, noqa: zh
NUMBERING = re.compile(
    rf"""\s*(?:
        [-•·*]\s+
        | [#＃]?\d{{1,2}}\s*[.)、．）:：](?!\d)
        | \d\ufe0f?\u20e3
        | [(（]{NUMERAL}[)）]
        | 第\s*{NUMERAL}\s*[条條][:：、.，]?  # matching data, noqa: zh
        | [一二三四五六七八九十]{{1,3}}[、．.]  # matching data, noqa: zh
        | [①-⑳]
    )\s*""",
    re.VERBOSE,
)
BARE_NUMBER = re.compile(r"\s*(\d{1,2})\s+")
CITED = re.compile(
    r"""(?<![^\s(（,，:：])[#＃](\d{1,2})(?!\d)
        | \brules?\s*[#＃]?(\d{1,2})(?!\d)
        | 第\s*(\d{1,2})\s*[条條]  # matching data, noqa: zh
        | (?:群规|规则|規則)\s*[#＃]?(\d{1,2})(?!\d)""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class NumberedRule:
    """One of the chat's rules: its own words, or those every chat begins with."""

    number: int
    text: str | Phrase


def read_rules(text: str) -> tuple[str, ...]:
    """One rule a line, numbering taken off, empty lines left out. Raises Refusal when it is none, or too much."""
    rules: list[str] = []
    for line in text.splitlines():
        rule = _unnumbered(line, number=len(rules) + 1)
        if rule:
            rules.append(rule)
    if not rules:
        raise Refusal(phrase("rules-none-given"))
    too_long = len(rules) > MOST_RULES or sum(map(len, rules)) > LONGEST_WHOLE
    if too_long or any(len(rule) > LONGEST_RULE for rule in rules):
        raise Refusal(phrase("rules-too-long", rules=MOST_RULES, each=LONGEST_RULE, whole=LONGEST_WHOLE))
    return tuple(rules)


def _unnumbered(line: str, *, number: int) -> str:
    """The line without its number; a number alone ("2 accounts") is one only in its own place."""
    marked = NUMBERING.match(line)
    if marked:
        return line[marked.end() :].strip()
    bare = BARE_NUMBER.match(line)
    return (line[bare.end() :] if bare and int(bare[1]) == number else line).strip()


def without_citation(reason: str) -> str:
    """The reason without the rule it begins with: "#2 flooding" is "flooding"."""
    found = CITED.match(reason)
    return reason[found.end() :].lstrip(" ,;:.，；：。、-–") if found else reason


def cited_number(reason: str) -> int | None:
    """The rule a reason names: `#3`, `rule 3`, 第3条, 群规3."""
    found = CITED.search(reason)
    return next((int(number) for number in found.groups() if number), None) if found else None
