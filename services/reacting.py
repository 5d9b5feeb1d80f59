"""Recording reactions: by their newest event, credited to who gave and who received them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from models import messages, people, reactions, rollups
from models.reactions import Reaction
from models.rollups import Counts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from domain.people import Sighting
    from models.work import Work


class Reacted(Struct, frozen=True, kw_only=True):
    """What somebody's reaction to a message is as of `at`; `day` and `hour` are local to the chat."""

    chat_id: int
    message_id: int
    by: Sighting
    given: bool
    at: datetime
    day: date
    hour: int

    @property
    def key(self) -> tuple[int, int, int]:
        """Whose reaction to what."""
        return self.chat_id, self.message_id, self.by.user_id


async def record(work: Work, reacted: Sequence[Reacted]) -> None:
    """Keep what reactions are now, in the order given. An event older than the one kept changes nothing."""
    if not reacted:
        return
    kept = await reactions.find_many(work, {one.key for one in reacted})
    authors = await messages.authors(work, {(one.chat_id, one.message_id) for one in reacted})
    await people.remember(work, [(one.by, one.at) for one in reacted])
    counts = Counts()
    changed: dict[tuple[int, int, int], Reaction] = {}
    for one in reacted:
        before = kept.get(one.key)
        if before is not None and before.at > one.at:
            continue
        after = Reaction(
            chat_id=one.chat_id,
            message_id=one.message_id,
            user_id=one.by.user_id,
            given=one.given,
            author_id=authors.get((one.chat_id, one.message_id)),
            day=one.day,
            hour=one.hour,
            at=one.at,
        )
        kept[one.key] = changed[one.key] = after
        _count(counts, before, -1)
        _count(counts, after, 1)
    await reactions.put(work, changed.values())
    await rollups.add(work, counts)


def _count(counts: Counts, reaction: Reaction | None, change: int) -> None:
    if reaction is None or not reaction.given:
        return
    counts.member(reaction.chat_id, reaction.day, reaction.user_id)["reactions_given"] += change
    counts.hour(reaction.chat_id, reaction.day, reaction.hour)["reactions"] += change
    if reaction.author_id is not None and reaction.author_id != reaction.user_id:
        _credit(counts, reaction, reaction.author_id, change)


def _credit(counts: Counts, reaction: Reaction, author_id: int, change: int) -> None:
    counts.member(reaction.chat_id, reaction.day, author_id)["reactions_received"] += change
    counts.pair(reaction.chat_id, reaction.day, reaction.user_id, author_id)["reactions"] += change


async def credit_early(work: Work, authors: Mapping[tuple[int, int], int], counts: Counts) -> None:
    """A reaction can overtake its message: its author, by (chat_id, message_id), is credited when the message comes."""
    for reaction in await reactions.without_author(work, authors.keys()):
        author_id = authors[reaction.chat_id, reaction.message_id]
        await reactions.name_author(work, chat_id=reaction.chat_id, message_id=reaction.message_id, author_id=author_id)
        if author_id != reaction.user_id:
            _credit(counts, reaction, author_id, 1)
