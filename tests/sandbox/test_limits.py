from sandbox.errors import ApiError
from sandbox.limits import Limits
from tests.sandbox.stage import CLUB, ask, club, error


def refused_at(chats: list[int], moments: list[float]) -> tuple[int, int | None]:
    limits = Limits()
    for index, (chat, moment) in enumerate(zip(chats, moments, strict=True)):
        try:
            limits.spend(chat, moment)
        except ApiError as refused:
            return index, refused.retry_after
    return -1, None


def test_thirty_messages_a_second_overall() -> None:
    assert refused_at([*range(-31, 0)], [0.0] * 31) == (30, 1)


def test_twenty_messages_a_minute_in_a_group() -> None:
    assert refused_at([-5] * 21, [float(second) for second in range(21)]) == (20, 40)


def test_a_chat_takes_a_short_burst_and_then_one_a_second() -> None:
    assert refused_at([5] * 4, [0.0, 0.1, 0.2, 0.3]) == (3, 3)


def test_a_private_chat_takes_one_a_second_for_long() -> None:
    assert refused_at([5] * 100, [float(second) for second in range(100)]) == (-1, None)


def test_a_sending_method_is_refused_once_the_limit_is_reached() -> None:
    world = club()
    world.enforce_limits = True
    for _ in range(3):
        ask(world, "sendMessage", chat_id=CLUB, text="x")
    assert error(world, "sendMessage", chat_id=CLUB, text="x") == "Too Many Requests: retry after 3"


def test_other_methods_have_no_limit() -> None:
    world = club()
    world.enforce_limits = True
    assert all(ask(world, "getChatMemberCount", chat_id=CLUB) for _ in range(100))


def test_nothing_is_limited_unless_asked_for() -> None:
    world = club()
    assert all(ask(world, "sendMessage", chat_id=CLUB, text="x") for _ in range(100))
