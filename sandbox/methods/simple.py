"""Sending what needs no file: dice, contacts, places; and the typing sign."""

from typing import TYPE_CHECKING

from sandbox.access import reach
from sandbox.errors import bad_request
from sandbox.outgoing import sent

if TYPE_CHECKING:
    from sandbox.calling import Call
    from sandbox.methods.method import Methods
    from sandbox.payload import Json
    from sandbox.world import World

_FACES = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "🎰": 64}
_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def send_dice(world: "World", call: "Call") -> object:
    """SendDice."""
    emoji = call.text("emoji") or "🎲"
    if emoji not in _FACES:
        raise bad_request("unsupported dice emoji specified")
    dice: Json = {"emoji": emoji, "value": world.random.randint(1, _FACES[emoji])}
    return sent(world, call, "dice", {"dice": dice})


def send_contact(world: "World", call: "Call") -> object:
    """SendContact."""
    if not call.text("phone_number"):
        raise bad_request("PHONE_NUMBER_EMPTY")
    if not call.text("first_name"):
        raise bad_request("CONTACT_FIRST_NAME_EMPTY")
    names = ("phone_number", "first_name", "last_name", "vcard")
    contact: Json = {name: call.text(name) for name in names if call.text(name)}
    return sent(world, call, "contact", {"contact": contact})


def send_location(world: "World", call: "Call") -> object:
    """SendLocation."""
    return sent(world, call, "location", {"location": _location(call)})


def send_venue(world: "World", call: "Call") -> object:
    """SendVenue."""
    location = _location(call)
    venue: Json = {"location": location, "title": call.text("title"), "address": call.text("address")}
    return sent(world, call, "location", {"venue": venue, "location": location})


def send_chat_action(world: "World", call: "Call") -> object:
    """SendChatAction."""
    reach(world, call)
    if call.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


def _location(call: "Call") -> "Json":
    place: Json = {}
    for name in ("latitude", "longitude"):
        text = call.text(name)
        if not text:
            raise bad_request(f"{name} is empty")
        try:
            place[name] = float(text)
        except ValueError as error:
            raise bad_request(f"can't parse {name}") from error
    return place


METHODS: "Methods" = {
    "sendDice": send_dice,
    "sendContact": send_contact,
    "sendLocation": send_location,
    "sendVenue": send_venue,
    "sendChatAction": send_chat_action,
}
