"""Rules, schedules, activities and what goes out."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

import models.instant

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def create_audit() -> None:
    op.create_table(
        "audit",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("entry_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("actor_id", sa.BigInteger(), nullable=True),
        sa.Column("action", sa.String(length=32), nullable=False),
        sa.Column("target_id", sa.BigInteger(), nullable=True),
        sa.Column("rule", sa.String(length=32), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("details", sa.JSON(), server_default=sa.text("'{}'"), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "entry_id", name=op.f("pk_audit")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index("ix_audit_chat_id_day", ["chat_id", "day"], unique=False)


def create_buttons() -> None:
    op.create_table(
        "buttons",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.Column("outbox_row", sa.BigInteger(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("arguments", sa.JSON(), nullable=False),
        sa.Column("permission", sa.SmallInteger(), nullable=False),
        sa.Column("for_chat", sa.BigInteger(), nullable=False),
        sa.Column("presser_id", sa.BigInteger(), nullable=True),
        sa.Column("single_use", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("used_at", models.instant.Instant(timezone=True), nullable=True),
        sa.Column("created_at", models.instant.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "token", name=op.f("pk_buttons")),
    )
    with op.batch_alter_table("buttons", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_buttons_created_at"), ["created_at"], unique=False)


def create_checkins() -> None:
    op.create_table(
        "checkins",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("streak", sa.Integer(), nullable=False),
        sa.Column("at", models.instant.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "user_id", "day", name=op.f("pk_checkins")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("checkins", schema=None) as batch_op:
        batch_op.create_index("ix_checkins_chat_id_day", ["chat_id", "day"], unique=False)


def create_connections() -> None:
    op.create_table(
        "connections",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("connected_at", models.instant.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_connections")),
    )


def create_deep_links() -> None:
    op.create_table(
        "deep_links",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=True),
        sa.Column("purpose", sa.String(length=24), nullable=False),
        sa.Column("expires_at", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("used_at", models.instant.Instant(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_deep_links")),
    )


def create_occurrences() -> None:
    op.create_table(
        "occurrences",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("schedule_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("slot", sa.String(length=8), nullable=False),
        sa.Column("due_at", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("taken_at", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "schedule_id", "local_date", "slot", name=op.f("pk_occurrences")),
    )


def create_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("row_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("priority", sa.SmallInteger(), nullable=False),
        sa.Column("method", sa.String(length=40), nullable=False),
        sa.Column("parameters", sa.JSON(), nullable=False),
        sa.Column("purpose", sa.String(length=24), nullable=False),
        sa.Column("follow_up", sa.JSON(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("key", sa.String(length=128), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("created_at", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("due_at", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("expires_at", models.instant.Instant(timezone=True), nullable=True),
        sa.Column("tries", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("lease_until", models.instant.Instant(timezone=True), nullable=True),
        sa.Column("settled_at", models.instant.Instant(timezone=True), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("chat_id", "row_id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("chat_id", "key", name=op.f("uq_outbox_chat_id_key")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index(
            "ix_outbox_state_method_due_at",
            ["state", "method", "due_at", "chat_id", "priority", "row_id"],
            unique=False,
        )


def create_schedules() -> None:
    op.create_table(
        "schedules",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("schedule_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("cron", sa.String(length=64), nullable=False),
        sa.Column("timezone", sa.String(length=64), nullable=False),
        sa.Column("grace_seconds", sa.Integer(), nullable=False),
        sa.Column("enabled", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("next_at", models.instant.Instant(timezone=True), nullable=True),
        sa.Column("content", sa.JSON(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("created_by", sa.BigInteger(), nullable=True),
        sa.Column("created_at", models.instant.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "schedule_id", name=op.f("pk_schedules")),
    )
    with op.batch_alter_table("schedules", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_schedules_next_at"), ["next_at"], unique=False)


def create_warnings() -> None:
    op.create_table(
        "warnings",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("warning_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("rule", sa.String(length=32), nullable=True),
        sa.Column("rule_number", sa.SmallInteger(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("given_by", sa.BigInteger(), nullable=True),
        sa.Column("given_at", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("expires_at", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("lifted_at", models.instant.Instant(timezone=True), nullable=True),
        sa.Column("lifted_by", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("chat_id", "warning_id", name=op.f("pk_warnings")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("warnings", schema=None) as batch_op:
        batch_op.create_index("ix_warnings_chat_id_user_id", ["chat_id", "user_id"], unique=False)


def upgrade() -> None:
    for create in (
        create_audit,
        create_buttons,
        create_checkins,
        create_connections,
        create_deep_links,
        create_occurrences,
        create_outbox,
        create_schedules,
        create_warnings,
    ):
        create()


TABLES = (
    "audit",
    "buttons",
    "checkins",
    "connections",
    "deep_links",
    "occurrences",
    "outbox",
    "schedules",
    "warnings",
)


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
