"""What a message is made of when a person sends it."""

from typing import TYPE_CHECKING

from sandbox.acts import Say
from sandbox.attachments import attachment, shown_chat
from sandbox.entities import combine, detect
from sandbox.errors import ApiError, Refused
from sandbox.forwarding import hidden_origin, origin_of
from sandbox.markup import parse_html
from sandbox.payload import Json, child
from sandbox.polls import Option, Poll
from sandbox.utf16 import length

if TYPE_CHECKING:
    from sandbox.chats import Chat
    from sandbox.messages import Message
    from sandbox.world import World

MAX_TEXT = 4096
MAX_CAPTION = 1024
_CAPTIONED = frozenset({"photo", "video", "animation", "audio", "document", "voice", "paid_media"})
_SPOILED = frozenset({"photo", "video", "animation"})
# A quote keeps no other entities of what it quotes.
_IN_QUOTES = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji", "date_time"})


def said(world: "World", chat: "Chat", act: Say, parent: "Message | None") -> Json:
    """The content fields of what a person sends in answer to a message or to none."""
    content = {**_origin(world, act), **_answer(world, act, parent), **_keyboard(world, act)}
    if act.via_bot_id is not None:
        content["via_bot"] = world.person(act.via_bot_id).payload()
    if act.media_group_id is not None:
        content["media_group_id"] = act.media_group_id
    if act.spoiler:
        if act.kind not in _SPOILED:
            raise Refused(f"a {act.kind} has no spoiler")
        content["has_media_spoiler"] = True
    if act.kind == "text":
        return {**content, **_text(world, act)}
    if act.kind == "poll":
        return {**content, "poll": _poll(world, chat, act).payload()}
    return {**content, **attachment(world, act), **_caption(world, act)}


def _origin(world: "World", act: Say) -> Json:
    at = world.clock.stamp(act.at)
    if act.forward_name is not None:
        return hidden_origin(act.forward_name, at)
    return {} if act.forward_from is None else origin_of(world, act.forward_from, at)


def _answer(world: "World", act: Say, parent: "Message | None") -> Json:
    """What of another message, chat or story is shown above this one."""
    content: Json = {}
    if act.external_reply is not None:
        content["external_reply"] = _external(world, act.external_reply, world.clock.stamp(act.at))
    if act.reply_to_story is not None:
        content["reply_to_story"] = {"chat": shown_chat(world, act.reply_to_story), "id": world.serial()}
    if act.quote is not None:
        content["quote"] = _quote(world, act, act.quote, parent)
    return content


def _external(world: "World", source_id: int, at: int) -> Json:
    origin = child(origin_of(world, source_id, at), "forward_origin")
    chat = world.chats.get(source_id)
    if chat is None or chat.kind not in {"channel", "supergroup"}:
        return {"origin": origin}
    return {"origin": origin, "chat": chat.payload(), "message_id": chat.last_message_id or 1}


def _quote(world: "World", act: Say, words: str, parent: "Message | None") -> Json:
    text, entities = formatted(world, words, html=act.html)
    position = 0
    if act.external_reply is None:
        if parent is None:
            raise Refused("a quote is of the message that is answered")
        before, found, _ = parent.words.partition(text)
        if not found:
            raise Refused("the message holds no such words")
        position = length(before)
    quote: Json = {"text": text, "position": position}
    kept = [entity for entity in entities if entity["type"] in _IN_QUOTES]
    if kept:
        quote["entities"] = kept
    if act.quote_is_manual:
        quote["is_manual"] = True
    return quote


def _keyboard(world: "World", act: Say) -> Json:
    if not act.buttons:
        return {}
    made_by_bot = act.via_bot_id is not None or act.forward_from is not None or world.person(act.person_id).is_bot
    if not made_by_bot:
        raise Refused("only bots' messages have buttons")
    rows = [[{"text": button.text, "url": button.url} for button in row] for row in act.buttons]
    return {"reply_markup": {"inline_keyboard": rows}}


def _text(world: "World", act: Say) -> Json:
    if not act.text.strip():
        raise Refused("the message is empty")
    text, entities = formatted(world, act.text, html=act.html)
    if len(text) > MAX_TEXT:
        raise Refused("the message is too long")
    return {"text": text, "entities": entities} if entities else {"text": text}


def _caption(world: "World", act: Say) -> Json:
    caption = act.caption or act.text
    if not caption or act.kind not in _CAPTIONED:
        return {}
    words, entities = formatted(world, caption, html=act.html)
    return {"caption": words, "caption_entities": entities} if entities else {"caption": words}


def _poll(world: "World", chat: "Chat", act: Say) -> Poll:
    if not act.options:
        raise Refused("a poll needs options")
    poll = Poll(
        id=str(5_000_000_000_000_000 + world.serial()),
        chat_id=chat.id,
        question=act.text,
        options=[Option(persistent_id=str(index), text=text) for index, text in enumerate(act.options)],
        anonymous=act.anonymous,
        multiple=act.multiple,
    )
    world.polls[poll.id] = poll
    return poll


def formatted(world: "World", text: str, *, html: bool) -> tuple[str, list[Json]]:
    """A person's words with the entities they gave and those their client gives them."""
    if not html:
        return text, detect(text)
    try:
        plain, given = parse_html(text, world.people)
    except ApiError as error:
        raise Refused(error.description) from error
    return plain, combine(plain, given)
