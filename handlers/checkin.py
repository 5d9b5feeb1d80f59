"""/checkin: members say that they are here today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from domain.phrases import BLANK, Page, Person, phrase
from domain.refusals import Refusal
from domain.reports.titles import shorten
from domain.roles import Role
from handlers.arguments import Arguments
from handlers.command import Command, Scope
from handlers.kinds import Spoken
from services.checkin import check_in, figures

if TYPE_CHECKING:
    from domain.activities.checkin import CheckIn
    from domain.phrases import Phrase
    from handlers.turn import Turn

NAME_CELLS = 24
CHINESE = Spoken({"统计": "stats", "榜": "stats"})  # matching data, noqa: zh


class CheckInArguments(Arguments):
    """Nothing checks in; `stats` shows how the check-in does."""

    what: Annotated[Literal["stats"], CHINESE] | None = None


async def checkin(turn: Turn, arguments: CheckInArguments) -> None:
    """Count the member's check-in by the date of their message, and tell them how they stand."""
    if arguments.what == "stats":
        await _stats(turn)
        return
    message = turn.update.effective_message
    if turn.user_id is None or message is None:
        raise Refusal(phrase("checkin-nameless"))
    if not turn.settings.checkin.enabled and not (message.text or "").startswith(("/", "!")):
        return
    done = await check_in(
        turn.work, chat_id=turn.about_chat, user_id=turn.user_id, at=message.date, settings=turn.settings
    )
    turn.say(Page(lines=tuple(_told(done))))


def _told(done: CheckIn) -> list[Phrase]:
    if done.repeated:
        return [phrase("checkin-again", streak=done.streak, total=done.total)]
    lines = [phrase("checkin-done", streak=done.streak, total=done.total, rank=done.rank or 0)]
    if done.milestone:
        lines.append(phrase("checkin-milestone", days=done.milestone))
    return lines


async def _stats(turn: Turn) -> None:
    found = await figures(turn.work, chat_id=turn.about_chat, settings=turn.settings, now=turn.now)
    lines = [phrase("checkin-stats", today=found.today, yesterday=found.yesterday)]
    if found.streaks:
        lines += [BLANK, phrase("checkin-streaks")]
    for place, streak in enumerate(found.streaks, start=1):
        name = Person(user_id=None, name=shorten(streak.name, NAME_CELLS))
        lines.append(phrase("checkin-streak", place=place, name=name, days=streak.days))
    turn.say(Page(lines=tuple(lines)))


COMMANDS = (
    Command(
        name="checkin",
        aliases=("签到", "打卡"),  # matching data, noqa: zh
        permission=Role.MEMBER,
        scope=Scope.GROUP,
        section="activities",
        arguments=CheckInArguments,
        run=checkin,
        counts_when_late=True,
    ),
)
