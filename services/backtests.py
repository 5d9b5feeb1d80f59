"""Backtests: a draft of a rule is tried on a chat's stored messages by a worker, and told in the chat."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import msgspec

from domain.phrases import BLANK, Page, Person, phrase
from domain.refusals import Refusal
from domain.reports.links import message_link
from domain.reports.titles import shorten
from domain.rules.rehearsal import WINDOW, Outcome, rehearse
from domain.settings import RulesSettings
from domain.spam.likelihood import likelihood
from models import rehearsals
from services import spam, tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import Connection

    from domain.messages import Message
    from domain.phrases import Phrase
    from domain.spam.likelihood import Likelihood
    from models.tasks import Task
    from models.work import Work
    from services.tasks import Question

KIND = "backtest"
SPAM = "spam"
# It looks at the names people bore when they wrote, and those are not kept.
UNTRIED = frozenset({"impersonation"})
LONGEST = timedelta(days=90)
NAME_CELLS = 24
TEXT_CELLS = 60


async def ask(
    work: Work,
    question: Question,
    *,
    rule: str,
    span: timedelta,
    draft: RulesSettings,
    current: RulesSettings,
    changes: Mapping[str, str],
    now: datetime,
) -> Task:
    """Have a draft tried on the messages of the last while.

    Raises Refusal while too many tasks wait, and for rules that look at what is not kept.
    """
    if rule in UNTRIED:
        raise Refusal(phrase("rehearsal-impossible", rule=phrase(f"rules-name-{rule}")))
    arguments = {
        "rule": rule,
        "since": (now - min(span, LONGEST)).isoformat(),
        "until": now.isoformat(),
        "draft": draft.model_dump(mode="json"),
        "current": current.model_dump(mode="json"),
        "changes": dict(changes),
        "owners": sorted(work.defaults.owner_ids),
    }
    return await tasks.ask(work, question, kind=KIND, arguments=arguments, now=now)


def perform(connection: Connection, chat_id: int, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Done in a worker process: the outcome as JSON."""
    since, until = (datetime.fromisoformat(arguments[name]) for name in ("since", "until"))
    authors = rehearsals.authors(connection, chat_id=chat_id, since=since - WINDOW, owner_ids=arguments["owners"])
    outcome = rehearse(
        rehearsals.stored(connection, chat_id=chat_id, since=since - WINDOW, until=until),
        rule=arguments["rule"],
        draft=RulesSettings.model_validate(arguments["draft"]),
        current=RulesSettings.model_validate(arguments["current"]),
        authors=authors,
        since=since,
        own_names=rehearsals.own_names(connection, chat_id),
        suspect=_suspect() if arguments["rule"] == SPAM else None,
    )
    names = rehearsals.names(connection, [example.user_id for example in outcome.examples])
    return {"outcome": msgspec.to_builtins(outcome), "names": {str(number): name for number, name in names.items()}}


def _suspect() -> Callable[[Message], Likelihood]:
    """The classifier as it ships: what the chat has taught it is left out."""
    detector = spam.shipped_detector()
    return lambda message: likelihood(detector.take_apart(spam.text_of(message)), detector.shipped)


def tell(task: Task, result: Mapping[str, Any]) -> Page:
    """The outcome as a page."""
    outcome = msgspec.convert(result["outcome"], Outcome)
    arguments = task.arguments
    since, until = (datetime.fromisoformat(arguments[name]) for name in ("since", "until"))
    rule = phrase(f"rules-name-{arguments['rule']}")
    changes = ", ".join(f"{name}={value}" for name, value in arguments["changes"].items())
    head = phrase("rehearsal-title", rule=rule, span=until - since)
    lines = [head, phrase("rehearsal-draft", changes=changes)] if changes else [head]
    lines += _figures(outcome)
    examples = [_example(task.chat_id, one, result["names"]) for one in msgspec.to_builtins(outcome.examples)]
    if examples:
        lines += [BLANK, phrase("rehearsal-examples"), *examples]
    lines += [BLANK, phrase("rehearsal-untaught" if arguments["rule"] == SPAM else "rehearsal-approximate")]
    if outcome.textless:
        lines.append(phrase("rehearsal-textless", count=outcome.textless))
    return Page(lines=tuple(lines))


def _figures(outcome: Outcome) -> list[Phrase]:
    if not outcome.looked_at:
        return [phrase("rehearsal-nothing")]
    if not outcome.hits:
        return [phrase("rehearsal-none", messages=outcome.looked_at), *_beside(outcome)]
    hits = phrase("rehearsal-hits", hits=outcome.hits, members=outcome.members, messages=outcome.looked_at)
    who = phrase("rehearsal-who", trusted=outcome.trusted, proven=outcome.proven)
    return [hits, who, *_beside(outcome)]


def _beside(outcome: Outcome) -> list[Phrase]:
    """Beside the rule as it stands."""
    if outcome.hits and outcome.also_now == outcome.hits and not outcome.only_now:
        return [phrase("rehearsal-same")]
    lines = [phrase("rehearsal-also-now", count=outcome.also_now)] if outcome.hits else []
    return [*lines, phrase("rehearsal-only-now", count=outcome.only_now)] if outcome.only_now else lines


def _example(chat_id: int, example: Mapping[str, Any], names: Mapping[str, str]) -> Phrase:
    name = shorten(names.get(str(example["user_id"]), str(example["user_id"])), NAME_CELLS)
    words = shorten(example["text"], TEXT_CELLS) or "…"
    link = message_link(chat_id, example["message_id"])
    text = phrase("digest-words", words=words)
    shown = phrase("digest-link", link=link, text=text) if link else text
    return phrase("rehearsal-example", person=Person(user_id=None, name=name), text=shown)
