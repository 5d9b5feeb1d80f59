"""Parts go to those who earned them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.demo.cast import cast, lines_of, messages_on, run_until
from bot.demo.room import Event, Face, Place, Resident

TODAY = date(2026, 5, 29)
LINES = lines_of("en")


def member(number: int, status: str = "member") -> Resident:
    return Resident(id=number, name=f"P{number}", status=status, is_bot=False)


def said(number: int, text: str, *, back: int) -> Event:
    noon = datetime(2026, 5, 29, 12, tzinfo=UTC) - timedelta(days=back)
    return Event(seq=1, at=int(noon.timestamp()), kind="message", sender=Face(id=number, name=f"P{number}"), text=text)


PLACE = Place(
    id=-1,
    title="Club",
    members=[
        member(1, "creator"),
        member(2, "administrator"),
        *(member(number) for number in range(3, 9)),
        Resident(id=99, name="Steward", status="administrator", is_bot=True),
    ],
    last_seq=0,
)
PAST = [
    *(said(3, "/checkin", back=back) for back in range(1, 9)),
    *(said(4, "签到", back=back) for back in range(1, 8)),
    *(said(5, "打卡", back=back) for back in range(1, 6)),
    *(said(6, "/checkin", back=back) for back in range(1, 7)),
    *(said(7, "hi", back=1) for _ in range(9)),
    said(8, "/checkin", back=2),
]


def test_the_longest_streaks_and_a_milestone_check_in() -> None:
    players = cast(PLACE, PAST, LINES, today=TODAY)
    assert [(players[part].person_id, players[part].run) for part in ("first", "second", "third")] == [
        (3, 8),
        (4, 7),
        (6, 6),
    ]


def test_the_manager_is_an_administrator_and_no_bot() -> None:
    assert cast(PLACE, PAST, LINES, today=TODAY)["manager"].person_id == 2


def test_those_who_talk_most_are_curious_and_helpful() -> None:
    players = cast(PLACE, PAST, LINES, today=TODAY)
    assert (players["curious"].person_id, players["helpful"].person_id) == (7, 5)


def test_newcomers_are_nobody_who_is_there() -> None:
    players = cast(PLACE, PAST, LINES, today=TODAY)
    ids = {player.person_id for player in players.values() if player.is_new}
    assert len(ids) == len(LINES.names)
    assert not ids & {one.id for one in PLACE.members}


@pytest.mark.parametrize(("back", "run"), [((1, 2, 3), 3), ((2, 3), 0), ((0, 1), 1), ((1, 3), 1)])
def test_a_run_ends_yesterday_without_a_gap(back: tuple[int, ...], run: int) -> None:
    assert run_until({TODAY - timedelta(days=one) for one in back}, TODAY) == run


def test_messages_are_counted_by_the_local_day() -> None:
    assert messages_on(TODAY - timedelta(days=1), PAST, LINES.zone) == 13


def test_both_languages_say_the_same_lines() -> None:
    chinese = lines_of("zh")
    assert chinese.lines.keys() == LINES.lines.keys()
    assert chinese.names.keys() == LINES.names.keys()
