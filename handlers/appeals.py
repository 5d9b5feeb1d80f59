"""[Appeal] and what follows: words in private, the managers' decision, /appeals."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from domain.effects import Answer, Button, Edit, Send
from domain.phrases import Moment, Page, phrase
from domain.refusals import Refusal
from domain.roles import Role
from domain.rules.appeals import APPEAL
from handlers.buttons import number
from handlers.command import ButtonAction, Command, NoArguments, Scope
from services import appeal_texts, appeals
from services.keyboards import TOKEN_BYTES
from services.tickets import title
from services.uncertain import writable

if TYPE_CHECKING:
    from handlers.buttons import Arguments
    from handlers.command import AnyCommand
    from handlers.turn import Turn

SHOW = "appeal-show"
SHOWN = 8


async def press(turn: Turn, arguments: Arguments) -> None:
    """Somebody appeals: their words are asked for in private, where Telegram opens the chat if need be."""
    query = turn.update.callback_query
    if turn.user_id is None or query is None:
        raise Refusal(phrase("common-button-expired"))
    appeal = await appeals.ask(
        turn.work,
        chat_id=turn.about_chat,
        verdict_id=number(arguments, "verdict"),
        user_id=turn.user_id,
        now=turn.now,
    )
    if turn.private or await writable(turn.work, [turn.user_id]):
        text, keyboard = await appeal_texts.question(turn.work, appeal)
        turn.do(Send(chat_id=turn.user_id, text=text, keyboard=keyboard, key=f"appeal-question:{appeal.appeal_id}"))
        told = None if turn.private else phrase("appeals-look-in-private")
        turn.do(Answer(chat_id=turn.chat_id, query_id=query.id, text=told, alert=told is not None))
        return
    token = secrets.token_urlsafe(TOKEN_BYTES)
    await appeals.offer_link(turn.work, appeal, token=token, now=turn.now)
    link = f"https://t.me/{turn.bot.username}?start={token}"
    turn.do(Answer(chat_id=turn.chat_id, query_id=query.id, url=link))


async def follow(turn: Turn, token: str) -> bool:
    """Whether a deep link led to an appeal of this person's: then its words are asked for."""
    if turn.user_id is None:
        return False
    appeal = await appeals.follow_link(turn.work, token=token, user_id=turn.user_id, now=turn.now)
    if appeal is None:
        return False
    text, keyboard = await appeal_texts.question(turn.work, appeal)
    turn.say(text, keyboard=keyboard, quote=False)
    return True


async def hear(turn: Turn, words: str) -> bool:
    """Whether the words somebody wrote in private are those of their appeal: then it goes to the managers."""
    appeal = await appeals.is_waiting(turn.work, turn.user_id) if turn.user_id is not None else None
    if appeal is None:
        return False
    turn.do(*await appeals.bring(turn.work, appeal, words=words, now=turn.now))
    turn.say(phrase("appeals-brought", chat=await title(turn.work, appeal.chat_id)))
    return True


async def send_wordless(turn: Turn, arguments: Arguments) -> None:
    """The appeal goes to the managers without further words."""
    appeal = await appeals.find(turn.work, chat_id=turn.about_chat, appeal_id=number(arguments, "appeal"))
    turn.do(*await appeals.bring(turn.work, appeal, words="", now=turn.now))
    if turn.message_id is not None:
        text = phrase("appeals-brought", chat=await title(turn.work, appeal.chat_id))
        turn.do(Edit(chat_id=turn.chat_id, message_id=turn.message_id, text=text, language=turn.language))


async def decide(turn: Turn, arguments: Arguments) -> None:
    """A manager grants or rejects."""
    decision = next((one for one in appeal_texts.DECISIONS if one == arguments.get("decision")), None)
    if decision is None or turn.message_id is None:
        raise Refusal(phrase("common-button-expired"))
    appeal = await appeals.find(turn.work, chat_id=turn.about_chat, appeal_id=number(arguments, "appeal"))
    pressed = (turn.chat_id, turn.message_id)
    turn.do(*await appeals.decide(turn.work, appeal, decision, by=turn.user_id, pressed=pressed, now=turn.now))


async def show(turn: Turn, arguments: Arguments) -> None:
    """One ticket once more, where it is asked for."""
    appeal = await appeals.find(turn.work, chat_id=turn.about_chat, appeal_id=number(arguments, "appeal"))
    text, keyboard = await appeal_texts.ticket_of(turn.work, appeal)
    turn.say(text, keyboard=keyboard, quote=False)


async def run_appeals(turn: Turn, _arguments: NoArguments) -> None:
    """What nobody has decided yet."""
    waiting = await appeals.open_ones(turn.work, turn.about_chat)
    if not waiting:
        turn.say(phrase("appeals-none"))
        return
    lines = [phrase("appeals-list", count=len(waiting))]
    buttons = []
    for place, appeal in enumerate(waiting[:SHOWN], start=1):
        about = await appeals.about(turn.work, appeal)
        at = Moment(at=appeal.asked_at)
        lines.append(phrase("appeals-list-line", place=str(place), person=about.person, act=about.act, at=at))
        buttons.append(
            Button(
                label=phrase("tickets-button-show", place=str(place)),
                action=SHOW,
                arguments={"appeal": appeal.appeal_id},
                permission=Role.MANAGER,
                chat_id=turn.about_chat,
            )
        )
    turn.say(Page(lines=tuple(lines)), keyboard=(tuple(buttons[:4]), tuple(buttons[4:])))


COMMANDS: tuple[AnyCommand, ...] = (
    Command(
        name="appeals",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="moderation",
        arguments=NoArguments,
        run=run_appeals,
    ),
)

BUTTONS = (
    ButtonAction(name=APPEAL, run=press),
    ButtonAction(name=appeal_texts.SEND, run=send_wordless),
    ButtonAction(name=appeal_texts.DECIDE, run=decide),
    ButtonAction(name=SHOW, run=show),
)
