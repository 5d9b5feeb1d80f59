"""What a bot may reach: chats, messages, rights; refused with Telegram's words."""

from typing import TYPE_CHECKING

from sandbox.errors import ApiError, bad_request, forbidden
from sandbox.private import chat_at_the_door, waits_at_the_door
from sandbox.rights import permission_for

if TYPE_CHECKING:
    from sandbox.calling import Call
    from sandbox.chats import Chat
    from sandbox.members import Member
    from sandbox.messages import Message
    from sandbox.people import Person
    from sandbox.world import World

_KIND_WORDS = {"group": "group chat", "supergroup": "supergroup chat", "channel": "channel chat"}
_NOUNS = {
    "text": "text messages",
    "contact": "contacts",
    "location": "locations",
    "photo": "photos",
    "video": "videos",
    "video_note": "video notes",
    "voice": "voice notes",
    "audio": "music",
    "document": "documents",
    "poll": "polls",
    "sticker": "stickers",
    "animation": "animations",
    "dice": "dice",
    "game": "games",
    "venue": "venues",
    "invoice": "invoice messages",
    "giveaway": "giveaways",
    "checklist": "checklists",
    "story": "stories",
    "paid_media": "paid media",
}


def reach(world: "World", call: "Call", name: str = "chat_id", *, write: bool = True) -> "Chat":
    """The chat a call names, where the bot still is."""
    text = call.text(name).strip()
    if not text:
        raise bad_request(f"{name} is empty")
    chat = _named(world, text) if text.startswith("@") else _numbered(world, text)
    if chat is None:
        raise bad_request("chat not found")
    _check_present(world, chat, write=write)
    return chat


def _named(world: "World", text: str) -> "Chat | None":
    wanted = text[1:].lower()
    return next((chat for chat in world.chats.values() if (chat.username or "").lower() == wanted), None)


def _numbered(world: "World", text: str) -> "Chat | None":
    try:
        chat_id = int(text)
    except ValueError:
        return None
    chat = world.chats.get(chat_id)
    if chat is not None or chat_id <= 0:
        return chat
    chat = chat_at_the_door(world, chat_id)
    if chat is None and _met(world, chat_id):
        raise forbidden("bot can't initiate conversation with a user")
    return chat


def known_person(world: "World", call: "Call") -> "Person | None":
    """The person a call names as a chat, if the bot ever met them."""
    text = call.text("chat_id").strip()
    person = world.people.get(int(text)) if text.isdecimal() else None
    if person is None:
        return None
    return person if person.id in world.chats or _met(world, person.id) else None


def _met(world: "World", person_id: int) -> bool:
    """Whether the bot knows a person from a chat they share or shared, or asked to be let in."""
    return person_id in world.people and any(
        world.bot.id in chat.members and (person_id in chat.members or person_id in chat.asked)
        for chat in world.chats.values()
    )


def _check_present(world: "World", chat: "Chat", *, write: bool) -> None:
    if chat.kind == "private":
        if chat.blocked and write:
            raise forbidden("bot was blocked by the user")
        return
    if chat.migrated_to is not None:
        raise ApiError(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            migrate_to=chat.migrated_to,
        )
    member = world.bot_member(chat)
    words = _KIND_WORDS[chat.kind]
    if world.bot.id not in chat.members and chat.username is None:
        raise bad_request("chat not found")
    if member.status == "kicked":
        raise forbidden(f"bot was kicked from the {words}")
    if not member.present and (write or chat.username is None):
        raise forbidden(f"bot is not a member of the {words}")


def need(world: "World", chat: "Chat", right: str, words: str) -> "Member":
    """The bot's standing, if it holds an administrator's right."""
    member = world.bot_member(chat)
    if not member.may(right):
        raise bad_request(words)
    return member


def need_to_send(world: "World", chat: "Chat", kind: str) -> None:
    """Refuse a message of a kind the bot may not send in a chat."""
    member = world.bot_member(chat)
    if chat.kind == "channel":
        if not member.may("can_post_messages"):
            raise bad_request("need administrator rights in the channel chat")
        return
    if chat.kind == "private":
        if not chat.started and not waits_at_the_door(world, chat.id):
            raise forbidden("bot can't initiate conversation with a user")
        return
    if member.administers:
        return
    permission = permission_for(kind)
    allowed = member.permissions if member.status == "restricted" else chat.permissions
    if permission not in allowed:
        raise bad_request(f"not enough rights to send {_NOUNS[kind]} to the chat")


def find(chat: "Chat", message_id: int, what: str) -> "Message":
    """A message of a chat by id."""
    message = chat.find(message_id)
    if message is None:
        raise bad_request(f"{what} not found")
    return message


def person_of(world: "World", call: "Call", name: str = "user_id") -> "Person":
    """The person a call names, if Telegram would know them."""
    text = call.text(name).strip()
    if not text or not text.lstrip("-").isdigit() or int(text) <= 0:
        raise bad_request(f"invalid {name} specified")
    person = world.people.get(int(text))
    if person is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return person


def supergroup_only(chat: "Chat") -> None:
    """Refuse chats that are no supergroup."""
    if chat.kind != "supergroup":
        raise bad_request("method is available only for supergroups")


def supergroup_or_channel(chat: "Chat") -> None:
    """Refuse private chats and basic groups."""
    if chat.kind not in {"supergroup", "channel"}:
        raise bad_request("method is available for supergroup and channel chats only")
