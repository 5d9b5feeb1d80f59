"""What a person's message carries besides words."""

import hashlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from sandbox.acts import Say
from sandbox.chats import private_payload
from sandbox.errors import Refused
from sandbox.media import default_name, file_object
from sandbox.payload import Json, child

if TYPE_CHECKING:
    from sandbox.files import StoredFile
    from sandbox.world import World

Maker: TypeAlias = "Callable[[World, Say], Json]"
_PLACE = {"latitude": 52.52, "longitude": 13.405}
_DAY = 86_400


def attachment(world: "World", act: Say) -> Json:
    """The content fields of a message that is more than text."""
    make = _MAKERS.get(act.kind, _file)
    return make(world, act)


def shown_chat(world: "World", chat_id: int) -> Json:
    """The Chat object of a chat, or of the private chat with a person."""
    chat = world.chats.get(chat_id)
    if chat is not None:
        return chat.payload()
    if chat_id < 0:
        raise Refused("chat not found")
    return private_payload(world.person(chat_id))


def _file(world: "World", act: Say) -> Json:
    content = file_object(act.kind, _stored(world, act, act.kind), emoji=act.emoji)
    if act.kind == "sticker":
        child(content, "sticker").update(_sticker(world, act))
    if act.kind == "audio":
        named = {"title": act.title, "performer": act.performer}
        child(content, "audio").update({name: value for name, value in named.items() if value})
    return content


def _stored(world: "World", act: Say, kind: str) -> "StoredFile":
    name, mime_type = default_name(kind)
    seed = f"{kind}:{world.serial() if act.file is None else act.file}"
    is_text = act.file is not None and (act.mime_type or "").startswith("text/")
    return world.files.put(
        (act.file or "").encode() if is_text else hashlib.sha256(seed.encode()).digest(),
        name=act.file_name or name,
        kind=kind,
        mime_type=act.mime_type or mime_type,
    )


def _sticker(world: "World", act: Say) -> Json:
    shape: Json = {"is_animated": act.sticker_format == "animated", "is_video": act.sticker_format == "video"}
    if act.set_name:
        shape["set_name"] = act.set_name
    if act.premium:
        effect = world.files.put(b"effect", name="effect.tgs", kind="premium_animation")
        shape["premium_animation"] = effect.reference()
    return shape


def _dice(world: "World", act: Say) -> Json:
    return {"dice": {"emoji": act.emoji or "🎲", "value": world.random.randint(1, 6)}}


def _location(_world: "World", _act: Say) -> Json:
    return {"location": _PLACE}


def _venue(_world: "World", act: Say) -> Json:
    venue: Json = {"location": _PLACE, "title": act.title or "Somewhere", "address": act.address or "Main Street 1"}
    return {"venue": venue, "location": _PLACE}


def _contact(_world: "World", act: Say) -> Json:
    return {
        "contact": {"phone_number": act.phone_number or "+10000000000", "first_name": act.contact_name or "Contact"}
    }


def _story(world: "World", act: Say) -> Json:
    owner = act.person_id if act.story_of is None else act.story_of
    return {"story": {"chat": shown_chat(world, owner), "id": world.serial()}}


def _game(world: "World", act: Say) -> Json:
    picture = file_object("photo", _stored(world, act, "photo"))["photo"]
    return {"game": {"title": act.title or "Game", "description": act.text, "photo": picture}}


def _checklist(_world: "World", act: Say) -> Json:
    tasks: list[Json] = [{"id": number, "text": text} for number, text in enumerate(act.options, 1)]
    if not tasks:
        raise Refused("a checklist needs tasks")
    return {"checklist": {"title": act.text or "List", "tasks": tasks}}


def _invoice(_world: "World", act: Say) -> Json:
    invoice: Json = {"title": act.title or "Invoice", "description": act.text, "start_parameter": "pay"}
    return {"invoice": {**invoice, "currency": "XTR", "total_amount": 100}}


def _giveaway(world: "World", act: Say) -> Json:
    ends = world.clock.stamp(act.at) + _DAY
    chats = [shown_chat(world, act.sender_chat_id or act.forward_from or act.chat_id)]
    return {"giveaway": {"chats": chats, "winners_selection_date": ends, "winner_count": 3, "prize_star_count": 500}}


def _paid_media(_world: "World", _act: Say) -> Json:
    # A bot sees no more of somebody's paid media than who has not paid.
    preview: Json = {"type": "preview", "width": 640, "height": 480}
    return {"paid_media": {"star_count": 5, "paid_media": [preview]}}


_MAKERS: Mapping[str, Maker] = {
    "dice": _dice,
    "location": _location,
    "venue": _venue,
    "contact": _contact,
    "story": _story,
    "game": _game,
    "checklist": _checklist,
    "invoice": _invoice,
    "giveaway": _giveaway,
    "paid_media": _paid_media,
}
