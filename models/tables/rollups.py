"""Roll-ups: what members did, by day and hour."""

from sqlalchemy import Column, Date, SmallInteger, Table

from models.tables.columns import chat_id, counter, key, metadata

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
