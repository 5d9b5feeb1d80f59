"""Whether tricks are seen through, and honest text is left alone (tests/domain/evasions.py, tests/domain/clean.py)."""

from __future__ import annotations

import pytest

from domain.rules.blocklist import BlocklistSettings, check
from domain.rules.judgement import Scene
from tests.domain.clean import ENTRIES, sentences
from tests.domain.evasions import CHINESE, ENGLISH, EVASIONS
from tests.domain.rules.scenes import said

BLOCKED = BlocklistSettings(entries=(ENGLISH, CHINESE))
WORDS = BlocklistSettings(entries=ENTRIES)


@pytest.mark.parametrize("kind", EVASIONS)
@pytest.mark.parametrize("language", [0, 1])
def test_words_in_disguise_are_found(kind: str, language: int) -> None:
    assert check(said(EVASIONS[kind][language]), Scene(), BLOCKED) is not None


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("казино", "лучшее кaзинo тут"),
        ("казино", "лучшее к.а.з.и.н.о тут"),
        ("порно", "пopнo"),
        ("money", "f r e e m o n e y"),
        ("casino", "best сasіnо here"),
        ("casino", "best C A S I N O here"),
        ("casino", "best cas\u200di\u2060no here"),
        ("viagra", "V!AGRA"),
        ("scam", "ѕсаm"),
        ("加微信", "加*微*信"),
        ("刷单", "刷/单"),
        ("刷单", "刷 单 兼 职"),
        ("telegram", "ᴛᴇʟᴇɢʀᴀᴍ"),
    ],
)
def test_other_disguises_are_found_too(entry: str, text: str) -> None:
    assert check(said(text), Scene(), BlocklistSettings(entries=(entry,))) is not None


def test_clean_text_of_many_languages_is_left_alone() -> None:
    texts = list(sentences())
    flagged = [(language, text) for language, text in texts if check(said(text), Scene(), WORDS) is not None]
    assert len(texts) > 600
    assert flagged == []
