"""What members report, and what is pinned."""

import sqlalchemy as sa
from alembic import op

import models.instant

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "complaints",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("target_id", sa.BigInteger(), nullable=False),
        sa.Column("target_name", sa.String(length=160), nullable=False),
        sa.Column("is_channel", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("written_at", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("decision", sa.String(length=12), nullable=True),
        sa.Column("decided_by", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", models.instant.Instant(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name=op.f("pk_complaints")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "complainants",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("reporter_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("reason", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("at", models.instant.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id", "reporter_id", name=op.f("pk_complainants")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_complainants_chat_id_reporter_id", "complainants", ["chat_id", "reporter_id", "at"], unique=False
    )
    op.create_table(
        "pins",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("pinned_at", models.instant.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name=op.f("pk_pins")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("pins")
    op.drop_table("complainants")
    op.drop_table("complaints")
