"""/settings log, diff, rollback: what was changed, what differs from now, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain import menu
from domain.differences import line, name_of
from domain.effects import Button, Edit
from domain.phrases import BLANK, Moment, Page, Phrase, phrase
from domain.refusals import Refusal
from domain.reports.lists import joined
from domain.reports.titles import shorten
from domain.roles import Role
from handlers.command import ButtonAction
from services import versions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.differences import Difference
    from domain.effects import Keyboard
    from handlers.turn import Turn
    from models.versions import Version

Arguments = dict[str, str | int | bool | None]

LOG, ROLLBACK = "versions-log", "versions-rollback"
A_PAGE = 10
SHOWN = 40
NAMED = 3
NAME_CELLS = 24


async def log(turn: Turn, _words: str) -> None:
    """The last changes."""
    text, keyboard = await _log_page(turn, await versions.latest(turn.work, turn.about_chat))
    turn.say(text, keyboard=keyboard)


async def turn_log(turn: Turn, arguments: Arguments) -> None:
    """Another page of the changes."""
    if turn.message_id is None:
        return
    text, keyboard = await _log_page(turn, int(arguments["up_to"] or 0))
    turn.do(
        Edit(chat_id=turn.chat_id, message_id=turn.message_id, text=text, keyboard=keyboard, language=turn.language)
    )


async def _log_page(turn: Turn, up_to: int) -> tuple[Page, Keyboard]:
    last = await versions.latest(turn.work, turn.about_chat)
    lowest = max(up_to - A_PAGE + 1, 1)
    changes = await versions.page(turn.work, chat_id=turn.about_chat, down_to=lowest, up_to=up_to)
    if not changes:
        raise Refusal(phrase("versions-none"))
    names = await versions.names_of(turn.work, changes)
    numbers = sorted({change.version for change in changes}, reverse=True)
    lines = [_entry([one for one in changes if one.version == number], names) for number in numbers]
    older = _page_button(turn, phrase("versions-older"), lowest - 1) if lowest > 1 else None
    newer = _page_button(turn, phrase("versions-newer"), min(up_to + A_PAGE, last)) if up_to < last else None
    row = tuple(filter(None, (newer, older)))
    text = Page(lines=(phrase("versions-title"), BLANK, *lines, BLANK, phrase("versions-how", number=str(last - 1))))
    return text, ((row,) if row else ())


def _entry(changes: Sequence[Version], names: dict[int, str]) -> Phrase:
    """What was changed at once, by whom, when."""
    first = changes[0]
    name = names.get(first.changed_by) if first.changed_by is not None else None
    who: Phrase | str = shorten(name, NAME_CELLS) if name else phrase("versions-somebody")
    if len(changes) == 1:
        what = line(versions.difference_of(first))
    else:
        what = joined([name_of(change.path) for change in changes[:NAMED]])
        if len(changes) > NAMED:
            what = phrase("versions-and-more", items=what, count=len(changes) - NAMED)
    return phrase(
        "versions-entry",
        number=str(first.version),
        at=Moment(at=first.changed_at),
        who=who,
        how=phrase(f"versions-how-{first.how}"),
        what=what,
    )


def _page_button(turn: Turn, label: Phrase, up_to: int) -> Button:
    return Button(label=label, action=LOG, arguments={"up_to": up_to}, permission=Role.MANAGER, chat_id=turn.about_chat)


async def diff(turn: Turn, words: str) -> None:
    """What differs between then and now."""
    number = await _meant(turn, words)
    found = await versions.since(turn.work, chat_id=turn.about_chat, version=number)
    head = phrase("versions-diff" if found else "versions-diff-none", number=str(number))
    turn.say(Page(lines=(head, *lines_of(found))))


async def preview(turn: Turn, words: str) -> None:
    """What going back would change, and a button that does it."""
    number = await _meant(turn, words)
    found = await versions.ahead(turn.work, chat_id=turn.about_chat, version=number)
    if not found:
        turn.say(phrase("versions-diff-none", number=str(number)))
        return
    seen = await versions.latest(turn.work, turn.about_chat)
    text = Page(lines=(phrase("versions-preview", number=str(number)), *lines_of(found)))
    turn.say(text, keyboard=confirmation(turn, phrase("versions-confirm"), ROLLBACK, version=number, seen=seen))


async def roll_back(turn: Turn, arguments: Arguments) -> None:
    """Go back, and say in the preview's place that it is done."""
    number = int(arguments["version"] or 0)
    found = await versions.rollback(
        turn.work,
        chat_id=turn.about_chat,
        version=number,
        seen=int(arguments["seen"] or 0),
        by=turn.user_id,
        now=turn.now,
    )
    replace_text(turn, Page(lines=(phrase("versions-done", number=str(number)), *lines_of(found))))


def confirmation(turn: Turn, label: Phrase, action: str, **arguments: str | int) -> Keyboard:
    """A button for whoever asked, once, and one that takes the message away."""
    go = Button(
        label=label,
        action=action,
        arguments=arguments,
        permission=Role.MANAGER,
        chat_id=turn.about_chat,
        presser_id=turn.user_id,
        single_use=True,
    )
    close = Button(
        label=phrase("settings-close"),
        action=menu.CLOSE,
        arguments={"path": ""},
        permission=Role.MANAGER,
        chat_id=turn.about_chat,
    )
    return ((go, close),)


def replace_text(turn: Turn, text: Page) -> None:
    """Put a text in place of the message whose button was pressed."""
    if turn.message_id is not None:
        turn.do(Edit(chat_id=turn.chat_id, message_id=turn.message_id, text=text, language=turn.language))


def lines_of(differences: Sequence[Difference]) -> tuple[Phrase, ...]:
    """The differences, a line each; of a great many the first, and how many more."""
    lines = [line(difference) for difference in differences[:SHOWN]]
    if len(differences) > SHOWN:
        lines.append(phrase("versions-more-lines", count=len(differences) - SHOWN))
    return tuple(lines)


async def _meant(turn: Turn, words: str) -> int:
    return await versions.number_meant(
        turn.work, chat_id=turn.about_chat, word=words, timezone=turn.settings.timezone, now=turn.now
    )


BUTTONS = (
    ButtonAction(name=LOG, run=turn_log),
    ButtonAction(name=ROLLBACK, run=roll_back),
)
