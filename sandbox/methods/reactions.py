"""Reactions the bot sets and takes away."""

from typing import TYPE_CHECKING

from sandbox.access import find, need, person_of, reach
from sandbox.errors import bad_request
from sandbox.reactions import ALLOWED, react

if TYPE_CHECKING:
    from sandbox.calling import Call
    from sandbox.methods.method import Methods
    from sandbox.world import World


def set_message_reaction(world: "World", call: "Call") -> object:
    """setMessageReaction: one emoji of Telegram's own at most."""
    asked = call.items("reaction", "ReactionType") or []
    chat = reach(world, call)
    message = find(chat, call.integer("message_id"), "message to react")
    if len(asked) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    emoji = tuple(_emoji(item) for item in asked)
    react(world, chat, message, world.bot, emoji, member=None, at=world.clock.stamp())
    return True


def delete_message_reaction(world: "World", call: "Call") -> object:
    """deleteMessageReaction: an administrator takes a member's reaction away."""
    chat = reach(world, call)
    need(world, chat, "can_delete_messages", "CHAT_ADMIN_REQUIRED")
    message = find(chat, call.integer("message_id"), "message to react")
    person = person_of(world, call)
    react(world, chat, message, person, (), member=None, at=world.clock.stamp())
    return True


def _emoji(item: object) -> str:
    if not isinstance(item, dict):
        raise bad_request("can't parse ReactionType: expected an Object")
    if item.get("type") != "emoji":
        raise bad_request("REACTION_INVALID")
    emoji = str(item.get("emoji", "")).replace("\ufe0f", "")
    if emoji not in ALLOWED:
        raise bad_request("REACTION_INVALID")
    return emoji


METHODS: "Methods" = {
    "setMessageReaction": set_message_reaction,
    "deleteMessageReaction": delete_message_reaction,
}
