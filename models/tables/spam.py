"""What a chat has taught the spam classifier."""

from sqlalchemy import Column, LargeBinary, SmallInteger, String, Table

from models.instant import Instant
from models.tables.columns import chat_id, counter, key, metadata

spam_features = Table(
    "spam_features",
    metadata,
    chat_id(),
    key("feature"),
    counter("spam"),
    counter("ham"),
    sqlite_with_rowid=False,
)

spam_lessons = Table(
    "spam_lessons",
    metadata,
    chat_id(),
    key("message_id"),
    Column("label", String(4), nullable=False),
    Column("source", String(8), nullable=False),
    # What was counted, so that it can be taken back when the text is long gone: 4 bytes a feature.
    Column("features", LargeBinary, nullable=False),
    Column("weight", SmallInteger, nullable=False),
    Column("at", Instant, nullable=False),
    sqlite_with_rowid=False,
)
