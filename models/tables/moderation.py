"""What was done about whom, and why."""

from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, Index, SmallInteger, String, Table, Text, false, text

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

verdicts = Table(
    "verdicts",
    metadata,
    chat_id(),
    key("verdict_id"),
    Column("at", Instant, nullable=False),
    Column("day", Date, nullable=False),
    Column("rule", String(32)),
    Column("mode", String(8), nullable=False),
    Column("number", SmallInteger),
    Column("verb", String(12), nullable=False),
    Column("until", Instant),
    Column("target_id", BigInteger, nullable=False),
    Column("is_channel", Boolean, nullable=False, server_default=false()),
    Column("target_name", String(160), nullable=False),
    Column("message_id", BigInteger),
    Column("thread_id", BigInteger),
    Column("text", Text),
    Column("quote", Text, nullable=False, server_default=text("''")),
    Column("reason", Text, nullable=False, server_default=text("''")),
    Column("actor_id", BigInteger),
    Column("warning_id", BigInteger),
    Column("state", String(12), nullable=False),
    Column("decided_by", BigInteger),
    Column("decided_at", Instant),
    Column("seen", JSON, nullable=False, server_default=text("'{}'")),
    Index("ix_verdicts_chat_id_target_id", "chat_id", "target_id"),
    Index("ix_verdicts_chat_id_day", "chat_id", "day"),
    Index("ix_verdicts_chat_id_state", "chat_id", "state"),
    sqlite_with_rowid=False,
)
