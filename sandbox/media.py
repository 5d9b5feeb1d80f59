"""The objects of media messages, in Telegram's shapes."""

from sandbox.files import StoredFile
from sandbox.payload import Json

_NAMES = {
    "photo": ("photo.jpg", "image/jpeg"),
    "sticker": ("sticker.webp", "image/webp"),
    "voice": ("voice.ogg", "audio/ogg"),
    "document": ("document.pdf", "application/pdf"),
    "video": ("video.mp4", "video/mp4"),
    "video_note": ("note.mp4", "video/mp4"),
    "audio": ("audio.mp3", "audio/mpeg"),
    "animation": ("animation.mp4", "video/mp4"),
}
FILE_KINDS = frozenset(_NAMES)
# The content fields such messages have; an animation is a document for old bots as well.
FILE_FIELDS = tuple(sorted(_NAMES))


def default_name(kind: str) -> tuple[str, str]:
    """The file name and MIME type a kind of media has by default."""
    return _NAMES[kind]


def file_object(kind: str, stored: StoredFile, *, emoji: str | None = None) -> Json:
    """The content field of a message that carries a stored file."""
    base = stored.reference()
    frame: Json = {"width": 640, "height": 480}
    if kind == "photo":
        return {"photo": [{**base, "width": 90, "height": 67}, {**base, **frame}]}
    if kind == "sticker":
        sticker: Json = {**base, "type": "regular", "width": 512, "height": 512}
        sticker.update(is_animated=False, is_video=False, emoji=emoji or "👍")
        return {"sticker": sticker}
    named: Json = {**base, "file_name": stored.name, "mime_type": stored.mime_type}
    shapes: dict[str, Json] = {
        "document": named,
        "video_note": {**base, "length": 240, "duration": 5},
        "voice": {**base, "mime_type": stored.mime_type, "duration": 5},
        "audio": {**named, "duration": 180},
        "video": {**named, **frame, "duration": 10},
        "animation": {**named, **frame, "duration": 3},
    }
    content: Json = {kind: shapes[kind]}
    if kind == "animation":
        content["document"] = named
    return content


def carried_file(payload: Json) -> Json:
    """The file object a message carries, the largest of a picture; empty where it carries none."""
    for kind in FILE_FIELDS:
        value = payload.get(kind)
        if isinstance(value, list) and value:
            return dict(value[-1])
        if isinstance(value, dict):
            return value
    return {}
