"""An export's text as Telegram tells it: plain text, and entities at UTF-16 offsets."""

from sandbox.payload import Json
from sandbox.utf16 import cut, length

# What the export calls an entity, and what the Bot API calls it; others are plain text.
_NAMES = {
    "mention": "mention",
    "hashtag": "hashtag",
    "cashtag": "cashtag",
    "bot_command": "bot_command",
    "link": "url",
    "email": "email",
    "phone": "phone_number",
    "bold": "bold",
    "italic": "italic",
    "underline": "underline",
    "strikethrough": "strikethrough",
    "spoiler": "spoiler",
    "blockquote": "blockquote",
    "code": "code",
    "pre": "pre",
    "text_link": "text_link",
    "mention_name": "text_mention",
    "custom_emoji": "custom_emoji",
}


def text_of(record: Json) -> tuple[str, list[Json]]:
    """A record's text and entities, from either form the export has written over the years."""
    pieces = record.get("text_entities") or record.get("text") or ""
    if isinstance(pieces, str):
        return pieces, []
    if not isinstance(pieces, list):
        return "", []
    if len(pieces) == 1 and isinstance(pieces[0], dict) and pieces[0].get("type") == "plain":
        return str(pieces[0].get("text") or ""), []
    return _joined(pieces)


def mentioned(record: Json) -> list[str]:
    """The usernames a record mentions, each with its @."""
    text, entities = text_of(record)
    places = [(entity["offset"], entity["length"]) for entity in entities if entity["type"] == "mention"]
    return [cut(text, int(str(offset)), int(str(size))) for offset, size in places]


def plain(value: object) -> str:
    """The words of a text in either form, without its entities."""
    return text_of({"text": value})[0]


def _joined(pieces: list[object]) -> tuple[str, list[Json]]:
    texts: list[str] = []
    entities: list[Json] = []
    offset = 0
    for piece in pieces:
        text = str(piece.get("text") or "") if isinstance(piece, dict) else str(piece)
        size = length(text)
        if isinstance(piece, dict) and size:
            entity = _entity(piece, text, offset, size)
            if entity is not None:
                entities.append(entity)
        texts.append(text)
        offset += size
    return "".join(texts), entities


def _entity(piece: Json, text: str, offset: int, size: int) -> Json | None:
    name = _NAMES.get(str(piece.get("type")))
    if name is None:
        return None
    entity: Json = {"offset": offset, "length": size, "type": name}
    if name == "text_link":
        entity["url"] = str(piece.get("href") or "")
    elif name == "text_mention":
        entity["user"] = {"id": piece.get("user_id"), "is_bot": False, "first_name": text}
    elif name == "pre" and piece.get("language"):
        entity["language"] = piece["language"]
    elif name == "custom_emoji":
        entity["custom_emoji_id"] = str(piece.get("document_id") or "")
    elif name == "blockquote" and piece.get("collapsed"):
        entity["type"] = "expandable_blockquote"
    return entity
