"""Reactions to messages."""

from typing import TYPE_CHECKING

from sandbox.people import Person
from sandbox.posting import face, record

if TYPE_CHECKING:
    from sandbox.chats import Chat
    from sandbox.members import Member
    from sandbox.messages import Message
    from sandbox.payload import Json
    from sandbox.world import World

_EMOJI = (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤\u200d🔥 🌚 🌭 💯 🤣 ⚡ "
    "🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨\u200d💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 "
    "🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷\u200d♂ 🤷 🤷\u200d♀ 😡"
)
ALLOWED = frozenset(_EMOJI.split())


def react(
    world: "World",
    chat: "Chat",
    message: "Message",
    person: Person,
    emoji: tuple[str, ...],
    *,
    member: "Member | None",
    at: int,
) -> None:
    """Set somebody's reactions; administrators' bots hear of it, a bot's own are not told."""
    old = message.reactions.get(person.id, ())
    if emoji:
        message.reactions[person.id] = emoji
    else:
        message.reactions.pop(person.id, None)
    if old == emoji:
        return
    record(world, chat, "reaction", at=at, message=message, sender=face(person), text=" ".join(emoji))
    if person.is_bot or not _told(world, chat):
        return
    base: Json = {"chat": chat.payload(), "message_id": message.id}
    if chat.kind == "channel":
        world.updates.push("message_reaction_count", {**base, "date": at, "reactions": _counts(message)})
        return
    if member is not None and member.anonymous:
        base["actor_chat"] = chat.payload()
    else:
        base["user"] = person.payload()
    base.update(date=at, old_reaction=_types(old), new_reaction=_types(emoji))
    world.updates.push("message_reaction", base)


def tally(message: "Message") -> dict[str, int]:
    """How many chose each emoji, the most chosen first."""
    counts: dict[str, int] = {}
    for chosen in message.reactions.values():
        for emoji in chosen:
            counts[emoji] = counts.get(emoji, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: -item[1]))


def _told(world: "World", chat: "Chat") -> bool:
    return world.bot_administers(chat) or (chat.kind == "private" and not chat.blocked)


def _types(emoji: tuple[str, ...]) -> list["Json"]:
    return [{"type": "emoji", "emoji": one} for one in emoji]


def _counts(message: "Message") -> list["Json"]:
    return [
        {"type": {"type": "emoji", "emoji": emoji}, "total_count": count} for emoji, count in tally(message).items()
    ]
