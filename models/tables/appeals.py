"""What members ask to have looked at again, and when rules are loosened."""

from sqlalchemy import JSON, BigInteger, Boolean, Column, Index, SmallInteger, String, Table, Text, false, text

from models.instant import Instant
from models.tables.columns import chat_id, key, metadata

appeals = Table(
    "appeals",
    metadata,
    chat_id(),
    key("appeal_id"),
    Column("verdict_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False),
    Column("words", Text, nullable=False, server_default=text("''")),
    Column("state", String(12), nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("opened_at", Instant),
    Column("reminded", SmallInteger, nullable=False, server_default=text("0")),
    Column("decided_by", BigInteger),
    Column("decided_at", Instant),
    Index("ix_appeals_state", "state"),
    Index("ix_appeals_user_id", "user_id"),
    sqlite_with_rowid=False,
)

windows = Table(
    "windows",
    metadata,
    chat_id(),
    key("window_id"),
    Column("rules", JSON, nullable=False),
    Column("reason", Text, nullable=False, server_default=text("''")),
    Column("opened_by", BigInteger),
    Column("opened_at", Instant, nullable=False),
    Column("until", Instant, nullable=False),
    Column("thread_id", BigInteger),
    Column("closed", Boolean, nullable=False, server_default=false()),
    Index("ix_windows_closed_until", "closed", "until"),
    sqlite_with_rowid=False,
)
