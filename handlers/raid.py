"""/raid: close the chat at once, open it again; the buttons under a raid's ticket."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Literal

from domain.effects import Answer, Edit
from domain.phrases import Moment, Page, phrase
from domain.refusals import Refusal
from domain.roles import Role
from handlers.arguments import Arguments, Duration
from handlers.command import ButtonAction, Command, Scope
from handlers.kinds import Spoken
from services import raids

if TYPE_CHECKING:
    from domain.phrases import Phrase
    from handlers.turn import Turn

Pressed = dict[str, str | int | bool | None]
STATES = Spoken(
    {
        "开启": "on",  # matching data, noqa: zh
        "关闭": "off",  # matching data, noqa: zh
    }
)


class RaidArguments(Arguments):
    """On or off, and for how long; nothing tells how it stands."""

    state: Annotated[Literal["on", "off"], STATES] | None = None
    duration: Duration | None = None


async def raid(turn: Turn, arguments: RaidArguments) -> None:
    """Close the chat, open it, or tell how it stands."""
    is_on = await raids.is_on(turn.work, turn.about_chat)
    if arguments.state == "off":
        turn.do(*await raids.end(turn.work, chat_id=turn.about_chat, by=turn.user_id, now=turn.now))
        turn.say(phrase("raid-closing-now"))
    elif arguments.state == "on" or arguments.duration is not None:
        if is_on:
            raise Refusal(phrase("raid-already"))
        span = arguments.duration or timedelta(minutes=turn.settings.raid.minutes)
        turn.do(
            *await raids.begin(
                turn.work,
                chat_id=turn.about_chat,
                settings=turn.settings,
                now=turn.now,
                until=turn.now + span,
                by=turn.user_id or turn.sender_chat_id or turn.bot.bot_id,
            )
        )
        turn.say(phrase("raid-by-hand", until=Moment(at=turn.now + span)), keyboard=raids.keyboard(turn.about_chat))
    else:
        joins = turn.settings.raid.joins
        turn.say(phrase("raid-state-on") if is_on else phrase("raid-state-off", joins=joins))


async def end(turn: Turn, _pressed: Pressed) -> None:
    """It is over now."""
    effects = await raids.end(turn.work, chat_id=turn.about_chat, by=turn.user_id, now=turn.now)
    turn.do(*effects)
    _conclude(turn, phrase("raid-ended-by", name=turn.user_name))


async def ban(turn: Turn, pressed: Pressed) -> None:
    """Ban everybody who came, once asked again."""
    if not pressed.get("sure"):
        if not await raids.is_on(turn.work, turn.about_chat):
            raise Refusal(phrase("raid-none"))
        count = await raids.count_held(turn.work, turn.about_chat)
        _ask_again(turn, count)
        return
    count = await raids.choose(turn.work, chat_id=turn.about_chat, ending="ban", by=turn.user_id, now=turn.now)
    _conclude(turn, phrase("raid-banned-by", name=turn.user_name, count=count), keeps_end=True)


async def admit(turn: Turn, _pressed: Pressed) -> None:
    """Let everybody in who came."""
    count = await raids.choose(turn.work, chat_id=turn.about_chat, ending="admit", by=turn.user_id, now=turn.now)
    _conclude(turn, phrase("raid-admitted-by", name=turn.user_name, count=count), keeps_end=True)


def _ask_again(turn: Turn, count: int) -> None:
    if turn.message_id is not None:
        turn.do(
            Edit(
                chat_id=turn.chat_id,
                message_id=turn.message_id,
                text=phrase("raid-sure", count=count),
                keyboard=raids.keyboard(turn.about_chat, banning=count),
                language=turn.language,
            )
        )


def _conclude(turn: Turn, done: Phrase, *, keeps_end: bool = False) -> None:
    """What was decided, by whom, in place of the ticket; the end can still be brought on."""
    query = turn.update.callback_query
    if turn.message_id is None or query is None:
        return
    keyboard = raids.keyboard(turn.about_chat)[:1] if keeps_end else ()
    turn.do(
        Answer(chat_id=turn.chat_id, query_id=query.id, text=done),
        Edit(
            chat_id=turn.chat_id,
            message_id=turn.message_id,
            text=Page(lines=(done,)),
            keyboard=keyboard,
            language=turn.language,
        ),
    )


COMMANDS = (
    Command(
        name="raid",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="entrance",
        arguments=RaidArguments,
        run=raid,
        bot_rights=frozenset({"can_restrict_members"}),
    ),
    Command(
        name="antiraid",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="entrance",
        arguments=RaidArguments,
        run=raid,
        bot_rights=frozenset({"can_restrict_members"}),
        menu=False,
    ),
)

BUTTONS = (
    ButtonAction(name=raids.END, run=end),
    ButtonAction(name=raids.BAN, run=ban),
    ButtonAction(name=raids.ADMIT, run=admit),
)
