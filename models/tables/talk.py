"""What comes in: updates, messages, reactions, imports."""

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, Integer, SmallInteger, String, Table, Text, false

from models.instant import Instant
from models.tables.columns import chat_id, key, metadata

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
    Column("facts", Text),
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
