"""Fairness, order and holds, on a clock of the test's own."""

from dataclasses import replace

import pytest

from bot.delivery.lanes import Lanes
from domain.deliveries import Delivery
from domain.effects import Priority
from models.outbox import Candidate


def post(chat_id: int, row_id: int, priority: int = 2) -> Candidate:
    return Candidate(chat_id=chat_id, row_id=row_id, priority=priority, method="sendMessage")


def call(method: str, row_id: int, *, chat_id: int = -1, **parameters: object) -> Candidate:
    given = {"chat_id": chat_id, **parameters}
    return Candidate(chat_id=chat_id, row_id=row_id, priority=0, method=method, parameters=given)


def delivery(row: Candidate) -> Delivery:
    return Delivery(chat_id=row.chat_id, row_id=row.row_id, tries=1, method=row.method, parameters=row.parameters)


def serve(lanes: Lanes, rows: list[Candidate], at: float) -> list[Candidate]:
    """Send what may be sent at an instant; each call ends at once."""
    chosen = lanes.choose_messages(rows, room=10, at=at)
    for row in chosen:
        lanes.begin(delivery(row), at=at)
        lanes.end(delivery(row))
    return chosen


def test_a_chat_has_one_message_under_way() -> None:
    lanes = Lanes()
    lanes.begin(delivery(post(-1, 1)), at=0.0)
    assert lanes.choose_messages([post(-1, 2)], room=10, at=60.0) == []


def test_a_chat_with_a_long_queue_does_not_keep_others_waiting() -> None:
    lanes, queues = Lanes(), {chat: [post(-chat, chat * 100 + n) for n in range(40)] for chat in range(1, 61)}
    served = dict.fromkeys(queues, 0)
    for tick in range(250):
        heads = [rows[0] for rows in queues.values() if rows]
        for row in serve(lanes, heads, tick * 0.04):
            queues[-row.chat_id].pop(0)
            served[-row.chat_id] += 1
    assert max(served.values()) - min(served.values()) <= 1


def test_urgent_messages_go_first() -> None:
    chosen = Lanes().choose_messages([post(-1, 1, 3), post(-2, 2, 1)], room=1, at=0.0)
    assert [row.row_id for row in chosen] == [2]


def test_no_more_go_than_there_is_room_for() -> None:
    assert len(Lanes().choose_messages([post(-n, n) for n in range(1, 9)], room=3, at=0.0)) == 3


def test_a_kick_keeps_its_order() -> None:
    rows = [call("banChatMember", 1, user_id=5), call("unbanChatMember", 2, user_id=5)]
    lanes = Lanes()
    assert [row.row_id for row in lanes.choose_calls(rows, room=9, at=0.0)] == [1]
    lanes.begin(delivery(rows[0]), at=0.0)
    assert lanes.choose_calls(rows[1:], room=9, at=0.0) == []
    lanes.end(delivery(rows[0]))
    assert [row.row_id for row in lanes.choose_calls(rows[1:], room=9, at=0.0)] == [2]


def test_a_ban_that_waits_keeps_the_unban_waiting() -> None:
    lanes = Lanes()
    lanes.hold(delivery(call("banChatMember", 1, user_id=5)), until=4.0, flooded=False)
    unban = call("unbanChatMember", 2, user_id=5)
    assert lanes.choose_calls([unban], room=9, at=3.9) == []
    assert lanes.choose_calls([unban], room=9, at=4.0) == [unban]


def test_deletions_go_side_by_side() -> None:
    rows = [call("deleteMessage", n, message_id=n) for n in range(5)]
    assert Lanes().choose_calls(rows, room=9, at=0.0) == rows


def test_moderation_is_not_held_by_the_limits_on_messages() -> None:
    lanes = Lanes()
    for number in range(20):
        lanes.begin(delivery(post(-1, number)), at=0.0)
    rows = [call("deleteMessage", 100 + n, message_id=n) for n in range(16)]
    assert lanes.choose_calls(rows, room=16, at=0.0) == rows


def test_a_flood_of_messages_holds_that_chats_messages_alone() -> None:
    lanes = Lanes()
    lanes.hold(delivery(post(-1, 1)), until=9.0, flooded=True)
    assert lanes.closed_to_messages(8.9) == [-1]
    assert lanes.closed_to_calls(8.9) == []
    assert lanes.closed_to_messages(9.0) == []


def test_a_flood_of_deletions_holds_that_chats_calls_alone() -> None:
    lanes = Lanes()
    lanes.hold(delivery(call("deleteMessage", 1, message_id=1)), until=9.0, flooded=True)
    assert lanes.closed_to_calls(8.9) == [-1]
    assert lanes.closed_to_messages(8.9) == []
    assert lanes.choose_calls([call("banChatMember", 2, user_id=3)], room=9, at=8.9) == []


def test_a_flood_of_edits_does_not_hold_deletions() -> None:
    lanes = Lanes()
    lanes.hold(delivery(call("editMessageText", 1, message_id=1)), until=9.0, flooded=True)
    deletion = call("deleteMessage", 3, message_id=1)
    rows = [call("editMessageText", 2, message_id=4), deletion]
    assert lanes.choose_calls(rows, room=9, at=0.0) == [deletion]


@pytest.mark.parametrize(("method", "open_then"), [("answerCallbackQuery", False), ("setMyCommands", True)])
def test_a_flood_by_a_call_without_a_chat_holds_everything_but_for_menus(method: str, *, open_then: bool) -> None:
    lanes = Lanes()
    row = Delivery(chat_id=0, row_id=1, tries=1, method=method, parameters={})
    lanes.hold(row, until=9.0, flooded=True)
    assert lanes.open(8.9) is open_then
    assert lanes.open(9.0)


def test_a_later_shorter_wait_does_not_end_a_longer_one() -> None:
    lanes, row = Lanes(), delivery(post(-1, 1))
    lanes.hold(row, until=9.0, flooded=True)
    lanes.hold(row, until=3.0, flooded=True)
    assert lanes.closed_to_messages(8.9) == [-1]


def test_the_next_change_is_the_first_end_of_a_wait() -> None:
    lanes = Lanes()
    lanes.hold(delivery(post(-1, 1)), until=9.0, flooded=True)
    lanes.hold(delivery(post(-2, 2)), until=7.0, flooded=True)
    assert lanes.next_change(0.0) == 7.0


def test_one_chats_calls_that_can_wait_leave_room_for_others() -> None:
    lanes = Lanes()
    bans = [
        replace(call("banChatMember", number, user_id=number), priority=Priority.DIGEST, chat_id=-2)
        for number in range(20)
    ]
    chosen = lanes.choose_calls(bans, room=16, at=0.0)
    assert len(chosen) == 4
    for ban in chosen:
        lanes.begin(replace(delivery(ban), priority=ban.priority), at=0.0)
    assert lanes.choose_calls(bans[4:], room=12, at=0.0) == []
    urgent = replace(call("deleteMessage", 50, message_id=1), chat_id=-2)
    assert lanes.choose_calls([urgent], room=12, at=0.0) == [urgent]
    lanes.end(replace(delivery(chosen[0]), priority=chosen[0].priority))
    assert len(lanes.choose_calls(bans[4:], room=12, at=0.0)) == 1
