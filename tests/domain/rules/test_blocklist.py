import pytest
from msgspec.structs import replace
from pydantic import ValidationError

from domain.messages import Forward, Message
from domain.rules.blocklist import BlocklistSettings, check, shortfall
from domain.rules.judgement import Scene
from tests.domain.rules.scenes import said


def shown(text: str, **fields: object) -> Message:
    """A message with more than its text."""
    return replace(said(text), **fields)


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
        ("兼职", "兼任教职"),
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


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("spam", shown("", parts=("Vote!", "buy spam"))),
        ("spam", shown("look", parts=("spam",))),
        ("/sp[ae]m+/", said("buy SPAMMM now")),
        ("/^spam$/", said("spam")),
        ("=spam", said("SPAM")),
        ("file:*.apk", shown("", file_name="Game v2.APK")),
        ("inline:@gamebot", shown("", via_bot="GameBot")),
        ("inline:gamebot", shown("", via_bot="gamebot")),
        ("stickers:bad_set", shown("", sticker_set="bad_set")),
        ("forward:@news", shown("", forward=Forward(kind="channel", source_id=-100777, username="news"))),
        ("forward:-100777", shown("", forward=Forward(kind="channel", source_id=-100777, name="News"))),
        ('forward:"daily news"', shown("", forward=Forward(kind="hidden", name="Daily News"))),
    ],
)
def test_everything_people_read_and_every_name_is_judged(entry: str, message: Message) -> None:
    assert check(message, Scene(), BlocklistSettings(entries=(entry,))) is not None


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("=spam", said("spam now")),
        ("file:*.apk", said("game.apk")),
        ("inline:@gamebot", said("@gamebot")),
        ("/^spam$/", said("spam now")),
        ('"free money"', shown("free", parts=("money",))),
        ("stickers:bad", shown("", sticker_set="bad_set")),
    ],
)
def test_a_name_or_a_whole_message_is_no_more_than_that(entry: str, message: Message) -> None:
    assert check(message, Scene(), BlocklistSettings(entries=(entry,))) is None


def test_an_entrys_own_action_and_reason_come_with_the_hit() -> None:
    hit = check(said("casino!"), Scene(), BlocklistSettings(entries=("casino {tmute 6h} ### no gambling here",)))
    assert hit is not None
    assert (hit.action, hit.reason) == ("mute 6h", "no gambling here")


def test_of_two_entries_for_the_same_the_later_counts() -> None:
    settings = BlocklistSettings(entries=("spam {ban}", "ham", "spam {kick}"))
    assert settings.entries == ("spam {kick}", "ham")


@pytest.mark.parametrize(
    ("entries", "lacking"),
    [
        ([f"word{number}" for number in range(5000)] + [f"/re{number}/" for number in range(200)], None),
        ([f"word{number}" for number in range(5001)], "full"),
        (["x" * 99 + chr(0x4E00 + number) for number in range(1001)], "full"),
        ([f"/re{number}/" for number in range(201)], "regexes"),
        ([f"/a.{{0,40}}b{number}/" for number in range(3)], "regexes"),
        ([f"word?{number:04d}" for number in range(1001)], "vague"),
        ([f"a?{one}?{other}" for one in "bcdefghijklmnop" for other in "bcdefghijklmnop"], "vague"),
    ],
)
def test_a_list_is_as_long_as_can_be_searched_quickly(entries: list[str], lacking: str | None) -> None:
    assert shortfall(tuple(entries)) == lacking


@pytest.mark.parametrize("entry", ["*", "", '"open', "a\\b", "x" * 300])
def test_a_bad_entry_is_refused_when_it_is_saved(entry: str) -> None:
    with pytest.raises(ValidationError, match="cannot be blocked"):
        BlocklistSettings(entries=("fine", entry))


@pytest.mark.parametrize(("entries", "length"), [(5001, 5), (1001, 100)])
def test_a_list_too_big_to_search_quickly_is_refused(entries: int, length: int) -> None:
    with pytest.raises(ValidationError, match="too many entries"):
        BlocklistSettings(entries=tuple(f"{number:05d}".ljust(length, "x") for number in range(entries)))


@pytest.mark.parametrize("filling", ["?", "?*", "a?", "微信", "*a*b"])
def test_the_biggest_list_that_is_taken_can_be_searched(filling: str) -> None:
    entries = tuple(f"{number:03d}{filling * 50}"[:100] for number in range(500))
    settings = BlocklistSettings(entries=entries)
    assert check(said("good morning " * 300), Scene(), settings) is None
