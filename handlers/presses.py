"""A button was pressed: authorised anew, run once, answered once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.effects import Answer
from domain.phrases import phrase
from domain.refusals import Refusal
from domain.roles import Role
from handlers.authority import require_certainty
from handlers.opening import of_person, open_turn
from services.outbox import enqueue
from services.presses import authorise

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from telegram import CallbackQuery, Update

    from domain.effects import Effect
    from handlers.command import ButtonAction
    from handlers.desk import Company, Context, Visit


async def press(company: Company, actions: Mapping[str, ButtonAction], update: Update, context: Context) -> None:
    """Do what the pressed button promises, or say in an alert why not."""
    query, visit = update.callback_query, context.bot_data.visits[update.update_id]
    if query is None:
        return
    chat_id = query.message.chat.id if query.message else query.from_user.id
    try:
        async with visit.work.savepoint():
            effects = await _act(company, actions, update, query, visit)
    except Refusal as refusal:
        effects = [Answer(chat_id=chat_id, query_id=query.id, text=refusal.phrase, alert=True)]
    await enqueue(visit.work, company.words, once_answered(effects, query, chat_id), now=visit.now)


async def _act(
    company: Company, actions: Mapping[str, ButtonAction], update: Update, query: CallbackQuery, visit: Visit
) -> list[Effect]:
    """What the button's action wants done. Raises Refusal when it may not be pressed."""
    message, user = query.message, query.from_user
    if message is None or not query.data:
        raise Refusal(phrase("common-button-expired"))
    button = await authorise(
        visit.work,
        token=query.data,
        chat_id=message.chat.id,
        message_id=message.message_id,
        user_id=user.id,
        now=visit.now,
    )
    if button.action not in actions:
        raise Refusal(phrase("common-button-expired"))
    turn = await open_turn(
        update,
        of_person(user),
        message=message,
        work=visit.work,
        words=company.words,
        bot=company.bot,
        now=visit.now,
        about_chat=button.for_chat,
    )
    if button.permission > Role.MEMBER:
        await require_certainty(turn)
    await actions[button.action].run(turn, dict(button.arguments))
    return turn.effects


def once_answered(effects: Sequence[Effect], query: CallbackQuery, chat_id: int) -> list[Effect]:
    """The effects with exactly one answer to the press: the action's first, or a silent one."""
    answers = [effect for effect in effects if isinstance(effect, Answer)] or [
        Answer(chat_id=chat_id, query_id=query.id)
    ]
    return [answers[0], *(effect for effect in effects if not isinstance(effect, Answer))]
