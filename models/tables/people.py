"""People, their memberships, and the private chats that are about a group."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, SmallInteger, String, Table, false, text

from models.instant import Instant
from models.tables.columns import chat_id, counter, key, metadata

people = Table(
    "people",
    metadata,
    key("user_id"),
    Column("name", String(160), nullable=False),
    Column("username", String(64)),
    Column("username_key", String(64), index=True),
    Column("is_bot", Boolean, nullable=False, server_default=false()),
    Column("client_language", String(16)),
    Column("language", String(8)),
    Column("private_chat", Boolean, nullable=False, server_default=false()),
    Column("seen_at", Instant, nullable=False),
)

members = Table(
    "members",
    metadata,
    chat_id(),
    key("user_id"),
    Column("status", String(16), nullable=False),
    Column("status_at", Instant, nullable=False),
    Column("role", SmallInteger),
    Column("joined_at", Instant),
    Column("invite_link", String(64)),
    Column("messages", Integer, nullable=False, server_default=text("0")),
    counter("worthy"),
    Column("trust_lost_at", Instant),
    Column("approved_at", Instant),
    Column("approved_by", BigInteger),
    Column("proven", Boolean, nullable=False, server_default=false()),
    Column("first_seen_at", Instant, nullable=False),
    Column("last_seen_at", Instant, nullable=False),
    Index("ix_members_user_id", "user_id"),
    sqlite_with_rowid=False,
)

connections = Table(
    "connections",
    metadata,
    key("user_id"),
    Column("chat_id", BigInteger, nullable=False),
    Column("connected_at", Instant, nullable=False),
)

deep_links = Table(
    "deep_links",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("user_id", BigInteger),
    Column("purpose", String(24), nullable=False),
    Column("subject", BigInteger),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
)
