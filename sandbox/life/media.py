"""What an export's message shows besides words, in the Bot API's shapes."""

from collections.abc import Callable

from sandbox.life.markup import plain
from sandbox.payload import Json, child, text_of

_MEDIA = {
    "sticker": "sticker",
    "video_message": "video_note",
    "voice_message": "voice",
    "audio_file": "audio",
    "video_file": "video",
    "animation": "animation",
}
_SIZED = frozenset({"sticker", "video", "animation"})
_LASTING = frozenset({"video_note", "voice", "audio", "video", "animation"})
_DEFAULT_SIDE = 640


def media_of(record: Json) -> Json:
    """The message fields for a record's photo, file, poll, contact or place; none for mere text."""
    if record.get("photo") is not None and record.get("media_type") not in _MEDIA:
        size = {**_file(record, "photo"), "width": _side(record, "width"), "height": _side(record, "height")}
        return {"photo": [size]}
    if record.get("media_type") in _MEDIA or record.get("file") is not None:
        return _document(record, _MEDIA.get(str(record.get("media_type")), "document"))
    return next((build(record) for name, build in _BUILDERS.items() if record.get(name) is not None), {})


def _document(record: Json, field: str) -> Json:
    shape = _file(record, field)
    if field in _SIZED:
        shape.update(width=_side(record, "width"), height=_side(record, "height"))
    if field in _LASTING:
        shape["duration"] = record.get("duration_seconds") or 0
    if field == "sticker":
        shape.update(type="regular", is_animated=False, is_video=False)
        shape["emoji"] = record.get("sticker_emoji") or ""
    elif field == "video_note":
        shape["length"] = _side(record, "width")
    elif field == "audio":
        shape.update({name: record[name] for name in ("title", "performer") if record.get(name)})
    if field in {"document", "audio", "video", "animation", "voice"} and record.get("mime_type"):
        shape["mime_type"] = record["mime_type"]
    if field in {"document", "audio", "video", "animation"} and record.get("file_name"):
        shape["file_name"] = record["file_name"]
    # Clients that know no animations are shown a document, so Telegram sends both.
    return {field: shape, "document": shape} if field == "animation" else {field: shape}


def _file(record: Json, field: str) -> Json:
    name = f"export-{field}-{record.get('id')}"
    return {"file_id": name, "file_unique_id": name}


def _side(record: Json, name: str) -> object:
    return record.get(name) or _DEFAULT_SIDE


def _poll(poll: Json, record: Json) -> Json:
    answers = poll.get("answers")
    options = [
        {
            "persistent_id": str(number),
            "text": plain(answer.get("text")),
            "voter_count": answer.get("voters") or 0,
        }
        for number, answer in enumerate(answers if isinstance(answers, list) else [])
        if isinstance(answer, dict)
    ]
    return {
        "id": str(record.get("id")),
        "question": plain(poll.get("question")),
        "options": options,
        "total_voter_count": poll.get("total_voters") or 0,
        "is_closed": bool(poll.get("closed")),
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
    }


def _contact(record: Json) -> Json:
    contact = child(record, "contact_information")
    names = ("phone_number", "first_name", "last_name")
    return {"contact": {name: text_of(contact, name) for name in names}}


def _location(record: Json) -> Json:
    place = child(record, "location_information")
    return {"location": {"latitude": place.get("latitude") or 0.0, "longitude": place.get("longitude") or 0.0}}


def _venue(record: Json) -> Json:
    title, address = text_of(record, "place_name"), text_of(record, "address")
    return {"venue": {**_location(record), "title": title, "address": address}, **_location(record)}


def _game(record: Json) -> Json:
    size = {**_file(record, "game"), "width": _DEFAULT_SIDE, "height": _DEFAULT_SIDE}
    game = {"title": text_of(record, "game_title"), "description": text_of(record, "game_description")}
    return {"game": {**game, "photo": [size]}}


def _dice(record: Json) -> Json:
    return {"dice": {"emoji": text_of(record, "dice_emoji"), "value": record.get("dice_value") or 1}}


_BUILDERS: dict[str, Callable[[Json], Json]] = {
    "poll": lambda record: {"poll": _poll(child(record, "poll"), record)},
    "contact_information": _contact,
    "place_name": _venue,
    "location_information": _location,
    "game_title": _game,
    "dice_emoji": _dice,
}
