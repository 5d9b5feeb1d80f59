"""People and the bot come, go, rise and fall."""

from dataclasses import replace
from typing import TYPE_CHECKING

from sandbox.acts import (
    AddBot,
    Block,
    Demote,
    Expel,
    Join,
    Leave,
    Mute,
    Outcome,
    Pardon,
    Promote,
    Raid,
    RemoveBot,
    Start,
)
from sandbox.chats import Chat
from sandbox.doings.doing import followed, present_member, require, row
from sandbox.errors import Refused
from sandbox.members import Member
from sandbox.membership import change, enter, exit_from, standing
from sandbox.people import Person
from sandbox.posting import Draft, author_of, post
from sandbox.private import private_chat
from sandbox.rights import ALL_RIGHTS

if TYPE_CHECKING:
    from sandbox.world import World


def join(world: "World", act: Join) -> Outcome:
    """A person comes in by themselves, through a link, or brought by a member."""
    chat = world.chat(act.chat_id)
    at = world.clock.stamp(act.at)
    person = world.person(act.person_id)
    old = standing(chat, person, at)
    if old.present:
        raise Refused(f"{person.name} is in the chat already")
    if old.status == "kicked":
        raise Refused(f"{person.name} is banned from the chat")
    by = person
    if act.inviter_id is not None:
        by = present_member(world, chat, act.inviter_id, at).person
    link = followed(world, chat, act.invite_link, at)
    if link is not None and link.creates_join_request:
        raise Refused("this link asks for a join request")
    enter(world, chat, person, by=by, at=at, link=link)
    return Outcome()


def raid(world: "World", act: Raid) -> Outcome:
    """Many strangers come in, one right after the other."""
    chat = world.chat(act.chat_id)
    at = world.clock.stamp(act.at)
    link = followed(world, chat, act.invite_link, at)
    if not act.names:
        raise Refused("a raid needs names")
    for index in range(act.count):
        number = act.first_id + index
        if number in world.people:
            raise Refused(f"{world.person(number).name} exists already")
        person = Person(id=number, first_name=act.names[index % len(act.names)])
        world.people[number] = person
        enter(world, chat, person, by=person, at=at, link=link)
    return Outcome()


def leave(world: "World", act: Leave) -> Outcome:
    """A person goes; a restriction stays on them."""
    chat = world.chat(act.chat_id)
    at = world.clock.stamp(act.at)
    member = present_member(world, chat, act.person_id, at)
    if member.status == "restricted":
        gone = replace(member, inside=False)
    else:
        gone = Member(person=member.person, status="left")
    exit_from(world, chat, gone, by=member.person, at=at)
    return Outcome()


def expel(world: "World", act: Expel) -> Outcome:
    """An administrator bans somebody."""
    chat = world.chat(act.chat_id)
    at = world.clock.stamp(act.at)
    require(world, chat, act.by_id, "can_restrict_members", at)
    member = _touchable(world, chat, act.person_id, at)
    gone = Member(person=member.person, status="kicked")
    exit_from(world, chat, gone, by=world.person(act.by_id), at=at)
    return Outcome()


def mute(world: "World", act: Mute) -> Outcome:
    """An administrator takes somebody's voice."""
    chat = world.chat(act.chat_id)
    at = world.clock.stamp(act.at)
    require(world, chat, act.by_id, "can_restrict_members", at)
    member = _touchable(world, chat, act.person_id, at)
    until = 0 if act.until is None else int(act.until.timestamp())
    silent = replace(member, status="restricted", permissions=frozenset(), until=until, inside=member.present)
    change(world, chat, silent, by=world.person(act.by_id), at=at)
    return Outcome()


def pardon(world: "World", act: Pardon) -> Outcome:
    """An administrator lifts a ban or a restriction."""
    chat = world.chat(act.chat_id)
    at = world.clock.stamp(act.at)
    require(world, chat, act.by_id, "can_restrict_members", at)
    member = standing(chat, world.person(act.person_id), at)
    if member.status not in {"kicked", "restricted"}:
        raise Refused(f"{member.person.name} is neither banned nor restricted")
    free = Member(person=member.person, status="member" if member.present else "left", tag=member.tag)
    change(world, chat, free, by=world.person(act.by_id), at=at)
    return Outcome()


def promote(world: "World", act: Promote) -> Outcome:
    """A member becomes administrator, or one's rights change."""
    chat = world.chat(act.chat_id)
    at = world.clock.stamp(act.at)
    require(world, chat, act.by_id, "can_promote_members", at)
    member = present_member(world, chat, act.person_id, at)
    rights = _rights(act.rights)
    if member.status == "creator":
        raised = replace(member, anonymous=act.anonymous, title=act.title or "")
    else:
        raised = Member(
            person=member.person,
            status="administrator",
            rights=rights,
            title=act.title or "",
            anonymous=act.anonymous,
        )
    change(world, chat, raised, by=world.person(act.by_id), at=at)
    return Outcome()


def demote(world: "World", act: Demote) -> Outcome:
    """An administrator becomes a plain member."""
    chat = world.chat(act.chat_id)
    at = world.clock.stamp(act.at)
    require(world, chat, act.by_id, "can_promote_members", at)
    member = present_member(world, chat, act.person_id, at)
    if member.status != "administrator":
        raise Refused(f"{member.person.name} is no administrator")
    change(world, chat, Member(person=member.person), by=world.person(act.by_id), at=at)
    return Outcome()


def add_bot(world: "World", act: AddBot) -> Outcome:
    """The bot is brought in, or its rights are changed."""
    chat = world.chat(act.chat_id)
    at = world.clock.stamp(act.at)
    by = world.person(act.by_id)
    right = "can_invite_users" if act.administrator is None else "can_promote_members"
    adder = present_member(world, chat, act.by_id, at)
    if not adder.may(right) and right not in chat.permissions:
        raise Refused(f"{by.name} lacks the right {right}")
    new = Member(person=world.bot)
    if act.administrator is not None:
        # Telegram gives every administrator this one.
        rights = _rights(act.administrator) | {"can_manage_chat"}
        new = Member(person=world.bot, status="administrator", rights=rights)
    if standing(chat, world.bot, at).present:
        change(world, chat, new, by=by, at=at)
    else:
        enter(world, chat, world.bot, by=by, at=at, standing_as=new)
    return Outcome()


def remove_bot(world: "World", act: RemoveBot) -> Outcome:
    """The bot is thrown out."""
    chat = world.chat(act.chat_id)
    at = world.clock.stamp(act.at)
    require(world, chat, act.by_id, "can_restrict_members", at)
    present_member(world, chat, world.bot.id, at)
    status = Member(person=world.bot, status="left" if chat.kind == "group" else "kicked")
    exit_from(world, chat, status, by=world.person(act.by_id), at=at)
    return Outcome()


def start(world: "World", act: Start) -> Outcome:
    """A person presses Start in the private chat."""
    chat = private_chat(world, act.person_id)
    at = world.clock.stamp(act.at)
    person = world.person(act.person_id)
    if chat.blocked:
        chat.blocked = False
        _tell_private(world, chat, "kicked", "member", at)
    text = f"/start {act.payload}" if act.payload else "/start"
    entity: dict[str, object] = {"offset": 0, "length": 6, "type": "bot_command"}
    content: dict[str, object] = {"text": text, "entities": [entity]}
    return Outcome(message_id=post(world, chat, Draft(author=author_of(person), at=at, content=content)).id)


def block(world: "World", act: Block) -> Outcome:
    """A person blocks the bot."""
    chat = private_chat(world, act.person_id)
    if chat.blocked:
        raise Refused("the bot is blocked already")
    chat.blocked = True
    _tell_private(world, chat, "member", "kicked", world.clock.stamp(act.at))
    return Outcome()


def _tell_private(world: "World", chat: Chat, old: str, new: str, at: int) -> None:
    before: dict[str, object] = {"user": world.bot.payload(), "status": old}
    after: dict[str, object] = {"user": world.bot.payload(), "status": new}
    for side in (before, after):
        if side["status"] == "kicked":
            side["until_date"] = 0
    update: dict[str, object] = {
        "chat": chat.payload(),
        "from": world.person(chat.id).payload(),
        "date": at,
        "old_chat_member": before,
        "new_chat_member": after,
    }
    world.updates.push("my_chat_member", update)


def _rights(names: tuple[str, ...]) -> frozenset[str]:
    unknown = set(names) - ALL_RIGHTS
    if unknown:
        raise Refused(f"no such right: {', '.join(sorted(unknown))}")
    return frozenset(names)


def _touchable(world: "World", chat: Chat, person_id: int, at: int) -> Member:
    member = standing(chat, world.person(person_id), at)
    if member.administers:
        raise Refused(f"{member.person.name} is an administrator of the chat")
    return member


ROWS = (
    row(Join, join),
    row(Leave, leave),
    row(Expel, expel),
    row(Mute, mute),
    row(Pardon, pardon),
    row(Raid, raid),
    row(Promote, promote),
    row(Demote, demote),
    row(AddBot, add_bot),
    row(RemoveBot, remove_bot),
    row(Start, start),
    row(Block, block),
)
