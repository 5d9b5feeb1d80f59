from datetime import UTC
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from sandbox.pages.conversation import Bubble, Conversation, Day, Note
from sandbox.pages.events import Event
from sandbox.pages.words import Language, words
from tests.sandbox.pages.happenings import BOT, MEI, NINE, TOM, happened, said


def _bubbles(*events: Event) -> list[Bubble]:
    items = Conversation(events, words("en"), UTC).items()
    return [item for item in items if isinstance(item, Bubble)]


def _notes(*events: Event, language: Language = "en") -> list[str]:
    items = Conversation(events, words(language), UTC).items()
    return [item.text for item in items if isinstance(item, Note)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Sunday, 14 June 2026", "Monday, 15 June 2026"]),
        ("zh", ["2026年6月14日 星期日", "2026年6月15日 星期一"]),
    ],
)
def test_each_day_is_announced_once(language: Language, expected: list[str]) -> None:
    events = [said(1), said(2, minutes=1), said(3, minutes=24 * 60)]
    items = Conversation(events, words(language), UTC).items()

    assert [item.title for item in items if isinstance(item, Day)] == expected


def test_times_are_of_the_readers_zone() -> None:
    items = Conversation([said(1)], words("en"), ZoneInfo("Asia/Shanghai")).items()

    assert [item.time for item in items if isinstance(item, Bubble)] == ["15:00"]


def test_messages_of_one_sender_run_together() -> None:
    runs = [
        (one.first, one.last)
        for one in _bubbles(
            said(1), said(2, minutes=1), said(3, sender=TOM, minutes=2), said(4, sender=TOM, minutes=30)
        )
    ]

    assert runs == [(True, False), (False, True), (True, True), (True, True)]


def test_a_reply_quotes_what_it_answers() -> None:
    _, reply = _bubbles(said(1, "how?"), said(2, "so", TOM, reply_to=1))

    assert reply.quote is not None
    assert reply.quote.text == "how?"


def test_a_reply_to_something_unseen_quotes_nothing() -> None:
    (reply,) = _bubbles(said(2, reply_to=1))

    assert reply.quote is None


@pytest.mark.parametrize(("by", "expected"), [(BOT, "Deleted by Steward"), (MEI, "Deleted")])
def test_a_deleted_message_names_who_deleted_it(by: object, expected: str) -> None:
    deletion = replace(happened("delete"), message_id=1, sender=by)

    assert [one.deleted for one in _bubbles(said(1, deleted=True), deletion)] == [expected]


def test_an_edit_marks_the_message_and_shows_no_line() -> None:
    edit = replace(happened("edit", sender=MEI), message_id=1)

    assert [one.edited for one in _bubbles(said(1), edit)] == [True]
    assert _notes(said(1), edit) == []


@pytest.mark.parametrize(
    ("event", "english", "chinese"),
    [
        (happened("ban", target=TOM), "Steward banned Tom", "Steward 封禁了 Tom"),
        (happened("unban", target=TOM), "Steward lifted the restrictions on Tom", "Steward 解除了对 Tom 的限制"),
        (happened("restrict", target=TOM), "Steward muted Tom", "Steward 禁言了 Tom"),
        (
            happened("restrict", target=TOM, text=str(NINE + 3600)),
            "Steward muted Tom until 14 June, 08:00",
            "Steward 禁言了 Tom，至 6月14日 08:00",
        ),
        (happened("promote", target=TOM), "Tom is now an administrator", "Tom 成为管理员"),
        (happened("join_request", sender=TOM), "Tom asks to join", "Tom 申请加入"),
        (happened("press", sender=TOM, text="Go"), "Tom pressed “Go”", "Tom 点击了「Go」"),
        (
            happened("service", sender=TOM, action="new_chat_members", text="Tom joined the group"),
            "Tom joined the group",
            "Tom 加入了群组",
        ),
        (
            happened("service", sender=MEI, action="new_chat_members", text="Mei Chen added Tom"),
            "Mei Chen added Tom",
            "Mei Chen 邀请了 Tom",
        ),
        (
            happened("service", sender=TOM, action="left_chat_member", text="Tom left the group"),
            "Tom left the group",
            "Tom 退出了群组",
        ),
        (
            happened("service", sender=MEI, action="left_chat_member", target=TOM),
            "Mei Chen removed Tom",
            "Mei Chen 将 Tom 移出群组",
        ),
        (
            happened("service", sender=MEI, action="forum_topic_created", text='The topic "Gear" was created'),
            "Mei Chen opened the topic “Gear”",
            "Mei Chen 创建了话题「Gear」",
        ),
        (happened("service", action="something_new", text="Odd"), "Odd", "Odd"),
    ],
)
def test_what_happens_is_told_in_both_languages(event: Event, english: str, chinese: str) -> None:
    assert _notes(event) == [english]
    assert _notes(event, language="zh") == [chinese]


def test_a_ban_is_not_told_twice() -> None:
    removal = happened("service", action="left_chat_member", text="Steward removed Tom")

    assert _notes(happened("ban", target=TOM), removal) == ["Steward banned Tom"]


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "Tom and 9 others joined the group"), ("zh", "Tom 等 10 人加入了群组")]
)
def test_a_crowd_joins_in_one_line(language: Language, expected: str) -> None:
    join = happened("service", sender=TOM, action="new_chat_members", text="Tom joined the group")

    assert _notes(*[join] * 10, language=language) == [expected]


@pytest.mark.parametrize(("reply_to", "text"), [(1, "Steward pinned a message"), (None, 'Steward pinned "Rules of"')])
def test_a_pinned_message_is_marked(reply_to: int | None, text: str) -> None:
    pin = replace(happened("service", action="pinned_message", text=text), reply_to=reply_to)

    assert [one.pinned for one in _bubbles(said(1, "Rules of the club"), said(2), pin)] == [True, False]


def test_a_message_names_its_topic() -> None:
    topic = replace(
        happened("service", action="forum_topic_created", text='The topic "Gear" was created'), message_id=5
    )

    assert [one.topic for one in _bubbles(topic, replace(said(6), thread=5), said(7))] == ["Gear", ""]
