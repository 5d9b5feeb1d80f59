"""People who answer and days of being there lift a member; a flood of messages does not."""

from domain.reports.standing import Standing, ranked, stars


def member(user_id: int, *, people: int = 0, days: int = 1, counted: int = 0) -> Standing:
    return Standing(
        user_id=user_id,
        name=f"member {user_id}",
        people=people,
        active_days=days,
        messages=counted,
        counted=counted,
        replies_received=0,
        reactions_received=0,
    )


def ids(standings: tuple[Standing, ...]) -> list[int]:
    return [one.user_id for one in standings]


def test_people_and_days_count_alike() -> None:
    assert member(1, people=3, days=4).score == 7


def test_rank_is_by_score_then_messages_then_id() -> None:
    members = [member(4, counted=5), member(3, counted=5), member(2, counted=9), member(1, people=2)]
    assert ids(ranked(members, 10)) == [1, 2, 3, 4]


def test_only_so_many_are_shown() -> None:
    assert len(ranked([member(number) for number in range(20)], 10)) == 10


def test_the_stars_of_a_day_are_those_others_turned_to() -> None:
    assert ids(stars([member(1, counted=50), member(2, people=1), member(3, people=1, counted=2)], 2)) == [3, 2]


def test_nobody_is_a_star_for_nothing() -> None:
    assert stars([member(1)], 3) == ()
