"""/me and /top: how one stands, and who stands out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from domain.effects import Button, Edit
from domain.phrases import BLANK, Page, phrase
from domain.refusals import Refusal
from domain.reports.members import brief, full, ranking
from domain.roles import Role
from handlers.command import Arguments, ButtonAction, Command, NoArguments, Scope
from handlers.kinds import Spoken
from services import standing

if TYPE_CHECKING:
    from domain.effects import Keyboard
    from handlers.command import AnyCommand
    from handlers.turn import Turn

SPANS = (7, 30)
OTHER_WORDS = Spoken(
    {
        **dict.fromkeys(("7", "7天", "week", "周", "本周"), "7d"),  # matching data, noqa: zh
        **dict.fromkeys(("30", "30天", "month", "月", "本月"), "30d"),  # matching data, noqa: zh
    }
)


class TopArguments(Arguments):
    """How far back to look."""

    span: Annotated[Literal["7d", "30d"], OTHER_WORDS] = "7d"


async def run_me(turn: Turn, _arguments: NoArguments) -> None:
    """In the group a few lines, in private everything."""
    if turn.user_id is None:
        raise Refusal(phrase("members-anonymous"))
    if turn.private:
        turn.say(await _everything(turn, turn.user_id), quote=False)
        return
    own = await standing.profile(turn.work, chat_id=turn.chat_id, user_id=turn.user_id, now=turn.now)
    if own is None:
        raise Refusal(phrase("members-not-seen"))
    more = phrase("members-brief-more", bot=turn.bot.username)
    turn.say(Page(lines=(*brief(own, turn.user_name).lines, more)))


async def _everything(turn: Turn, user_id: int) -> Page:
    """The group the private chat is about when one is a member of it, else every group one is in."""
    if turn.about_chat != turn.chat_id and await standing.belongs(turn.work, chat_id=turn.about_chat, user_id=user_id):
        chats = [turn.about_chat]
    else:
        chats = await standing.chats_of(turn.work, user_id)
    found = [await standing.profile(turn.work, chat_id=chat, user_id=user_id, now=turn.now) for chat in chats]
    lines = [line for own in found if own for line in (BLANK, *full(own).lines)]
    if not lines:
        raise Refusal(phrase("members-not-seen"))
    return Page(lines=tuple(lines[1:]))


async def run_top(turn: Turn, arguments: TopArguments) -> None:
    """The ranking, with buttons for the other span."""
    page, keyboard = await _top(turn, int(arguments.span.removesuffix("d")))
    turn.say(page, keyboard=keyboard)


async def switch_top(turn: Turn, arguments: dict[str, str | int | bool | None]) -> None:
    """Show another span in the same message."""
    days = arguments.get("days")
    if turn.message_id is None or not isinstance(days, int) or days not in SPANS:
        raise Refusal(phrase("common-button-expired"))
    page, keyboard = await _top(turn, days)
    turn.do(
        Edit(
            chat_id=turn.chat_id,
            message_id=turn.message_id,
            text=page,
            keyboard=keyboard,
            language=turn.language,
        )
    )


async def _top(turn: Turn, days: int) -> tuple[Page, Keyboard]:
    """The ranking of the group; from private chat only for its members."""
    if turn.private:
        is_member = turn.user_id is not None and await standing.belongs(
            turn.work, chat_id=turn.about_chat, user_id=turn.user_id
        )
        if not (is_member or turn.role > Role.MEMBER):
            raise Refusal(phrase("common-only-in-group"))
    chat, best = await standing.top(turn.work, chat_id=turn.about_chat, days=days, now=turn.now)
    row = tuple(
        Button(
            label=phrase("members-button-days-shown" if span == days else "members-button-days", days=span),
            action="top",
            arguments={"days": span},
            permission=Role.MEMBER,
            chat_id=turn.about_chat,
        )
        for span in SPANS
    )
    return ranking(best, chat=chat, days=days), (row,)


COMMANDS: tuple[AnyCommand, ...] = (
    Command(
        name="me",
        aliases=("我的",),  # matching data, noqa: zh
        permission=Role.MEMBER,
        scope=Scope.ANYWHERE,
        section="members",
        arguments=NoArguments,
        run=run_me,
    ),
    Command(
        name="top",
        aliases=("排行", "排行榜"),  # matching data, noqa: zh
        permission=Role.MEMBER,
        scope=Scope.CONNECTED,
        section="members",
        arguments=TopArguments,
        run=run_top,
    ),
)

BUTTONS = (ButtonAction(name="top", run=switch_top),)
