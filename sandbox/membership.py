"""Standings change here; the bot and the chat hear of it as Telegram tells them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from sandbox.members import Member
from sandbox.people import Person
from sandbox.posting import Author, Draft, author_of, face, post, record

if TYPE_CHECKING:
    from sandbox.chats import Chat
    from sandbox.history import EntryKind
    from sandbox.links import InviteLink
    from sandbox.payload import Json
    from sandbox.world import World


def standing(chat: "Chat", person: Person, at: int) -> Member:
    """A person's standing, `left` for somebody who was never here."""
    return chat.member(person.id, at) or Member(person=person, status="left")


def change(
    world: "World",
    chat: "Chat",
    new: Member,
    *,
    by: Person,
    at: int,
    link: "InviteLink | None" = None,
    by_request: bool = False,
) -> Member:
    """Give a person another standing and send chat_member or my_chat_member; returns the old one."""
    old = standing(chat, new.person, at)
    bot_saw = world.bot_administers(chat)
    chat.members[new.person.id] = new
    if old == new:
        return old
    update: Json = {
        "chat": chat.payload(),
        "from": by.payload(),
        "date": at,
        "old_chat_member": old.payload(chat.kind),
        "new_chat_member": new.payload(chat.kind),
    }
    if link is not None:
        update["invite_link"] = link.payload()
    if by_request:
        update["via_join_request"] = True
    if new.person.id == world.bot.id:
        world.updates.push("my_chat_member", update)
    elif bot_saw:
        world.updates.push("chat_member", update)
    _note(world, chat, old, new, by=by, at=at)
    return old


def enter(
    world: "World",
    chat: "Chat",
    person: Person,
    *,
    by: Person,
    at: int,
    link: "InviteLink | None" = None,
    by_request: bool = False,
    standing_as: Member | None = None,
) -> None:
    """A person comes in; a restriction laid on them earlier still holds."""
    old = standing(chat, person, at)
    if standing_as is not None:
        new = standing_as
    elif old.status == "restricted":
        new = replace(old, inside=True)
    else:
        new = Member(person=person, status="member", tag=old.tag)
    if link is not None:
        link.joined += 1
    change(world, chat, new, by=by, at=at, link=link, by_request=by_request)
    if chat.is_group:
        user = person.payload()
        content: Json = {
            "new_chat_participant": user,
            "new_chat_member": user,
            "new_chat_members": [user],
        }
        serve(world, chat, by, "new_chat_members", content, at=at)


def exit_from(world: "World", chat: "Chat", new: Member, *, by: Person, at: int) -> None:
    """A person goes or is sent away; groups see a service message if they were inside."""
    old = change(world, chat, new, by=by, at=at)
    if old.present and chat.is_group:
        user = new.person.payload()
        content: Json = {"left_chat_participant": user, "left_chat_member": user}
        serve(world, chat, by, "left_chat_member", content, at=at)


def serve(
    world: "World", chat: "Chat", by: Person, service: str, content: "Json", *, at: int, thread_id: int | None = None
) -> int:
    """Post a service message in somebody's name; returns its id."""
    author = author_of(by)
    if chat.kind == "channel":
        author = Author(person=None, true_id=by.id, chat=chat)
    draft = Draft(author=author, at=at, content=content, service=service, kind="service", thread_id=thread_id)
    return post(world, chat, draft).id


def _note(world: "World", chat: "Chat", old: Member, new: Member, *, by: Person, at: int) -> None:
    """What the room should show of a change that leaves no service message of its own."""
    kinds: dict[str, EntryKind] = {"kicked": "ban", "restricted": "restrict", "administrator": "promote"}
    kind = kinds.get(new.status)
    if new.status == "restricted" and old.status == "restricted" and old.permissions == new.permissions:
        kind = None
    if kind is None and old.status in {"kicked", "restricted"} and new.status in {"left", "member"}:
        kind = "unban"
    if kind is not None:
        record(world, chat, kind, at=at, sender=face(by), target=face(new.person), text=str(new.until or ""))
