"""Coming in: entrances, greetings, questions, closed chats; files that go along with messages."""

import sqlalchemy as sa
from alembic import op

import models.instant

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "attachments",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("attachment_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("media_type", sa.String(length=64), nullable=False),
        sa.Column("created_at", models.instant.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "attachment_id", name=op.f("pk_attachments")),
    )
    op.create_index(op.f("ix_attachments_created_at"), "attachments", ["created_at"], unique=False)
    op.create_table(
        "chat_permissions",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("allowed", sa.JSON(), nullable=False),
        sa.Column("learned_at", models.instant.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_chat_permissions")),
    )
    op.create_table(
        "closures",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("reason", sa.String(length=8), nullable=False),
        sa.Column("closes", sa.String(length=12), nullable=False),
        sa.Column("since", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("until", models.instant.Instant(timezone=True), nullable=True),
        sa.Column("applied", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("ending", sa.String(length=8), nullable=True),
        sa.PrimaryKeyConstraint("chat_id", "reason", name=op.f("pk_closures")),
    )
    op.create_table(
        "entrance_days",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("joined", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("challenged", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("passed", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("failed", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("timed_out", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "day", name=op.f("pk_entrance_days")),
    )
    op.create_table(
        "entrance_questions",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("answer", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "number", name=op.f("pk_entrance_questions")),
    )
    op.create_table(
        "entrances",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("joined_at", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("way", sa.String(length=12), server_default=sa.text("'off'"), nullable=False),
        sa.Column("by_request", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=True),
        sa.Column("place_id", sa.BigInteger(), nullable=True),
        sa.Column("challenge", sa.JSON(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("round", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("tries", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("correct", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("due_at", models.instant.Instant(timezone=True), nullable=True),
        sa.Column("respited", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("muted", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("join_message", sa.BigInteger(), nullable=True),
        sa.Column("greet_at", models.instant.Instant(timezone=True), nullable=True),
        sa.Column("decided_at", models.instant.Instant(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("chat_id", "user_id", name=op.f("pk_entrances")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_entrances_chat_id_joined_at", "entrances", ["chat_id", "joined_at"], unique=False)
    op.create_index("ix_entrances_greet_at", "entrances", ["greet_at"], unique=False)
    op.create_index("ix_entrances_state_due_at", "entrances", ["state", "due_at"], unique=False)
    op.create_table(
        "greetings",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("media_kind", sa.String(length=12), nullable=True),
        sa.Column("file_id", sa.String(length=255), nullable=True),
        sa.Column("changed_by", sa.BigInteger(), nullable=True),
        sa.Column("changed_at", models.instant.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "kind", "language", name=op.f("pk_greetings")),
    )
    op.create_table(
        "standing_messages",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("place", sa.String(length=64), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("placed_at", models.instant.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "place", name=op.f("pk_standing_messages")),
    )
    op.create_index(op.f("ix_standing_messages_placed_at"), "standing_messages", ["placed_at"], unique=False)
    # ### end Alembic commands ###


def downgrade() -> None:
    op.drop_index(op.f("ix_standing_messages_placed_at"), table_name="standing_messages")
    op.drop_table("standing_messages")
    op.drop_table("greetings")
    op.drop_index("ix_entrances_state_due_at", table_name="entrances")
    op.drop_index("ix_entrances_greet_at", table_name="entrances")
    op.drop_index("ix_entrances_chat_id_joined_at", table_name="entrances")
    op.drop_table("entrances")
    op.drop_table("entrance_questions")
    op.drop_table("entrance_days")
    op.drop_table("closures")
    op.drop_table("chat_permissions")
    op.drop_index(op.f("ix_attachments_created_at"), table_name="attachments")
    op.drop_table("attachments")
    # ### end Alembic commands ###
