"""Groups that share bans: who runs them, who belongs to them, who is banned by them, and what was done about it."""

from sqlalchemy import BigInteger, Boolean, Column, Index, String, Table, Text, false, text

from models.instant import Instant
from models.tables.columns import chat_id, key, metadata


def federation_id() -> Column[str]:
    """The first column of what a federation has."""
    return Column("federation_id", String(36), primary_key=True)


federations = Table(
    "federations",
    metadata,
    federation_id(),
    Column("name", String(64), nullable=False),
    Column("owner_id", BigInteger, nullable=False),
    Column("created_at", Instant, nullable=False),
    # One of an owner's groups that share by a setting; it is nobody's to join by hand.
    Column("automatic", Boolean, nullable=False, server_default=false()),
    Index("ix_federations_owner_id", "owner_id"),
)

federation_admins = Table(
    "federation_admins",
    metadata,
    federation_id(),
    key("user_id"),
    Column("promoted_at", Instant, nullable=False),
)

federation_chats = Table(
    "federation_chats",
    metadata,
    chat_id(),
    Column("federation_id", String(36), primary_key=True),
    Column("joined_by", BigInteger),
    Column("joined_at", Instant, nullable=False),
    Column("swept_at", Instant),
    Index("ix_federation_chats_federation_id_chat_id", "federation_id", "chat_id"),
    Index("ix_federation_chats_swept_at", "swept_at"),
)

federation_bans = Table(
    "federation_bans",
    metadata,
    federation_id(),
    key("user_id"),
    Column("name", String(160), nullable=False, server_default=text("''")),
    Column("reason", Text, nullable=False, server_default=text("''")),
    Column("banned_by", BigInteger),
    Column("from_chat", BigInteger),
    Column("verdict_id", BigInteger),
    Column("banned_at", Instant, nullable=False),
    Column("lifted_by", BigInteger),
    Column("lifted_at", Instant),
    Index("ix_federation_bans_user_id", "user_id"),
)

federation_errands = Table(
    "federation_errands",
    metadata,
    key("errand_id"),
    Column("federation_id", String(36), nullable=False),
    Column("user_id", BigInteger, nullable=False),
    Column("is_lift", Boolean, nullable=False, server_default=false()),
    # The chats up to here are dealt with; they are gone through from the lowest id.
    Column("after_chat", BigInteger),
)

shared_bans = Table(
    "shared_bans",
    metadata,
    chat_id(),
    key("user_id"),
    Column("federation_id", String(36), primary_key=True),
    Column("state", String(12), nullable=False),
    Column("verdict_id", BigInteger),
    Column("at", Instant, nullable=False),
    Index("ix_shared_bans_federation_id_user_id", "federation_id", "user_id", "chat_id"),
)

federation_ignores = Table(
    "federation_ignores",
    metadata,
    chat_id(),
    key("user_id"),
    Column("ignored_by", BigInteger),
    Column("ignored_at", Instant, nullable=False),
)
