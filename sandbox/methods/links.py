"""Invite links and join requests."""

from typing import TYPE_CHECKING

from sandbox.access import need, person_of, reach
from sandbox.errors import bad_request
from sandbox.links import InviteLink
from sandbox.membership import enter, standing

if TYPE_CHECKING:
    from sandbox.calling import Call
    from sandbox.chats import Chat, JoinRequest
    from sandbox.methods.method import Methods
    from sandbox.world import World

_NO_RIGHT = "not enough rights to manage chat invite link"


def export(world: "World", call: "Call") -> object:
    """exportChatInviteLink: a new primary link; the old one is revoked."""
    chat = _allowed(world, call)
    for link in chat.links.values():
        if link.is_primary and link.creator.id == world.bot.id:
            link.is_primary, link.is_revoked = False, True
    link = _new(world, chat)
    link.is_primary = True
    return link.url


def create(world: "World", call: "Call") -> object:
    """CreateChatInviteLink."""
    chat = _allowed(world, call)
    link = InviteLink(url="", creator=world.bot)
    _configure(world, link, call)
    return _new(world, chat, link).payload()


def create_subscription(world: "World", call: "Call") -> object:
    """createChatSubscriptionInviteLink: channels only."""
    chat = _allowed(world, call)
    if chat.kind != "channel":
        raise bad_request("CHAT_INVALID")
    price = call.integer("subscription_price")
    if call.integer("subscription_period") != 2_592_000 or not 1 <= price <= 10_000:
        raise bad_request("SUBSCRIPTION_PERIOD_INVALID")
    link = InviteLink(
        url="",
        creator=world.bot,
        name=call.text("name")[:32],
        subscription_period=2_592_000,
        subscription_price=price,
    )
    return _new(world, chat, link).payload()


def edit(world: "World", call: "Call") -> object:
    """EditChatInviteLink."""
    chat = _allowed(world, call)
    link = _own(world, chat, call)
    if link.is_revoked:
        raise bad_request("INVITE_HASH_EXPIRED")
    _configure(world, link, call)
    return link.payload()


def revoke(world: "World", call: "Call") -> object:
    """revokeChatInviteLink: a revoked primary link is replaced by a fresh one."""
    chat = _allowed(world, call)
    link = _own(world, chat, call)
    link.is_revoked = True
    if link.is_primary:
        link.is_primary = False
        _new(world, chat).is_primary = True
    return link.payload()


def approve(world: "World", call: "Call") -> object:
    """ApproveChatJoinRequest."""
    chat, request = _request(world, call)
    enter(
        world,
        chat,
        request.person,
        by=world.bot,
        at=world.clock.stamp(),
        link=request.link,
        by_request=True,
    )
    return True


def decline(world: "World", call: "Call") -> object:
    """DeclineChatJoinRequest."""
    _request(world, call)
    return True


def _allowed(world: "World", call: "Call") -> "Chat":
    chat = reach(world, call)
    if chat.kind == "private":
        raise bad_request("can't create invite links in private chats")
    need(world, chat, "can_invite_users", _NO_RIGHT)
    return chat


def _new(world: "World", chat: "Chat", link: InviteLink | None = None) -> InviteLink:
    link = link or InviteLink(url="", creator=world.bot)
    secret = "".join(world.random.choices("abcdefghijklmnopqrstuvwxyzABCDEFGH0123456789_-", k=12))
    link.url = f"https://t.me/+{secret}{world.serial():04d}"
    chat.links[link.url] = link
    return link


def _configure(world: "World", link: InviteLink, call: "Call") -> None:
    name = call.text("name")
    limit = call.integer("member_limit")
    expires = call.integer("expire_date")
    by_request = call.flag("creates_join_request")
    if len(name) > 32:
        raise bad_request("INVITE_LINK_NAME_TOO_LONG")
    if not 0 <= limit <= 99_999:
        raise bad_request("USAGE_LIMIT_INVALID")
    if limit and by_request:
        raise bad_request("member limit can't be specified for links requiring administrator approval")
    if expires and expires <= world.clock.stamp():
        raise bad_request("EXPIRE_DATE_INVALID")
    link.name, link.member_limit, link.expire_date = name, limit, expires
    link.creates_join_request = by_request


def _own(world: "World", chat: "Chat", call: "Call") -> InviteLink:
    link = chat.links.get(call.text("invite_link"))
    if link is None or link.creator.id != world.bot.id:
        raise bad_request("INVITE_HASH_EXPIRED")
    return link


def _request(world: "World", call: "Call") -> "tuple[Chat, JoinRequest]":
    chat = reach(world, call)
    need(world, chat, "can_invite_users", "not enough rights")
    person = person_of(world, call)
    if standing(chat, person, world.clock.stamp()).present:
        raise bad_request("USER_ALREADY_PARTICIPANT")
    request = chat.requests.pop(person.id, None)
    if request is None:
        raise bad_request("HIDE_REQUESTER_MISSING")
    if request.link is not None:
        request.link.pending -= 1
    return chat, request


METHODS: "Methods" = {
    "exportChatInviteLink": export,
    "createChatInviteLink": create,
    "createChatSubscriptionInviteLink": create_subscription,
    "editChatInviteLink": edit,
    "revokeChatInviteLink": revoke,
    "approveChatJoinRequest": approve,
    "declineChatJoinRequest": decline,
}
