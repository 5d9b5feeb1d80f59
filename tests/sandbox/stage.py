"""A small club with the bot in it, and short ways to ask the Bot API something."""

import asyncio
from collections.abc import Callable

from sandbox.acts import Act, AddBot, Join, Meet, OpenChat, Outcome, Say
from sandbox.calling import Call, Upload
from sandbox.errors import ApiError
from sandbox.methods import METHODS
from sandbox.payload import Json, decode, encode
from sandbox.updates import KINDS
from sandbox.world import World

CLUB = -1001
GROUP = -55
CHANNEL = -1009
ANN, BOB, CID, DAN = 1, 2, 3, 4
RIGHTS = (
    "can_delete_messages",
    "can_restrict_members",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
    "can_promote_members",
    "can_manage_tags",
    "can_change_info",
)
PEOPLE: tuple[Act, ...] = (
    Meet(person_id=ANN, first_name="Ann", last_name="Archer", username="ann_archer"),
    Meet(person_id=BOB, first_name="Bob", username="bob_b"),
    Meet(person_id=CID, first_name="Cid"),
    Meet(person_id=DAN, first_name="Dan"),
)


def club(
    *,
    rights: tuple[str, ...] | None = RIGHTS,
    forum: bool = False,
    username: str | None = None,
    reads_all: bool = True,
) -> World:
    """Ann's supergroup with Bob and Cid inside and the bot as administrator; every kind of update allowed."""
    world = World(reads_all=reads_all)
    world.updates.allow(KINDS)
    happen(
        world,
        *PEOPLE,
        OpenChat(chat_id=CLUB, title="Club", creator_id=ANN, forum=forum, username=username),
        Join(chat_id=CLUB, person_id=BOB),
        Join(chat_id=CLUB, person_id=CID),
        AddBot(chat_id=CLUB, by_id=ANN, administrator=rights),
    )
    world.updates.clear()
    return world


def happen(world: World, *acts: Act) -> list[Outcome]:
    """Let people act; none may be refused."""
    outcomes = world.apply_all(acts)
    refused = [outcome.error for outcome in outcomes if outcome.error]
    assert not refused, refused
    return outcomes


def say(world: World, text: str = "hello", *, by: int = BOB, chat_id: int = CLUB) -> int:
    """Somebody writes; the message's id."""
    message_id = happen(world, Say(chat_id=chat_id, person_id=by, text=text))[0].message_id
    assert message_id is not None
    return message_id


def ask(world: World, name: str, uploads: dict[str, Upload] | None = None, /, **arguments: object) -> object:
    """The result of a method, as the bot would decode it."""
    _, method = METHODS[name.lower()]
    call = Call(method=name.lower(), arguments=arguments, uploads=uploads or {})
    return decode(encode(method(world, call)))


def ask_object(world: World, name: str, /, **arguments: object) -> Json:
    """The object a method answers with."""
    result = ask(world, name, **arguments)
    assert isinstance(result, dict)
    return result


def error(world: World, name: str, /, **arguments: object) -> str:
    """The description a method is refused with."""
    try:
        result = ask(world, name, **arguments)
    except ApiError as refused:
        return refused.description
    raise AssertionError(f"{name} answered {result}")


def heard(world: World) -> list[Json]:
    """The updates that wait, decoded; the queue is emptied."""
    updates: list[Json] = []
    for raw in world.updates.first(10_000):
        update = decode(raw)
        assert isinstance(update, dict)
        updates.append(update)
    world.updates.clear()
    return updates


def kinds(updates: list[Json]) -> list[str]:
    """The kinds of updates, in order."""
    return [next(name for name in update if name != "update_id") for update in updates]


async def until(condition: Callable[[], bool]) -> None:
    """Let the event loop run until something is so; a test that waits too long fails."""
    async with asyncio.timeout(20):
        while True:
            if condition():
                return
            await asyncio.sleep(0.001)
