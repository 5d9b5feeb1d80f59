"""Who comes and goes, the bot included: membership updates, service messages, moves to a supergroup."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from telegram import ChatMemberAdministrator, ChatMemberRestricted, Update
from telegram.ext import ChatMemberHandler, MessageHandler, TypeHandler, filters

from domain.effects import LinkButton, Send
from domain.people import Sighting, full_name
from domain.phrases import phrase
from domain.reports.titles import shorten
from handlers.settings import private_link
from services import chats, membership, shared_bans
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
        (AFTER_ANSWERS, MessageHandler(filters.StatusUpdate.LEFT_CHAT_MEMBER, went)),
        (AFTER_ANSWERS, MessageHandler(filters.StatusUpdate.MIGRATE, migrated)),
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
    await membership.meet(visit.work, sighting(user), at=visit.now, is_private=is_private)


async def bot_moved(company: Company, update: Update, context: Context) -> None:
    """The bot was added, removed, promoted, demoted, blocked or unblocked."""
    moved = update.my_chat_member
    if moved is None:
        return
    visit = context.bot_data.visits[update.update_id]
    work, chat, now = visit.work, moved.chat, visit.now
    if chat.type == chat.PRIVATE:
        await membership.meet(work, sighting(moved.from_user), at=moved.date, is_private=True)
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
    link = moved.invite_link
    has_moved = await _change(
        visit.work,
        moved.chat,
        moved.new_chat_member.user,
        was=status_of(moved.old_chat_member),
        status=status_of(moved.new_chat_member),
        at=moved.date,
        invite_link=None if link is None else link.name or link.invite_link,
    )
    if has_moved and status_of(moved.new_chat_member) not in ABSENT:
        await _enforce(company, visit, chat_id=moved.chat.id, user_id=moved.new_chat_member.user.id)


async def came(company: Company, update: Update, context: Context) -> None:
    """A service message says that people came."""
    message = update.effective_message
    if message is None:
        return
    visit = context.bot_data.visits[update.update_id]
    for user in message.new_chat_members or ():
        if await _change(visit.work, message.chat, user, was="left", status="member", at=message.date):
            await _enforce(company, visit, chat_id=message.chat.id, user_id=user.id)


async def _enforce(company: Company, visit: Visit, *, chat_id: int, user_id: int) -> None:
    """Who comes may be banned by groups that share their bans with this one."""
    effects = await shared_bans.on_join(visit.work, chat_id=chat_id, user_id=user_id, now=visit.now)
    await enqueue(visit.work, company.words, effects, now=visit.now)


async def went(update: Update, context: Context) -> None:
    """A service message says that somebody went."""
    message = update.effective_message
    if message is None or message.left_chat_member is None:
        return
    work = context.bot_data.visits[update.update_id].work
    await _change(work, message.chat, message.left_chat_member, was="member", status="left", at=message.date)


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
    settings = await settings_of(work, chat.id)
    return await membership.change(
        work,
        chat_id=chat.id,
        who=sighting(user),
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


def sighting(user: User) -> Sighting:
    """A person as PTB shows them."""
    return Sighting(
        user_id=user.id,
        name=full_name(user.first_name, user.last_name),
        username=user.username,
        is_bot=user.is_bot,
        client_language=user.language_code,
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
