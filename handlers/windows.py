"""/window: rules rest for a while and come back by themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from domain import durations
from domain.effects import Priority, Send
from domain.phrases import Page, phrase
from domain.refusals import Refusal
from domain.reports.lists import joined
from domain.roles import Role
from handlers import rule_words
from handlers.arguments import Arguments, Rest
from handlers.command import Command, Scope
from services import windows

if TYPE_CHECKING:
    from domain.phrases import Phrase
    from handlers.command import AnyCommand
    from handlers.turn import Turn

END = frozenset({"end", "off", "close", "结束", "关"})  # matching data, noqa: zh
WHILE = re.compile(
    r"(?:^|\s)(?:while|for|因为|期间)[:：]?\s*(.+)$", re.IGNORECASE | re.DOTALL
)  # matching data, noqa: zh


class WindowArguments(Arguments):
    """How long, which rules, and why; the open windows when left out."""

    words: Rest = ""


async def run(turn: Turn, arguments: WindowArguments) -> None:
    """Show, open or end."""
    words = arguments.words.strip()
    if not words:
        turn.say(await _shown(turn))
    elif words.lower() in END:
        turn.say(await _ended(turn))
    else:
        await _open(turn, words)


async def _open(turn: Turn, words: str) -> None:
    """Let the rules rest, and tell the group."""
    why = WHILE.search(words)
    reason = why[1].strip() if why else ""
    first, *names = (words[: why.start()] if why else words).split()
    span = durations.parse(first)
    if span is None or span < durations.SHORTEST or not names:
        raise Refusal(phrase("windows-how"))
    window = await windows.open_window(
        turn.work,
        chat_id=turn.about_chat,
        rules=rule_words.rules_named(turn, names),
        until=turn.now + span,
        by=turn.user_id,
        now=turn.now,
        reason=reason,
        thread_id=None if turn.private else turn.thread_id,
    )
    turn.say(windows.line_of(window))
    if turn.private:
        turn.do(
            Send(
                chat_id=turn.about_chat,
                text=windows.line_of(window),
                language=turn.settings.language,
                purpose="notice",
                priority=Priority.REPLY,
            )
        )


async def _shown(turn: Turn) -> Page:
    open_ones = await windows.in_force(turn.work, turn.about_chat, at=turn.now)
    lines = [windows.line_of(window) for window in open_ones] or [phrase("windows-none")]
    return Page(lines=(*lines, phrase("windows-how")))


async def _ended(turn: Turn) -> Phrase:
    ended = await windows.close_all(turn.work, turn.about_chat, by=turn.user_id, now=turn.now)
    if not ended:
        return phrase("windows-none")
    return phrase("windows-ended", rules=joined([windows.names_of(window) for window in ended]))


COMMANDS: tuple[AnyCommand, ...] = (
    Command(
        name="window",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="rules",
        arguments=WindowArguments,
        run=run,
    ),
)
