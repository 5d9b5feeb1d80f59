"""The shape every doing has, and what several of them ask first."""

from typing import TYPE_CHECKING, TypeAlias, TypeVar

from sandbox.acts import Act, Outcome, Ref
from sandbox.errors import Refused
from sandbox.links import InviteLink

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.chats import Chat
    from sandbox.members import Member
    from sandbox.messages import Message
    from sandbox.world import World

Doing: TypeAlias = "Callable[[World, Act], Outcome]"
OneAct = TypeVar("OneAct", bound=Act)


def row(kind: type[OneAct], do: "Callable[[World, OneAct], Outcome]") -> tuple[type[Act], Doing]:
    """A line of a table of doings."""

    def checked(world: "World", act: Act) -> Outcome:
        if not isinstance(act, kind):
            raise TypeError(f"{type(act).__name__} is no {kind.__name__}")
        return do(world, act)

    return kind, checked


def resolve(world: "World", chat: "Chat", ref: Ref) -> int:
    """The message id a reference means in a chat."""
    if isinstance(ref, int):
        return ref
    named = world.names.get(ref)
    if named is None or named[0] != chat.id:
        raise Refused(f"no message named {ref!r} in this chat")
    return named[1]


def message_of(world: "World", chat: "Chat", ref: Ref) -> "Message":
    """A message people can still see."""
    message = chat.find(resolve(world, chat, ref))
    if message is None:
        raise Refused("message not found")
    return message


def present_member(world: "World", chat: "Chat", person_id: int, at: int) -> "Member":
    """The standing of somebody who is in the chat."""
    member = chat.member(person_id, at)
    if member is None or not member.present:
        raise Refused(f"{world.person(person_id).name} is not a member of the chat")
    return member


def require(world: "World", chat: "Chat", person_id: int, right: str, at: int) -> None:
    """Refuse somebody who lacks an administrator's right."""
    member = present_member(world, chat, person_id, at)
    if not member.may(right):
        raise Refused(f"{member.person.name} lacks the right {right}")


def followed(world: "World", chat: "Chat", url: str | None, at: int) -> InviteLink | None:
    """A link somebody follows; one the bot did not make was made by the chat's creator."""
    if url is None:
        return None
    link = chat.links.get(url)
    if link is None:
        link = chat.links[url] = InviteLink(url=url, creator=world.person(chat.creator_id))
    if not link.open_at(at):
        raise Refused("the invite link has expired")
    return link
