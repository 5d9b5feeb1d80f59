"""What the bot may do in a chat, and what follows from it; for `/verify` and `python -m bot check`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.phrases import phrase
from models import chats
from services.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from domain.phrases import Phrase
    from domain.settings import ChatSettings
    from models.chats import Chat
    from models.work import Work

# What the features need, most needed first; nothing needs the right to add administrators.
NEEDED = ("can_delete_messages", "can_restrict_members", "can_pin_messages", "can_invite_users")
UNWANTED = "can_promote_members"


class Mark(StrEnum):
    """How a finding is: in order, to be mended, or only to be known."""

    GOOD = "good"
    BAD = "bad"
    NOTE = "note"


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One line about a chat: what is the case and, unless it is good, what to do."""

    mark: Mark
    text: Phrase

    @property
    def line(self) -> Phrase:
        """The finding behind its sign."""
        return phrase(f"verify-{self.mark}", finding=self.text)


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """What the bot is in a chat, and the rights it has there, by Telegram's names."""

    status: str
    rights: tuple[str, ...]


def standing_of(member: Mapping[str, object]) -> Standing:
    """The bot's standing as getChatMember tells it."""
    rights = tuple(name for name, value in member.items() if name.startswith("can_") and value is True)
    is_out = member.get("status") == "restricted" and member.get("is_member") is False
    return Standing(status="left" if is_out else str(member.get("status", "")), rights=rights)


async def missing_rights(work: Work, chat_id: int, wanted: Iterable[str]) -> tuple[str, ...]:
    """Those wanted that the bot is known not to have in the chat, in alphabetical order."""
    needed = sorted(wanted)
    if not needed:
        return ()
    chat = await chats.find(work, chat_id)
    if chat is None or chat.bot_status is None:
        return ()
    return tuple(right for right in needed if right not in chat.bot_rights)


async def inspect(work: Work, chat_id: int, *, reads_all: bool) -> tuple[Finding, ...]:
    """Everything that decides what the bot can do in the chat; `reads_all` is whether privacy mode is off."""
    chat = await chats.find(work, chat_id)
    if chat is None or not chat.active:
        return (Finding(mark=Mark.BAD, text=phrase("verify-unreachable")),)
    settings = await settings_of(work, chat_id)
    return (
        *_rights(chat),
        _privacy(chat, reads_all=reads_all),
        _digest(settings),
        await _log_chat(work, settings),
    )


def is_sound(findings: Iterable[Finding]) -> bool:
    """Whether nothing has to be mended."""
    return all(finding.mark is not Mark.BAD for finding in findings)


def _rights(chat: Chat) -> list[Finding]:
    if chat.kind == "group":
        return [Finding(mark=Mark.BAD, text=phrase("verify-basic-group"))]
    if chat.bot_status != "administrator":
        return [Finding(mark=Mark.BAD, text=phrase("verify-not-admin"))]
    found = [_right(chat, right) for right in NEEDED]
    if UNWANTED in chat.bot_rights:
        found.append(Finding(mark=Mark.NOTE, text=phrase("verify-too-much")))
    return found


def _right(chat: Chat, right: str) -> Finding:
    name = right.replace("_", "-")
    held = right in chat.bot_rights
    return Finding(
        mark=Mark.GOOD if held else Mark.BAD,
        text=phrase(
            "verify-right" if held else "verify-right-missing",
            right=phrase(f"common-right-{name}"),
            use=phrase(f"verify-use-{name}"),
        ),
    )


def _privacy(chat: Chat, *, reads_all: bool) -> Finding:
    sees = reads_all or chat.bot_status == "administrator"
    return Finding(mark=Mark.GOOD if sees else Mark.BAD, text=phrase("verify-reads" if sees else "verify-blind"))


def _digest(settings: ChatSettings) -> Finding:
    if not settings.digest.enabled or not settings.digest.targets:
        return Finding(mark=Mark.NOTE, text=phrase("verify-digest-off"))
    at, timezone = settings.digest.at, settings.timezone
    return Finding(mark=Mark.GOOD, text=phrase("verify-digest", time=at, timezone=timezone))


async def _log_chat(work: Work, settings: ChatSettings) -> Finding:
    if settings.log_chat is None:
        return Finding(mark=Mark.NOTE, text=phrase("verify-log-off"))
    chat = await chats.find(work, settings.log_chat)
    if chat is None or not chat.active:
        return Finding(mark=Mark.BAD, text=phrase("verify-log-unreachable", chat=str(settings.log_chat)))
    return Finding(mark=Mark.GOOD, text=phrase("verify-log", chat=chat.title))
