"""Telegram's limits, on a clock of the test's own."""

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.limits import Limits, Pace

GROUP, PERSON = -1001, 77


def test_a_chat_takes_three_messages_at_once() -> None:
    pace = Pace(Limits())
    for _ in range(2):
        pace.count(GROUP, 100.0)
    assert GROUP not in pace.closed(100.0)


def test_after_three_at_once_a_chat_waits_three_seconds() -> None:
    pace = Pace(Limits())
    for _ in range(3):
        pace.count(GROUP, 100.0)
    assert GROUP in pace.closed(103.1)
    assert GROUP not in pace.closed(103.2)


@given(st.lists(st.floats(min_value=0, max_value=2), min_size=1, max_size=100))
def test_a_chat_takes_one_message_a_second_in_the_long_run(gaps: list[float]) -> None:
    pace, at, sent = Pace(Limits()), 0.0, []
    for gap in gaps:
        at += gap
        if pace.open_from(PERSON) <= at:
            pace.count(PERSON, at)
            sent.append(at)
    assert all(sum(start <= instant < start + 3 for instant in sent) <= 3 for start in sent)


def test_a_group_takes_twenty_a_minute() -> None:
    pace = Pace(Limits())
    for number in range(20):
        pace.count(GROUP, 100.0 + number * 1.1)
    assert pace.open_from(GROUP) == 161.0
    assert GROUP in pace.closed(160.9)


def test_a_person_takes_more_than_twenty_a_minute() -> None:
    pace = Pace(Limits())
    for number in range(20):
        pace.count(PERSON, 100.0 + number * 1.1)
    assert PERSON not in pace.closed(122.0)


def test_after_a_pause_only_a_burst_goes_at_once() -> None:
    pace = Pace(Limits())
    pace.count(1, 0.0)
    assert pace.allowance(1000.0) == 5


def test_the_next_message_waits_for_its_token() -> None:
    pace = Pace(Limits())
    for chat_id in range(1, 6):
        pace.count(chat_id, 10.0)
    assert pace.allowance(10.0) == 0
    assert abs(pace.next_token(10.0) - 10.04) < 1e-9


@given(st.lists(st.floats(min_value=0, max_value=0.2), min_size=1, max_size=200))
def test_no_second_ever_has_more_than_thirty(gaps: list[float]) -> None:
    pace, at, sent = Pace(Limits()), 0.0, []
    for chat_id, gap in enumerate(gaps, start=1):
        at += gap
        for _ in range(pace.allowance(at)):
            pace.count(chat_id, at)
            sent.append(at)
    assert all(sum(start <= instant < start + 1 for instant in sent) <= 30 for start in sent)


def test_quiet_chats_are_forgotten() -> None:
    pace = Pace(Limits())
    pace.count(GROUP, 0.0)
    pace.closed(100.0)
    assert pace._sent == {}
