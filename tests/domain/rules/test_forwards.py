import pytest
from msgspec.structs import replace
from pydantic import ValidationError

from domain.messages import Forward, ForwardKind, Message
from domain.rules.forwards import SOURCES, ForwardsSettings, check
from domain.rules.judgement import Scene
from tests.domain.rules.scenes import CHAT, said

EVERY = ForwardsSettings(mode="on", kinds=SOURCES)


def forwarded(
    kind: ForwardKind, *, source_id: int | None = -1009, username: str = "news", name: str = "News"
) -> Message:
    origin = Forward(kind=kind, source_id=source_id, username=username, name=name)
    return replace(said("look"), forward=origin, traits=frozenset({"text", "forward"}))


STORY = replace(said(), kind="story", traits=frozenset({"story"}))


@pytest.mark.parametrize("kind", ["user", "bot", "hidden", "chat", "channel"])
def test_a_forward_is_judged_by_where_it_comes_from(kind: ForwardKind) -> None:
    hit = check(forwarded(kind), Scene(), ForwardsSettings(mode="on", kinds=(kind,)))
    others = tuple(other for other in SOURCES if other != kind)
    assert hit is not None
    assert (hit.because.key, hit.quote) == (f"rules-because-forwards-{kind}", "News")
    assert check(forwarded(kind), Scene(), ForwardsSettings(mode="on", kinds=others)) is None


def test_a_story_is_a_source_of_its_own() -> None:
    assert check(STORY, Scene(), EVERY) is not None
    assert check(STORY, Scene(), ForwardsSettings(mode="on", kinds=("channel",))) is None


def test_people_may_be_forwarded_unless_a_manager_says_otherwise() -> None:
    assert check(forwarded("user"), Scene(), ForwardsSettings(mode="on")) is None


@pytest.mark.parametrize(
    "message",
    [
        said("an ordinary message"),
        forwarded("channel", source_id=CHAT),
        forwarded("user", source_id=7),
    ],
)
def test_what_was_first_said_here_or_by_the_sender_is_fine(message: Message) -> None:
    assert check(message, Scene(), EVERY) is None


@pytest.mark.parametrize("allowed", ["@News", "-1009"])
def test_allowed_sources_are_fine_by_name_and_by_id(allowed: str) -> None:
    settings = ForwardsSettings(mode="on", kinds=SOURCES, allowed=(allowed,))
    assert check(forwarded("channel"), Scene(), settings) is None
    assert check(forwarded("channel", source_id=-1008, username="spam"), Scene(), settings) is not None


@pytest.mark.parametrize("own", ["news", "-1009"])
def test_the_linked_channel_may_be_forwarded(own: str) -> None:
    assert check(forwarded("channel"), Scene(own_names=frozenset({own})), EVERY) is None


def test_a_source_there_is_not_is_refused() -> None:
    with pytest.raises(ValidationError, match="none of"):
        ForwardsSettings(kinds=("pigeon",))
