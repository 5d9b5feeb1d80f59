"""The buttons under what managers have to look at, and /reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.effects import Button
from domain.phrases import Moment, Page, Person, phrase
from domain.refusals import Refusal
from domain.roles import Role
from handlers.buttons import number
from handlers.command import ButtonAction, Command, NoArguments, Scope
from services import reviews
from services.tickets import person_of, rule_name

if TYPE_CHECKING:
    from handlers.buttons import Arguments
    from handlers.command import AnyCommand
    from handlers.turn import Turn

SHOW = "review-show"
SHOWN = 8


async def decide(turn: Turn, arguments: Arguments) -> None:
    """A manager decides what becomes of a message and its author."""
    choice = next((one for one in reviews.CHOICES if one == arguments.get("choice")), None)
    if choice is None or turn.message_id is None:
        raise Refusal(phrase("common-button-expired"))
    verdict = await reviews.find(turn.work, chat_id=turn.about_chat, verdict_id=number(arguments, "verdict"))
    turn.do(
        *await reviews.decide(
            turn.work,
            verdict,
            choice,
            by=Person(user_id=turn.user_id, name=turn.user_name),
            role=turn.role,
            pressed=(turn.chat_id, turn.message_id),
            now=turn.now,
        )
    )


async def show(turn: Turn, arguments: Arguments) -> None:
    """One ticket once more, where it is asked for."""
    verdict = await reviews.find(turn.work, chat_id=turn.about_chat, verdict_id=number(arguments, "verdict"))
    text, keyboard = await reviews.ticket_of(turn.work, verdict)
    turn.say(text, keyboard=keyboard, quote=False)


async def run_reviews(turn: Turn, _arguments: NoArguments) -> None:
    """What nobody has looked at yet."""
    waiting = await reviews.open_ones(turn.work, turn.about_chat)
    if not waiting:
        turn.say(phrase("reviews-none"))
        return
    lines = [phrase("reviews-list", count=len(waiting))]
    buttons = []
    for place, verdict in enumerate(waiting[:SHOWN], start=1):
        rule, at = rule_name(verdict.rule or ""), Moment(at=verdict.at)
        lines.append(phrase("reviews-list-line", place=str(place), person=person_of(verdict), rule=rule, at=at))
        buttons.append(
            Button(
                label=phrase("tickets-button-show", place=str(place)),
                action=SHOW,
                arguments={"verdict": verdict.verdict_id},
                permission=Role.MANAGER,
                chat_id=turn.about_chat,
            )
        )
    turn.say(Page(lines=tuple(lines)), keyboard=(tuple(buttons[:4]), tuple(buttons[4:])))


COMMANDS: tuple[AnyCommand, ...] = (
    Command(
        name="reviews",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="moderation",
        arguments=NoArguments,
        run=run_reviews,
    ),
)

BUTTONS = (ButtonAction(name=reviews.DECIDE, run=decide), ButtonAction(name=SHOW, run=show))
