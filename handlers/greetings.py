"""/welcome, /setwelcome, /resetwelcome and the same for goodbye: what people are greeted with."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal

from domain.effects import Answer
from domain.entrance.greetings import Greeting
from domain.phrases import phrase
from domain.refusals import Refusal
from domain.roles import Role
from handlers.arguments import Arguments, Rest
from handlers.command import ButtonAction, Command, NoArguments, Scope
from handlers.kinds import Spoken
from handlers.post_draft import html_from, html_of_reply
from services import greeting
from services.settings import change

if TYPE_CHECKING:
    from telegram import Message

    from domain.effects import MediaKind
    from domain.entrance.greetings import GreetingKind
    from handlers.command import AnyCommand
    from handlers.turn import Turn

LANGUAGE = re.compile(r"(?:language|lang|语言)[:：]([A-Za-z]{2})(?=\s|$)\s*")  # matching data, noqa: zh
SWITCH = {"welcome": "welcome.enabled", "goodbye": "welcome.goodbye"}
STATES = Spoken(
    {
        "yes": "on",
        "no": "off",
        "开启": "on",  # matching data, noqa: zh
        "关闭": "off",  # matching data, noqa: zh
        "原文": "noformat",  # matching data, noqa: zh
    }
)


class ShowArguments(Arguments):
    """Switch it on or off, or see how it was written; nothing shows how it looks."""

    what: Annotated[Literal["on", "off", "noformat"], STATES] | None = None


class TextArguments(Arguments):
    """The text; left out, the message answered to has it."""

    text: Rest = ""


async def show(kind: GreetingKind, turn: Turn, arguments: ShowArguments) -> None:
    """Show the greeting, its source, or switch it."""
    match arguments.what:
        case "noformat":
            await _show_sources(kind, turn)
        case None:
            is_on = turn.settings.welcome.enabled if kind == "welcome" else turn.settings.welcome.goodbye
            turn.say(phrase(f"greetings-{kind}-{'on' if is_on else 'off'}"))
            await _preview(kind, turn)
        case state:
            await _switch(kind, turn, on=state == "on")
            turn.say(phrase(f"greetings-{kind}-{state}"))


async def put(kind: GreetingKind, turn: Turn, arguments: TextArguments) -> None:
    """Let this be the greeting, and show how it looks."""
    message = turn.update.effective_message
    if message is None:
        return
    language, made = _written(message, arguments.text)
    if not made.html and made.media_kind is None:
        raise Refusal(phrase("greetings-text-missing", command=f"set{kind}"))
    await greeting.put(
        turn.work,
        chat_id=turn.about_chat,
        kind=kind,
        language=language,
        greeting=made,
        by=turn.user_id,
        timezone=turn.settings.timezone,
        now=turn.now,
    )
    await _switch(kind, turn, on=True)
    turn.say(phrase("greetings-set", language=language or "any"))
    await _preview(kind, turn, language=language)


async def reset(kind: GreetingKind, turn: Turn, _arguments: NoArguments) -> None:
    """Back to Steward's own words."""
    await greeting.reset(
        turn.work,
        chat_id=turn.about_chat,
        kind=kind,
        by=turn.user_id,
        timezone=turn.settings.timezone,
        now=turn.now,
    )
    turn.say(phrase("greetings-reset"))


async def show_rules(turn: Turn, _arguments: dict[str, str | int | bool | None]) -> None:
    """Lead whoever pressed to the rules, in private."""
    query = turn.update.callback_query
    if query is not None:
        url = f"https://t.me/{turn.bot.username}?start=rules_{turn.about_chat}"
        turn.do(Answer(chat_id=turn.chat_id, query_id=query.id, url=url))


async def _switch(kind: GreetingKind, turn: Turn, *, on: bool) -> None:
    await change(turn.work, chat_id=turn.about_chat, path=SWITCH[kind], value=on, by=turn.user_id, now=turn.now)


async def _preview(kind: GreetingKind, turn: Turn, *, language: str = "") -> None:
    turn.do(
        *await greeting.send(
            turn.work,
            chat_id=turn.about_chat,
            kind=kind,
            user_ids=[turn.user_id or turn.bot.bot_id],
            settings=turn.settings,
            language=language,
            to=turn.chat_id,
        )
    )


async def _show_sources(kind: GreetingKind, turn: Turn) -> None:
    sources = await greeting.sources(turn.work, chat_id=turn.about_chat, kind=kind)
    if not sources:
        turn.say(phrase("greetings-no-source"))
    for language, source in sources.items():
        turn.say(phrase("greetings-source", language=language or "any", text=source.html))


def _written(message: Message, typed: str) -> tuple[str, Greeting]:
    """The language meant and the greeting written: typed after the command, or in the message answered to."""
    found = LANGUAGE.match(typed)
    language = found[1].lower() if found else ""
    rest = typed[found.end() :] if found else typed
    start = len((message.text or "").rstrip()) - len(rest)
    html = html_from(message, start) if rest else html_of_reply(message)
    kind, file_id = _media(message.reply_to_message)
    return language, Greeting(html=html, media_kind=kind, file_id=file_id)


def _media(message: Message | None) -> tuple[MediaKind | None, str]:
    """The file a message shows; an animation is a document as well."""
    if message is None:
        return None, ""
    if message.photo:
        return "photo", message.photo[-1].file_id
    if message.animation:
        return "animation", message.animation.file_id
    if message.video:
        return "video", message.video.file_id
    if message.document:
        return "document", message.document.file_id
    return None, ""


def _commands(kind: GreetingKind) -> tuple[AnyCommand, ...]:
    return (
        Command(
            name=kind,
            permission=Role.MANAGER,
            scope=Scope.CONNECTED,
            section="entrance",
            arguments=ShowArguments,
            run=partial(show, kind),
        ),
        Command(
            name=f"set{kind}",
            permission=Role.MANAGER,
            scope=Scope.CONNECTED,
            section="entrance",
            arguments=TextArguments,
            run=partial(put, kind),
        ),
        Command(
            name=f"reset{kind}",
            permission=Role.MANAGER,
            scope=Scope.CONNECTED,
            section="entrance",
            arguments=NoArguments,
            run=partial(reset, kind),
            menu=False,
        ),
    )


COMMANDS = (*_commands("welcome"), *_commands("goodbye"))

BUTTONS = (ButtonAction(name=greeting.RULES, run=show_rules),)
