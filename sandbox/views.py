"""The history of a chat as readers get it."""

from bisect import bisect_right
from typing import TYPE_CHECKING

from sandbox.history import Button, Entry, Tally, View
from sandbox.media import carried_file
from sandbox.payload import text_of
from sandbox.reactions import tally
from sandbox.rendering import to_html
from sandbox.service import service_text

if TYPE_CHECKING:
    from sandbox.chats import Chat
    from sandbox.messages import Message
    from sandbox.world import World


def history(world: "World", chat: "Chat", since: int = 0, limit: int | None = None) -> list[View]:
    """What happened in a chat after a number, in order; with a limit, the latest of it."""
    start = bisect_right(chat.history, since, key=lambda entry: entry.seq)
    if limit is not None:
        start = max(start, len(chat.history) - limit)
    return [view(world, chat, entry) for entry in chat.history[start:]]


def view(world: "World", chat: "Chat", entry: Entry) -> View:
    """One entry with all a reader needs."""
    message = chat.messages.get(entry.message_id) if entry.message_id is not None else None
    shown = message if entry.kind in {"message", "edit", "service"} else None
    file = {} if shown is None else carried_file(shown.payload)
    text, html = (entry.text, entry.text) if shown is None else _words(shown)
    return View(
        seq=entry.seq,
        at=entry.at,
        kind=entry.kind,
        message_id=entry.message_id,
        sender=entry.sender,
        target=entry.target,
        text=text,
        html=html,
        media=shown.kind if shown and shown.kind not in {"text", "service"} else None,
        action=(shown.service or None) if shown else None,
        reply_to=message.reply_to if message else None,
        thread=message.thread_id if message else None,
        buttons=_buttons(shown) if shown else [],
        reactions=[Tally(emoji=emoji, count=count) for emoji, count in tally(message).items()] if message else [],
        poll=_poll(world, shown) if shown else [],
        deleted=message.deleted if message else False,
        seen_by=message.seen_by if message else None,
        file_id=text_of(file, "file_id") or None,
        file_name=text_of(file, "file_name") or None,
    )


def _words(message: "Message") -> tuple[str, str]:
    if message.service:
        text = service_text(message)
        return text, to_html(text, [])
    entities = message.payload.get("entities") or message.payload.get("caption_entities") or []
    words = message.words or _question(message)
    return words, to_html(words, entities if isinstance(entities, list) else [])


def _question(message: "Message") -> str:
    poll = message.payload.get("poll")
    return str(poll["question"]) if isinstance(poll, dict) else ""


def _buttons(message: "Message") -> list[list[Button]]:
    markup = message.payload.get("reply_markup")
    rows = markup.get("inline_keyboard", []) if isinstance(markup, dict) else []
    return [
        [Button(text=button["text"], data=button.get("callback_data"), url=button.get("url")) for button in row]
        for row in rows
    ]


def _poll(world: "World", message: "Message") -> list[Tally]:
    poll = world.polls.get(message.poll_id or "")
    if poll is None:
        return []
    return [Tally(emoji=option.text, count=poll.count(index)) for index, option in enumerate(poll.options)]
