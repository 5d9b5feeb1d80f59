from datetime import timedelta

import pytest
from msgspec.structs import replace
from pydantic import ValidationError

from domain.messages import Link, Message
from domain.rules.judgement import Scene
from domain.rules.newcomers import WITHHELD, NewcomersSettings, check
from tests.domain.rules.scenes import NOON, said

EVERY = NewcomersSettings(mode="on", kinds=WITHHELD)
OLD = Scene(messages=3, joined_at=NOON - timedelta(days=2))


def having(*traits: str) -> Message:
    return replace(said(), traits=frozenset(traits))


CASES = {
    "links": said(links=(Link("https://example.org", hidden=True),)),
    "media": having("photo"),
    "forwards": having("text", "forward"),
    "inline": having("text", "inline"),
    "buttons": having("text", "button"),
}


@pytest.mark.parametrize("kind", WITHHELD)
def test_what_waits_is_chosen_by_kind(kind: str) -> None:
    others = tuple(other for other in WITHHELD if other != kind)
    hit = check(CASES[kind], Scene(), NewcomersSettings(mode="on", kinds=(kind,)))
    assert hit is not None
    assert hit.because.key == f"rules-because-newcomers-{kind}"
    assert check(CASES[kind], Scene(), NewcomersSettings(mode="on", kinds=others)) is None


@pytest.mark.parametrize("kind", WITHHELD)
def test_who_has_been_here_for_a_while_may_post_anything(kind: str) -> None:
    assert check(CASES[kind], OLD, EVERY) is None


@pytest.mark.parametrize("trait", ["voice", "sticker", "gif", "video", "videonote", "document", "poll", "story"])
def test_media_are_all_that_is_more_than_words(trait: str) -> None:
    assert check(having(trait), Scene(), EVERY) is not None


@pytest.mark.parametrize("message", [said("hello"), having("text", "mention"), having("text", "quote", "command")])
def test_plain_talk_never_has_to_wait(message: Message) -> None:
    assert check(message, Scene(), EVERY) is None


def test_a_kind_there_is_not_is_refused() -> None:
    with pytest.raises(ValidationError, match="none of"):
        NewcomersSettings(kinds=("jokes",))
