import pytest
from pydantic import ValidationError

from domain.rules.blocklist import BlocklistSettings, check
from domain.rules.judgement import Scene
from tests.domain.rules.scenes import said


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("spam", "this is SPAM, really"),
        ("spam", "spam"),
        ("spam", "sp\u200bam"),
        ("spam", "ｓｐａｍ!"),
        ("spam", "快来spam吧"),
        ("usdt", "免费usdt换汇"),
        ("sp?m", "buy spam now"),
        ("sp?m", "buy sp4m now"),
        ("spam*", "what a spammer"),
        ("*coin", "buy shitcoin"),
        ('"free money"', "get  Free\nMoney here"),
        ('"free * money"', "free easy money"),
        (r"5\*", "a 5* hotel"),
        (r"what\?", "so what?"),
        ("兼职", "招聘兼职刷单"),
        ("加微信", "快加\u200b微信吧"),
        ("加*信", "请加我的微信"),
        ("$$$", "make $$$fast"),
        ("c++", "I write c++11"),
        ("STRASSE", "an der straße"),
        ("спам", "это СПАМ"),
        ("真的？", "真的?"),
    ],
)
def test_an_entry_is_found(entry: str, text: str) -> None:
    hit = check(said(text), Scene(), BlocklistSettings(entries=(entry,)))
    assert hit is not None
    assert hit.rule == "blocklist"


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("spam", "spammer"),
        ("spam", "antispam"),
        ("spam", "my_spam_folder"),
        ("sp?m", "sp m"),
        ("sp?m", "spaam"),
        ('"free money"', "free of money"),
        ('"free * money"', "free money"),
        ("*coin", "co in"),
        (r"5\*", "55"),
        ("兼职", "兼 职"),
        ("ano", "feliz año"),
        ("spam", ""),
    ],
)
def test_what_is_not_the_entry_is_left_alone(entry: str, text: str) -> None:
    assert check(said(text), Scene(), BlocklistSettings(entries=(entry,))) is None


def test_the_trigger_is_quoted() -> None:
    hit = check(said("Get rich: FREE money!"), Scene(), BlocklistSettings(entries=('"free money"', "兼职")))
    assert hit is not None
    assert hit.quote == "free money"


def test_an_edited_message_is_judged_again() -> None:
    assert check(said("spam", edited=True), Scene(), BlocklistSettings(entries=("spam",))) is not None


def test_no_entries_block_nothing() -> None:
    assert check(said("spam"), Scene(), BlocklistSettings()) is None


def test_entries_are_kept_once_each_as_they_would_be_typed() -> None:
    settings = BlocklistSettings(entries=("spam", " spam ", "“free money”"))
    assert settings.entries == ("spam", '"free money"')


@pytest.mark.parametrize("entry", ["*", "", '"open', "a\\b", "x" * 300])
def test_a_bad_entry_is_refused_when_it_is_saved(entry: str) -> None:
    with pytest.raises(ValidationError, match="cannot be blocked"):
        BlocklistSettings(entries=("fine", entry))


@pytest.mark.parametrize(("entries", "length"), [(5001, 5), (501, 100)])
def test_a_list_too_big_to_search_quickly_is_refused(entries: int, length: int) -> None:
    with pytest.raises(ValidationError, match="too many entries"):
        BlocklistSettings(entries=tuple(f"{number:05d}".ljust(length, "x") for number in range(entries)))


@pytest.mark.parametrize("filling", ["?", "?*", "a?", "微信", "*a*b"])
def test_the_biggest_list_that_is_taken_can_be_searched(filling: str) -> None:
    entries = tuple(f"{number:03d}{filling * 50}"[:100] for number in range(500))
    settings = BlocklistSettings(entries=entries)
    assert check(said("good morning " * 300), Scene(), settings) is None
