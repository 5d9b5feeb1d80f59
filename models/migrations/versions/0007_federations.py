"""Versions of settings, federations and the bans they share."""

import sqlalchemy as sa
from alembic import op

import models.instant

revision = "0007"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _versions()
    _federations()
    _bans()


def _versions() -> None:
    op.create_table(
        "setting_changes",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("version", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("path", sa.String(length=64), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("changed_by", sa.BigInteger(), nullable=True),
        sa.Column("changed_at", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("how", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "version", "path", name=op.f("pk_setting_changes")),
    )
    op.create_index("ix_setting_changes_how_changed_at", "setting_changes", ["how", "changed_at"], unique=False)


def _federations() -> None:
    op.create_table(
        "federations",
        sa.Column("federation_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("owner_id", sa.BigInteger(), nullable=False),
        sa.Column("created_at", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("automatic", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("federation_id", name=op.f("pk_federations")),
    )
    op.create_index("ix_federations_owner_id", "federations", ["owner_id"], unique=False)
    op.create_table(
        "federation_admins",
        sa.Column("federation_id", sa.String(length=36), nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("promoted_at", models.instant.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("federation_id", "user_id", name=op.f("pk_federation_admins")),
    )
    op.create_table(
        "federation_chats",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("federation_id", sa.String(length=36), nullable=False),
        sa.Column("joined_by", sa.BigInteger(), nullable=True),
        sa.Column("joined_at", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("swept_at", models.instant.Instant(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("chat_id", "federation_id", name=op.f("pk_federation_chats")),
    )
    op.create_index(
        "ix_federation_chats_federation_id_chat_id", "federation_chats", ["federation_id", "chat_id"], unique=False
    )
    op.create_index("ix_federation_chats_swept_at", "federation_chats", ["swept_at"], unique=False)
    op.create_table(
        "federation_ignores",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("ignored_by", sa.BigInteger(), nullable=True),
        sa.Column("ignored_at", models.instant.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "user_id", name=op.f("pk_federation_ignores")),
    )


def _bans() -> None:
    op.create_table(
        "federation_bans",
        sa.Column("federation_id", sa.String(length=36), nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=160), server_default=sa.text("''"), nullable=False),
        sa.Column("reason", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("banned_by", sa.BigInteger(), nullable=True),
        sa.Column("from_chat", sa.BigInteger(), nullable=True),
        sa.Column("verdict_id", sa.BigInteger(), nullable=True),
        sa.Column("banned_at", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("lifted_by", sa.BigInteger(), nullable=True),
        sa.Column("lifted_at", models.instant.Instant(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("federation_id", "user_id", name=op.f("pk_federation_bans")),
    )
    op.create_index("ix_federation_bans_user_id", "federation_bans", ["user_id"], unique=False)
    op.create_table(
        "federation_errands",
        sa.Column("errand_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("federation_id", sa.String(length=36), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("is_lift", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("after_chat", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("errand_id", name=op.f("pk_federation_errands")),
    )
    op.create_table(
        "shared_bans",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("federation_id", sa.String(length=36), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("verdict_id", sa.BigInteger(), nullable=True),
        sa.Column("at", models.instant.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "user_id", "federation_id", name=op.f("pk_shared_bans")),
    )
    op.create_index(
        "ix_shared_bans_federation_id_user_id", "shared_bans", ["federation_id", "user_id", "chat_id"], unique=False
    )


def downgrade() -> None:
    for table in (
        "shared_bans",
        "federation_errands",
        "federation_bans",
        "federation_ignores",
        "federation_chats",
        "federation_admins",
        "federations",
        "setting_changes",
    ):
        op.drop_table(table)
