"""What managers have to look at: a ticket where they are reached, with everything seen and what they can decide."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Literal, TypeAlias

from domain.effects import Button, Priority, Send
from domain.phrases import Page, Person, phrase
from domain.refusals import Refusal
from domain.roles import Role
from domain.rules.actions import Action
from domain.rules.sanctions import deletions
from models import messages, verdicts
from services import learning, second_person, tickets
from services.calls import DELETABLE_FOR
from services.discipline import Order
from services.settings import settings_of
from services.tickets import page
from services.verdicts import offender_of, overturn, uphold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.effects import Effect, Keyboard
    from domain.phrases import Phrase
    from domain.settings import ChatSettings
    from models.verdicts import Verdict
    from models.work import Work

Choice: TypeAlias = Literal["warn", "ban", "fine"]

DECIDE = "review-decide"
CHOICES: tuple[Choice, ...] = ("warn", "ban", "fine")
WORTH_A_LOOK = timedelta(days=2)
TOLD_FOR = timedelta(hours=1)


async def open_ticket(work: Work, verdict: Verdict, *, because: Phrase, settings: ChatSettings) -> list[Effect]:
    """Show managers what a rule found and did not act on."""
    return await tickets.post(
        work,
        verdict.chat_id,
        settings,
        page(await _lines(work, verdict, because)),
        keyboard=_choices(verdict),
        key=_key(verdict),
        purpose="review",
        worth=WORTH_A_LOOK,
    )


async def open_ones(work: Work, chat_id: int) -> Sequence[Verdict]:
    """What managers have not looked at, oldest first."""
    return await verdicts.open_in(work, chat_id)


async def find(work: Work, *, chat_id: int, verdict_id: int) -> Verdict:
    """A verdict that waits to be looked at. Raises Refusal when there is none such."""
    found = await verdicts.find(work, chat_id=chat_id, verdict_id=verdict_id)
    if found is None or found.mode != "on":
        raise Refusal(phrase("common-button-expired"))
    if found.state != "open":
        raise Refusal(phrase("reviews-decided"))
    return found


async def ticket_of(work: Work, verdict: Verdict) -> tuple[Page, Keyboard]:
    """The ticket once more."""
    return page(await _lines(work, verdict, _because(verdict))), _choices(verdict)


async def decide(
    work: Work,
    verdict: Verdict,
    choice: Choice,
    *,
    by: Person,
    role: Role,
    pressed: tuple[int, int] | None,
    now: datetime,
) -> list[Effect]:
    """Do what a manager decided about an open verdict. Raises Refusal when another one was faster."""
    settings = await settings_of(work, verdict.chat_id)
    settle = overturn if choice == "fine" else uphold
    done = await settle(work, chat_id=verdict.chat_id, verdict_id=verdict.verdict_id, by=by.user_id, now=now)
    if done is None:
        raise Refusal(phrase("reviews-decided"))
    effects: list[Effect] = []
    if choice != "fine":
        effects = await _act(work, verdict, choice, settings, by=by, role=role, pressed=pressed, now=now)
    decided = await verdicts.find(work, chat_id=verdict.chat_id, verdict_id=verdict.verdict_id) or verdict
    name = await tickets.manager(work, verdict.chat_id, by.user_id)
    text = page((*await _lines(work, decided, _because(decided)), phrase(f"reviews-done-{choice}", by=name)))
    effects += await tickets.conclude(work, decided, settings, text, key=_key(verdict), pressed=pressed)
    return effects + await learning.learn_from(work, decided)


async def _act(
    work: Work,
    verdict: Verdict,
    choice: Literal["warn", "ban"],
    settings: ChatSettings,
    *,
    by: Person,
    role: Role,
    pressed: tuple[int, int] | None,
    now: datetime,
) -> list[Effect]:
    """The message goes, as long as it can; its author is warned or banned, in the manager's name and by the rule."""
    effects: list[Effect] = []
    written = await messages.written_at(work, chat_id=verdict.chat_id, message_id=verdict.message_id)
    if verdict.message_id is not None and now - (written or verdict.at) < DELETABLE_FOR:
        await messages.mark_removed(work, chat_id=verdict.chat_id, message_ids=[verdict.message_id])
        effects += deletions(verdict.chat_id, [verdict.message_id])
    if verdict.is_channel and choice != "ban":
        return effects
    order = Order(
        offender=offender_of(verdict),
        settings=settings,
        by=by,
        role=role,
        now=now,
        reason=f"#{verdict.number}" if verdict.number else "",
        message_id=verdict.message_id,
        text=verdict.text,
    )
    action = Action(verb=choice)
    # That a second manager is asked first is none of the group's business yet.
    is_asked = await second_person.takes_two(work, order, action)
    outcome = await second_person.sentence(work, order, action)
    place = pressed[0] if is_asked and pressed is not None else verdict.chat_id
    told = Send(
        chat_id=place,
        text=outcome.text,
        keyboard=outcome.keyboard,
        thread_id=verdict.thread_id if place == verdict.chat_id else None,
        language=settings.language if place < 0 else None,
        priority=Priority.REPLY,
        purpose="notice",
        expires_after=TOLD_FOR,
        delete_after=None if is_asked else settings.rules.notices_stay,
    )
    return [*effects, *outcome.effects, told]


async def _lines(work: Work, verdict: Verdict, because: Phrase) -> list[Phrase]:
    head = phrase("reviews-title", chat=await tickets.title(work, verdict.chat_id))
    person = tickets.person_of(verdict)
    key = "reviews-found" if verdict.state == "open" else "reviews-about"
    found = phrase(key, person=person, id=str(verdict.target_id), because=because)
    return [head, found, *await tickets.seen_lines(work, verdict)]


def _because(verdict: Verdict) -> Phrase:
    """What the rule found, as far as that is kept: its name says it."""
    return tickets.rule_name(verdict.rule or "")


def _choices(verdict: Verdict) -> Keyboard:
    buttons = [
        Button(
            label=phrase(f"reviews-button-{choice}"),
            action=DECIDE,
            arguments={"verdict": verdict.verdict_id, "choice": choice},
            permission=Role.MANAGER,
            chat_id=verdict.chat_id,
            single_use=True,
        )
        for choice in CHOICES
    ]
    return (tuple(buttons[:2]), tuple(buttons[2:]))


def _key(verdict: Verdict) -> str:
    return f"review:{verdict.verdict_id}"
