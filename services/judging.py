"""Judging messages in order, each in the light of what its sender wrote shortly before."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from domain.messages import Message, Origin
from domain.roles import Role, role_of
from domain.rules.catalog import judge
from domain.rules.immunity import immune
from domain.rules.judgement import INNOCENT, Judgement, Recent, Scene
from domain.trust import Earned, is_trusted
from models import chats, members, messages
from services import spam, windows
from services.echoes import hear
from services.surroundings import with_surroundings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from domain.settings import ChatSettings
    from domain.spam.likelihood import Likelihood
    from domain.trust import TrustSettings
    from models.members import Member
    from models.work import Work

WINDOW = timedelta(minutes=10)
# In whose name spam comes; who is immune is told later.
SUSPECT = frozenset({Origin.MEMBER, Origin.CHANNEL})

Key = tuple[int, int]


class Judged(Struct, frozen=True, kw_only=True):
    """A message that breaks a rule or would break one in shadow, as it was seen."""

    message: Message
    scene: Scene
    judgement: Judgement


async def judge_all(work: Work, batch: Sequence[Message], *, settings: Mapping[int, ChatSettings]) -> list[Judged]:
    """The messages that break a rule of their chat. Call it before they are recorded."""
    keys = {(message.chat_id, message.sender_id) for message in batch if message.sender_id is not None}
    known = await members.find_many(work, keys)
    moments = [message.at for message in batch]
    await _load_windows(work, keys, since=min(moments) - WINDOW, until=max(moments))
    suspected = await _suspected(work, batch, known, settings)
    written: dict[Key, int] = {}
    found = []
    for place, message in enumerate(batch):
        key = (message.chat_id, message.sender_id or message.sender_chat_id or 0)
        member = known.get(key)
        rules = await windows.rules_at(work, message.chat_id, settings[message.chat_id].rules, at=message.at)
        scene = scene_of(message, member, rules.trust, recent=_window(work, key, message), new=written.get(key, 0))
        scene = replace(
            scene, run=_run(work, key, message), spam=suspected.get(place), listed=_is_listed(work, message)
        )
        if not message.edited:
            written[key] = written.get(key, 0) + 1
        if await _is_immune(work, message, member):
            continue
        scene = await hear(work, message, scene, rules.repeats)
        scene = await with_surroundings(work, message, scene, rules)
        judgement = judge(message, scene, rules)
        if judgement is INNOCENT:
            await _learn(work, message, scene, settings[message.chat_id])
            continue
        found.append(Judged(message=message, scene=scene, judgement=judgement))
        if judgement.hit is not None:
            _remember_removal(work, key, message)
    return found


async def _suspected(
    work: Work, batch: Sequence[Message], known: Mapping[Key, Member], settings: Mapping[int, ChatSettings]
) -> dict[int, Likelihood]:
    """How likely messages are spam, by their place in the batch, where the rule is in use and spares not the sender."""
    texts: dict[int, tuple[int, str]] = {}
    for place, message in enumerate(batch):
        rules = settings[message.chat_id].rules
        if rules.spam.mode == "off" or message.origin not in SUSPECT:
            continue
        member = known.get((message.chat_id, message.sender_id or 0))
        if immune(message.origin, _role(work, message, member)):
            continue
        if not scene_of(message, member, rules.trust, recent=()).spared(rules.spam.spares):
            texts[place] = (message.chat_id, spam.text_of(message))
    return await spam.assess_all(work, texts)


def _is_listed(work: Work, message: Message) -> bool:
    """Whether others know the sender for spam."""
    listing = work.defaults.listing
    return listing is not None and message.sender_id in listing


async def _learn(work: Work, message: Message, scene: Scene, settings: ChatSettings) -> None:
    """What members in good standing write teaches what talk is like here, where texts may be kept at all."""
    if scene.trusted and not message.edited and settings.rules.spam.mode != "off" and settings.privacy.text_days:
        await spam.take_sample(work, message)


def scene_of(
    message: Message, member: Member | None, trust: TrustSettings, *, recent: tuple[Recent, ...], new: int = 0
) -> Scene:
    """What is known of a sender; `new` are messages of this batch that are not counted yet."""
    if member is None:
        return Scene(recent=recent, messages=new, stranger=True)
    approved = member.approved_at is not None
    earned = Earned(worthy=member.worthy, since=member.trust_since, approved=approved)
    return Scene(
        recent=recent,
        joined_at=member.joined_at,
        messages=member.messages + new,
        approved=approved,
        trusted=is_trusted(earned, trust, at=message.at),
        proven=member.proven,
        stranger=not belongs(member),
    )


def belongs(member: Member) -> bool:
    """Whether Telegram ever told that somebody is in the chat; who only writes there may comment from outside."""
    told = member.joined_at is not None or member.status_at > members.NEVER
    return told and member.status in members.PRESENT


async def _is_immune(work: Work, message: Message, member: Member | None) -> bool:
    if message.origin is Origin.CHANNEL:
        return await speaks_for_chat(work, message)
    return immune(message.origin, _role(work, message, member))


async def speaks_for_chat(work: Work, message: Message) -> bool:
    """Whether a channel is the one linked to this very chat."""
    chat = await chats.find(work, message.chat_id)
    return chat is not None and chat.linked_chat_id is not None and chat.linked_chat_id == message.sender_chat_id


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


def _run(work: Work, key: Key, message: Message) -> int:
    """How many messages in a row are the sender's; parts of an album are one."""
    chat_id, sender = key
    remembered = work.cache.get(("run", chat_id))
    before = remembered if isinstance(remembered, Run) and remembered.sender == sender else Run(sender=sender, length=0)
    if message.edited or (message.album is not None and message.album == before.album):
        return before.length
    run = Run(sender=sender, length=before.length + 1, album=message.album)
    work.cache.put(("run", chat_id), run)
    return run.length


class Run(Struct, frozen=True, kw_only=True):
    """The newest messages of a chat that one sender wrote without anybody between; `album` is the newest one's."""

    sender: int
    length: int
    album: str | None = None


def _remembered(work: Work, key: Key) -> tuple[Recent, ...]:
    remembered = work.cache.get(("window", *key))
    return remembered if isinstance(remembered, tuple) else ()


def _remember_removal(work: Work, key: Key, message: Message) -> None:
    """What was removed counts as such for what comes next: further parts of its album, the wait of slow mode."""
    window = tuple(
        replace(recent, removed=True) if recent.message_id == message.message_id else recent
        for recent in _remembered(work, key)
    )
    work.cache.put(("window", *key), window)
