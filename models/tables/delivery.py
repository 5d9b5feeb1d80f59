"""What goes out: calls to make, buttons that were shown."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Index,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from models.instant import Instant
from models.tables.columns import chat_id, key, metadata

outbox = Table(
    "outbox",
    metadata,
    chat_id(),
    key("row_id"),
    Column("priority", SmallInteger, nullable=False),
    Column("method", String(40), nullable=False),
    Column("parameters", JSON, nullable=False),
    Column("purpose", String(24), nullable=False),
    Column("follow_up", JSON, nullable=False, server_default=text("'{}'")),
    Column("key", String(128)),
    Column("state", String(12), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("expires_at", Instant),
    Column("tries", SmallInteger, nullable=False, server_default=text("0")),
    Column("lease_until", Instant),
    Column("settled_at", Instant),
    Column("message_id", BigInteger),
    Column("error", Text),
    UniqueConstraint("chat_id", "key"),
    Index("ix_outbox_state_method_due_at", "state", "method", "due_at", "chat_id", "priority", "row_id"),
)

buttons = Table(
    "buttons",
    metadata,
    chat_id(),
    Column("token", String(32), primary_key=True),
    Column("outbox_row", BigInteger),
    Column("message_id", BigInteger),
    Column("action", String(40), nullable=False),
    Column("arguments", JSON, nullable=False),
    Column("permission", SmallInteger, nullable=False),
    Column("for_chat", BigInteger, nullable=False),
    Column("presser_id", BigInteger),
    Column("single_use", Boolean, nullable=False, server_default=false()),
    Column("used_at", Instant),
    Column("created_at", Instant, nullable=False, index=True),
)
