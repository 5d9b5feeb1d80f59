import pytest
from msgspec.structs import replace
from pydantic import ValidationError

from domain.messages import Forward, Link, Message
from domain.rules.judgement import Scene
from domain.rules.kinds import SHOWN
from domain.rules.locks import LocksSettings, check
from domain.traits import TRAITS
from tests.domain.rules.scenes import said


def having(*traits: str, **fields: object) -> Message:
    values: dict[str, object] = {"traits": frozenset(traits), **fields}
    return replace(said("hello"), **values)


@pytest.mark.parametrize("trait", sorted(set(TRAITS) - set(SHOWN)))
def test_every_trait_can_be_locked(trait: str) -> None:
    settings = LocksSettings(kinds=(trait,))
    hit = check(having(trait, "quote"), Scene(), settings)
    assert hit is not None
    assert hit.because.values["kind"] is not None
    assert check(having("text" if trait != "text" else "photo"), Scene(), settings) is None


def test_nothing_is_locked_at_first() -> None:
    assert check(having(*TRAITS), Scene(), LocksSettings()) is None


def test_a_lock_has_its_own_action_and_reason() -> None:
    hit = check(having("voice"), Scene(), LocksSettings(kinds=("voice {tmute 1h} ### no voice here",)))
    assert hit is not None
    assert (hit.action, hit.reason) == ("mute 1h", "no voice here")


def test_the_first_lock_in_order_counts() -> None:
    hit = check(
        having("sticker", "stickeranimated"), Scene(), LocksSettings(kinds=("stickeranimated {ban}", "sticker"))
    )
    assert hit is not None
    assert hit.action == "ban"


def test_a_lock_of_everything_holds_back_plain_words() -> None:
    assert check(having("text"), Scene(), LocksSettings(kinds=("all",))) is not None


def test_a_kind_is_kept_as_it_was_locked_last() -> None:
    assert LocksSettings(kinds=("url", "sticker", "url {ban}")).kinds == ("url {ban}", "sticker")


@pytest.mark.parametrize("written", ["pigeons", "url {dance}", "", "url {ban"])
def test_what_is_no_lock_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        LocksSettings(kinds=(written,))


URL = Link("https://docs.example.org/x", hidden=False)
EVIL = Link("https://evil.example/x", hidden=True)


@pytest.mark.parametrize(
    ("kind", "message", "allowed"),
    [
        ("url", having("url", links=(URL,)), "example.org"),
        ("invitelink", having("url", links=(Link("https://t.me/our_friends", hidden=False),)), "@our_friends"),
        ("botlink", having("url", links=(Link("https://t.me/helper_bot?start=1", hidden=False),)), "@helper_bot"),
        ("command", having("command", text="/start@helper_bot now"), "/start"),
        ("inline", having("inline", via_bot="gifs"), "@gifs"),
        ("forward", having("forward", forward=Forward(kind="channel", source_id=-1009)), "-1009"),
        ("forwardchannel", having("forwardchannel", forward=Forward(kind="channel", username="news")), "@news"),
    ],
)
def test_what_is_allowed_passes_its_lock(kind: str, message: Message, allowed: str) -> None:
    assert check(message, Scene(), LocksSettings(kinds=(kind,))) is not None
    assert check(message, Scene(), LocksSettings(kinds=(kind,), allowed=(allowed,))) is None
    assert check(message, Scene(), LocksSettings(kinds=(kind,), allowed=("other.example", "@other"))) is not None


def test_one_allowed_link_does_not_cover_another() -> None:
    settings = LocksSettings(kinds=("url",), allowed=("example.org",))
    assert check(having("url", links=(URL, EVIL)), Scene(), settings) is not None


def test_an_exemption_from_one_lock_is_none_from_another() -> None:
    settings = LocksSettings(kinds=("photo", "url"), allowed=("example.org",))
    assert check(having("photo", "url", links=(URL,)), Scene(), settings) is not None


@pytest.mark.parametrize("written", ["", "not a domain", "@", "/", "localhost", "名字"])
def test_what_can_be_no_exemption_is_refused(written: str) -> None:
    with pytest.raises(ValidationError, match="neither a domain"):
        LocksSettings(allowed=(written,))
