"""Rules loosened for a while: opened by a manager or an activity, closed by themselves."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from domain.calendar import local_day
from domain.effects import Priority, Send
from domain.phrases import Moment, phrase
from domain.refusals import Refusal
from domain.reports.lists import joined
from domain.rules.windows import loosened
from models import audit, windows
from models.windows import Window
from services.settings import settings_of
from services.tickets import rule_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.effects import Effect
    from domain.phrases import Phrase
    from domain.settings import RulesSettings
    from models.work import Work

LONGEST = timedelta(days=7)
LONGEST_REASON = 200
WORTH_SAYING = timedelta(hours=1)


async def open_window(
    work: Work,
    *,
    chat_id: int,
    rules: Sequence[str],
    until: datetime,
    by: int | None,
    now: datetime,
    reason: str = "",
    thread_id: int | None = None,
) -> Window:
    """Let rules rest from now until an instant; the chat is told in the topic when they are back. Raises Refusal."""
    if until - now > LONGEST:
        raise Refusal(phrase("windows-too-long", longest=LONGEST))
    window = Window(
        chat_id=chat_id,
        window_id=work.identifiers.next(now),
        rules=tuple(dict.fromkeys(rules)),
        # Telegram dates messages by whole seconds: the one written just after is one of the window.
        opened_at=now.replace(microsecond=0),
        until=until,
        reason=reason[:LONGEST_REASON],
        opened_by=by,
        thread_id=thread_id,
    )
    await windows.add(work, window)
    await _write_down(work, window, "window", by=by, now=now)
    return window


async def in_force(work: Work, chat_id: int, *, at: datetime) -> list[Window]:
    """Windows of a chat that are open at an instant."""
    return [one for one in await windows.of_chat(work, chat_id) if one.opened_at <= at < one.until]


async def rules_at(work: Work, chat_id: int, rules: RulesSettings, *, at: datetime) -> RulesSettings:
    """The rules by which a message written at an instant is judged."""
    known = await windows.of_chat(work, chat_id)
    if not known:
        return rules
    names = frozenset(name for one in known if one.opened_at <= at < one.until for name in one.rules)
    remembered = work.cache.get(("loosened", chat_id))
    if isinstance(remembered, tuple) and remembered[0] is rules and remembered[1] == names:
        found: RulesSettings = remembered[2]
        return found
    found = loosened(rules, names)
    work.cache.put(("loosened", chat_id), (rules, names, found))
    return found


async def close_all(work: Work, chat_id: int, *, by: int | None, now: datetime) -> list[Window]:
    """Bring every rule of a chat back at once; the windows that were open."""
    open_ones = await in_force(work, chat_id, at=now)
    for window in open_ones:
        await windows.close(work, window, until=now)
        await _write_down(work, window, "window-end", by=by, now=now)
    return open_ones


async def close_ended(work: Work, *, now: datetime) -> list[Effect]:
    """Tell chats that their rules are back; to be called every few seconds."""
    effects: list[Effect] = []
    for window in await windows.ended(work, now):
        if await windows.close(work, window, until=window.until):
            await _write_down(work, window, "window-end", by=None, now=now)
            settings = await settings_of(work, window.chat_id)
            effects.append(
                Send(
                    chat_id=window.chat_id,
                    text=phrase("windows-ended", rules=names_of(window)),
                    thread_id=window.thread_id,
                    language=settings.language,
                    key=f"window:{window.window_id}",
                    purpose="notice",
                    priority=Priority.REPLY,
                    expires_after=WORTH_SAYING,
                )
            )
    return effects


def line_of(window: Window) -> Phrase:
    """What rests until when, and why."""
    until = Moment(at=window.until)
    if window.reason:
        return phrase("windows-line-reason", rules=names_of(window), until=until, reason=window.reason)
    return phrase("windows-line", rules=names_of(window), until=until)


def names_of(window: Window) -> Phrase:
    """The rules of a window, by name."""
    return joined([rule_name(rule) for rule in window.rules])


async def _write_down(work: Work, window: Window, action: str, *, by: int | None, now: datetime) -> None:
    settings = await settings_of(work, window.chat_id)
    await audit.add(
        work,
        chat_id=window.chat_id,
        day=local_day(now, settings.timezone),
        at=now,
        actor_id=by,
        action=action,
        details={
            "window": window.window_id,
            "rules": ", ".join(window.rules),
            "until": window.until.isoformat(),
            "reason": window.reason,
        },
    )
