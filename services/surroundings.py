"""What a chat calls its own, where a rule asks for it: who runs it, which names and places belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from domain.rules.addresses import places_in
from models import chats, people
from models.staff import staff_of

if TYPE_CHECKING:
    from domain.messages import Message
    from domain.rules.judgement import Scene
    from domain.settings import RulesSettings
    from models.work import Work


async def with_surroundings(work: Work, message: Message, scene: Scene, rules: RulesSettings) -> Scene:
    """The scene with what the rules in force look at beyond the sender; nothing is read for those switched off."""
    if rules.impersonation.mode != "off":
        scene = replace(scene, staff=await staff_of(work, message.chat_id))
    if asks_for_names(message, rules):
        return replace(scene, own_names=await _own_names(work, message))
    return scene


def asks_for_names(message: Message, rules: RulesSettings) -> bool:
    """Whether a rule that is not off may care to whom a name in the message belongs."""
    if message.forward is not None and rules.forwards.mode != "off":
        return True
    if rules.channels.mode != "off" and message.sender_chat_id is not None:
        return True
    if rules.invites.mode == "off" and (rules.locks.mode == "off" or not rules.locks.kinds):
        return False
    return bool(message.mentioned_names) or any(place.name for place in places_in(message))


async def _own_names(work: Work, message: Message) -> frozenset[str]:
    """Usernames and ids of the chat, of its linked channel, and of people among those the message names."""
    chat = await chats.find(work, message.chat_id)
    linked = await chats.find(work, chat.linked_chat_id) if chat and chat.linked_chat_id else None
    own = {str(chat.linked_chat_id) if chat and chat.linked_chat_id else ""}
    own.update((one.username or "").lower() for one in (chat, linked) if one is not None)
    named = {*message.mentioned_names, *(place.name for place in places_in(message))}
    own.update(await people.ids_of_usernames(work, named - own - {""}))
    return frozenset(own - {""})
