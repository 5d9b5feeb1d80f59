import pytest
from msgspec.structs import replace

from domain.messages import Link, Message
from domain.rules.judgement import Scene
from domain.rules.kinds import KINDS, SHOWN, kind_named, near_kinds
from domain.traits import TRAITS
from tests.domain.rules.scenes import said

CARD = replace(said(), kind="contact", parts=("Иван Петров",))
COMMENT = replace(said("hi"), traits=frozenset({"text", "comment"}))


def shown(kind: str, message: Message, scene: Scene | None = None) -> bool:
    return SHOWN[kind](message, scene or Scene())


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("all", ""),
        ("cjk", "你好"),
        ("cjk", "こんにちは"),
        ("cjk", "안녕"),
        ("cjk", "滚 now 蛋"),
        ("cyrillic", "привет"),
        ("emoji", "so good 😀"),
        ("emoji", "1️⃣"),
        ("emojionly", "😀 🎉\n👨‍👩‍👧‍👦"),
        ("rtl", "مرحبا"),
        ("rtl", "שלום"),
        ("rtl", "abc\u202edef"),
        ("zalgo", "h\u0300\u0301\u0302\u0303ello"),
        ("invitelink", "t.me/+AbCdEf"),
        ("invitelink", "t.me/some_club"),
        ("botlink", "t.me/some_bot?start=1"),
        ("url", "example.com"),
    ],
)
def test_what_the_words_show(kind: str, text: str) -> None:
    assert shown(kind, said(text))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("cjk", "¯\\_(ツ)_/¯"),
        ("cjk", "hello，world！"),
        ("cyrillic", "hello"),
        ("emoji", "★ ✓ 1 # ©"),
        ("emojionly", "😀 yes"),
        ("emojionly", ""),
        ("rtl", "left to right"),
        ("zalgo", "Tiếng Việt, café, e\u0301"),
        ("zalgo", "สวัสดี"),
        ("invitelink", "t.me/some_bot"),
        ("invitelink", "t.me/c/123/4"),
        ("botlink", "t.me/some_club"),
        ("url", "node.js"),
    ],
)
def test_what_the_words_do_not_show(kind: str, text: str) -> None:
    assert not shown(kind, said(text))


def test_words_outside_the_text_are_looked_at() -> None:
    assert shown("cyrillic", CARD)


def test_a_link_behind_a_button_is_a_link() -> None:
    assert shown("url", said("hi", links=(Link("https://example.org", hidden=True),)))


def test_the_groups_own_address_is_no_invitation() -> None:
    assert not shown("invitelink", said("t.me/our_club/5"), Scene(own_names=frozenset({"our_club"})))


@pytest.mark.parametrize(
    ("message", "stranger", "expected"), [(COMMENT, True, True), (COMMENT, False, False), (said("hi"), True, False)]
)
def test_only_outsiders_under_a_post_comment(message: Message, *, stranger: bool, expected: bool) -> None:
    assert shown("comment", message, Scene(stranger=stranger)) is expected


def test_there_is_a_lock_for_every_trait() -> None:
    assert set(TRAITS) <= set(KINDS)
    assert len(KINDS) > 45


@pytest.mark.parametrize(
    ("word", "kind"),
    [("url", "url"), ("Stickers", "sticker"), ("links", "url"), ("link", "url"), ("贴纸", "sticker"), ("x", None)],
)
def test_a_kind_goes_by_several_names(word: str, kind: str | None) -> None:
    assert kind_named(word) == kind


@pytest.mark.parametrize(
    ("word", "near"), [("stiker", "sticker"), ("forwards_from_bots", "forwardbot"), ("photograph", "photo")]
)
def test_near_names_are_offered(word: str, near: str) -> None:
    assert near in near_kinds(word)


def test_what_is_like_nothing_has_no_near_names() -> None:
    assert near_kinds("qqq") == ()
