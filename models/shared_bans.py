"""What was done in a group about bans it shares, and whom it leaves alone all the same."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from sqlalchemy import delete, select, update

from models.tables import federation_ignores, shared_bans

if TYPE_CHECKING:
    from datetime import datetime

    from models.work import Work

# Carried out; left alone as an administrator; taken back by the federation; taken back by the group itself.
State: TypeAlias = Literal["applied", "skipped", "lifted", "pardoned"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Deed:
    """What was done in a group about somebody's ban."""

    chat_id: int
    user_id: int
    federation_id: str
    state: State
    at: datetime
    verdict_id: int | None = None


COLUMNS = tuple(shared_bans.c[name] for name in Deed.__dataclass_fields__)


async def find(work: Work, *, chat_id: int, user_id: int, federation_id: str) -> Deed | None:
    """What was done last."""
    row = (
        await work.connection.execute(
            select(*COLUMNS).where(
                shared_bans.c.chat_id == chat_id,
                shared_bans.c.user_id == user_id,
                shared_bans.c.federation_id == federation_id,
            )
        )
    ).one_or_none()
    return None if row is None else Deed(**row._mapping)  # noqa: SLF001 - its public name


async def put(work: Work, deed: Deed) -> None:
    """Keep what was done, in place of what was before."""
    values = asdict(deed)
    statement = work.insert(shared_bans).values(**values)
    await work.connection.execute(
        statement.on_conflict_do_update(index_elements=["chat_id", "user_id", "federation_id"], set_=values)
    )


async def forget(work: Work, *, chat_id: int, user_id: int, federation_id: str) -> None:
    """Nothing was done."""
    await work.connection.execute(
        delete(shared_bans).where(
            shared_bans.c.chat_id == chat_id,
            shared_bans.c.user_id == user_id,
            shared_bans.c.federation_id == federation_id,
        )
    )


async def pardon(work: Work, *, chat_id: int, user_id: int, at: datetime) -> None:
    """The group took back itself what it had carried out."""
    await work.connection.execute(
        update(shared_bans)
        .where(shared_bans.c.chat_id == chat_id, shared_bans.c.user_id == user_id, shared_bans.c.state == "applied")
        .values(state="pardoned", at=at)
    )


async def ignore(work: Work, *, chat_id: int, user_id: int, by: int | None, at: datetime) -> None:
    """Let shared bans of somebody mean nothing in a group."""
    statement = work.insert(federation_ignores).values(chat_id=chat_id, user_id=user_id, ignored_by=by, ignored_at=at)
    await work.connection.execute(statement.on_conflict_do_nothing(index_elements=["chat_id", "user_id"]))


async def heed(work: Work, *, chat_id: int, user_id: int) -> None:
    """Let them mean something again."""
    await work.connection.execute(
        delete(federation_ignores).where(
            federation_ignores.c.chat_id == chat_id, federation_ignores.c.user_id == user_id
        )
    )


async def is_ignored(work: Work, *, chat_id: int, user_id: int) -> bool:
    """Whether shared bans of somebody mean nothing in a group."""
    row = await work.connection.execute(
        select(federation_ignores.c.user_id).where(
            federation_ignores.c.chat_id == chat_id, federation_ignores.c.user_id == user_id
        )
    )
    return row.one_or_none() is not None
