"""Every table. A chat-scoped table's primary key starts with chat_id, so that it can be partitioned by it."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
    true,
)

from models.instant import Instant

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def chat_id() -> Column[int]:
    """The first column of every chat-scoped primary key."""
    return Column("chat_id", BigInteger, primary_key=True, autoincrement=False)


def key(name: str) -> Column[int]:
    """A further integer column of a primary key."""
    return Column(name, BigInteger, primary_key=True, autoincrement=False)


def counter(name: str) -> Column[int]:
    """A count that starts at nought."""
    return Column(name, Integer, nullable=False, server_default=text("0"))


updates = Table(
    "updates",
    metadata,
    key("bot_id"),
    key("update_id"),
    Column("received_at", Instant, nullable=False, index=True),
    sqlite_with_rowid=False,
)

failed_updates = Table(
    "failed_updates",
    metadata,
    key("bot_id"),
    key("update_id"),
    Column("chat_id", BigInteger),
    Column("raw", Text, nullable=False),
    Column("error", Text, nullable=False),
    Column("tries", SmallInteger, nullable=False),
    Column("failed_at", Instant, nullable=False),
    Column("retry_at", Instant, index=True),
)

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
    Column("first_seen_at", Instant, nullable=False),
    Column("last_seen_at", Instant, nullable=False),
    Index("ix_members_user_id", "user_id"),
    sqlite_with_rowid=False,
)

messages = Table(
    "messages",
    metadata,
    chat_id(),
    key("message_id"),
    Column("sent_at", Instant, nullable=False),
    Column("day", Date, nullable=False),
    Column("origin", String(16), nullable=False),
    Column("user_id", BigInteger),
    Column("sender_chat_id", BigInteger),
    Column("kind", String(24), nullable=False),
    Column("text", Text),
    Column("length", Integer, nullable=False),
    Column("question", Boolean, nullable=False, server_default=false()),
    Column("thread_id", BigInteger),
    Column("reply_to_message", BigInteger),
    Column("reply_to_user", BigInteger),
    Column("album", String(64)),
    Column("edited_at", Instant),
    Column("removed", Boolean, nullable=False, server_default=false()),
    Index("ix_messages_chat_id_sent_at", "chat_id", "sent_at"),
    Index("ix_messages_chat_id_reply_to_message", "chat_id", "reply_to_message"),
    sqlite_with_rowid=False,
)

reactions = Table(
    "reactions",
    metadata,
    chat_id(),
    key("message_id"),
    key("user_id"),
    Column("given", SmallInteger, nullable=False),
    Column("author_id", BigInteger),
    Column("day", Date, nullable=False),
    Column("hour", SmallInteger, nullable=False),
    Column("at", Instant, nullable=False),
    sqlite_with_rowid=False,
)

member_days = Table(
    "member_days",
    metadata,
    chat_id(),
    Column("day", Date, primary_key=True),
    key("user_id"),
    counter("messages"),
    counter("characters"),
    counter("replies_sent"),
    counter("replies_received"),
    counter("mentions_sent"),
    counter("mentions_received"),
    counter("reactions_given"),
    counter("reactions_received"),
    counter("activities"),
    sqlite_with_rowid=False,
)

chat_hours = Table(
    "chat_hours",
    metadata,
    chat_id(),
    Column("day", Date, primary_key=True),
    Column("hour", SmallInteger, primary_key=True, autoincrement=False),
    counter("messages"),
    counter("joins"),
    counter("leaves"),
    counter("reactions"),
    sqlite_with_rowid=False,
)

pair_days = Table(
    "pair_days",
    metadata,
    chat_id(),
    Column("day", Date, primary_key=True),
    key("from_user"),
    key("to_user"),
    counter("replies"),
    counter("mentions"),
    counter("reactions"),
    sqlite_with_rowid=False,
)

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

deep_links = Table(
    "deep_links",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("user_id", BigInteger),
    Column("purpose", String(24), nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
)

connections = Table(
    "connections",
    metadata,
    key("user_id"),
    Column("chat_id", BigInteger, nullable=False),
    Column("connected_at", Instant, nullable=False),
)

imports = Table(
    "imports",
    metadata,
    chat_id(),
    Column("fingerprint", String(64), primary_key=True),
    Column("byte_offset", BigInteger, nullable=False),
    Column("messages", Integer, nullable=False),
    Column("finished", Boolean, nullable=False, server_default=false()),
    Column("changed_at", Instant, nullable=False),
)
