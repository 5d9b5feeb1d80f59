"""Check-ins, schedules and what came due of them."""

from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, Index, Integer, String, Table, text, true

from models.instant import Instant
from models.tables.columns import chat_id, key, metadata

checkins = Table(
    "checkins",
    metadata,
    chat_id(),
    key("user_id"),
    Column("day", Date, primary_key=True),
    Column("streak", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_checkins_chat_id_day", "chat_id", "day"),
    sqlite_with_rowid=False,
)

schedules = Table(
    "schedules",
    metadata,
    chat_id(),
    key("schedule_id"),
    Column("kind", String(16), nullable=False),
    Column("cron", String(64), nullable=False),
    Column("timezone", String(64), nullable=False),
    Column("grace_seconds", Integer, nullable=False),
    Column("enabled", Boolean, nullable=False, server_default=true()),
    Column("next_at", Instant, index=True),
    Column("content", JSON, nullable=False, server_default=text("'{}'")),
    Column("created_by", BigInteger),
    Column("created_at", Instant, nullable=False),
)

occurrences = Table(
    "occurrences",
    metadata,
    chat_id(),
    key("schedule_id"),
    Column("local_date", Date, primary_key=True),
    Column("slot", String(8), primary_key=True),
    Column("due_at", Instant, nullable=False),
    Column("taken_at", Instant, nullable=False),
    Column("state", String(16), nullable=False),
)
