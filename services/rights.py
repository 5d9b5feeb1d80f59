"""What the bot may do in a chat, and what follows from it; for `/verify` and `python -m bot check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models import chats

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.work import Work


async def missing_rights(work: Work, chat_id: int, wanted: Iterable[str]) -> tuple[str, ...]:
    """Those wanted that the bot is known not to have in the chat, in alphabetical order."""
    needed = sorted(wanted)
    if not needed:
        return ()
    chat = await chats.find(work, chat_id)
    if chat is None or chat.bot_status is None:
        return ()
    return tuple(right for right in needed if right not in chat.bot_rights)
