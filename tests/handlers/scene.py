"""A chat to write in: Telegram's JSON goes into the real router, rows of the real outbox come out."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select
from telegram import Update
from telegram.request import BaseRequest

from domain.people import Sighting
from domain.roles import Role
from handlers.router import answer
from handlers.turn import BotIdentity
from models import buttons, chats, members, people
from models.administrators import mark_read
from models.buttons import StoredButton
from models.chats import Chat
from models.tables import outbox

if TYPE_CHECKING:
    from handlers.desk import Office
    from handlers.turn import Attachment
    from models.work import Work

GROUP, OTHER_GROUP = -1001000000001, -1001000000002
CREATOR, ADMIN, MEMBER, STRANGER = 11001, 11002, 11003, 11004
ANONYMOUS_ADMIN = 1087968824
NOW = datetime(2026, 5, 29, 12, tzinfo=UTC)
BOT = BotIdentity(bot_id=4242, username="steward_bot", name="Steward", reads_all=False)
TOKEN = "4242:not-a-real-token"
NAMES = {CREATOR: "Cleo", ADMIN: "Ada", MEMBER: "Max", STRANGER: "Sam <b>"}
RIGHTS = ("can_delete_messages", "can_invite_users", "can_pin_messages", "can_restrict_members")


class OnlyGetMe(BaseRequest):
    """A Bot API that knows the bot's name; the router asks for nothing else."""

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    @property
    def read_timeout(self) -> float | None:
        return None

    async def do_request(self, url: str, *_arguments: object, **_options: object) -> tuple[int, bytes]:
        assert url.endswith("/getMe"), "the router called Telegram"
        me = {"id": BOT.bot_id, "is_bot": True, "first_name": BOT.name, "username": BOT.username}
        return 200, json.dumps({"ok": True, "result": me}).encode()


@dataclass(kw_only=True)
class Scene:
    """People who write and press in a group, a supergroup by default.

    `follow_ups` are what is to happen to the messages of the last update once they are sent; rows of the outbox are
    taken away after each update unless the scene `keeps_rows`.
    """

    office: Office
    work: Work
    now: datetime = NOW
    follow_ups: list[dict[str, Any]] = field(default_factory=list)
    keeps_rows: bool = False
    attachment: Attachment | None = None
    _update_id: int = 100
    _newest_row: int = 0

    async def furnish(self) -> None:
        """A group with a creator, an admin, a member; the bot is an admin with all it needs."""
        for chat_id in (GROUP, OTHER_GROUP):
            await chats.put(
                self.work,
                Chat(
                    chat_id=chat_id,
                    kind="supergroup",
                    title=f"Group {chat_id}",
                    bot_status="administrator",
                    bot_rights=RIGHTS,
                ),
                now=self.now,
            )
            await mark_read(self.work, chat_id, self.now)
        for user_id, name in NAMES.items():
            username = name.split()[0].lower()
            await people.remember(self.work, [(Sighting(user_id=user_id, name=name, username=username), self.now)])
        for user_id, status in ((CREATOR, "creator"), (ADMIN, "administrator"), (MEMBER, "member")):
            await self.status(user_id, status)

    async def status(self, user_id: int, status: str, *, chat_id: int = GROUP) -> None:
        """Telegram's status of somebody, as of now."""
        await members.set_status(self.work, chat_id=chat_id, user_id=user_id, status=status, at=self.now)

    async def write(
        self, text: str, *, by: int = MEMBER, chat_id: int = GROUP, fields: dict[str, object] | None = None
    ) -> list[Sent]:
        """Somebody writes, with further fields of Telegram's Message; what the bot wants done because of it."""
        message = message_json(text, by=by, chat_id=chat_id, at=self.now) | (fields or {})
        return await self.take({"message": message})

    async def button(self, action: str, *, permission: Role = Role.MEMBER, **more: object) -> StoredButton:
        """A button under the bot's message 50 of the group."""
        values: dict[str, Any] = {
            "chat_id": GROUP,
            "for_chat": GROUP,
            "message_id": 50,
            "created_at": self.now,
            "token": f"token-of-{action}",
            "arguments": {},
        }
        stored = StoredButton(action=action, permission=permission, **(values | more))
        await buttons.store(self.work, [stored])
        return stored

    async def press(self, token: str, *, by: int = MEMBER, chat_id: int = GROUP, message_id: int = 50) -> list[Sent]:
        """Somebody presses; what the bot wants done because of it."""
        message = message_json("menu", by=BOT.bot_id, chat_id=chat_id, at=self.now)
        query = {
            "id": "77",
            "from": user_json(by),
            "message": message | {"message_id": message_id},
            "chat_instance": "1",
            "data": token,
        }
        return await self.take({"callback_query": query})

    async def take(self, content: dict[str, object]) -> list[Sent]:
        """An update is answered; the rows it left are taken away."""
        self._update_id += 1
        update = Update.de_json({"update_id": self._update_id, **content}, self.office.bot)
        await answer(self.office, update, work=self.work, now=self.now, attachment=self.attachment)
        every = (await self.work.connection.execute(select(outbox).order_by(outbox.c.row_id))).all()
        rows = [row for row in every if row.row_id > self._newest_row]
        if self.keeps_rows:
            self._newest_row = max([row.row_id for row in rows], default=self._newest_row)
        else:
            await self.work.connection.execute(delete(outbox))
        self.follow_ups = [row.follow_up for row in rows if row.follow_up]
        return [Sent(method=row.method, parameters=row.parameters) for row in rows]


@dataclass(frozen=True)
class Sent:
    """A call the bot wants made."""

    method: str
    parameters: dict[str, Any]

    @property
    def text(self) -> str:
        """What it says."""
        return str(self.parameters.get("text", ""))


def user_json(user_id: int) -> dict[str, object]:
    """Telegram's User."""
    name = NAMES.get(user_id, "Steward")
    is_bot = user_id in {BOT.bot_id, ANONYMOUS_ADMIN}
    user: dict[str, object] = {"id": user_id, "is_bot": is_bot, "first_name": name, "language_code": "en"}
    return user | {"username": name.split()[0].lower()}


def chat_json(chat_id: int) -> dict[str, object]:
    """Telegram's Chat."""
    if chat_id > 0:
        return {"id": chat_id, "type": "private", "first_name": NAMES.get(chat_id, "Steward")}
    return {"id": chat_id, "type": "supergroup", "title": f"Group {chat_id}"}


def message_json(text: str, *, by: int, chat_id: int, at: datetime) -> dict[str, object]:
    """Telegram's Message, with the entity that Telegram adds to commands."""
    message: dict[str, object] = {
        "message_id": 60,
        "date": int(at.timestamp()),
        "chat": chat_json(chat_id),
        "from": user_json(by),
        "text": text,
    }
    if text.startswith("/"):
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
    return message
