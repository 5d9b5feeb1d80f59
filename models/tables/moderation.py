"""What was done about whom, and why."""

from sqlalchemy import JSON, BigInteger, Column, Date, Index, SmallInteger, String, Table, Text, text

from models.instant import Instant
from models.tables.columns import chat_id, key, metadata

warnings = Table(
    "warnings",
    metadata,
    chat_id(),
    key("warning_id"),
    Column("user_id", BigInteger, nullable=False),
    Column("rule", String(32)),
    Column("rule_number", SmallInteger),
    Column("reason", Text, nullable=False),
    Column("given_by", BigInteger),
    Column("given_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("lifted_at", Instant),
    Column("lifted_by", BigInteger),
    Index("ix_warnings_chat_id_user_id", "chat_id", "user_id"),
    sqlite_with_rowid=False,
)

audit = Table(
    "audit",
    metadata,
    chat_id(),
    key("entry_id"),
    Column("at", Instant, nullable=False),
    Column("day", Date, nullable=False),
    Column("actor_id", BigInteger),
    Column("action", String(32), nullable=False),
    Column("target_id", BigInteger),
    Column("rule", String(32)),
    Column("message_id", BigInteger),
    Column("details", JSON, nullable=False, server_default=text("'{}'")),
    Index("ix_audit_chat_id_day", "chat_id", "day"),
    sqlite_with_rowid=False,
)
