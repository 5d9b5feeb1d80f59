import pytest
from msgspec.structs import replace

from domain.messages import Origin
from domain.rules.channels import ChannelsSettings, check
from domain.rules.judgement import Scene
from tests.domain.rules.scenes import CHAT, said

RULE = ChannelsSettings(mode="on")
POST = replace(
    said("buy", origin=Origin.CHANNEL, sender_chat_id=-1009), sender_name="Shop News", sender_username="shop_news"
)


def test_a_post_in_the_name_of_a_channel_is_a_hit() -> None:
    hit = check(POST, Scene(), RULE)
    assert hit is not None
    assert hit.quote == "Shop News"


@pytest.mark.parametrize("allowed", ["@shop_news", "-1009"])
def test_allowed_channels_may_speak(allowed: str) -> None:
    assert check(POST, Scene(), ChannelsSettings(mode="on", allowed=(allowed,))) is None


def test_the_linked_channel_may_speak() -> None:
    assert check(POST, Scene(own_names=frozenset({"-1009"})), RULE) is None


def test_the_chat_may_speak_for_itself_but_no_other_group() -> None:
    assert check(replace(POST, sender_chat_id=CHAT), Scene(), RULE) is None
    assert check(replace(POST, sender_chat_id=-100999), Scene(), RULE) is not None


@pytest.mark.parametrize(
    "origin", [Origin.MEMBER, Origin.BOT, Origin.ANONYMOUS_ADMIN, Origin.LINKED_CHANNEL, Origin.SERVICE]
)
def test_who_speaks_otherwise_is_left_alone(origin: Origin) -> None:
    assert check(replace(POST, origin=origin), Scene(), RULE) is None


def test_the_account_that_carries_the_posts_is_never_named() -> None:
    assert POST.sender_id is None
