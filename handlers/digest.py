"""/digest: a look at it now, and when and where it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from domain.entries import value_of
from domain.paths import find
from domain.phrases import BLANK, Page, phrase
from domain.refusals import Refusal
from domain.roles import Role
from handlers.arguments import Rest
from handlers.command import Arguments, Command, Scope
from handlers.kinds import Spoken
from services import digests
from services.reports import preview

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from handlers.command import AnyCommand, ButtonAction
    from handlers.turn import Turn

CHINESE = Spoken(
    {
        **dict.fromkeys(("昨天", "昨日"), "yesterday"),  # matching data, noqa: zh
        **dict.fromkeys(("开", "打开", "开启"), "on"),  # matching data, noqa: zh
        **dict.fromkeys(("关", "关闭"), "off"),  # matching data, noqa: zh
        **dict.fromkeys(("时间", "改到"), "at"),  # matching data, noqa: zh
        **dict.fromkeys(("发到", "发送到"), "to"),  # matching data, noqa: zh
    }
)


class DigestArguments(Arguments):
    """What to do with the digest; nothing: show today's so far."""

    action: Annotated[Literal["yesterday", "on", "off", "at", "to"], CHINESE] | None = None
    words: Rest = ""


async def run_digest(turn: Turn, arguments: DigestArguments) -> None:
    """Show a digest, or change when and where it comes."""
    if arguments.action in {None, "yesterday"} and arguments.words:
        raise Refusal(phrase("digest-no-such-word", word=arguments.words[:40]))
    await ACTIONS[arguments.action](turn, arguments.words)


async def _show_today(turn: Turn, _words: str) -> None:
    await _show(turn, yesterday=False)


async def _show_yesterday(turn: Turn, _words: str) -> None:
    await _show(turn, yesterday=True)


async def _show(turn: Turn, *, yesterday: bool) -> None:
    """A preview with, at its foot, when the next one comes."""
    page = await preview(turn.work, chat_id=turn.about_chat, now=turn.now, yesterday=yesterday)
    following = await digests.outlook(turn.work, chat_id=turn.about_chat, now=turn.now)
    turn.say(Page(lines=(*page.lines, BLANK, phrase("digest-footer", next=following))))


async def _switch_on(turn: Turn, _words: str) -> None:
    await _change(turn, "digest.enabled", value=True)


async def _switch_off(turn: Turn, _words: str) -> None:
    await _change(turn, "digest.enabled", value=False)


async def _set_time(turn: Turn, words: str) -> None:
    setting = find("digest.at")
    if setting is None or not words:
        raise Refusal(phrase("digest-bad-time"))
    await _change(turn, setting.path, value=value_of(setting, words))


async def _change(turn: Turn, path: str, *, value: object) -> None:
    await digests.change(turn.work, chat_id=turn.about_chat, path=path, value=value, by=turn.user_id, now=turn.now)
    await _say_outlook(turn)


async def _set_targets(turn: Turn, words: str) -> None:
    targets = words.replace(",", " ").replace("，", " ").replace("、", " ").split()
    if not targets:
        raise Refusal(phrase("digest-say-where"))
    await digests.set_targets(
        turn.work,
        chat_id=turn.about_chat,
        words=targets,
        by=turn.user_id,
        thread_id=turn.thread_id,
        now=turn.now,
    )
    await _say_outlook(turn)


async def _say_outlook(turn: Turn) -> None:
    following = await digests.outlook(turn.work, chat_id=turn.about_chat, now=turn.now)
    turn.say(phrase("digest-set", next=following))


ACTIONS: dict[str | None, Callable[[Turn, str], Awaitable[None]]] = {
    None: _show_today,
    "yesterday": _show_yesterday,
    "on": _switch_on,
    "off": _switch_off,
    "at": _set_time,
    "to": _set_targets,
}

COMMANDS: tuple[AnyCommand, ...] = (
    Command(
        name="digest",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="reports",
        arguments=DigestArguments,
        names_chats=True,
        run=run_digest,
    ),
)

BUTTONS: tuple[ButtonAction, ...] = ()
