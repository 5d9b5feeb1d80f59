from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

import pytest

from domain.phrases import Phrase
from tests.locales.entries import LANGUAGES, LOCALES, Entry, entries
from tests.locales.families import FAMILIES, OPTIONAL
from tests.locales.source import asked, strings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from domain.phrases import Value
    from services.words import Words

TAG = re.compile(r"<(/?)([\w-]+)[^>]*>")
TELEGRAM_TAGS = {"b", "i", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler"}
KEYS = sorted({key for language in LANGUAGES for key in entries(language)})
CASES = 200
# Small commands that share a file with a greater neighbour.
SIBLINGS = {"settings": ("language", "timezone"), "rules": ("blocklist",)}
# What Fluent leaves where a value or another word is missing; {ban} is an action as managers write it.
UNRESOLVED = re.compile(r"\{(?:\$|\?|-|[a-z]+-)")


def listed(problems: Iterable[object]) -> str:
    return "\n".join(str(problem) for problem in problems)


def test_there_are_two_languages_with_the_same_files() -> None:
    files = {language: {file.name for file in (LOCALES / language).iterdir()} for language in LANGUAGES}
    assert set(files) == {"en", "zh"}
    assert files["en"] == files["zh"]


def test_every_word_is_in_every_language() -> None:
    missing = {language: [key for key in KEYS if key not in entries(language)] for language in LANGUAGES}
    assert missing == {language: [] for language in LANGUAGES}


@pytest.mark.parametrize("what", ["file", "variables", "tags"])
def test_a_word_has_the_same_parts_in_every_language(what: str) -> None:
    def parts(key: str) -> list[object]:
        return [getattr(entries(language)[key], what) for language in LANGUAGES if key in entries(language)]

    assert listed([key for key in KEYS if len(set(parts(key))) > 1]) == ""


def test_an_id_begins_with_its_feature() -> None:
    shared = {"help"}
    strangers = [
        f"{entry.file}: {entry.key}"
        for entry in entries("en").values()
        if entry.key.split("-")[0] not in {entry.file, *shared, *SIBLINGS.get(entry.file, ())}
    ]
    assert listed(strangers) == ""


def test_every_word_the_source_asks_for_exists() -> None:
    assert listed([f"{one.place} {one.key}" for one in asked() if not one.made and one.key not in entries("en")]) == ""


def test_every_word_put_together_belongs_to_a_family() -> None:
    assert listed([f"{one.place} {one.key}" for one in asked() if one.made and one.key not in {*FAMILIES, ""}]) == ""


def test_every_word_of_a_family_exists() -> None:
    assert listed([key for family in FAMILIES.values() for key in family if key not in entries("en")]) == ""


def test_no_word_is_unused() -> None:
    families = {key for family in FAMILIES.values() for key in family}
    within = {key for entry in entries("en").values() for key in entry.references}
    used = strings() | families | within | set(OPTIONAL)
    assert listed([key for key in KEYS if key not in used]) == ""


def samples(entry: Entry) -> Iterator[dict[str, Value]]:
    """Values that try every variant, small and large numbers, and text where it may stand."""
    choices: dict[str, list[Value]] = {}
    for name in sorted(entry.variables):
        variants = entry.variants.get(name, frozenset())
        numeric = name in entry.numbers or any(found.isdigit() or found == "one" for found in variants)
        words = [found for found in sorted(variants) if not found.isdigit()]
        digits = [int(found) for found in sorted(variants) if found.isdigit()]
        choices[name] = [1, 12345, *digits] if numeric else ["a < b", *words]
    for number, values in enumerate(product(*choices.values())):
        if number == CASES:
            return
        yield {name.replace("-", "_"): value for name, value in zip(choices, values, strict=True)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_can_be_said(words: Words, language: str) -> None:
    said = [
        words.html(Phrase(key=key, values=values), language=language, timezone="UTC")
        for key, entry in entries(language).items()
        for values in samples(entry)
    ]
    assert len(said) >= len(KEYS)
    assert (
        listed([text for text in said if not balanced(text) or UNRESOLVED.search(text) or text != text.strip(" \n")])
        == ""
    )


def balanced(text: str) -> bool:
    """Whether the tags are Telegram's and each is closed in its turn."""
    still_open: list[str] = []
    for closing, name in TAG.findall(text):
        if name not in TELEGRAM_TAGS:
            return False
        if not closing:
            still_open.append(name)
        elif not still_open or still_open.pop() != name:
            return False
    return not still_open


@pytest.mark.parametrize(
    ("text", "expected"),
    [("<b>x</b>", True), ("<b><i>x</b></i>", False), ("<b>x", False), ("x</b>", False), ("<p>x</p>", False)],
)
def test_tags_must_be_telegrams_and_closed(text: str, *, expected: bool) -> None:
    assert balanced(text) is expected
