"""What takes long: asked for in a chat, done by a worker process, answered there."""

from sqlalchemy import JSON, BigInteger, Column, Index, SmallInteger, String, Table, Text, text

from models.instant import Instant
from models.tables.columns import chat_id, key, metadata

tasks = Table(
    "tasks",
    metadata,
    chat_id(),
    key("task_id"),
    Column("kind", String(24), nullable=False),
    Column("arguments", JSON, nullable=False, server_default=text("'{}'")),
    Column("state", String(12), nullable=False),
    Column("asked_by", BigInteger),
    Column("place", BigInteger, nullable=False),
    Column("thread_id", BigInteger),
    Column("language", String(8)),
    Column("tries", SmallInteger, nullable=False, server_default=text("0")),
    Column("created_at", Instant, nullable=False),
    Column("started_at", Instant),
    Column("finished_at", Instant),
    Column("lease_until", Instant),
    Column("error", Text),
    Index("ix_tasks_state_lease_until", "state", "lease_until"),
    sqlite_with_rowid=False,
)
