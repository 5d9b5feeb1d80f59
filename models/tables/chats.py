"""Chats, their settings and rules."""

from sqlalchemy import JSON, BigInteger, Column, String, Table, Text, text

from models.instant import Instant
from models.tables.columns import chat_id, key, metadata

chats = Table(
    "chats",
    metadata,
    chat_id(),
    Column("kind", String(16), nullable=False),
    Column("title", String(255), nullable=False),
    Column("username", String(64)),
    Column("linked_chat_id", BigInteger),
    Column("state", String(16), nullable=False, server_default=text("'active'")),
    Column("state_reason", String(255)),
    Column("state_at", Instant),
    Column("bot_status", String(16)),
    Column("bot_rights", JSON, nullable=False, server_default=text("'[]'")),
    Column("administrators_at", Instant),
    Column("administrators_hidden", JSON, nullable=False, server_default=text("'[]'")),
    Column("first_seen_at", Instant, nullable=False),
    Column("texts_removed_until", Instant),
)

chat_settings = Table(
    "chat_settings",
    metadata,
    chat_id(),
    Column("path", String(64), primary_key=True),
    Column("value", JSON, nullable=False),
    Column("changed_by", BigInteger),
    Column("changed_at", Instant, nullable=False),
)

chat_rules = Table(
    "chat_rules",
    metadata,
    chat_id(),
    key("number"),
    Column("text", Text, nullable=False),
)
