"""/settings export and import: a group's settings as a file, for another group or for later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.phrases import Page, phrase
from handlers.command import ButtonAction
from handlers.documents import give, text_given
from handlers.versions import confirmation, lines_of, replace_text
from services import setting_files, versions

if TYPE_CHECKING:
    from handlers.turn import Turn

Arguments = dict[str, str | int | bool | None]

APPLY = "files-apply"


async def export(turn: Turn, _words: str) -> None:
    """The settings, to be kept or answered to in another group."""
    give(turn, await setting_files.export(turn.work, turn.about_chat))


async def preview(turn: Turn, words: str) -> None:
    """What a file would change here, and a button that does it."""
    text = text_given(turn, words)
    found = await setting_files.preview(turn.work, chat_id=turn.about_chat, text=text)
    if not found:
        turn.say(phrase("files-same"))
        return
    seen = await versions.latest(turn.work, turn.about_chat)
    turn.say(
        Page(lines=(phrase("files-preview"), *lines_of(found))),
        keyboard=confirmation(turn, phrase("files-apply"), APPLY, text=text, seen=seen),
    )


async def apply(turn: Turn, arguments: Arguments) -> None:
    """Let the file's settings hold, and say so in the preview's place."""
    await versions.require_unchanged(turn.work, chat_id=turn.about_chat, seen=int(arguments["seen"] or 0))
    found = await setting_files.take_over(
        turn.work,
        chat_id=turn.about_chat,
        text=str(arguments["text"]),
        by=turn.user_id,
        now=turn.now,
        how="import",
    )
    replace_text(turn, Page(lines=(phrase("files-done"), *lines_of(found))))


BUTTONS = (ButtonAction(name=APPLY, run=apply),)
