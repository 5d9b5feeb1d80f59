"""Who came and who went, as chat_member updates tell it to an administrator."""

from collections.abc import Iterator

from sandbox.life.services import Event
from sandbox.payload import Json


def membership(event: Event, sender: Json, chat: Json, stamp: int) -> Iterator[Json]:
    """The changes of membership a service message stands for, by whoever caused them."""
    actor = sender.get("from")
    for person in event.came:
        yield _change(chat, actor, stamp, _standing(person, "left"), _standing(person, "member"))
    for person in event.went:
        yield _change(chat, actor, stamp, _standing(person, "member"), _standing(person, "left"))


def _standing(person: Json, status: str) -> Json:
    return {"status": status, "user": person}


def _change(chat: Json, actor: object, stamp: int, old: Json, new: Json) -> Json:
    return {"chat": chat, "from": actor, "date": stamp, "old_chat_member": old, "new_chat_member": new}
