"""Threads are followed by replies and topics, and ranked by people before messages."""

import pytest

from domain.reports.threads import DayMessage, Thread, hottest

ANN, BOB, CAT = 1, 2, 3


def message(message_id: int, author: int | None, reply_to: int | None = None, topic: int | None = None) -> DayMessage:
    return DayMessage(message_id, author, topic, reply_to)


@pytest.mark.parametrize(
    ("messages", "threads"),
    [
        ([], ()),
        ([message(1, ANN), message(2, BOB)], ()),
        ([message(1, ANN), message(2, ANN, 1)], ()),
        ([message(1, ANN), message(2, BOB, 1), message(3, CAT, 2)], (Thread(1, 1, 3, 3),)),
        ([message(3, CAT, 2), message(2, BOB, 1), message(1, ANN)], (Thread(1, 1, 3, 3),)),
        ([message(8, ANN, 5), message(9, BOB, 5)], (Thread(5, 8, 2, 2),)),
        ([message(1, ANN, topic=7), message(2, BOB, topic=7)], (Thread(7, 1, 2, 2),)),
        ([message(1, ANN), message(2, None, 1), message(3, BOB, 2)], (Thread(1, 1, 2, 2),)),
        ([message(1, ANN, 1), message(2, BOB, 9)], ()),
    ],
)
def test_hottest(messages: list[DayMessage], threads: tuple[Thread, ...]) -> None:
    assert hottest(messages, 3) == threads


def test_people_go_before_messages() -> None:
    busy_pair = [message(1, ANN), *(message(number, BOB, 1) for number in range(2, 20))]
    three = [message(30, ANN), message(31, BOB, 30), message(32, CAT, 30)]
    assert [thread.root for thread in hottest([*busy_pair, *three], 2)] == [30, 1]


def test_a_long_chain_is_one_thread() -> None:
    chain = [message(number, number % 2, number - 1) for number in range(2, 20_000)]
    assert hottest(chain, 1) == (Thread(1, 2, 2, 19_998),)
