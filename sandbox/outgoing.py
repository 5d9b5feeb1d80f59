"""Messages the bot sends: text parsed, place and reply checked, posted."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.access import find, need_to_send, reach
from sandbox.chats import GENERAL_TOPIC_ID
from sandbox.entities import combine, in_order, trim
from sandbox.ephemeral import receiver_of
from sandbox.errors import bad_request
from sandbox.keyboards import inline_keyboard
from sandbox.markdown import parse_markdown
from sandbox.markup import parse_html
from sandbox.posting import Author, Draft, author_of, post, render
from sandbox.utf16 import length

if TYPE_CHECKING:
    from sandbox.calling import Call
    from sandbox.chats import Chat
    from sandbox.messages import Message
    from sandbox.payload import Json
    from sandbox.world import World

MAX_TEXT = 4096
MAX_CAPTION = 1024
_SOURCE_LIMIT = 1 << 15


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where a message goes and what it answers."""

    chat: "Chat"
    thread_id: int | None
    reply_to: int | None


def message_text(world: "World", call: "Call") -> "Json":
    """The text fields of a call; refused when empty, too long or wrongly marked up."""
    if not call.text("text"):
        raise bad_request("message text is empty")
    text, entities = words(world, call, "text", "entities", "parse_mode")
    if not text:
        raise bad_request("text must be non-empty")
    if length(text) > MAX_TEXT:
        raise bad_request("message is too long")
    content: Json = {"text": text}
    if entities:
        content["entities"] = entities
    preview = call.mapping("link_preview_options", "link preview options")
    if preview is not None:
        content["link_preview_options"] = preview
    elif call.flag("disable_web_page_preview"):
        content["link_preview_options"] = {"is_disabled": True}
    return content


def caption(world: "World", call: "Call") -> "Json":
    """The caption fields of a call."""
    text, entities = words(world, call, "caption", "caption_entities", "parse_mode")
    if length(text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    content: Json = {}
    if text:
        content["caption"] = text
    if entities:
        content["caption_entities"] = entities
    if text and call.flag("show_caption_above_media"):
        content["show_caption_above_media"] = True
    return content


def words(world: "World", call: "Call", text_name: str, entities_name: str, mode_name: str) -> tuple[str, list["Json"]]:
    """Text with its entities: parsed, or given, and completed as a client would."""
    source = call.text(text_name)
    if len(source.encode()) > _SOURCE_LIMIT:
        raise bad_request("text is too long")
    mode = call.text(mode_name).lower()
    if mode == "html":
        text, given = parse_html(source, world.people)
    elif mode in {"markdown", "markdownv2"}:
        text, given = parse_markdown(source, world.people, version=2 if mode == "markdownv2" else 1)
    elif mode not in {"", "none"}:
        raise bad_request("unsupported parse_mode")
    else:
        text, given = source, _given(call, entities_name)
    text, given = trim(text, given)
    return text, combine(text, given)


def _given(call: "Call", name: str) -> list["Json"]:
    entities: list[Json] = []
    for item in call.items(name, "MessageEntity") or []:
        if not isinstance(item, dict):
            raise bad_request("can't parse MessageEntity: expected an Object")
        for field in ("offset", "length"):
            if not isinstance(item.get(field), int):
                raise bad_request(f'can\'t parse MessageEntity: Field "{field}" must be of type Number')
        entities.append(item)
    return in_order(entities)


def place(world: "World", call: "Call", kind: str) -> Place:
    """Where a call's message goes, once the bot may write there."""
    chat = reach(world, call)
    need_to_send(world, chat, kind)
    return Place(chat=chat, thread_id=_thread(world, chat, call), reply_to=_reply(chat, call))


def _thread(world: "World", chat: "Chat", call: "Call") -> int | None:
    thread_id = call.integer("message_thread_id")
    if not thread_id:
        return None
    if not chat.forum:
        if chat.kind == "supergroup" and chat.find(thread_id) is not None:
            return thread_id
        raise bad_request("message thread not found")
    topic = chat.topics.get(thread_id)
    if thread_id == GENERAL_TOPIC_ID or topic is None:
        raise bad_request("message thread not found")
    if topic.closed and not world.bot_member(chat).may("can_manage_topics"):
        raise bad_request("TOPIC_CLOSED")
    return thread_id


def _reply(chat: "Chat", call: "Call") -> int | None:
    parameters = call.mapping("reply_parameters", "reply parameters")
    if parameters is None:
        message_id = call.integer("reply_to_message_id")
        optional = call.flag("allow_sending_without_reply")
    else:
        raw = parameters.get("message_id")
        message_id = raw if isinstance(raw, int) else 0
        optional = bool(parameters.get("allow_sending_without_reply"))
    if not message_id:
        return None
    if chat.find(message_id) is None:
        if optional:
            return None
        raise bad_request("message to be replied not found")
    return message_id


def bot_author(world: "World", chat: "Chat") -> Author:
    """The bot under its own name, or as the channel it writes in."""
    if chat.kind == "channel":
        return Author(person=None, true_id=world.bot.id, chat=chat)
    return author_of(world.bot)


def send(
    world: "World",
    call: "Call",
    kind: str,
    content: "Json",
    *,
    poll_id: str | None = None,
    where: Place | None = None,
) -> "Message":
    """Post a bot's message of a kind where the call asks for it."""
    markup = inline_keyboard(call.value("reply_markup", "reply keyboard markup"))
    where = where or place(world, call, kind)
    receiver_id = receiver_of(world, call, where.chat)
    if world.enforce_limits:
        world.limits.spend(where.chat.id, world.clock.seconds())
    extra: Json = {"has_protected_content": True} if call.flag("protect_content") else {}
    if markup is not None:
        extra["reply_markup"] = markup
    draft = Draft(
        author=bot_author(world, where.chat),
        at=world.clock.stamp(),
        content={**content, **extra},
        kind=kind,
        reply_to=where.reply_to,
        thread_id=where.thread_id,
        poll_id=poll_id,
        seen_by=None if receiver_id is None else world.person(receiver_id),
    )
    return post(world, where.chat, draft)


def sent(world: "World", call: "Call", kind: str, content: "Json") -> "Json":
    """Post a bot's message and answer with the Message object."""
    message = send(world, call, kind, content)
    return render(world.chats[message.chat_id], message)


def own_message(world: "World", call: "Call") -> "tuple[Chat, Message]":
    """The bot's own message a call wants to change."""
    if call.text("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = reach(world, call)
    if not call.text("message_id"):
        raise bad_request("message identifier is not specified")
    message = find(chat, call.integer("message_id"), "message to edit")
    if not message.outgoing or message.service:
        raise bad_request("message can't be edited")
    return chat, message
