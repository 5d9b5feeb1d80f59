"""What members reported, and who did."""

from sqlalchemy import BigInteger, Boolean, Column, Index, String, Table, Text, false, text

from models.instant import Instant
from models.tables.columns import chat_id, key, metadata

complaints = Table(
    "complaints",
    metadata,
    chat_id(),
    key("message_id"),
    Column("at", Instant, nullable=False),
    Column("target_id", BigInteger, nullable=False),
    Column("target_name", String(160), nullable=False),
    Column("is_channel", Boolean, nullable=False, server_default=false()),
    Column("thread_id", BigInteger),
    Column("written_at", Instant, nullable=False),
    Column("decision", String(12)),
    Column("decided_by", BigInteger),
    Column("decided_at", Instant),
    sqlite_with_rowid=False,
)

complainants = Table(
    "complainants",
    metadata,
    chat_id(),
    key("message_id"),
    key("reporter_id"),
    Column("name", String(160), nullable=False),
    Column("reason", Text, nullable=False, server_default=text("''")),
    Column("at", Instant, nullable=False),
    Index("ix_complainants_chat_id_reporter_id", "chat_id", "reporter_id", "at"),
    sqlite_with_rowid=False,
)
