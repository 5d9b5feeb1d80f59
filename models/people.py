"""People seen anywhere: names, @usernames, languages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, update

from models.tables import people
from models.work import Insert, insert_into

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from domain.people import Sighting
    from models.work import Work


NAMED = (
    select(people.c.username_key, people.c.user_id)
    .where(people.c.username_key.in_(bindparam("names", expanding=True)))
    .order_by(people.c.seen_at)
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What is kept of a person. `language` is their own choice, `client_language` their client's."""

    user_id: int
    name: str
    username: str | None
    is_bot: bool
    client_language: str | None
    language: str | None
    private_chat: bool


@cache
def _upsert(*, sqlite_dialect: bool) -> Insert:
    statement = insert_into(people, sqlite_dialect=sqlite_dialect)
    names = ("name", "username", "username_key", "is_bot", "client_language", "seen_at")
    return statement.on_conflict_do_update(
        index_elements=["user_id"],
        set_={name: statement.excluded[name] for name in names},
        where=people.c.seen_at <= statement.excluded.seen_at,
    )


async def remember(work: Work, sightings: Iterable[tuple[Sighting, datetime]]) -> None:
    """Keep the names people go by now; those unchanged since the last time cost nothing."""
    rows: list[dict[str, object]] = []
    for sighting, at in sorted(sightings, key=lambda item: item[0].user_id):
        if work.cache.get(("person", sighting.user_id)) == sighting:
            continue
        work.cache.put(("person", sighting.user_id), sighting)
        rows.append(
            {
                "user_id": sighting.user_id,
                "name": sighting.name,
                "username": sighting.username,
                "username_key": None if sighting.username is None else sighting.username.lower(),
                "is_bot": sighting.is_bot,
                "client_language": sighting.client_language,
                "seen_at": at,
            }
        )
    if rows:
        await work.connection.execute(_upsert(sqlite_dialect=work.is_sqlite), rows)


async def find(work: Work, user_id: int) -> Known | None:
    """The person with this id, when ever seen."""
    row = (await work.connection.execute(select(people).where(people.c.user_id == user_id))).one_or_none()
    if row is None:
        return None
    return Known(
        user_id=row.user_id,
        name=row.name,
        username=row.username,
        is_bot=row.is_bot,
        client_language=row.client_language,
        language=row.language,
        private_chat=row.private_chat,
    )


async def names(work: Work, user_ids: Collection[int]) -> dict[int, str]:
    """Names by id, of those who were ever seen."""
    if not user_ids:
        return {}
    rows = await work.connection.execute(select(people.c.user_id, people.c.name).where(people.c.user_id.in_(user_ids)))
    return {row.user_id: row.name for row in rows}


async def bots_among(work: Work, user_ids: Collection[int]) -> frozenset[int]:
    """Those of the ids that are known to be bots."""
    if not user_ids:
        return frozenset()
    wanted = (people.c.user_id.in_(user_ids), people.c.is_bot.is_(True))
    rows = await work.connection.execute(select(people.c.user_id).where(*wanted))
    return frozenset(row.user_id for row in rows)


async def ids_of_usernames(work: Work, usernames: Collection[str]) -> dict[str, int]:
    """Ids by @username (lower case, without the @); the one seen last has the name."""
    if not usernames:
        return {}
    rows = await work.connection.execute(NAMED, {"names": list(usernames)})
    return {row.username_key: row.user_id for row in rows}


async def find_by_username(work: Work, username: str) -> Known | None:
    """The person who goes by this @username (any case, with or without the @)."""
    name = username.removeprefix("@").lower()
    user_id = (await ids_of_usernames(work, [name])).get(name)
    return None if user_id is None else await find(work, user_id)


async def choose_language(work: Work, user_id: int, language: str) -> None:
    """Keep the language somebody wants in private chat."""
    await work.connection.execute(update(people).where(people.c.user_id == user_id).values(language=language))


async def open_private_chat(work: Work, user_id: int, *, is_open: bool) -> None:
    """Keep whether the bot may write to somebody in private."""
    await work.connection.execute(update(people).where(people.c.user_id == user_id).values(private_chat=is_open))
