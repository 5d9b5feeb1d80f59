"""Tickets: what managers see of a verdict, where they see it, and how every copy tells what was decided."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from domain.effects import Edit, Priority, Send
from domain.phrases import Moment, Page, Person, phrase
from domain.reports.links import message_link
from domain.reports.titles import shorten
from domain.rules.actions import Action
from domain.rules.catalog import RULES
from domain.rules.notices import citation, reason_given
from models import outbox, people, reports, verdicts
from services.chats import is_active
from services.roles import is_anonymous
from services.rules import cited
from services.uncertain import whom_to_ask

if TYPE_CHECKING:
    from collections.abc import Iterable

    from domain.effects import Effect, Keyboard
    from domain.phrases import Phrase, Text
    from domain.settings import ChatSettings
    from models.verdicts import Verdict
    from models.work import Work
    from services.sanctions import Case

EXCERPT = 300
WORTH_A_LOOK = timedelta(days=2)
NAME_CELLS = 40
EARLIER = 3
RULE_NAMES = frozenset(rule.name for rule in RULES)


async def managers_places(work: Work, chat_id: int, settings: ChatSettings) -> list[int]:
    """Where the managers of a chat are reached: their own chat, else where they are asked about everything else."""
    staff = settings.staff_chat
    if staff is not None and staff != chat_id and await is_active(work, staff):
        return [staff]
    return await whom_to_ask(work, chat_id)


async def tell_managers(work: Work, case: Case, text: Text) -> list[Send]:
    """A line to the managers, where the chat keeps no log."""
    return [
        Send(
            chat_id=place,
            text=text,
            language=case.settings.language if place < 0 else None,
            purpose="log",
            silent=True,
            expires_after=WORTH_A_LOOK,
        )
        for place in await managers_places(work, case.offender.chat_id, case.settings)
    ]


async def post(
    work: Work,
    chat_id: int,
    settings: ChatSettings,
    text: Page,
    *,
    keyboard: Keyboard,
    key: str,
    purpose: str,
    worth: timedelta,
) -> list[Effect]:
    """The same ticket wherever the managers of a chat are reached, once for its key."""
    return [
        Send(
            chat_id=place,
            text=text,
            key=key,
            keyboard=keyboard,
            purpose=purpose,
            language=settings.language if place < 0 else None,
            priority=Priority.REPLY,
            expires_after=worth,
        )
        for place in await managers_places(work, chat_id, settings)
    ]


async def conclude(
    work: Work, verdict: Verdict, settings: ChatSettings, text: Page, *, key: str, pressed: tuple[int, int] | None
) -> list[Effect]:
    """Every copy of a ticket, and the message pressed, become what was decided, without buttons."""
    places = await managers_places(work, verdict.chat_id, settings)
    copies = dict.fromkeys(await outbox.arrived_with_key(work, chat_ids=places, key=key))
    if pressed is not None:
        copies.setdefault(pressed)
    return [
        Edit(chat_id=place, message_id=message_id, text=text, language=settings.language if place < 0 else None)
        for place, message_id in copies
    ]


async def title(work: Work, chat_id: int) -> str:
    """The chat as tickets name it."""
    return await reports.title(work, chat_id) or str(chat_id)


def person_of(verdict: Verdict) -> Person:
    """Whom the verdict is about, as texts show them."""
    return Person(user_id=None if verdict.is_channel else verdict.target_id, name=verdict.target_name)


async def seen_lines(work: Work, verdict: Verdict) -> list[Phrase]:
    """Everything that was known at the time, a line each; what there is nothing of is left out."""
    rule = await cited(work, verdict.chat_id, verdict.number)
    lines = [citation(rule)]
    if verdict.rule is not None:
        lines.append(phrase("tickets-rule", rule=rule_name(verdict.rule)))
    lines.append(reason_given(shorten(verdict.reason, EXCERPT), rule))
    if verdict.quote:
        lines.append(phrase("tickets-quote", text=shorten(verdict.quote, EXCERPT)))
    if verdict.text:
        lines.append(phrase("reviews-text", text=verdict.text[:EXCERPT]))
    if verdict.seen.get("links"):
        lines.append(phrase("tickets-links", links=shorten(", ".join(map(str, verdict.seen["links"])), EXCERPT)))
    lines.append(_standing(verdict))
    lines.append(await _record(work, verdict))
    link = message_link(verdict.chat_id, verdict.message_id) if verdict.message_id is not None else ""
    lines.append(phrase("reviews-link", link=link) if link else None)
    return [line for line in lines if line is not None]


def rule_name(rule: str) -> Phrase:
    """A rule as people call it; one this version no longer has by its own name."""
    return phrase(f"rules-name-{rule}") if rule in RULE_NAMES else phrase("digest-words", words=rule)


def _standing(verdict: Verdict) -> Phrase | None:
    """How the member stood when the rule judged; a manager's order says nothing of it."""
    seen = verdict.seen
    if "messages" not in seen:
        return None
    trust = phrase("tickets-trusted" if seen.get("trusted") else "tickets-not-trusted")
    joined = seen.get("joined_at")
    if joined is None:
        return phrase("tickets-standing", messages=int(seen["messages"]), trust=trust)
    at = Moment(at=datetime.fromisoformat(joined), style="date")
    return phrase("tickets-standing-joined", messages=int(seen["messages"]), trust=trust, joined=at)


async def _record(work: Work, verdict: Verdict) -> Phrase | None:
    """What else was decided about the member lately."""
    known = await verdicts.of_target(work, chat_id=verdict.chat_id, target_id=verdict.target_id)
    earlier = [one for one in known if one.verdict_id < verdict.verdict_id][-EARLIER:]
    if not earlier:
        return phrase("tickets-first")
    lines = [
        phrase("tickets-earlier-line", at=Moment(at=one.at, style="date"), act=act_of(one), state=state_of(one))
        for one in earlier
    ]
    return phrase("tickets-earlier", lines=Page(lines=tuple(lines)))


def act_of(verdict: Verdict) -> Phrase:
    """What was done, as people read it."""
    return Action(verb=verdict.verb).described


def state_of(verdict: Verdict) -> Phrase:
    """What became of it since."""
    return phrase(f"tickets-state-{verdict.state}")


async def actor_of(work: Work, verdict: Verdict) -> Person | Phrase:
    """Who acted: a rule by itself, a manager by name, or one who runs the chat without being named."""
    if verdict.actor_id is None:
        return phrase("moderation-anonymous" if verdict.mode == "manual" else "moderation-by-itself")
    return await manager(work, verdict.chat_id, verdict.actor_id)


async def manager(work: Work, chat_id: int, user_id: int | None) -> Person | Phrase:
    """A manager as those who decide with them may know them."""
    if user_id is None or await is_anonymous(work, chat_id=chat_id, user_id=user_id):
        return phrase("moderation-anonymous")
    names = await people.names(work, [user_id])
    return Person(user_id=user_id, name=shorten(names.get(user_id, str(user_id)), NAME_CELLS))


def page(lines: Iterable[Phrase | None]) -> Page:
    """The lines there are."""
    return Page(lines=tuple(line for line in lines if line is not None))
