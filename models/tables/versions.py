"""Every change of a chat's settings and numbered rules, for ever."""

from sqlalchemy import JSON, BigInteger, Column, Index, String, Table

from models.instant import Instant
from models.tables.columns import chat_id, key, metadata

setting_changes = Table(
    "setting_changes",
    metadata,
    chat_id(),
    key("version"),
    Column("path", String(64), primary_key=True),
    Column("before", JSON(none_as_null=True)),
    Column("after", JSON(none_as_null=True)),
    Column("changed_by", BigInteger),
    Column("changed_at", Instant, nullable=False),
    Column("how", String(16), nullable=False),
    Index("ix_setting_changes_how_changed_at", "how", "changed_at"),
)
