"""The few fields of Telegram's JSON that the hot path reads, as typed structs decoded straight from bytes.

Whatever else an update carries is skipped by the decoder; names follow the Bot API.
"""

import msgspec
from msgspec import UNSET, Raw, Struct, UnsetType

Present = Raw | UnsetType


class User(Struct, frozen=True):
    """User."""

    id: int
    is_bot: bool = False
    first_name: str = ""
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None


class Chat(Struct, frozen=True):
    """Chat."""

    id: int
    type: str = ""
    title: str | None = None
    username: str | None = None


class Entity(Struct, frozen=True):
    """MessageEntity; offset and length are UTF-16 units."""

    type: str
    offset: int
    length: int
    url: str | None = None
    user: User | None = None


class Replied(Struct, frozen=True, rename={"sender": "from"}):
    """The message that was replied to."""

    message_id: int
    sender: User | None = None
    sender_chat: Chat | None = None
    is_automatic_forward: bool = False


class Page(Struct, frozen=True):
    """WebAppInfo, LoginUrl or LinkPreviewOptions: the address that is opened or shown."""

    url: str = ""


class Button(Struct, frozen=True):
    """InlineKeyboardButton, as far as it says something and leads somewhere."""

    text: str = ""
    url: str | None = None
    login_url: Page | None = None
    web_app: Page | None = None


class Keyboard(Struct, frozen=True):
    """InlineKeyboardMarkup."""

    inline_keyboard: tuple[tuple[Button, ...], ...] = ()


class Quote(Struct, frozen=True):
    """TextQuote."""

    text: str = ""


class Origin(Struct, frozen=True):
    """MessageOrigin, of any kind."""

    type: str = ""
    sender_user: User | None = None
    sender_user_name: str = ""
    sender_chat: Chat | None = None
    chat: Chat | None = None


class External(Struct, frozen=True):
    """ExternalReplyInfo: a message of another chat that is answered to."""

    origin: Origin | None = None
    chat: Chat | None = None


class File(Struct, frozen=True):
    """Whatever carries a file: Document, Audio, Video, Animation, Sticker."""

    file_name: str = ""
    title: str = ""
    performer: str = ""
    set_name: str = ""
    is_animated: bool = False
    is_video: bool = False
    premium_animation: Present = UNSET


class Contact(Struct, frozen=True):
    """Contact."""

    phone_number: str = ""
    first_name: str = ""
    last_name: str = ""
    vcard: str = ""


class PollOption(Struct, frozen=True):
    """PollOption, or a ChecklistTask."""

    text: str = ""


class Poll(Struct, frozen=True):
    """Poll."""

    question: str = ""
    description: str = ""
    options: tuple[PollOption, ...] = ()


class Titled(Struct, frozen=True):
    """Game, Invoice, Venue or Checklist: a title and more."""

    title: str = ""
    description: str = ""
    address: str = ""
    tasks: tuple[PollOption, ...] = ()


class Message(Struct, frozen=True, rename={"sender": "from"}):
    """Message. The media fields only tell whether they are there; few messages have buttons to read."""

    message_id: int
    date: int
    chat: Chat
    sender: User | None = None
    sender_chat: Chat | None = None
    edit_date: int | None = None
    text: str | None = None
    caption: str | None = None
    entities: tuple[Entity, ...] = ()
    caption_entities: tuple[Entity, ...] = ()
    reply_to_message: Replied | None = None
    message_thread_id: int | None = None
    is_topic_message: bool = False
    is_automatic_forward: bool = False
    media_group_id: str | None = None
    has_media_spoiler: bool = False
    forward_origin: Origin | None = None
    external_reply: Present = UNSET
    quote: Quote | None = None
    link_preview_options: Page | None = None
    via_bot: User | None = None
    reply_markup: Present = UNSET
    animation: Present = UNSET
    photo: Present = UNSET
    video: Present = UNSET
    sticker: Present = UNSET
    voice: Present = UNSET
    audio: Present = UNSET
    video_note: Present = UNSET
    document: Present = UNSET
    poll: Present = UNSET
    contact: Present = UNSET
    venue: Present = UNSET
    location: Present = UNSET
    dice: Present = UNSET
    game: Present = UNSET
    story: Present = UNSET
    paid_media: Present = UNSET
    checklist: Present = UNSET
    invoice: Present = UNSET
    giveaway: Present = UNSET
    new_chat_members: Present = UNSET
    left_chat_member: Present = UNSET
    migrate_to_chat_id: Present = UNSET
    migrate_from_chat_id: Present = UNSET


MEDIA = (
    "animation",
    "photo",
    "video",
    "sticker",
    "voice",
    "audio",
    "video_note",
    "document",
    "poll",
    "contact",
    "venue",
    "location",
    "dice",
    "game",
    "story",
    "paid_media",
    "checklist",
    "invoice",
    "giveaway",
)

# The service messages that handlers/membership.py listens to.
SERVICE = ("new_chat_members", "left_chat_member", "migrate_to_chat_id", "migrate_from_chat_id")


class Reaction(Struct, frozen=True):
    """MessageReactionUpdated."""

    chat: Chat
    message_id: int
    date: int
    new_reaction: tuple[Raw, ...]
    user: User | None = None
    actor_chat: Chat | None = None


class Update(Struct, frozen=True):
    """Update, as far as its kind decides where it goes."""

    update_id: int
    message: Message | None = None
    edited_message: Message | None = None
    message_reaction: Reaction | None = None


class Numbered(Struct, frozen=True):
    """Any JSON object that has an update_id."""

    update_id: int


class Batch(Struct, frozen=True):
    """The answer to getUpdates; each update stays undecoded, so that a bad one spoils only itself."""

    result: tuple[Raw, ...]


update_decoder = msgspec.json.Decoder(Update)
batch_decoder = msgspec.json.Decoder(Batch)
external_decoder = msgspec.json.Decoder(External)
file_decoder = msgspec.json.Decoder(File)
contact_decoder = msgspec.json.Decoder(Contact)
poll_decoder = msgspec.json.Decoder(Poll)
titled_decoder = msgspec.json.Decoder(Titled)
keyboard_decoder = msgspec.json.Decoder(Keyboard)
number_decoder = msgspec.json.Decoder(Numbered)
