"""Verdicts, earned trust, and what rules look at in stored messages."""

import sqlalchemy as sa
from alembic import op

import models.instant

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "verdicts",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("verdict_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("rule", sa.String(length=32), nullable=True),
        sa.Column("mode", sa.String(length=8), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=True),
        sa.Column("verb", sa.String(length=12), nullable=False),
        sa.Column("until", models.instant.Instant(timezone=True), nullable=True),
        sa.Column("target_id", sa.BigInteger(), nullable=False),
        sa.Column("is_channel", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("target_name", sa.String(length=160), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("quote", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("reason", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("actor_id", sa.BigInteger(), nullable=True),
        sa.Column("warning_id", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("decided_by", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", models.instant.Instant(timezone=True), nullable=True),
        sa.Column("seen", sa.JSON(), server_default=sa.text("'{}'"), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "verdict_id", name=op.f("pk_verdicts")),
        sqlite_with_rowid=False,
    )
    for columns in (["chat_id", "target_id"], ["chat_id", "day"], ["chat_id", "state"]):
        op.create_index(f"ix_verdicts_{'_'.join(columns)}", "verdicts", columns, unique=False)
    op.add_column("messages", sa.Column("facts", sa.Text(), nullable=True))
    op.add_column("members", sa.Column("worthy", sa.Integer(), server_default=sa.text("0"), nullable=False))
    op.add_column("members", sa.Column("trust_lost_at", models.instant.Instant(timezone=True), nullable=True))
    op.add_column("members", sa.Column("approved_at", models.instant.Instant(timezone=True), nullable=True))
    op.add_column("members", sa.Column("approved_by", sa.BigInteger(), nullable=True))
    op.add_column("members", sa.Column("proven", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    for column in ("proven", "approved_by", "approved_at", "trust_lost_at", "worthy"):
        op.drop_column("members", column)
    op.drop_column("messages", "facts")
    op.drop_table("verdicts")
