"""Appeals, windows in which rules are loosened, tasks of the worker processes."""

import sqlalchemy as sa
from alembic import op

import models.instant

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "appeals",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("appeal_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("verdict_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("asked_at", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("opened_at", models.instant.Instant(timezone=True), nullable=True),
        sa.Column("reminded", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("decided_by", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", models.instant.Instant(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("chat_id", "appeal_id", name=op.f("pk_appeals")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_appeals_state", "appeals", ["state"], unique=False)
    op.create_index("ix_appeals_user_id", "appeals", ["user_id"], unique=False)
    op.create_table(
        "windows",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("window_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("rules", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("opened_by", sa.BigInteger(), nullable=True),
        sa.Column("opened_at", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("until", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("closed", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "window_id", name=op.f("pk_windows")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_windows_closed_until", "windows", ["closed", "until"], unique=False)
    op.create_table(
        "tasks",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("task_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("arguments", sa.JSON(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("asked_by", sa.BigInteger(), nullable=True),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=True),
        sa.Column("tries", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("created_at", models.instant.Instant(timezone=True), nullable=False),
        sa.Column("started_at", models.instant.Instant(timezone=True), nullable=True),
        sa.Column("finished_at", models.instant.Instant(timezone=True), nullable=True),
        sa.Column("lease_until", models.instant.Instant(timezone=True), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("chat_id", "task_id", name=op.f("pk_tasks")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_tasks_state_lease_until", "tasks", ["state", "lease_until"], unique=False)
    op.add_column("deep_links", sa.Column("subject", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    op.drop_column("deep_links", "subject")
    op.drop_table("tasks")
    op.drop_table("windows")
    op.drop_table("appeals")
