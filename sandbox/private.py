"""Private chats of people with the bot."""

from typing import TYPE_CHECKING

from sandbox.chats import Chat
from sandbox.people import Person

if TYPE_CHECKING:
    from sandbox.world import World

_AT_THE_DOOR_SECONDS = 300


def private_chat(world: "World", person_id: int) -> Chat:
    """The private chat of a person who writes to the bot, opened if need be."""
    chat = world.chats.get(person_id) or _opened(world, world.person(person_id))
    chat.started = True
    return chat


def chat_at_the_door(world: "World", person_id: int) -> Chat | None:
    """The private chat a request to be let in opens to the bot for five minutes."""
    return _opened(world, world.people[person_id]) if waits_at_the_door(world, person_id) else None


def waits_at_the_door(world: "World", person_id: int) -> bool:
    """Whether somebody asked within the last five minutes to be let in where the bot may decide on it."""
    now = world.clock.stamp()
    return any(
        now - chat.requests[person_id].date <= _AT_THE_DOOR_SECONDS and world.bot_member(chat).may("can_invite_users")
        for chat in world.chats.values()
        if person_id in chat.requests
    )


def _opened(world: "World", person: Person) -> Chat:
    chat = Chat(
        id=person.id,
        kind="private",
        title=person.name,
        creator_id=person.id,
        partner=person,
        language=person.language,
        started=False,
    )
    world.chats[person.id] = chat
    return chat
