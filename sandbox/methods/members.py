"""Looking at members, restricting, banning, promoting."""

from dataclasses import replace
from typing import TYPE_CHECKING

from sandbox.access import need, person_of, reach, supergroup_only, supergroup_or_channel
from sandbox.errors import bad_request
from sandbox.members import Member, until_date
from sandbox.membership import change, exit_from, standing
from sandbox.permissions import asked_permissions
from sandbox.posting import face, record
from sandbox.rights import ALL_PERMISSIONS

if TYPE_CHECKING:
    from sandbox.calling import Call
    from sandbox.chats import Chat
    from sandbox.methods.method import Methods
    from sandbox.world import World

_NO_RESTRICTING = "not enough rights to restrict/unrestrict chat member"


def get_chat_member(world: "World", call: "Call") -> object:
    """GetChatMember."""
    chat = reach(world, call, write=False)
    person = person_of(world, call)
    if chat.kind == "private":
        return Member(person=person).payload(chat.kind)
    return standing(chat, person, world.clock.stamp()).payload(chat.kind)


def get_chat_administrators(world: "World", call: "Call") -> object:
    """getChatAdministrators: the creator, the administrators, other bots only when asked for."""
    chat = reach(world, call, write=False)
    if chat.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    bots = call.flag("return_bots")
    return [
        member.payload(chat.kind)
        for member in chat.members.values()
        if member.administers and (bots or not member.person.is_bot or member.person.id == world.bot.id)
    ]


def get_chat_member_count(world: "World", call: "Call") -> object:
    """GetChatMemberCount."""
    chat = reach(world, call, write=False)
    return 2 if chat.kind == "private" else len(chat.present(world.clock.stamp()))


def restrict(world: "World", call: "Call") -> object:
    """RestrictChatMember."""
    permissions = asked_permissions(call)
    chat = reach(world, call)
    supergroup_only(chat)
    person = person_of(world, call)
    old = _target(world, chat, standing(chat, person, world.clock.stamp()))
    now = world.clock.stamp()
    if permissions == ALL_PERMISSIONS:
        new = Member(person=person, status="member" if old.present else "left", tag=old.tag)
    else:
        new = Member(
            person=person,
            status="restricted",
            permissions=permissions,
            until=until_date(call.integer("until_date"), now),
            inside=old.present,
            tag=old.tag,
        )
    if old.status == "kicked":
        new = replace(new, inside=False)
    change(world, chat, new, by=world.bot, at=now)
    return True


def ban(world: "World", call: "Call") -> object:
    """banChatMember: a supergroup forgets the messages of whom it bans."""
    chat = reach(world, call)
    if chat.kind == "private":
        raise bad_request("can't ban members in private chats")
    person = person_of(world, call)
    now = world.clock.stamp()
    _target(world, chat, standing(chat, person, now))
    until = until_date(call.integer("until_date"), now)
    status = Member(person=person, status="left" if chat.kind == "group" else "kicked", until=until)
    exit_from(world, chat, status, by=world.bot, at=now)
    if chat.kind == "supergroup" or call.flag("revoke_messages"):
        _forget_messages(world, chat, person.id, now)
    return True


def unban(world: "World", call: "Call") -> object:
    """unbanChatMember: without only_if_banned it sends away who is inside."""
    chat = reach(world, call)
    supergroup_or_channel(chat)
    person = person_of(world, call)
    now = world.clock.stamp()
    old = standing(chat, person, now)
    if call.flag("only_if_banned") and old.status != "kicked":
        return True
    _target(world, chat, old)
    exit_from(world, chat, Member(person=person, status="left"), by=world.bot, at=now)
    return True


def leave(world: "World", call: "Call") -> object:
    """LeaveChat."""
    chat = reach(world, call, write=False)
    if chat.kind == "private":
        raise bad_request("can't leave private chats")
    exit_from(world, chat, Member(person=world.bot, status="left"), by=world.bot, at=world.clock.stamp())
    return True


def ban_sender_chat(world: "World", call: "Call") -> object:
    """BanChatSenderChat."""
    chat = reach(world, call)
    supergroup_or_channel(chat)
    need(world, chat, "can_restrict_members", _NO_RESTRICTING)
    chat.banned_senders.add(_sender_chat(world, call))
    return True


def unban_sender_chat(world: "World", call: "Call") -> object:
    """UnbanChatSenderChat."""
    chat = reach(world, call)
    supergroup_or_channel(chat)
    need(world, chat, "can_restrict_members", _NO_RESTRICTING)
    chat.banned_senders.discard(_sender_chat(world, call))
    return True


def _target(world: "World", chat: "Chat", member: Member) -> Member:
    """Refuse to restrict whom the bot may not."""
    if member.status == "creator":
        raise bad_request("can't remove chat owner")
    need(world, chat, "can_restrict_members", _NO_RESTRICTING)
    if member.person.id == world.bot.id:
        raise bad_request("can't restrict self")
    if member.status == "administrator" and not member.editable_by_bot:
        raise bad_request("user is an administrator of the chat")
    return member


def _sender_chat(world: "World", call: "Call") -> int:
    text = call.text("sender_chat_id")
    if not text:
        raise bad_request("sender_chat_id is empty")
    if not text.lstrip("-").isdigit():
        raise bad_request("sender_chat_id is not a valid Integer")
    if int(text) not in world.chats:
        raise bad_request("chat not found")
    return int(text)


def _forget_messages(world: "World", chat: "Chat", person_id: int, at: int) -> None:
    for message in chat.messages.values():
        if message.author_id == person_id and not message.deleted and not message.service:
            message.deleted = True
            record(world, chat, "delete", message=message, sender=face(world.bot), at=at)


METHODS: "Methods" = {
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "getChatMemberCount": get_chat_member_count,
    "getChatMembersCount": get_chat_member_count,
    "restrictChatMember": restrict,
    "banChatMember": ban,
    "kickChatMember": ban,
    "unbanChatMember": unban,
    "leaveChat": leave,
    "banChatSenderChat": ban_sender_chat,
    "unbanChatSenderChat": unban_sender_chat,
}
