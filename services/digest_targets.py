"""Where a chat's digest may go: to itself, to its members, and to chats that whoever chose them runs as well."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from domain.phrases import Person, phrase
from domain.refusals import Refusal
from domain.reports.targets import HERE, ID, TOPIC, Place, place_of
from domain.roles import Role
from models import members, people, reports
from services.roles import role_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from domain.phrases import Phrase
    from models.work import Work

USERNAME = re.compile(r"@[A-Za-z0-9_]{1,64}")
ME = frozenset({"me", "我"})  # matching data, noqa: zh
HERE_WORDS = frozenset({HERE, "本群", "这里"})  # matching data, noqa: zh
TOPIC_WORDS = frozenset({"topic", "话题"})  # matching data, noqa: zh


async def places(work: Work, *, chat_id: int, targets: Iterable[str]) -> dict[str, Place]:
    """The places of a chat's targets, each once; those nobody may send to any more are left out."""
    chosen_by = await reports.targets_chosen_by(work, chat_id)
    found: dict[str, Place] = {}
    for target in targets:
        place = place_of(target, chat_id)
        if place is None or place in found.values():
            continue
        if await _may_receive(work, chat_id=chat_id, place=place, chosen_by=chosen_by):
            found[target] = place
    return found


async def _may_receive(work: Work, *, chat_id: int, place: Place, chosen_by: int | None) -> bool:
    """A chat's own place always; a person as long as they are a member; another chat while its manager wants it."""
    if place.chat_id == chat_id:
        return True
    if place.is_person:
        return await _is_reader(work, chat_id, place.chat_id)
    return chosen_by is not None and await role_in(work, chat_id=place.chat_id, user_id=chosen_by) >= Role.MANAGER


async def _is_reader(work: Work, chat_id: int, user_id: int) -> bool:
    """Whether somebody belongs to the chat, or runs the whole process."""
    if user_id in work.defaults.owner_ids:
        return True
    member = await members.find(work, chat_id=chat_id, user_id=user_id)
    return member is not None and member.status in members.PRESENT


async def target_of(work: Work, *, word: str, chat_id: int, by: int | None, thread_id: int | None) -> str:
    """The target somebody means by a word. Raises Refusal for a place the digest may not go to."""
    known = word.lower()
    if known in HERE_WORDS:
        return HERE
    if known in TOPIC_WORDS:
        if thread_id is None:
            raise Refusal(phrase("digest-no-topic-here"))
        return f"topic:{thread_id}"
    if TOPIC.fullmatch(known):
        return known
    place = Place(chat_id=await _chat_id(work, word=known, by=by))
    if place.chat_id == chat_id:
        return HERE
    if not await _may_receive(work, chat_id=chat_id, place=place, chosen_by=by):
        raise Refusal(phrase("digest-not-a-member" if place.is_person else "digest-not-your-chat", target=word))
    if place.is_person:
        await _require_private_chat(work, place.chat_id, by=by)
    return str(place.chat_id)


async def _chat_id(work: Work, *, word: str, by: int | None) -> int:
    """The id of the chat or person a word names."""
    if word in ME:
        if by is None:
            raise Refusal(phrase("digest-who-are-you"))
        return by
    if ID.fullmatch(word) and int(word):
        return int(word)
    if not USERNAME.fullmatch(word):
        raise Refusal(phrase("digest-target-unclear", target=word))
    chat_id = await reports.chat_by_username(work, word.removeprefix("@"))
    if chat_id is not None:
        return chat_id
    person = await people.find_by_username(work, word)
    if person is None:
        raise Refusal(phrase("digest-target-unknown", target=word))
    return person.user_id


async def _require_private_chat(work: Work, user_id: int, *, by: int | None) -> None:
    """Raises Refusal when the bot may not write to somebody first: Telegram does not let it."""
    person = await people.find(work, user_id)
    if person is None or not person.private_chat:
        if user_id == by:
            raise Refusal(phrase("digest-open-private-first-yourself"))
        name = Person(user_id=None, name=person.name if person else str(user_id))
        raise Refusal(phrase("digest-open-private-first", name=name))


async def named(work: Work, *, chat_id: int, place: Place) -> Phrase:
    """A place as people call it."""
    if place.thread_id is not None:
        return phrase("digest-place-topic", thread=str(place.thread_id))
    if place.is_person:
        person = await people.find(work, place.chat_id)
        return phrase("digest-place-person", name=person.name if person else str(place.chat_id))
    if place.chat_id == chat_id:
        return phrase("digest-place-here")
    return phrase("digest-place-chat", title=await reports.title(work, place.chat_id) or str(place.chat_id))
