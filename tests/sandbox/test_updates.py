from collections.abc import Sequence

import pytest

from sandbox.payload import Json, decode
from sandbox.updates import QUEUE_LIMIT, UpdateQueue, kind_of


def queue(count: int) -> UpdateQueue:
    updates = UpdateQueue(first_id=100)
    for number in range(count):
        updates.push("message", {"message_id": number})
    return updates


def ids(batch: Sequence[bytes]) -> list[int]:
    found: list[int] = []
    for raw in batch:
        update = decode(raw)
        assert isinstance(update, dict)
        found.append(update["update_id"])
    return found


def test_ids_increase_by_one() -> None:
    assert ids(queue(3).first(100)) == [100, 101, 102]


def test_the_limit_bounds_a_batch() -> None:
    assert ids(queue(5).first(2)) == [100, 101]


@pytest.mark.parametrize(
    ("offset", "left"),
    [
        (0, [100, 101, 102]),
        (101, [101, 102]),
        (103, []),
        (113, []),
        (114, [100, 101, 102]),
        (50, [100, 101, 102]),
        (-1, [102]),
        (-2, [101, 102]),
        (-9, [100, 101, 102]),
    ],
)
def test_an_offset_confirms_what_is_before_it(offset: int, left: list[int]) -> None:
    updates = queue(3)
    updates.confirm(offset)
    assert ids(updates.first(100)) == left


def test_ids_go_on_after_everything_was_confirmed() -> None:
    updates = queue(2)
    updates.confirm(102)
    updates.push("message", {"message_id": 9})
    assert ids(updates.first(100)) == [102]


@pytest.mark.parametrize("kind", ["chat_member", "message_reaction", "message_reaction_count"])
def test_some_kinds_come_only_when_asked_for(kind: str) -> None:
    updates = UpdateQueue()
    updates.push(kind, {})
    assert len(updates) == 0


def test_asking_for_a_kind_recovers_nothing_from_before() -> None:
    updates = UpdateQueue()
    updates.push("chat_member", {})
    updates.allow(["chat_member"])
    updates.push("chat_member", {})
    assert len(updates) == 1


@pytest.mark.parametrize(
    ("asked", "kept"),
    [(None, True), ([], False), (["chat_member", "no_such_kind"], True), (["message"], False)],
)
def test_allowed_updates_are_remembered(asked: list[str] | None, *, kept: bool) -> None:
    updates = UpdateQueue()
    updates.allow(["message", "chat_member"])
    updates.allow(asked)
    assert ("chat_member" in updates.allowed) is kept


def test_a_full_queue_takes_no_more() -> None:
    updates = UpdateQueue()
    updates.preload(b'{"message":{}}' for _ in range(QUEUE_LIMIT))
    updates.push("message", {})
    assert (len(updates), updates.dropped) == (QUEUE_LIMIT, 1)


def test_preloading_leaves_out_kinds_not_asked_for() -> None:
    updates = UpdateQueue(first_id=1)
    updates.preload([b'{"chat_member":{}}', b'{"message":{"text":"x"}}'])
    assert list(updates.first(9)) == [b'{"update_id":1,"message":{"text":"x"}}']


class Stock:
    def __init__(self, count: int) -> None:
        self.left = count

    async def pull(self, limit: int) -> list[bytes]:
        given = min(limit, self.left, 30)
        self.left -= given
        return [b'{"message":{}}'] * given


async def test_a_source_fills_the_queue_up_to_a_batch() -> None:
    updates, stock = UpdateQueue(), Stock(250)
    updates.attach(stock)
    await updates.refill(100)
    assert (len(updates), stock.left) == (100, 150)


async def test_a_source_that_is_through_leaves_the_rest_as_it_is() -> None:
    updates = UpdateQueue()
    updates.attach(Stock(40))
    await updates.refill(100)
    assert len(updates) == 40


def test_the_kind_of_a_raw_update_is_its_only_field() -> None:
    payload: Json = {"edited_message": {"message_id": 1}}
    assert kind_of(b'{"edited_message":{"message_id":1}}') in payload
