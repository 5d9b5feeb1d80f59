"""Answers one update: finds what was typed or pressed, authorises, parses, runs it and writes what it wants done."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache, partial
from typing import TYPE_CHECKING

from telegram import Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    PrefixHandler,
    filters,
)

from domain.effects import Priority, Send
from domain.refusals import Refusal
from handlers import membership
from handlers.arguments import parse
from handlers.authority import authorise, typed_name
from handlers.catalog import BUTTONS, COMMANDS
from handlers.cleaning import clear_command
from handlers.desk import Company, Desk, Visit
from handlers.listening import LISTEN
from handlers.opening import open_turn, speaker_of
from handlers.presses import press
from handlers.reading import Reader
from services.outbox import enqueue

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from telegram import Message
    from telegram.request import BaseRequest

    from domain.effects import Effect
    from handlers.command import AnyCommand, ButtonAction
    from handlers.desk import Context, Office
    from handlers.turn import Attachment, BotIdentity, Turn
    from models.work import Work
    from services.words import Words

LATE = timedelta(minutes=5)
# What somebody else's message or bot says in a person's name is not that person's command.
OWN_NEW_MESSAGE = filters.UpdateType.MESSAGE & ~filters.FORWARDED & ~filters.VIA_BOT


def build(
    token: str,
    *,
    words: Words,
    bot: BotIdentity,
    commands: tuple[AnyCommand, ...] = COMMANDS,
    buttons: tuple[ButtonAction, ...] = BUTTONS,
    request: BaseRequest | None = None,
    base_url: str = "https://api.telegram.org/bot",
) -> Office:
    """The application that answers commands and presses; it fetches nothing and sends nothing by itself."""
    builder = (
        Application.builder()
        .token(token)
        .base_url(base_url)
        .updater(None)
        .job_queue(None)
        .context_types(ContextTypes(bot_data=Desk))
    )
    if request is not None:
        # The second one is for polling, which PTB does not do here; its own would be built for nothing.
        builder = builder.request(request).get_updates_request(request)
    office: Office = builder.build()
    company = Company(words=words, bot=bot)
    for command in commands:
        callback = partial(_typed, company, command)
        office.add_handler(CommandHandler(command.name, callback, OWN_NEW_MESSAGE))
        office.add_handler(PrefixHandler("!", command.name, callback, OWN_NEW_MESSAGE))
        if command.aliases:
            alias = PlainText(frozenset(command.aliases))
            office.add_handler(MessageHandler(alias & OWN_NEW_MESSAGE, callback))
        if command.summons:
            called = Summons(command.summons)
            office.add_handler(MessageHandler(called & filters.ChatType.GROUPS & OWN_NEW_MESSAGE, callback))
    in_private = filters.ChatType.PRIVATE & filters.TEXT & OWN_NEW_MESSAGE
    office.add_handler(MessageHandler(in_private, partial(_typed, company, LISTEN)))
    actions = {action.name: action for action in buttons}
    office.add_handler(CallbackQueryHandler(partial(press, company, actions)))
    for group, handler in membership.handlers(company):
        office.add_handler(handler, group)
    office.add_error_handler(_collect)
    return office


async def answer(
    office: Office, update: Update, *, work: Work, now: datetime, attachment: Attachment | None = None
) -> None:
    """Answer one update in the open transaction. Raises what its handler raised."""
    visit = office.bot_data.visits[update.update_id] = Visit(work, now, attachment)
    try:
        await office.process_update(update)
    finally:
        del office.bot_data.visits[update.update_id]
    if visit.error:
        raise visit.error


def plain_texts() -> frozenset[str]:
    """Whole texts, in lower case, that mean a command."""
    return _words_of_catalog()[1]


def is_command(text: str) -> bool:
    """Whether a text begins with a command of the catalog, `/` or `!` before it."""
    return typed_name(text) in _words_of_catalog()[0]


def is_summons(text: str) -> bool:
    """Whether a text calls for a command by a word somewhere in it."""
    if "@" not in text:
        return False
    words, pattern = _summons_of_catalog()
    lowered = text.lower()
    return any(word in lowered for word in words) and pattern.search(text) is not None


@cache
def _summons_of_catalog() -> tuple[tuple[str, ...], re.Pattern[str]]:
    words = tuple(word for command in COMMANDS for word in command.summons)
    return words, summons_pattern(words)


def summons_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the words where it stands by itself."""
    return re.compile(rf"(?<![\w@/.])(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


@cache
def _words_of_catalog() -> tuple[frozenset[str], frozenset[str]]:
    return (
        frozenset(command.name for command in COMMANDS),
        frozenset(alias.lower() for command in COMMANDS for alias in command.aliases),
    )


class PlainText(filters.MessageFilter):
    """Messages whose whole text is one of the aliases, in any case."""

    def __init__(self, aliases: frozenset[str]) -> None:
        super().__init__()
        self._aliases = frozenset(alias.lower() for alias in aliases)

    def filter(self, message: Message) -> bool:
        """Whether the message is an alias and nothing else."""
        return (message.text or "").strip().lower() in self._aliases


class Summons(filters.MessageFilter):
    """Messages in whose text one of the words stands, other than commands and aliases."""

    def __init__(self, words: tuple[str, ...]) -> None:
        super().__init__()
        self._pattern = summons_pattern(words)

    def filter(self, message: Message) -> bool:
        """Whether the word is there."""
        text = message.text or ""
        return not is_command(text) and self._pattern.search(text) is not None


async def _typed(company: Company, command: AnyCommand, update: Update, context: Context) -> None:
    """A command was typed."""
    message, visit = update.message, context.bot_data.visits[update.update_id]
    speaker = speaker_of(message) if message else None
    if message is None or speaker is None:
        return
    late = visit.now - message.date > LATE
    if late and not command.counts_when_late:
        return
    turn = await open_turn(
        update,
        speaker,
        message=message,
        work=visit.work,
        words=company.words,
        bot=company.bot,
        now=visit.now,
        attachment=visit.attachment,
    )
    try:
        async with visit.work.savepoint():
            await authorise(command, turn)
            await command.run(turn, await parse(command, turn, Reader.after_command(message)))
    except Refusal as refusal:
        turn.effects.clear()
        turn.say(refusal.phrase, stays=answer_stays(command, turn))
    await clear_command(turn)
    effects = [effect for effect in turn.effects if not (late and is_reply(effect))]
    await enqueue(visit.work, company.words, effects, now=visit.now)


def is_reply(effect: Effect) -> bool:
    """Whether the effect only answers somebody, and is worthless to them long after."""
    return isinstance(effect, Send) and effect.priority is Priority.REPLY


def answer_stays(command: AnyCommand, turn: Turn) -> timedelta | None:
    """How long a refusal stays: answers to moderation commands leave the group as the chat wants."""
    return turn.settings.rules.answers_stay if command.section == "moderation" else None


async def _collect(update: object, context: Context) -> None:
    """Keep what a handler raised for `answer`: the application itself would only log it."""
    if isinstance(update, Update) and context.error:
        visit = context.bot_data.visits[update.update_id]
        visit.error = visit.error or context.error
