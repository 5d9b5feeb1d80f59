"""Which chat a group's log may be written in: one that whoever chooses it runs as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.entries import NOTHING
from domain.phrases import phrase
from domain.refusals import Refusal
from domain.reports.targets import ID
from services.chats import is_active
from services.digest_targets import target_of

if TYPE_CHECKING:
    from models.work import Work


async def log_chat_of(work: Work, *, word: str, chat_id: int, by: int | None) -> int | None:
    """The chat meant by a word, None for none. Raises Refusal for one that must not, or cannot, be written in."""
    if word.lower() in NOTHING:
        return None
    target = await target_of(work, word=word, chat_id=chat_id, by=by, thread_id=None)
    if not ID.fullmatch(target):
        raise Refusal(phrase("settings-log-elsewhere"))
    if not await is_active(work, int(target)):
        raise Refusal(phrase("digest-target-unknown", target=word))
    return int(target)
