"""Judging messages in order, each in the light of what its sender wrote shortly before."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from domain.messages import Origin
from domain.roles import Role, role_of
from domain.rules.catalog import judge
from domain.rules.immunity import immune
from domain.rules.judgement import Recent, Scene
from models import members, messages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from domain.messages import Message
    from domain.rules.judgement import Hit
    from domain.settings import ChatSettings
    from models.members import Member
    from models.work import Work

WINDOW = timedelta(minutes=10)

Key = tuple[int, int]


async def judge_all(
    work: Work, batch: Sequence[Message], *, settings: Mapping[int, ChatSettings]
) -> list[tuple[Message, Hit]]:
    """The messages that break a rule of their chat. Call it before they are recorded."""
    keys = {(message.chat_id, message.sender_id) for message in batch if message.sender_id is not None}
    known = await members.find_many(work, keys)
    moments = [message.at for message in batch]
    await _load_windows(work, keys, since=min(moments) - WINDOW, until=max(moments))
    written: dict[Key, int] = {}
    hits = []
    for message in batch:
        key = (message.chat_id, message.sender_id or message.sender_chat_id or 0)
        member = known.get(key)
        scene = Scene(
            recent=_window(work, key, message),
            joined_at=None if member is None else member.joined_at,
            messages=(0 if member is None else member.messages) + written.get(key, 0),
        )
        if not message.edited:
            written[key] = written.get(key, 0) + 1
        if immune(message.origin, _role(work, message, member)):
            continue
        hit = judge(message, scene, settings[message.chat_id].rules)
        if hit is not None:
            hits.append((message, hit))
            if message.album is not None:
                _remember_removal(work, key, message)
    return hits


def _role(work: Work, message: Message, member: Member | None) -> Role:
    if message.origin is not Origin.MEMBER:
        return Role.MEMBER
    return role_of(
        status="member" if member is None else member.status,
        assigned=None if member is None else member.role,
        is_process_owner=message.sender_id in work.defaults.owner_ids,
    )


async def _load_windows(work: Work, keys: set[Key], *, since: datetime, until: datetime) -> None:
    """Windows that are not remembered are read back from what was written, so that a restart forgets nothing."""
    missing = {key for key in keys if work.cache.get(("window", *key)) is None}
    if not missing:
        return
    windows: dict[Key, tuple[Recent, ...]] = dict.fromkeys(missing, ())
    for row in await messages.written_since(
        work, chat_ids={key[0] for key in missing}, user_ids={key[1] for key in missing}, since=since, until=until
    ):
        key = (row.chat_id, row.user_id)
        if key in windows:
            own = Recent(message_id=row.message_id, at=row.sent_at, album=row.album, removed=row.removed)
            windows[key] += (own,)
    for key, window in windows.items():
        work.cache.put(("window", *key), window)


def _window(work: Work, key: Key, message: Message) -> tuple[Recent, ...]:
    """What the sender wrote in the ten minutes before, by message dates; the message itself is added for the next."""
    before = tuple(
        recent
        for recent in _remembered(work, key)
        if message.at - recent.at < WINDOW and recent.message_id != message.message_id
    )
    if not message.edited:
        own = Recent(message_id=message.message_id, at=message.at, album=message.album)
        work.cache.put(("window", *key), (*before, own)[-200:])
    return before


def _remembered(work: Work, key: Key) -> tuple[Recent, ...]:
    remembered = work.cache.get(("window", *key))
    return remembered if isinstance(remembered, tuple) else ()


def _remember_removal(work: Work, key: Key, message: Message) -> None:
    """The other parts of an album go too, also those still to come."""
    window = tuple(
        Recent(message_id=recent.message_id, at=recent.at, album=recent.album, removed=True)
        if recent.message_id == message.message_id
        else recent
        for recent in _remembered(work, key)
    )
    work.cache.put(("window", *key), window)
