"""What people are told when a rule is applied: which rule, what set it off, what happened, what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING

from domain.phrases import Moment, Page, phrase
from domain.rules.numbered import without_citation

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime, timedelta

    from domain.phrases import Person, Phrase
    from domain.rules.actions import Action
    from domain.rules.judgement import Hit
    from domain.rules.numbered import NumberedRule
    from domain.rules.sanctions import Offender, Sentence

EXCERPT = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Terms:
    """The ladder in force, as texts name it."""

    days: int
    top: Action
    mute: timedelta


def notice(offender: Offender, hit: Hit, cited: NumberedRule | None, step: Phrase, *, removed: bool = True) -> Page:
    """To the group, when a rule acted by itself; it claims no removal where the bot may remove nothing."""
    key = "moderation-notice" if removed else "moderation-notice-kept"
    head = phrase(key, person=offender.person, because=hit.because)
    quoted = phrase("moderation-quote", text=hit.quote) if hit.quote else None
    return _page((head, quoted, reason_given(hit.reason, None), citation(cited), step))


def announcement(
    offender: Offender,
    sentence: Sentence,
    *,
    reason: Phrase | None,
    cited: NumberedRule | None,
    terms: Terms,
    now: datetime,
) -> Page:
    """To the group, when a manager acted: what, for how long, why."""
    return _page((_done(offender.person, sentence, terms=terms, now=now), reason, citation(cited)))


def _done(person: Person, sentence: Sentence, *, terms: Terms, now: datetime) -> Phrase:
    rung, until = sentence.rung, sentence.until
    if rung is not None:
        key = f"moderation-done-{_place(sentence)}"
        count, limit = str(rung.count), str(rung.limit)
        return phrase(key, person=person, count=count, limit=limit, days=terms.days, top=terms.top.described)
    if until is None:
        return phrase(f"moderation-done-{sentence.act}", person=person)
    return phrase(f"moderation-done-{sentence.act}-until", person=person, span=until - now, until=Moment(at=until))


def reason_given(reason: str, cited: NumberedRule | None) -> Phrase | None:
    """The reason in words; the rule it begins with is left out where that rule is shown anyway."""
    words = without_citation(reason) if cited else reason
    return phrase("moderation-reason", reason=words) if words else None


def log_entry(
    offender: Offender,
    act: str,
    *,
    actor: Person | Phrase,
    reason: Phrase | None,
    cited: NumberedRule | None,
    text: str = "",
) -> Page:
    """To the log channel: who did what to whom, by which rule, and what the message said."""
    head = phrase(f"moderation-log-{act}", person=offender.person, id=str(offender.target_id), actor=actor)
    excerpt = shorten(text, width=EXCERPT, placeholder="…")
    return _page((head, reason, citation(cited), phrase("moderation-quote", text=excerpt) if excerpt else None))


def citation(cited: NumberedRule | None) -> Phrase | None:
    """The rule with its number and words."""
    return phrase("rules-cited", number=str(cited.number), text=cited.text) if cited else None


def step_of(sentence: Sentence, *, terms: Terms, now: datetime) -> Phrase:
    """What happened in the end, and what comes next."""
    rung, until = sentence.rung, sentence.until
    if rung is not None:
        key = f"moderation-step-{_place(sentence)}"
        count, limit = str(rung.count), str(rung.limit)
        return phrase(key, count=count, limit=limit, days=terms.days, top=terms.top.described)
    if until is None:
        return phrase(f"moderation-step-{sentence.act}")
    return phrase(f"moderation-step-{sentence.act}-until", span=until - now, until=Moment(at=until))


def _place(sentence: Sentence) -> str:
    """Where a warning stands: below the top, at it with what follows, or at it where that cannot be done."""
    if sentence.act != "warn":
        return "top"
    return "unmuted" if sentence.rung is not None and sentence.rung.is_top else "warn"


def _page(lines: Iterable[Phrase | None]) -> Page:
    return Page(lines=tuple(line for line in lines if line is not None))
