"""Chats, people and what they say, with its roll-ups."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

import models.instant

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def create_chat_hours() -> None:
    op.create_table(
        "chat_hours",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("hour", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("messages", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("joins", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("leaves", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("reactions", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "day", "hour", name=op.f("pk_chat_hours")),
        sqlite_with_rowid=False,
    )


def create_chat_rules() -> None:
    op.create_table(
        "chat_rules",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "number", name=op.f("pk_chat_rules")),
    )


def create_chat_settings() -> None:
    op.create_table(
        "chat_settings",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("path", sa.String(length=64), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("changed_by", sa.BigInteger(), nullable=True),
        sa.Column("changed_at", models.instant.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "path", name=op.f("pk_chat_settings")),
    )


def create_chats() -> None:
    op.create_table(
        "chats",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("title", sa.String(length=255), nullable=False),
        sa.Column("username", sa.String(length=64), nullable=True),
        sa.Column("linked_chat_id", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(length=16), server_default=sa.text("'active'"), nullable=False),
        sa.Column("state_reason", sa.String(length=255), nullable=True),
        sa.Column("state_at", models.instant.Instant(timezone=True), nullable=True),
        sa.Column("bot_status", sa.String(length=16), nullable=True),
        sa.Column("bot_rights", sa.JSON(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("administrators_at", models.instant.Instant(timezone=True), nullable=True),
        sa.Column("administrators_hidden", sa.JSON(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("first_seen_at", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("texts_removed_until", models.instant.Instant(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_chats")),
    )


def create_failed_updates() -> None:
    op.create_table(
        "failed_updates",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("tries", sa.SmallInteger(), nullable=False),
        sa.Column("failed_at", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("retry_at", models.instant.Instant(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("bot_id", "update_id", name=op.f("pk_failed_updates")),
    )
    with op.batch_alter_table("failed_updates", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_failed_updates_retry_at"), ["retry_at"], unique=False)


def create_imports() -> None:
    op.create_table(
        "imports",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("byte_offset", sa.BigInteger(), nullable=False),
        sa.Column("messages", sa.Integer(), nullable=False),
        sa.Column("finished", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("changed_at", models.instant.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "fingerprint", name=op.f("pk_imports")),
    )


def create_member_days() -> None:
    op.create_table(
        "member_days",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("messages", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("characters", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("replies_sent", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("replies_received", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("mentions_sent", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("mentions_received", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("reactions_given", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("reactions_received", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("activities", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "day", "user_id", name=op.f("pk_member_days")),
        sqlite_with_rowid=False,
    )


def create_members() -> None:
    op.create_table(
        "members",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("status_at", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("role", sa.SmallInteger(), nullable=True),
        sa.Column("joined_at", models.instant.Instant(timezone=True), nullable=True),
        sa.Column("invite_link", sa.String(length=64), nullable=True),
        sa.Column("messages", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("first_seen_at", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("last_seen_at", models.instant.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "user_id", name=op.f("pk_members")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("members", schema=None) as batch_op:
        batch_op.create_index("ix_members_user_id", ["user_id"], unique=False)


def create_messages() -> None:
    op.create_table(
        "messages",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("sent_at", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("origin", sa.String(length=16), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=True),
        sa.Column("sender_chat_id", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("question", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("reply_to_message", sa.BigInteger(), nullable=True),
        sa.Column("reply_to_user", sa.BigInteger(), nullable=True),
        sa.Column("album", sa.String(length=64), nullable=True),
        sa.Column("edited_at", models.instant.Instant(timezone=True), nullable=True),
        sa.Column("removed", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name=op.f("pk_messages")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.create_index("ix_messages_chat_id_reply_to_message", ["chat_id", "reply_to_message"], unique=False)
        batch_op.create_index("ix_messages_chat_id_sent_at", ["chat_id", "sent_at"], unique=False)


def create_pair_days() -> None:
    op.create_table(
        "pair_days",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("from_user", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("to_user", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("replies", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("mentions", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("reactions", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "day", "from_user", "to_user", name=op.f("pk_pair_days")),
        sqlite_with_rowid=False,
    )


def create_people() -> None:
    op.create_table(
        "people",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("username", sa.String(length=64), nullable=True),
        sa.Column("username_key", sa.String(length=64), nullable=True),
        sa.Column("is_bot", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("client_language", sa.String(length=16), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=True),
        sa.Column("private_chat", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("seen_at", models.instant.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_people")),
    )
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_people_username_key"), ["username_key"], unique=False)


def create_reactions() -> None:
    op.create_table(
        "reactions",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("given", sa.SmallInteger(), nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("hour", sa.SmallInteger(), nullable=False),
        sa.Column("at", models.instant.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id", "user_id", name=op.f("pk_reactions")),
        sqlite_with_rowid=False,
    )


def create_updates() -> None:
    op.create_table(
        "updates",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("received_at", models.instant.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("bot_id", "update_id", name=op.f("pk_updates")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("updates", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_updates_received_at"), ["received_at"], unique=False)


def upgrade() -> None:
    for create in (
        create_chat_hours,
        create_chat_rules,
        create_chat_settings,
        create_chats,
        create_failed_updates,
        create_imports,
        create_member_days,
        create_members,
        create_messages,
        create_pair_days,
        create_people,
        create_reactions,
        create_updates,
    ):
        create()


TABLES = (
    "chat_hours",
    "chat_rules",
    "chat_settings",
    "chats",
    "failed_updates",
    "imports",
    "member_days",
    "members",
    "messages",
    "pair_days",
    "people",
    "reactions",
    "updates",
)


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
