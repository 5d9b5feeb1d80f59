"""What people do in the sandbox: plain values, encodable as JSON and tagged by `act`."""

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

import msgspec

ChatKind = Literal["supergroup", "group", "channel", "private"]
MessageKind = Literal[
    "text",
    "photo",
    "sticker",
    "voice",
    "document",
    "video",
    "video_note",
    "audio",
    "animation",
    "location",
    "contact",
    "dice",
    "poll",
]
# None means the sandbox's own now.
When: TypeAlias = Annotated[datetime, msgspec.Meta(tz=True)] | None
# A message id in the chat at hand, or the name an earlier Say (or OpenTopic) was given.
Ref: TypeAlias = int | str


class Act(msgspec.Struct, frozen=True, kw_only=True, tag_field="act", tag=True):
    """Something a person does; `at` is an aware datetime, or None for the sandbox's now."""


class OpenChat(Act, frozen=True, kw_only=True):
    """A chat comes into being, with its creator as first member; the bot is not in it yet."""

    chat_id: int
    kind: ChatKind = "supergroup"
    title: str = ""
    creator_id: int
    forum: bool = False
    username: str | None = None
    language: str = "en"
    linked_chat_id: int | None = None
    at: When = None


class Meet(Act, frozen=True, kw_only=True):
    """A person exists, or is called otherwise from now on."""

    person_id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language: str = "en"
    is_bot: bool = False


class Join(Act, frozen=True, kw_only=True):
    """A person enters a chat: alone, through an invite link, or brought by an inviter."""

    chat_id: int
    person_id: int
    at: When = None
    invite_link: str | None = None
    inviter_id: int | None = None


class Leave(Act, frozen=True, kw_only=True):
    """A person leaves a chat."""

    chat_id: int
    person_id: int
    at: When = None


class Expel(Act, frozen=True, kw_only=True):
    """An administrator bans a person from a chat."""

    chat_id: int
    person_id: int
    by_id: int
    at: When = None


class Pardon(Act, frozen=True, kw_only=True):
    """An administrator lifts a ban or a restriction."""

    chat_id: int
    person_id: int
    by_id: int
    at: When = None


class Mute(Act, frozen=True, kw_only=True):
    """An administrator takes a member's voice, until a moment or for good."""

    chat_id: int
    person_id: int
    by_id: int
    until: When = None
    at: When = None


class RequestJoin(Act, frozen=True, kw_only=True):
    """A person asks to be let in."""

    chat_id: int
    person_id: int
    at: When = None
    invite_link: str | None = None
    bio: str | None = None


class Promote(Act, frozen=True, kw_only=True):
    """A member becomes administrator; rights are named as in ChatAdministratorRights."""

    chat_id: int
    person_id: int
    by_id: int
    at: When = None
    rights: tuple[str, ...] = ()
    title: str | None = None
    anonymous: bool = False


class Demote(Act, frozen=True, kw_only=True):
    """An administrator becomes a plain member again."""

    chat_id: int
    person_id: int
    by_id: int
    at: When = None


class Say(Act, frozen=True, kw_only=True):
    """A person sends a message; commands, mentions, tags and links get their entities as a client would."""

    chat_id: int
    person_id: int
    at: When = None
    text: str = ""
    html: bool = False
    kind: MessageKind = "text"
    caption: str | None = None
    reply_to: Ref | None = None
    thread_id: Ref | None = None
    name: str | None = None
    sender_chat_id: int | None = None
    forward_from: int | None = None
    via_bot_id: int | None = None
    media_group_id: str | None = None
    emoji: str | None = None
    phone_number: str | None = None
    options: tuple[str, ...] = ()
    anonymous: bool = True
    multiple: bool = False


class Edit(Act, frozen=True, kw_only=True):
    """An author changes the text or caption of a message."""

    chat_id: int
    person_id: int
    at: When = None
    message: Ref
    text: str
    html: bool = False


class Erase(Act, frozen=True, kw_only=True):
    """A person deletes a message; Telegram tells bots nothing about it."""

    chat_id: int
    person_id: int
    at: When = None
    message: Ref


class React(Act, frozen=True, kw_only=True):
    """A member's reactions to a message become exactly these."""

    chat_id: int
    person_id: int
    at: When = None
    message: Ref
    emoji: tuple[str, ...] = ()


class Press(Act, frozen=True, kw_only=True):
    """A person presses an inline button, found by its callback data or by its text."""

    chat_id: int
    person_id: int
    message: Ref
    at: When = None
    data: str | None = None
    text: str | None = None


class Vote(Act, frozen=True, kw_only=True):
    """A person votes in a poll; no options retract the vote."""

    person_id: int
    poll_message: Ref
    option_ids: tuple[int, ...] = ()
    chat_id: int | None = None
    at: When = None


class Pin(Act, frozen=True, kw_only=True):
    """An administrator pins a message."""

    chat_id: int
    person_id: int
    message: Ref
    at: When = None


class OpenTopic(Act, frozen=True, kw_only=True):
    """A person opens a topic in a forum."""

    chat_id: int
    person_id: int
    title: str
    at: When = None
    name: str | None = None


class CloseTopic(Act, frozen=True, kw_only=True):
    """A person closes a topic."""

    chat_id: int
    person_id: int
    thread_id: Ref
    at: When = None


class Retitle(Act, frozen=True, kw_only=True):
    """An administrator gives the chat another title."""

    chat_id: int
    person_id: int
    title: str
    at: When = None


class Migrate(Act, frozen=True, kw_only=True):
    """A basic group becomes a supergroup."""

    chat_id: int
    new_chat_id: int
    at: When = None


class AddBot(Act, frozen=True, kw_only=True):
    """Somebody brings the bot in, as administrator with these rights, or as plain member (None)."""

    chat_id: int
    by_id: int
    at: When = None
    administrator: tuple[str, ...] | None = None


class RemoveBot(Act, frozen=True, kw_only=True):
    """Somebody throws the bot out."""

    chat_id: int
    by_id: int
    at: When = None


class Start(Act, frozen=True, kw_only=True):
    """A person opens the private chat with the bot and presses Start; it unblocks the bot as well."""

    person_id: int
    at: When = None
    payload: str | None = None


class Block(Act, frozen=True, kw_only=True):
    """A person blocks the bot in private."""

    person_id: int
    at: When = None


class Privacy(Act, frozen=True, kw_only=True):
    """The bot's owner switches privacy mode at BotFather."""

    enabled: bool


AnyAct: TypeAlias = (
    OpenChat
    | Meet
    | Join
    | Leave
    | Expel
    | Pardon
    | Mute
    | RequestJoin
    | Promote
    | Demote
    | Say
    | Edit
    | Erase
    | React
    | Press
    | Vote
    | Pin
    | OpenTopic
    | CloseTopic
    | Retitle
    | Migrate
    | AddBot
    | RemoveBot
    | Start
    | Block
    | Privacy
)


class Outcome(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What came of an act: ids a script may need, or the reason Telegram refused it."""

    message_id: int | None = None
    callback_id: str | None = None
    error: str | None = None
