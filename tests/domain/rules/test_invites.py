import pytest
from msgspec.structs import replace

from domain.messages import Link
from domain.rules.invites import InvitesSettings, check
from domain.rules.judgement import Scene
from tests.domain.rules.scenes import said

RULE = InvitesSettings(mode="on", allowed=("@Our_Friends", "https://t.me/helper_bot"))
SCENE = Scene(messages=500, own_names=frozenset({"our_club", "ann_member"}))


@pytest.mark.parametrize(
    ("url", "key", "quote"),
    [
        ("https://t.me/+AbCdEf123", "rules-because-invites", "t.me"),
        ("t.me/joinchat/AbCdEf123", "rules-because-invites", "t.me"),
        ("https://t.me/addlist/AbCdEf", "rules-because-invites", "t.me"),
        ("tg://join?invite=AbCdEf", "rules-because-invites", "t.me"),
        ("tg://addlist?slug=AbCdEf", "rules-because-invites", "t.me"),
        ("https://telegram.me/+AbCdEf123", "rules-because-invites", "t.me"),
        ("https://t.me/other_club", "rules-because-invites-named", "@other_club"),
        ("https://t.me/Other_Club/123", "rules-because-invites-named", "@other_club"),
        ("https://t.me/s/other_club", "rules-because-invites-named", "@other_club"),
        ("https://other-club.t.me", None, ""),
        ("https://otherclub.t.me/", "rules-because-invites-named", "@otherclub"),
        ("tg://resolve?domain=other_club", "rules-because-invites-named", "@other_club"),
        ("https://t.me/other_bot?start=1", "rules-because-invites-named", "@other_bot"),
    ],
)
def test_what_leads_to_another_place_of_telegram_is_an_invitation(url: str, key: str | None, quote: str) -> None:
    hit = check(said(links=(Link(url, hidden=True),)), SCENE, RULE)
    assert (hit and hit.because.key, hit.quote if hit else "") == (key, quote)


@pytest.mark.parametrize(
    "url",
    [
        "https://t.me/our_club/5",
        "https://t.me/ann_member",
        "https://t.me/our_friends",
        "https://t.me/helper_bot?start=x",
        "https://t.me/c/1234567/89",
        "https://t.me/addstickers/Cats",
        "https://t.me/share/url?url=x",
        "https://t.me/proxy?server=x",
        "tg://user?id=7",
        "tg://settings",
        "https://example.org/+AbCdEf",
        "https://example.org/joinchat/x",
        "https://t.me",
        "mailto:me@t.me.example",
    ],
)
def test_what_is_our_own_allowed_or_no_place_is_fine(url: str) -> None:
    assert check(said(links=(Link(url, hidden=False),)), SCENE, RULE) is None


def test_an_invitation_written_as_plain_words_is_found() -> None:
    assert check(said("come to t.me/+AbCdEf now"), SCENE, RULE) is not None


def test_an_invitation_in_a_poll_or_on_a_card_is_found() -> None:
    assert check(replace(said(), parts=("Join", "t.me/+AbCdEf")), SCENE, RULE) is not None


MENTIONING = replace(said("@other_club and @ann_member"), mentioned_names=("other_club", "ann_member"))


def test_names_of_others_count_only_where_the_group_wants_it() -> None:
    assert check(MENTIONING, SCENE, RULE) is None
    hit = check(MENTIONING, SCENE, InvitesSettings(mode="on", mentions=True))
    assert hit is not None
    assert hit.quote == "@other_club"


def test_people_known_here_may_be_named() -> None:
    message = replace(said("@ann_member"), mentioned_names=("ann_member",))
    assert check(message, SCENE, InvitesSettings(mode="on", mentions=True)) is None
