"""A chat's own questions to newcomers, by number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from domain.entrance.challenges import Question
from models.tables import entrance_questions

if TYPE_CHECKING:
    from models.work import Work


async def of_chat(work: Work, chat_id: int) -> list[Question]:
    """All of them, in order."""
    statement = select(entrance_questions).where(entrance_questions.c.chat_id == chat_id)
    return [
        Question(text=row.text, options=tuple(row.options), answer=row.answer)
        for row in await work.connection.execute(statement.order_by(entrance_questions.c.number))
    ]


async def replace(work: Work, chat_id: int, questions: list[Question]) -> None:
    """Let these be the questions."""
    await work.connection.execute(delete(entrance_questions).where(entrance_questions.c.chat_id == chat_id))
    rows = [
        {
            "chat_id": chat_id,
            "number": number,
            "text": question.text,
            "options": list(question.options),
            "answer": question.answer,
        }
        for number, question in enumerate(questions, start=1)
    ]
    if rows:
        await work.connection.execute(entrance_questions.insert(), rows)
