"""What chats teach the spam classifier."""

import sqlalchemy as sa
from alembic import op

import models.instant

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "spam_features",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("feature", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("spam", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("ham", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "feature", name=op.f("pk_spam_features")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "spam_lessons",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("label", sa.String(length=4), nullable=False),
        sa.Column("source", sa.String(length=8), nullable=False),
        sa.Column("features", sa.LargeBinary(), nullable=False),
        sa.Column("weight", sa.SmallInteger(), nullable=False),
        sa.Column("at", models.instant.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name=op.f("pk_spam_lessons")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("spam_lessons")
    op.drop_table("spam_features")
