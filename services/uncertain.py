"""Posts of which Telegram's answer was lost: the managers are asked, and decide."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from domain.deliveries import QUESTION
from domain.effects import Button, Priority, Send
from domain.phrases import Moment, phrase
from domain.roles import Role
from models import chats, members, people, uncertain
from services.chats import is_active
from services.parts import plain
from services.roles import role_in
from services.settings import settings_of

if TYPE_CHECKING:
    from datetime import datetime

    from domain.effects import Effect, Keyboard
    from domain.phrases import Phrase
    from models.uncertain import Post
    from models.work import Work

AT_ONCE = 50
FIRST_WORDS = 80
# A question that waited out an outage of so long is not worth its noise.
ASKED_FOR = timedelta(days=2)
WORTH_ASKING = timedelta(days=7)
ELLIPSIS = "…"
# Purposes that have a name in words; the others are just messages.
NAMED = frozenset({"post", "digest"})


async def report_uncertain(work: Work, *, now: datetime) -> list[Effect]:
    """Ask managers about every uncertain post not asked about yet; to be called every half minute or so.

    The question goes to the chat's log chat; else to the process's owners; else to the chat's own managers, all
    in private and as far as the bot may write to them. With nobody to ask, the post is looked at again later.
    """
    effects: list[Effect] = []
    for post in await uncertain.unasked(work, since=now - WORTH_ASKING, limit=AT_ONCE):
        asked = await whom_to_ask(work, post.chat_id)
        effects += [await _question(work, post, chat_id) for chat_id in asked]
        if asked:
            await uncertain.mark_asked(work, post)
    return effects


async def whom_to_ask(work: Work, chat_id: int) -> list[int]:
    """The chats in which managers of this one are reached, never the chat itself."""
    log_chat = (await settings_of(work, chat_id)).log_chat
    if log_chat is not None and log_chat != chat_id and await is_active(work, log_chat):
        return [log_chat]
    owners = await writable(work, sorted(work.defaults.owner_ids))
    if owners:
        return owners
    powerful = [member.user_id for member in await members.with_powers(work, chat_id)]
    managers = [
        user_id for user_id in powerful if await role_in(work, chat_id=chat_id, user_id=user_id) >= Role.MANAGER
    ]
    return await writable(work, managers)


async def resend(work: Work, *, chat_id: int, row_id: int, now: datetime) -> Phrase | None:
    """Send the post once more; what to say about it. None when somebody decided before."""
    post = await uncertain.send_again(work, chat_id=chat_id, row_id=row_id, now=now)
    return None if post is None else phrase("delivery-resent", words=first_words(post))


async def arrived(work: Work, *, chat_id: int, row_id: int, now: datetime) -> Phrase | None:
    """Count the post as sent; what to say about it. None when somebody decided before."""
    post = await uncertain.mark_arrived(work, chat_id=chat_id, row_id=row_id, now=now)
    return None if post is None else phrase("delivery-arrived", words=first_words(post))


def first_words(post: Post) -> str:
    """The beginning of what the post reads, on one line."""
    text = " ".join(plain(post.markup).split())
    return text if len(text) <= FIRST_WORDS else text[:FIRST_WORDS].rstrip() + ELLIPSIS


async def _question(work: Work, post: Post, asked: int) -> Send:
    chat = await chats.find(work, post.chat_id)
    return Send(
        chat_id=asked,
        text=phrase(
            "delivery-uncertain",
            purpose=phrase(f"delivery-purpose-{post.purpose}" if post.purpose in NAMED else "delivery-purpose-other"),
            chat=chat.title if chat and chat.title else str(post.chat_id),
            at=Moment(at=post.at),
            words=first_words(post),
        ),
        keyboard=_choices(post),
        key=f"uncertain:{post.row_id}:{post.tries}",
        purpose=QUESTION,
        priority=Priority.REPLY,
        expires_after=ASKED_FOR,
    )


def _choices(post: Post) -> Keyboard:
    row = {"row": post.row_id}
    return (
        tuple(
            Button(
                label=phrase(f"delivery-button-{action}"),
                action=action,
                arguments=row,
                permission=Role.MANAGER,
                chat_id=post.chat_id,
            )
            for action in ("resend", "arrived")
        ),
    )


async def writable(work: Work, user_ids: list[int]) -> list[int]:
    """Those who started the bot and did not stop it."""
    found = []
    for user_id in user_ids:
        person = await people.find(work, user_id)
        if person is not None and person.private_chat and await is_active(work, user_id):
            found.append(user_id)
    return found
