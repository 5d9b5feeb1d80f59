"""Effects become outbox rows: texts are put into words, buttons get their tokens, long texts are parted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from domain.deliveries import State
from domain.effects import Answer, Edit, Send, SetCommands
from models import buttons, chats, outbox
from models.outbox import NewRow
from services.calls import Call, calls_of
from services.keyboards import lay_out, new_token
from services.parts import split
from services.voices import voice_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from domain.effects import Effect
    from models.work import Work
    from services.keyboards import Tokens
    from services.words import Words

# Telegram takes answers to a press for so long, and shows so much of them.
ANSWERABLE_FOR = timedelta(seconds=140)
ANSWER_LENGTH = 200
EDITABLE_FOR = timedelta(hours=24)


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    """What writing the rows of one effect takes; `unreachable` says why its chat cannot be reached.

    What is `held` is another row's second choice.
    """

    work: Work
    words: Words
    now: datetime
    tokens: Tokens
    unreachable: str | None = None
    held: bool = False

    def row(self, call: Call, *, purpose: str = "call") -> NewRow:
        """A call as a row; ids rise, so that rows keep their order."""
        waiting = State.HELD if self.held else State.DUE
        return NewRow(
            chat_id=call.chat_id,
            row_id=self.work.identifiers.next(self.now),
            priority=call.priority,
            method=call.method,
            parameters=call.parameters,
            purpose=purpose,
            due_at=self.now,
            expires_at=call.expires_at,
            state=waiting if self.unreachable is None else State.DROPPED,
            error=self.unreachable,
        )


async def enqueue(
    work: Work, words: Words, effects: Iterable[Effect], *, now: datetime, tokens: Tokens = new_token
) -> None:
    """Write what is to be done in Telegram, as rows of this transaction.

    A Send whose key its chat has had already is left out. What is meant for a group that became a supergroup
    goes there; what is meant for a chat that cannot be reached is written as dropped.
    """
    desk = Desk(work=work, words=words, now=now, tokens=tokens)
    rows: list[NewRow] = []
    for effect in effects:
        if isinstance(effect, SetCommands):
            rows += [desk.row(call) for call in calls_of(effect, now=now)]
            continue
        chat = await chats.find(work, effect.chat_id)
        lost = chat is not None and not chat.active and chat.successor is None
        if lost and isinstance(effect, Send) and effect.otherwise is not None:
            second = replace(effect.otherwise, key=effect.key)
            await enqueue(work, words, [second], now=now, tokens=tokens)
            continue
        addressed = replace(effect, chat_id=chat.successor) if chat and chat.successor is not None else effect
        rows += await _rows(
            replace(desk, unreachable=f"the chat is {chat.state}" if chat and lost else None), addressed
        )
    await outbox.add(work, rows, now=now)


async def prune(work: Work, *, before: datetime) -> int:
    """Forget rows settled before, and buttons made before; rows with a key stay, as it is unique for ever."""
    await buttons.prune(work, before=before)
    return await outbox.prune(work, before=before)


async def _rows(desk: Desk, effect: Effect) -> list[NewRow]:
    match effect:
        case Send():
            return await _message(desk, effect)
        case Edit():
            return [await _edit(desk, effect)]
        case Answer():
            return [await _answer(desk, effect)]
        case _:
            return [desk.row(call) for call in calls_of(effect, now=desk.now)]


async def _message(desk: Desk, send: Send) -> list[NewRow]:
    """One row a part. With a key the first is written here and now, and there are none when the key was there.

    The second choice is one message: its first part.
    """
    voice = await voice_of(desk.work, desk.words, chat_id=send.chat_id, language=send.language)
    rows = [
        replace(
            desk.row(_sending(send, part, first=number == 0, now=desk.now), purpose=send.purpose),
            key=send.key if number == 0 else None,
            follow_up=_follow_up(send, first=number == 0),
        )
        for number, part in enumerate(split(voice.html(send.text)))
    ]
    if desk.held:
        del rows[1:]
    last = rows[-1]
    markup, stored = lay_out(
        send.keyboard, voice, chat_id=send.chat_id, now=desk.now, tokens=desk.tokens, outbox_row=last.row_id
    )
    if send.keyboard:
        rows[-1] = replace(last, parameters={**last.parameters, "reply_markup": markup})
    second = [] if send.otherwise is None else await _message(replace(desk, held=True), send.otherwise)
    if second:
        rows[0] = replace(rows[0], follow_up={**rows[0].follow_up, "otherwise": second[0].row_id})
    if send.key is not None and not await outbox.add_once(desk.work, rows.pop(0), now=desk.now):
        return []
    await buttons.store(desk.work, stored)
    return [*rows, *second]


def _sending(send: Send, part: str, *, first: bool, now: datetime) -> Call:
    parameters = text_parameters(send.chat_id, part)
    if send.thread_id is not None:
        parameters["message_thread_id"] = send.thread_id
    if send.reply_to is not None and first:
        parameters["reply_parameters"] = {"message_id": send.reply_to, "allow_sending_without_reply": True}
    if send.receiver_id is not None:
        parameters["receiver_user_id"] = send.receiver_id
    if send.silent:
        parameters["disable_notification"] = True
    return Call(
        chat_id=send.chat_id,
        method="sendMessage",
        parameters=parameters,
        priority=send.priority,
        expires_at=None if send.expires_after is None else now + send.expires_after,
    )


def text_parameters(chat_id: int, markup: str) -> dict[str, object]:
    """What every text is sent with."""
    return {
        "chat_id": chat_id,
        "text": markup,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }


def _follow_up(send: Send, *, first: bool) -> Mapping[str, object]:
    """What is done once the message is sent and has an id."""
    after: dict[str, object] = {}
    if send.delete_after is not None:
        after["delete_after"] = send.delete_after.total_seconds()
    if send.pin and first:
        after["pin"] = True
    return after


async def _edit(desk: Desk, edit: Edit) -> NewRow:
    voice = await voice_of(desk.work, desk.words, chat_id=edit.chat_id, language=edit.language)
    parameters = text_parameters(edit.chat_id, split(voice.html(edit.text))[0])
    parameters["message_id"] = edit.message_id
    if edit.keyboard:
        parameters["reply_markup"], stored = lay_out(
            edit.keyboard,
            voice,
            chat_id=edit.chat_id,
            now=desk.now,
            tokens=desk.tokens,
            message_id=edit.message_id,
        )
        await buttons.store(desk.work, stored)
    return desk.row(
        Call(
            chat_id=edit.chat_id,
            method="editMessageText",
            parameters=parameters,
            priority=edit.priority,
            expires_at=desk.now + EDITABLE_FOR,
        )
    )


async def _answer(desk: Desk, answer: Answer) -> NewRow:
    parameters: dict[str, object] = {"callback_query_id": answer.query_id}
    if answer.text is not None:
        voice = await voice_of(desk.work, desk.words, chat_id=answer.chat_id, language=answer.language)
        parameters["text"] = voice.plain(answer.text)[:ANSWER_LENGTH]
        parameters["show_alert"] = answer.alert
    if answer.url is not None:
        parameters["url"] = answer.url
    expires_at = desk.now + ANSWERABLE_FOR
    return desk.row(
        Call(chat_id=answer.chat_id, method="answerCallbackQuery", parameters=parameters, expires_at=expires_at)
    )
