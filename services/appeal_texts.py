"""Appeals in words: what the member is asked and told, and the ticket that managers see."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, get_args

from domain.effects import Button, Priority, Send
from domain.phrases import Moment, phrase
from domain.refusals import Refusal
from domain.roles import Role
from domain.rules.appeals import OUT, Decision, appeal_button
from domain.rules.notices import reason_given
from models import members, verdicts
from services import tickets
from services.rules import cited
from services.settings import settings_of
from services.tickets import page
from services.uncertain import writable

if TYPE_CHECKING:
    from domain.effects import Effect, Keyboard
    from domain.phrases import Page, Phrase
    from domain.settings import ChatSettings
    from models.appeals import Appeal
    from models.verdicts import Verdict
    from models.work import Work

SEND, DECIDE = "appeal-send", "appeal-decide"
DECISIONS: tuple[Decision, ...] = get_args(Decision)
# So long the member's own words are waited for; then the appeal goes without them.
PATIENCE = timedelta(minutes=10)
WORTH_A_LOOK = timedelta(days=7)
WORTH_TELLING = timedelta(days=1)


async def question(work: Work, appeal: Appeal) -> tuple[Page, Keyboard]:
    """What the member is asked in private: about which decision, and for their own words."""
    verdict = await verdict_of(work, appeal)
    send = Button(
        label=phrase("appeals-send-button"),
        action=SEND,
        arguments={"appeal": appeal.appeal_id},
        permission=Role.MEMBER,
        chat_id=appeal.chat_id,
        presser_id=appeal.user_id,
        single_use=True,
    )
    rule = await cited(work, appeal.chat_id, verdict.number)
    lines = (
        phrase("appeals-question", chat=await tickets.title(work, appeal.chat_id), act=tickets.act_of(verdict)),
        phrase("rules-cited", number=str(rule.number), text=rule.text) if rule else None,
        phrase("tickets-quote", text=verdict.quote) if verdict.quote else None,
        phrase("appeals-question-words", span=PATIENCE),
    )
    return page(lines), ((send,),)


async def ticket(work: Work, appeal: Appeal) -> list[Effect]:
    """The ticket of an appeal, wherever managers are reached; a reminder says for how many days it has waited."""
    verdict = await verdict_of(work, appeal)
    settings = await settings_of(work, appeal.chat_id)
    head = phrase("appeals-reminder", days=appeal.reminded) if appeal.reminded else None
    return await tickets.post(
        work,
        appeal.chat_id,
        settings,
        page((head, *await lines_of(work, appeal, verdict))),
        keyboard=_choices(appeal),
        key=key_of(appeal, appeal.reminded),
        purpose="review",
        worth=WORTH_A_LOOK,
    )


async def ticket_of(work: Work, appeal: Appeal) -> tuple[Page, Keyboard]:
    """The ticket of an appeal: everything seen, and what can be decided."""
    verdict = await verdict_of(work, appeal)
    return page(await lines_of(work, appeal, verdict)), _choices(appeal)


async def lines_of(work: Work, appeal: Appeal, verdict: Verdict) -> list[Phrase]:
    """Who appeals against what, in which words, and everything that was known."""
    until = phrase("tickets-until", until=Moment(at=verdict.until)) if verdict.until else None
    lines = [
        phrase("appeals-title", chat=await tickets.title(work, appeal.chat_id)),
        phrase(
            "appeals-about",
            person=tickets.person_of(verdict),
            id=str(verdict.target_id),
            act=tickets.act_of(verdict),
            at=Moment(at=verdict.at),
            actor=await tickets.actor_of(work, verdict),
        ),
        until,
        phrase("appeals-words", text=appeal.words) if appeal.words else phrase("appeals-wordless"),
        *await tickets.seen_lines(work, verdict),
    ]
    return [line for line in lines if line is not None]


def key_of(appeal: Appeal, number: int) -> str:
    """What makes a ticket, or its reminder of that number, unique."""
    return f"appeal:{appeal.appeal_id}:{number}"


async def tell_in_private(work: Work, verdict: Verdict) -> list[Effect]:
    """Tell somebody who was put out of a chat what happened and that they can appeal, if the bot may write to them."""
    if verdict.is_channel or verdict.verb not in OUT or not await writable(work, [verdict.target_id]):
        return []
    rule = await cited(work, verdict.chat_id, verdict.number)
    until = Moment(at=verdict.until) if verdict.until else None
    head = f"appeals-told-{verdict.verb}"
    chat = await tickets.title(work, verdict.chat_id)
    lines = (
        phrase(f"{head}-until", chat=chat, until=until) if until else phrase(head, chat=chat),
        phrase("rules-cited", number=str(rule.number), text=rule.text) if rule else None,
        reason_given(verdict.reason, rule),
        phrase("tickets-quote", text=verdict.quote) if verdict.quote else None,
        phrase("appeals-told-how"),
    )
    button = appeal_button(verdict.chat_id, verdict.target_id, verdict_id=verdict.verdict_id)
    return [
        Send(
            chat_id=verdict.target_id,
            text=page(lines),
            keyboard=((button,),),
            key=f"told:{verdict.verdict_id}",
            purpose="notice",
            priority=Priority.REPLY,
            expires_after=WORTH_TELLING,
        )
    ]


async def tell_decision(
    work: Work, appeal: Appeal, verdict: Verdict, decision: Decision, settings: ChatSettings
) -> list[Effect]:
    """Tell the member in private; where the bot may not write to them, in the group, as long as they are in it."""
    rule = await cited(work, appeal.chat_id, verdict.number)
    chat = await tickets.title(work, appeal.chat_id)
    lines = (
        phrase(f"appeals-told-{decision}", person=tickets.person_of(verdict), chat=chat),
        phrase("rules-cited", number=str(rule.number), text=rule.text) if rule and decision != "granted" else None,
        phrase("tickets-quote", text=verdict.quote) if verdict.quote and decision != "granted" else None,
    )
    place: int = appeal.user_id
    if not await writable(work, [appeal.user_id]):
        member = await members.find(work, chat_id=appeal.chat_id, user_id=appeal.user_id)
        if member is None or member.status not in members.PRESENT:
            return []
        place = appeal.chat_id
    return [
        Send(
            chat_id=place,
            text=page(lines),
            thread_id=verdict.thread_id if place < 0 else None,
            language=settings.language if place < 0 else None,
            key=f"appealed:{appeal.appeal_id}",
            purpose="notice",
            priority=Priority.REPLY,
            expires_after=WORTH_TELLING,
        )
    ]


async def verdict_of(work: Work, appeal: Appeal) -> Verdict:
    """What an appeal is against. Raises Refusal when it is not kept any more."""
    found = await verdicts.find(work, chat_id=appeal.chat_id, verdict_id=appeal.verdict_id)
    if found is None:
        raise Refusal(phrase("common-button-expired"))
    return found


def _choices(appeal: Appeal) -> Keyboard:
    buttons = [
        Button(
            label=phrase(f"appeals-button-{decision}"),
            action=DECIDE,
            arguments={"appeal": appeal.appeal_id, "decision": decision},
            permission=Role.MANAGER,
            chat_id=appeal.chat_id,
            single_use=True,
        )
        for decision in DECISIONS
    ]
    return (tuple(buttons[:2]), tuple(buttons[2:]))
