import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sandbox.pages.events import Button, Tally
from sandbox.pages.terminal import columns, plain, wrapped
from tests.sandbox.pages.happenings import BOT, TOM, happened, said


def test_a_chat_reads_from_top_to_bottom() -> None:
    digest = replace(
        said(3, "Daily\nActive 41", BOT),
        buttons=[[Button(text="Details", data="d")]],
        reactions=[Tally(emoji="👍", count=2)],
    )
    deletion = replace(happened("delete"), message_id=2)

    shown = plain([said(1), said(2, "spam", TOM, deleted=True), deletion, digest, happened("ban", target=TOM)])

    assert shown.split("\n") == [
        "",
        "── Sunday, 14 June 2026 ────────────────────────────────────",
        "07:00   Mei Chen",
        "        hello",
        "07:00   Tom",
        "        ✗ spam",
        "        (Deleted by Steward)",
        "07:00   Steward 🤖",
        "        Daily",
        "        Active 41",
        "        [ Details ]",
        "        👍 2",
        "07:00   · Steward banned Tom",
    ]


def test_a_reply_shows_what_it_answers() -> None:
    assert "Tom  ↩ Mei Chen: hello" in plain([said(1), said(2, "hi", TOM, reply_to=1)])


def test_chinese_words_are_around_a_chinese_chat() -> None:
    assert "封禁了" in plain([happened("ban", target=TOM)], language="zh")


@pytest.mark.parametrize(("text", "expected"), [("abc", 3), ("群管家", 6), ("a群", 3), ("🔥", 2)])
def test_wide_letters_take_two_columns(text: str, expected: int) -> None:
    assert columns(text) == expected


@given(st.text(alphabet="ab 群管🔥", max_size=80), st.integers(2, 30))
def test_no_piece_is_wider_than_the_terminal(text: str, width: int) -> None:
    pieces = list(wrapped(text, width))

    assert all(columns(piece) <= width for piece in pieces)
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")


def test_what_one_person_alone_sees_says_so() -> None:
    shown = plain([said(1, "all", BOT), said(2, "psst", BOT, only_for=TOM)])
    assert "Steward 🤖  (only Tom sees this)\n        psst" in shown
