"""Coming in: who came and what became of it, what newcomers are asked and told, when a chat is closed."""

from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, Index, SmallInteger, String, Table, Text, false, text

from models.instant import Instant
from models.tables.columns import chat_id, counter, key, metadata

entrances = Table(
    "entrances",
    metadata,
    chat_id(),
    key("user_id"),
    Column("state", String(12), nullable=False),
    Column("joined_at", Instant, nullable=False),
    Column("way", String(12), nullable=False, server_default=text("'off'")),
    Column("by_request", Boolean, nullable=False, server_default=false()),
    Column("language", String(8)),
    Column("place_id", BigInteger),
    Column("challenge", JSON, nullable=False, server_default=text("'{}'")),
    Column("round", SmallInteger, nullable=False, server_default=text("0")),
    Column("tries", SmallInteger, nullable=False, server_default=text("0")),
    Column("correct", SmallInteger, nullable=False, server_default=text("0")),
    Column("due_at", Instant),
    Column("respited", Boolean, nullable=False, server_default=false()),
    Column("muted", Boolean, nullable=False, server_default=false()),
    Column("join_message", BigInteger),
    Column("greet_at", Instant),
    Column("decided_at", Instant),
    Index("ix_entrances_state_due_at", "state", "due_at"),
    Index("ix_entrances_chat_id_joined_at", "chat_id", "joined_at"),
    Index("ix_entrances_greet_at", "greet_at"),
    sqlite_with_rowid=False,
)

entrance_days = Table(
    "entrance_days",
    metadata,
    chat_id(),
    Column("day", Date, primary_key=True),
    counter("joined"),
    counter("challenged"),
    counter("passed"),
    counter("failed"),
    counter("timed_out"),
)

entrance_questions = Table(
    "entrance_questions",
    metadata,
    chat_id(),
    key("number"),
    Column("text", Text, nullable=False),
    Column("options", JSON, nullable=False),
    Column("answer", SmallInteger, nullable=False),
)

greetings = Table(
    "greetings",
    metadata,
    chat_id(),
    Column("kind", String(8), primary_key=True),
    Column("language", String(8), primary_key=True),
    Column("html", Text, nullable=False),
    Column("media_kind", String(12)),
    Column("file_id", String(255)),
    Column("changed_by", BigInteger),
    Column("changed_at", Instant, nullable=False),
)

closures = Table(
    "closures",
    metadata,
    chat_id(),
    Column("reason", String(8), primary_key=True),
    Column("closes", String(12), nullable=False),
    Column("since", Instant, nullable=False),
    Column("until", Instant),
    Column("applied", Boolean, nullable=False, server_default=false()),
    Column("ending", String(8)),
)

chat_permissions = Table(
    "chat_permissions",
    metadata,
    chat_id(),
    Column("allowed", JSON, nullable=False),
    Column("learned_at", Instant, nullable=False),
)
