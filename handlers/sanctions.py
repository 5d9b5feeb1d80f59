"""/warn, /mute, /restrict, /kick, /ban, and Rose's letters before them, all from one table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from domain.effects import Edit, Priority, Send
from domain.phrases import Page, Person, phrase
from domain.roles import Role
from domain.rules.actions import Action
from domain.rules.sanctions import Offender
from handlers.command import ButtonAction, Command, Scope
from handlers.orders import WhoAndWhy, WhoForHowLongAndWhy, WhoHowLongAndWhy, answer, answered_removed, order
from services import removals, second_person
from services.discipline import Order
from services.second_person import CONFIRM

if TYPE_CHECKING:
    from typing import TypeAlias

    from domain.rules.actions import Verb
    from handlers.command import AnyCommand, Arguments
    from handlers.turn import Turn

    Ordered: TypeAlias = WhoAndWhy | WhoHowLongAndWhy | WhoForHowLongAndWhy

RESTRICT, DELETE = "can_restrict_members", "can_delete_messages"


@dataclass(frozen=True, kw_only=True, slots=True)
class Act:
    """What can be done to somebody, who may, and with which of Rose's letters before its name.

    `d` removes the message answered to as well, `s` tells nobody in the group, `t` takes a time.
    """

    verb: Verb
    permission: Role
    arguments: type[Arguments]
    letters: str


ACTS = (
    Act(verb="warn", permission=Role.SPECIALIST, arguments=WhoAndWhy, letters="ds"),
    Act(verb="mute", permission=Role.SPECIALIST, arguments=WhoHowLongAndWhy, letters="dst"),
    Act(verb="restrict", permission=Role.SPECIALIST, arguments=WhoHowLongAndWhy, letters=""),
    Act(verb="ban", permission=Role.MANAGER, arguments=WhoHowLongAndWhy, letters="dst"),
    Act(verb="kick", permission=Role.MANAGER, arguments=WhoAndWhy, letters="ds"),
)


async def obey(act: Act, letter: str, turn: Turn, arguments: Ordered) -> None:
    """Act on somebody, in the way the letter says."""
    span = None if isinstance(arguments, WhoAndWhy) else arguments.duration
    action = Action(verb=act.verb, span=span, silent=letter == "s")
    outcome = await second_person.sentence(turn.work, order(turn, arguments.target, arguments.reason), action)
    if letter == "d":
        turn.do(await answered_removed(turn))
    if not action.silent:
        answer(turn, outcome)
        return
    turn.do(*outcome.effects)
    if turn.message_id is not None:
        turn.do(await removals.clear_away(turn.work, chat_id=turn.chat_id, message_id=turn.message_id))


async def confirm(turn: Turn, arguments: dict[str, str | int | bool | None]) -> None:
    """A second manager agrees: it is done, told in the group, and in place of the question."""
    by = Person(user_id=turn.user_id, name=turn.user_name)
    ordered = Order(
        offender=Offender(chat_id=turn.about_chat, name=""),
        settings=turn.settings,
        by=by,
        role=turn.role,
        now=turn.now,
    )
    outcome, asked = await second_person.confirm(turn.work, ordered, int(arguments["verdict"] or 0))
    turn.do(*outcome.effects)
    turn.do(
        Send(
            chat_id=turn.about_chat,
            text=outcome.text,
            keyboard=outcome.keyboard,
            language=turn.settings.language,
            thread_id=asked.thread_id,
            priority=Priority.REPLY,
            delete_after=turn.settings.rules.answers_stay,
        )
    )
    if turn.message_id is not None:
        lines = (*outcome.text.lines, phrase("moderation-second-by", first=asked.seen["by"], second=by))
        turn.do(Edit(chat_id=turn.chat_id, message_id=turn.message_id, text=Page(lines=lines), language=turn.language))


def _command(act: Act, letter: str) -> AnyCommand:
    """The command of an act, or of one of its forms; in the group, so that everybody hears what is done and why."""
    return Command(
        name=f"{letter}{act.verb}",
        permission=act.permission,
        scope=Scope.GROUP,
        section="moderation",
        arguments=WhoForHowLongAndWhy if letter == "t" else act.arguments,
        run=partial(obey, act, letter),
        bot_rights=frozenset({RESTRICT, DELETE} if letter in {"d", "s"} else {RESTRICT}),
        variant_of=act.verb if letter else None,
    )


COMMANDS: tuple[AnyCommand, ...] = tuple(_command(act, letter) for act in ACTS for letter in ("", *act.letters))
BUTTONS = (ButtonAction(name=CONFIRM, run=confirm),)
