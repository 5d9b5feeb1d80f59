"""What a message is made of when a person sends it."""

from typing import TYPE_CHECKING

from sandbox.acts import Say
from sandbox.entities import detect
from sandbox.errors import ApiError, Refused
from sandbox.forwarding import origin_of
from sandbox.markup import parse_html
from sandbox.media import media_object
from sandbox.payload import Json
from sandbox.polls import Option, Poll

if TYPE_CHECKING:
    from sandbox.chats import Chat
    from sandbox.world import World

MAX_TEXT = 4096
MAX_CAPTION = 1024


def said(world: "World", chat: "Chat", act: Say) -> Json:
    """The content fields of what a person sends."""
    content: Json = {}
    if act.forward_from is not None:
        content.update(origin_of(world, act.forward_from, world.clock.stamp(act.at)))
    if act.via_bot_id is not None:
        content["via_bot"] = world.person(act.via_bot_id).payload()
    if act.media_group_id is not None:
        content["media_group_id"] = act.media_group_id
    if act.kind == "text":
        content.update(_text(world, act))
    elif act.kind == "poll":
        content["poll"] = _poll(world, chat, act).payload()
    else:
        content.update(_media(world, act))
    return content


def _text(world: "World", act: Say) -> Json:
    if not act.text.strip():
        raise Refused("the message is empty")
    text, entities = formatted(world, act.text, html=act.html)
    if len(text) > MAX_TEXT:
        raise Refused("the message is too long")
    return {"text": text, "entities": entities} if entities else {"text": text}


def _media(world: "World", act: Say) -> Json:
    content = media_object(
        world.files,
        act.kind,
        serial=world.serial(),
        emoji=act.emoji,
        phone=act.phone_number,
        value=world.random.randint(1, 6),
    )
    caption = act.caption or act.text
    if caption and act.kind not in {"sticker", "dice", "location", "contact"}:
        words, entities = formatted(world, caption, html=act.html)
        content["caption"] = words
        if entities:
            content["caption_entities"] = entities
    return content


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
    """A person's words with the entities their client gives them."""
    if not html:
        return text, detect(text)
    try:
        return parse_html(text, world.people)
    except ApiError as error:
        raise Refused(error.description) from error
