"""Sending photos, documents and other media, one by one or as an album; files again."""

from typing import TYPE_CHECKING

from sandbox.calling import Call
from sandbox.errors import bad_request
from sandbox.media import FILE_KINDS, default_name, file_object
from sandbox.outgoing import caption, place, send, sent
from sandbox.posting import render

if TYPE_CHECKING:
    from sandbox.files import StoredFile
    from sandbox.methods.method import Method, Methods
    from sandbox.payload import Json
    from sandbox.world import World

_WORDS = {"video_note": "video note", "sticker": "sticker"}
_ALBUM_KINDS = frozenset({"photo", "video", "audio", "document"})
_MEDIA_KINDS = _ALBUM_KINDS | {"animation"}
_CAPTIONLESS = frozenset({"sticker", "video_note"})


def _sender(kind: str) -> "Method":
    def method(world: "World", call: Call) -> object:
        content = file_object(kind, _file(world, call, kind, call.text(kind)), emoji=call.text("emoji") or None)
        if kind not in _CAPTIONLESS:
            content.update(caption(world, call))
        if call.flag("has_spoiler") and kind in {"photo", "video", "animation"}:
            content["has_media_spoiler"] = True
        return sent(world, call, kind, content)

    return method


def send_media_group(world: "World", call: Call) -> object:
    """sendMediaGroup: 2-10 items, documents and audio only among their own kind."""
    items = call.items("media", "InputMedia")
    if not items or not 2 <= len(items) <= 10:
        raise bad_request("wrong number of items in the album: expected 2-10")
    contents = [media_item(world, call, item) for item in items]
    kinds = {kind for kind, _ in contents}
    if kinds - _ALBUM_KINDS or (len(kinds) > 1 and kinds & {"audio", "document"}):
        raise bad_request("can't use the media of the specified type in the album")
    where = place(world, call, contents[0][0])
    album = str(13_000_000_000_000_000 + world.serial())
    messages = [
        send(world, call, kind, {"media_group_id": album, **content}, where=where) for kind, content in contents
    ]
    return [render(where.chat, message) for message in messages]


def media_item(world: "World", call: Call, item: object) -> "tuple[str, Json]":
    """The kind and the content fields of one InputMedia."""
    if not isinstance(item, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    kind = str(item.get("type", ""))
    if kind not in _MEDIA_KINDS:
        raise bad_request("can't parse InputMedia: unsupported type specified")
    stored = _file(world, call, kind, str(item.get("media", "")))
    inner = Call(method=call.method, arguments=item)
    return kind, {**file_object(kind, stored), **caption(world, inner)}


def get_file(world: "World", call: Call) -> object:
    """GetFile."""
    stored = world.files.by_id(call.text("file_id"))
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(stored.content) > 20 * 1024 * 1024:
        raise bad_request("file is too big")
    return {**stored.reference(), "file_path": stored.path}


def _file(world: "World", call: Call, kind: str, reference: str) -> "StoredFile":
    """A file of a call: sent along, known by id, or fetched by Telegram from an address."""
    name, mime_type = default_name(kind)
    upload = call.uploads.get(reference.removeprefix("attach://") if reference else kind)
    if upload is not None:
        if not upload.content:
            raise bad_request("file must be non-empty")
        return world.files.put(upload.content, name=upload.name or name, kind=kind, mime_type=upload.mime_type)
    if reference.startswith(("http://", "https://")):
        # The sandbox reaches nothing beyond loopback: the address itself stands for the file.
        return world.files.put(reference.encode(), name=name, kind=kind, mime_type=mime_type)
    if not reference:
        raise bad_request(f"there is no {_WORDS.get(kind, kind)} in the request")
    stored = world.files.by_id(reference)
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return stored


def _method_name(kind: str) -> str:
    return "send" + "".join(word.capitalize() for word in kind.split("_"))


METHODS: "Methods" = {
    **{_method_name(kind): _sender(kind) for kind in sorted(FILE_KINDS)},
    "sendMediaGroup": send_media_group,
    "getFile": get_file,
}
