"""Who comes and goes, the bot included: membership updates, service messages, moves to a supergroup."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from telegram import ChatMemberAdministrator, ChatMemberRestricted, Update
from telegram.ext import ChatMemberHandler, MessageHandler, TypeHandler, filters

from domain.effects import LinkButton, Send
from domain.phrases import phrase
from domain.reports.titles import shorten
from handlers import door
from handlers.settings import private_link
from services import chats, membership, shared_bans
from services.door import Arrival
from services.outbox import enqueue
from services.roles import find_person
from services.schedules import ensure_digest
from services.settings import settings_of

if TYPE_CHECKING:
    from datetime import datetime

    from telegram import Chat, ChatMember, ChatMemberUpdated, User
    from telegram.ext import BaseHandler

    from handlers.desk import Company, Context, Visit
    from models.work import Work

TITLE_CELLS = 40
BEFORE_ANSWERS = -1
AFTER_ANSWERS = 1
ABSENT = frozenset({"left", "kicked"})
# Nobody waits any more for a greeting that comes later.
LATE = timedelta(minutes=5)


def handlers(company: Company) -> tuple[tuple[int, BaseHandler[Update, Context, None]], ...]:
    """The handlers with their groups: everybody is remembered first, comings and goings are noted last."""
    return (
        (BEFORE_ANSWERS, TypeHandler(Update, remember)),
        (AFTER_ANSWERS, ChatMemberHandler(partial(bot_moved, company), ChatMemberHandler.MY_CHAT_MEMBER)),
        (AFTER_ANSWERS, ChatMemberHandler(partial(member_moved, company), ChatMemberHandler.CHAT_MEMBER)),
        (AFTER_ANSWERS, MessageHandler(filters.StatusUpdate.NEW_CHAT_MEMBERS, partial(came, company))),
        (AFTER_ANSWERS, MessageHandler(filters.StatusUpdate.LEFT_CHAT_MEMBER, partial(went, company))),
        (AFTER_ANSWERS, MessageHandler(filters.StatusUpdate.MIGRATE, migrated)),
        *door.handlers(company, AFTER_ANSWERS),
    )


async def remember(update: Update, context: Context) -> None:
    """Whoever writes or presses is known by name from then on; who writes in private can be written to."""
    visit = context.bot_data.visits[update.update_id]
    user, chat = update.effective_user, update.effective_chat
    if user is None or chat is None:
        return
    if update.my_chat_member is None and update.chat_member is None:
        await _see(visit.work, chat, now=visit.now)
    is_private = chat.type == chat.PRIVATE and update.my_chat_member is None
    await membership.meet(visit.work, door.sighting(user), at=visit.now, is_private=is_private)


async def bot_moved(company: Company, update: Update, context: Context) -> None:
    """The bot was added, removed, promoted, demoted, blocked or unblocked."""
    moved = update.my_chat_member
    if moved is None:
        return
    visit = context.bot_data.visits[update.update_id]
    work, chat, now = visit.work, moved.chat, visit.now
    if chat.type == chat.PRIVATE:
        await membership.meet(work, door.sighting(moved.from_user), at=moved.date, is_private=True)
        is_open = status_of(moved.new_chat_member) not in ABSENT
        await membership.open_private_chat(work, user_id=moved.from_user.id, is_open=is_open)
    await _see(work, chat, now=now)
    status = status_of(moved.new_chat_member)
    await chats.set_bot_status(work, chat_id=chat.id, status=status, rights=rights_of(moved.new_chat_member), now=now)
    if chat.type in {chat.GROUP, chat.SUPERGROUP} and _came_in(moved):
        settings = await settings_of(work, chat.id)
        await ensure_digest(work, chat_id=chat.id, settings=settings, now=now)
        if now - moved.date <= LATE:
            url = await private_link(work, chat_id=chat.id, user_id=None, username=company.bot.username, now=now)
            await enqueue(work, company.words, [_greeting(chat.id, company.bot.name, status, url)], now=now)

    if chat.type == chat.CHANNEL and _came_in(moved) and now - moved.date <= LATE:
        await _tell_who_brought(company, work, moved, now=now)


async def _tell_who_brought(company: Company, work: Work, moved: ChatMemberUpdated, *, now: datetime) -> None:
    """Nobody sees a channel's id; who made the bot its administrator is told how to use it, where they can be told."""
    person = await find_person(work, moved.from_user.id)
    if person is None or not person.private_chat:
        return
    chat = moved.chat
    text = phrase("membership-hello-channel", chat=shorten(chat.title or "", TITLE_CELLS), id=str(chat.id))
    await enqueue(work, company.words, [Send(chat_id=person.user_id, text=text)], now=now)


def _came_in(moved: ChatMemberUpdated) -> bool:
    return status_of(moved.old_chat_member) in ABSENT and status_of(moved.new_chat_member) not in ABSENT


def _greeting(chat_id: int, name: str, status: str, url: str) -> Send:
    return Send(
        chat_id=chat_id,
        text=phrase("membership-hello-group", name=name, status=status),
        keyboard=((LinkButton(label=phrase("membership-hello-private"), url=url),),),
    )


async def member_moved(company: Company, update: Update, context: Context) -> None:
    """Somebody's membership changed; this is told to administrators only, and is the better source."""
    moved = update.chat_member
    if moved is None:
        return
    visit = context.bot_data.visits[update.update_id]
    link, user, status = moved.invite_link, moved.new_chat_member.user, status_of(moved.new_chat_member)
    is_news = await _change(
        visit.work,
        moved.chat,
        user,
        was=status_of(moved.old_chat_member),
        status=status,
        at=moved.date,
        invite_link=None if link is None else link.name or link.invite_link,
    )
    if not is_news:
        return
    if status not in ABSENT:
        if await _enforce(company, visit, chat_id=moved.chat.id, user_id=user.id):
            return
        arrival = Arrival(
            chat_id=moved.chat.id,
            who=door.sighting(user),
            at=moved.date,
            inviter_id=None if moved.from_user.id == user.id else moved.from_user.id,
            by_request=bool(moved.via_join_request),
            restricted=status == "restricted",
        )
        await door.came_in(company, visit, moved.chat, arrival)
    elif status == "left" and moved.from_user.id == user.id:
        await door.went_out(company, visit, moved.chat, user, moved.date)


async def came(company: Company, update: Update, context: Context) -> None:
    """A service message says that people came."""
    message = update.effective_message
    if message is None:
        return
    visit = context.bot_data.visits[update.update_id]
    by = message.from_user
    for user in message.new_chat_members or ():
        if await _change(visit.work, message.chat, user, was="left", status="member", at=message.date):
            arrival = Arrival(
                chat_id=message.chat.id,
                who=door.sighting(user),
                at=message.date,
                inviter_id=None if by is None or by.id == user.id else by.id,
            )
            if not await _enforce(company, visit, chat_id=message.chat.id, user_id=user.id):
                await door.came_in(company, visit, message.chat, arrival)
        await door.line_of_coming(visit, message.chat, user, message.message_id)


async def _enforce(company: Company, visit: Visit, *, chat_id: int, user_id: int) -> bool:
    """Who comes may be banned by groups that share their bans with this one; whether they are."""
    effects = await shared_bans.on_join(visit.work, chat_id=chat_id, user_id=user_id, now=visit.now)
    await enqueue(visit.work, company.words, effects, now=visit.now)
    return bool(effects)


async def went(company: Company, update: Update, context: Context) -> None:
    """A service message says that somebody went."""
    message = update.effective_message
    if message is None or message.left_chat_member is None:
        return
    visit = context.bot_data.visits[update.update_id]
    user, by = message.left_chat_member, message.from_user
    is_news = await _change(visit.work, message.chat, user, was="member", status="left", at=message.date)
    if by is not None and by.id == company.bot.bot_id:
        await door.line_of_going(company, visit, message.chat, user, message.message_id)
    elif is_news and by is not None and by.id == user.id:
        await door.went_out(company, visit, message.chat, user, message.date)


async def migrated(update: Update, context: Context) -> None:
    """The group became a supergroup; told twice, once in each."""
    message = update.effective_message
    if message is None:
        return
    visit = context.bot_data.visits[update.update_id]
    if message.migrate_to_chat_id:
        await chats.migrate(visit.work, old=message.chat.id, new=message.migrate_to_chat_id, now=visit.now)
    elif message.migrate_from_chat_id:
        await chats.migrate(visit.work, old=message.migrate_from_chat_id, new=message.chat.id, now=visit.now)


async def _change(
    work: Work, chat: Chat, user: User, *, was: str, status: str, at: datetime, invite_link: str | None = None
) -> bool:
    """Keep it; whether somebody came in or went out by it, told for the first time."""
    settings = await settings_of(work, chat.id)
    return await membership.change(
        work,
        chat_id=chat.id,
        who=door.sighting(user),
        was=was,
        status=status,
        at=at,
        timezone=settings.timezone,
        invite_link=invite_link,
    )


async def _see(work: Work, chat: Chat, *, now: datetime) -> None:
    await chats.see(
        work,
        chat_id=chat.id,
        kind=chat.type,
        title=chat.title or chat.full_name or "",
        username=chat.username,
        now=now,
    )


def status_of(member: ChatMember) -> str:
    """Telegram's status; somebody restricted may be out of the chat."""
    if isinstance(member, ChatMemberRestricted) and not member.is_member:
        return "left"
    return str(member.status)


def rights_of(member: ChatMember) -> tuple[str, ...]:
    """The administrator rights that are granted, by Telegram's field names."""
    if not isinstance(member, ChatMemberAdministrator):
        return ()
    return tuple(name for name, value in member.to_dict().items() if name.startswith("can_") and value)
