"""The chat's own questions to newcomers: added, listed, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

from domain.calendar import local_day
from domain.entrance.challenges import MOST_QUESTIONS
from domain.phrases import phrase
from domain.refusals import Refusal
from models import audit, entrance_questions

if TYPE_CHECKING:
    from datetime import datetime

    from domain.entrance.challenges import Question
    from models.work import Work


class Record(TypedDict):
    """Who changes something, when, and on which clock the day is told."""

    by: int | None
    timezone: str
    now: datetime


async def of_chat(work: Work, chat_id: int) -> list[Question]:
    """All of them, in order."""
    return await entrance_questions.of_chat(work, chat_id)


async def add(work: Work, chat_id: int, question: Question, **record: Unpack[Record]) -> None:
    """One more at the end. Raises Refusal when there are as many as may be."""
    known = await entrance_questions.of_chat(work, chat_id)
    if len(known) >= MOST_QUESTIONS:
        raise Refusal(phrase("questions-full", most=str(MOST_QUESTIONS)))
    await _keep(work, chat_id, [*known, question], **record)


async def remove(work: Work, chat_id: int, number: int, **record: Unpack[Record]) -> None:
    """Take one away; those after it move up. Raises Refusal when there is none of that number."""
    known = await entrance_questions.of_chat(work, chat_id)
    if number > len(known):
        raise Refusal(phrase("questions-number"))
    await _keep(work, chat_id, [*known[: number - 1], *known[number:]], **record)


async def _keep(work: Work, chat_id: int, asked: list[Question], **record: Unpack[Record]) -> None:
    await entrance_questions.replace(work, chat_id, asked)
    await audit.add(
        work,
        chat_id=chat_id,
        day=local_day(record["now"], record["timezone"]),
        at=record["now"],
        actor_id=record["by"],
        action="questions",
        details={"questions": len(asked)},
    )
