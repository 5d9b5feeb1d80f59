"""Working on a group from private chat: one-time links there, and the group one is connected to."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from domain.phrases import phrase
from domain.refusals import Refusal
from models import deep_links

if TYPE_CHECKING:
    from datetime import datetime

    from models.work import Work

LIFETIME = timedelta(minutes=10)
PURPOSE = "connect"


async def offer(work: Work, *, chat_id: int, user_id: int | None, token: str, now: datetime) -> None:
    """Let a person (or whoever has the token, when None) use it once, within ten minutes. Only its hash is kept."""
    await deep_links.remove_expired(work, now=now)
    await deep_links.add(
        work,
        token_hash=_hash(token),
        chat_id=chat_id,
        user_id=user_id,
        purpose=PURPOSE,
        expires_at=now + LIFETIME,
    )


async def connect(work: Work, *, token: str, user_id: int, now: datetime) -> int:
    """Connect a person's private chat to the token's group. Raises Refusal; what they may do is asked at every use."""
    taken = await deep_links.take(work, token_hash=_hash(token), user_id=user_id, purpose=PURPOSE, now=now)
    if taken is None:
        raise Refusal(phrase("start-link-expired"))
    await deep_links.connect(work, user_id=user_id, chat_id=taken.chat_id, at=now)
    return taken.chat_id


async def disconnect(work: Work, user_id: int) -> None:
    """Make a person's private chat about no group."""
    await deep_links.disconnect(work, user_id=user_id)


async def connected_chat(work: Work, user_id: int) -> int | None:
    """The group a person chose to manage; says nothing of whether they still may."""
    return await deep_links.connected(work, user_id=user_id)


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
