"""/report and @admin: members show managers a message, who decide by buttons."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from domain.phrases import Person, phrase
from domain.refusals import Refusal
from domain.roles import Role
from domain.rules.sanctions import Offender
from handlers.arguments import Arguments, Rest
from handlers.authority import typed_name
from handlers.command import ButtonAction, Command, Scope
from handlers.orders import offender_of
from handlers.targets import of_reply, replied_to
from services import complaints
from services.complaint_tickets import DECIDE, DECISIONS
from services.complaints import Report
from services.discipline import Order

if TYPE_CHECKING:
    from handlers.command import AnyCommand
    from handlers.turn import Turn

THANKED_FOR = timedelta(minutes=1)
LONGEST_REASON = 500


class Why(Arguments):
    """What is wrong with the message answered to."""

    reason: Rest = ""


async def report(turn: Turn, arguments: Why) -> None:
    """Bring the message answered to before the managers, and thank for it."""
    message = turn.update.effective_message
    text = message.text or "" if message else ""
    is_called = typed_name(text) is None
    if is_called and not turn.settings.reports.enabled:
        return
    reply = replied_to(message)
    target = of_reply(reply) if reply else None
    reporter = turn.user_id or turn.sender_chat_id
    if message is None or reply is None or target is None or reporter is None:
        raise Refusal(phrase("complaints-which"))
    filed = Report(
        offender=offender_of(turn, target),
        message_id=reply.message_id,
        written_at=reply.date,
        text=target.text,
        reporter_id=reporter,
        reporter_name=turn.user_name,
        reason=(text if is_called and arguments.reason else arguments.reason)[:LONGEST_REASON],
        thread_id=turn.thread_id,
    )
    turn.do(*await complaints.file(turn.work, filed, settings=turn.settings, now=turn.now))
    turn.say(phrase("complaints-thanks"), stays=THANKED_FOR)


async def decide(turn: Turn, arguments: dict[str, str | int | bool | None]) -> None:
    """What the pressed button says; the tickets tell who decided."""
    decision = next((known for known in DECISIONS if known == arguments["decision"]), None)
    if decision is None:
        raise Refusal(phrase("complaints-decided-already"))
    ordered = Order(
        offender=Offender(chat_id=turn.about_chat, name=""),
        settings=turn.settings,
        by=Person(user_id=turn.user_id, name=turn.user_name),
        role=turn.role,
        now=turn.now,
        message_id=int(arguments["message"] or 0),
    )
    turn.do(*await complaints.decide(turn.work, ordered, decision))


COMMANDS: tuple[AnyCommand, ...] = (
    Command(
        name="report",
        permission=Role.MEMBER,
        scope=Scope.GROUP,
        section="moderation",
        arguments=Why,
        run=report,
        aliases=("举报",),  # matching data, noqa: zh
        summons=("@admin", "@admins"),
        reads_roles=True,
    ),
)
BUTTONS = (ButtonAction(name=DECIDE, run=decide),)
