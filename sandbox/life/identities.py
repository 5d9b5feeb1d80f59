"""Who is who in an export: people, channels and the chat itself, as the Bot API shows them."""

from sandbox.life.export import Head
from sandbox.payload import Json
from sandbox.people import ANONYMOUS_ADMIN_ID, CHANNEL_SENDER_ID, TELEGRAM_ID

_CHANNELS = -1_000_000_000_000
_BASIC_GROUP = "private_group"
_GROUP_ANONYMOUS: Json = {
    "id": ANONYMOUS_ADMIN_ID,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
_CHANNEL_SENDER: Json = {
    "id": CHANNEL_SENDER_ID,
    "is_bot": True,
    "first_name": "Channel",
    "username": "Channel_Bot",
}
_TELEGRAM: Json = {"id": TELEGRAM_ID, "is_bot": False, "first_name": "Telegram"}


def chat_of(head: Head, chat_id: int | None = None) -> Json:
    """The Chat object: -100<id> for supergroups and channels, -<id> for basic groups, unless told otherwise."""
    is_basic = head.kind == _BASIC_GROUP
    kind = "channel" if head.kind.endswith("channel") else "group" if is_basic else "supergroup"
    derived = -head.id if is_basic else channel_chat_id(head.id)
    return {"id": derived if chat_id is None else chat_id, "title": head.name, "type": kind}


def channel_chat_id(bare: int) -> int:
    """The Bot API's id of a supergroup or channel."""
    return _CHANNELS - bare


def split(identity: object) -> tuple[str, int]:
    """`user123` as ("user", 123); ("", 0) when it names nobody."""
    text = identity if isinstance(identity, str) else ""
    for kind in ("user", "channel", "chat"):
        number = text.removeprefix(kind)
        if number != text and number.isdigit():
            return kind, int(number)
    return "", 0


class Identities:
    """Everybody met so far in one chat's export."""

    def __init__(self, head: Head, chat: Json, username_pattern: str | None) -> None:
        self.chat = chat
        self._own_id = head.id
        self._own_chat_id = int(str(chat["id"]))
        self._pattern = username_pattern
        self._users: dict[int, Json] = {}
        self._speakers: dict[int, Json] = {}

    def user(self, user_id: int, name: str = "") -> Json:
        """A person; a name once known is kept, a deleted account has none."""
        known = self._users.get(user_id)
        if known is not None and (known["first_name"] or not name):
            return known
        shape: Json = {"id": user_id, "is_bot": False, "first_name": name}
        if self._pattern is not None:
            shape["username"] = self._pattern.format(id=user_id)
        self._users[user_id] = shape
        return shape

    def sender(self, record: Json) -> tuple[int, Json]:
        """Who a record is from: an id (0 for nobody) and the message fields that say so."""
        kind, number = split(record.get("from_id") or record.get("actor_id"))
        name = str(record.get("from") or record.get("actor") or "")
        if kind == "user":
            return number, {"from": self.user(number, name)}
        if not kind:
            return 0, {}
        return self._as_chat(number, name, record)

    def written_by(self, author: int) -> Json:
        """The message fields of an author whom `sender` gave before."""
        return {"from": self.user(author)} if author > 0 else self._speakers[author]

    def _as_chat(self, number: int, name: str, record: Json) -> tuple[int, Json]:
        chat_id = self._own_chat_id if number == self._own_id else channel_chat_id(number)
        fields = self._speakers[chat_id] = self._chat_fields(chat_id, name, record)
        return chat_id, fields

    def _chat_fields(self, chat_id: int, name: str, record: Json) -> Json:
        if chat_id == self._own_chat_id:
            fields: Json = {"sender_chat": self.chat}
            if record.get("author"):
                fields["author_signature"] = record["author"]
            return fields if self.chat["type"] == "channel" else {"from": _GROUP_ANONYMOUS, **fields}
        channel: Json = {"id": chat_id, "title": name, "type": "channel"}
        if "saved_from" in record:
            return {"from": _TELEGRAM, "sender_chat": channel, "is_automatic_forward": True}
        return {"from": _CHANNEL_SENDER, "sender_chat": channel}
