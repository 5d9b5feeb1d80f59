"""What stands at the top of chats, as far as Telegram has told: it never tells of unpinning."""

from sqlalchemy import Column, Table

from models.instant import Instant
from models.tables.columns import chat_id, key, metadata

pins = Table(
    "pins",
    metadata,
    chat_id(),
    key("message_id"),
    Column("pinned_at", Instant, nullable=False),
    sqlite_with_rowid=False,
)
