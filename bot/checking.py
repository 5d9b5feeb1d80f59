"""`python -m bot check`: whether everything the bot needs is there, a line each, with what to do."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import SystemClock
from bot.failures import exit_code_of
from bot.identity import ask
from bot.opening import defaults_of
from bot.polling import ALLOWED_UPDATES
from bot.telegram_api import ApiError, TelegramApi, TelegramError
from models import schema
from models.database import Database
from services import chats
from services.rights import Mark, inspect, standing_of
from services.words import Words

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from sqlalchemy import URL

    from bot.configuration import Configuration
    from domain.phrases import Phrase
    from handlers.turn import BotIdentity
    from models.chats import Chat

LOCALES = Path(__file__).parent.parent / "locales"
GROUPS = frozenset({"group", "supergroup"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """What was found: in order, or with what to do about it."""

    good: bool
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """A group the bot knows: what Telegram says the bot is there, and what follows."""

    status: str
    lines: tuple[Line, ...]


class WebhookInfo(msgspec.Struct, frozen=True):
    """The fields of getWebhookInfo that are read."""

    url: str = ""
    pending_update_count: int = 0
    last_error_message: str | None = None
    allowed_updates: tuple[str, ...] | None = None


async def check(configuration: Configuration) -> int:
    """Print every finding; 0 when all is well, 1 when something is to be mended."""
    is_sound = True
    async for line in findings(configuration):
        click.echo(f"{'ok ' if line.good else 'FIX'}  {line.text}")
        is_sound = is_sound and line.good
    click.echo("everything is in order" if is_sound else "mend the lines that begin with FIX")
    return 0 if is_sound else 1


async def findings(configuration: Configuration) -> AsyncIterator[Line]:
    """Every finding, in the order in which they depend on one another."""
    if configuration.bot_token is None:
        yield Line(good=False, text="BOT_TOKEN: missing; put the token that @BotFather gave you into .env")
        return
    database = await _database(configuration)
    yield database
    async with TelegramApi(configuration.telegram_api_url, configuration.bot_token) as api:
        try:
            bot = await ask(api)
            info = msgspec.convert(await api.call("getWebhookInfo"), WebhookInfo)
        except (TelegramError, msgspec.ValidationError) as error:
            yield _unanswered(configuration, error)
            return
        yield Line(
            good=True, text=f"token and Bot API: @{bot.username} ({bot.bot_id}) at {configuration.telegram_api_url}"
        )
        groups = await _groups(configuration, api, bot) if database.good else []
        yield _privacy(bot, groups)
        yield _way_in(configuration, info)
        yield _kinds(info)
        for group in groups:
            for line in group.lines:
                yield line


def _unanswered(configuration: Configuration, error: Exception) -> Line:
    known = exit_code_of(error)
    if known is not None:
        return Line(good=False, text=known[0])
    reason = error if isinstance(error, TelegramError) else "it does not speak the Bot API"
    where = configuration.telegram_api_url
    return Line(
        good=False, text=f"TELEGRAM_API_URL: {where} does not answer ({reason}); check the address and the network"
    )


def _privacy(bot: BotIdentity, groups: list[Group]) -> Line:
    if bot.reads_all:
        return Line(good=True, text="privacy mode: off, the bot sees every message of its groups")
    if groups and all(group.status == "administrator" for group in groups):
        return Line(good=True, text="privacy mode: on, but the bot is an administrator of every group it knows")
    return Line(
        good=False,
        text="privacy mode: on; send /setprivacy to @BotFather and choose Disable, or make the bot an administrator "
        "in each group, where it then sees everything",
    )


def _way_in(configuration: Configuration, info: WebhookInfo) -> Line:
    """Whether updates come as configured; what differs is set right when the bot starts."""
    wanted = configuration.webhook_url or ""
    if info.url and info.last_error_message and info.url == wanted:
        reason = info.last_error_message
        return Line(good=False, text=f"WEBHOOK_URL: Telegram cannot deliver to {info.url} ({reason}); check the proxy")
    if info.url == wanted:
        how = f"by webhook to {wanted}" if wanted else "by polling"
        return Line(good=True, text=f"updates: {how}, {info.pending_update_count} wait")
    now = f"they go to {info.url}" if info.url else "there is no webhook"
    then = f"webhook to {wanted}" if wanted else "polling"
    return Line(good=True, text=f"updates: now {now}; `python -m bot run` changes to {then}")


def _kinds(info: WebhookInfo) -> Line:
    asked = info.allowed_updates
    missing = [name for name in ALLOWED_UPDATES if asked is None or name not in asked]
    if not missing:
        return Line(good=True, text=f"allowed updates: all {len(ALLOWED_UPDATES)} kinds that are needed")
    if asked is None:
        return Line(good=True, text="allowed updates: Telegram's default; `python -m bot run` asks for what is needed")
    return Line(
        good=True, text=f"allowed updates: without {', '.join(missing)}; `python -m bot run` asks for what is needed"
    )


async def _database(configuration: Configuration) -> Line:
    """Whether the database answers and stands at the newest revision; nothing is created."""
    url = make_url(configuration.database_url)
    if not _is_there(url):
        return Line(good=False, text=f"DATABASE_URL: {url.database} is not there yet; run: python -m bot migrate")
    database = Database(configuration.database_url, defaults=defaults_of(configuration))
    try:
        revision = await schema.current(database.engine)
        schema.check_known(revision)
    except (SQLAlchemyError, schema.NewerSchema) as error:
        known = exit_code_of(error)
        return Line(good=False, text=known[0] if known else "DATABASE_URL: the file is no database of Steward")
    finally:
        await database.close()
    if revision != schema.head():
        stands = revision or "empty"
        return Line(good=False, text=f"database: at revision {stands}, not {schema.head()}; run: python -m bot migrate")
    return Line(good=True, text=f"database: {url.get_backend_name()} answers, at revision {revision}")


def _is_there(url: URL) -> bool:
    """Whether opening the database would create nothing."""
    return url.get_backend_name() != "sqlite" or (url.database is not None and Path(url.database).exists())


async def _groups(configuration: Configuration, api: TelegramApi, bot: BotIdentity) -> list[Group]:
    """Every group the bot knows, its standing asked anew. What is learnt is not kept: the bot may be running."""
    words = Words.load(LOCALES)
    say = partial(words.plain, language=configuration.language, timezone=configuration.timezone)
    database = Database(configuration.database_url, defaults=defaults_of(configuration))
    try:
        async with database.transaction() as work:
            known = [chat for chat in await chats.active(work) if chat.kind in GROUPS]
        return [await _group(database, api, chat, bot, say) for chat in known]
    finally:
        await database.close()


async def _group(
    database: Database, api: TelegramApi, chat: Chat, bot: BotIdentity, say: Callable[[Phrase], str]
) -> Group:
    name = f"{chat.title} ({chat.chat_id})"
    try:
        told = await api.call("getChatMember", {"chat_id": chat.chat_id, "user_id": bot.bot_id})
        member = msgspec.convert(told, dict[str, object])
    except ApiError as error:
        text = f"{name}: the bot cannot see the group ({error.description}); add it again as an administrator"
        return Group(status="", lines=(Line(good=False, text=text),))
    except (TelegramError, msgspec.ValidationError) as error:
        text = f"{name}: Telegram did not tell the bot's rights ({error}); check again later"
        return Group(status="", lines=(Line(good=False, text=text),))
    now, standing = SystemClock().now(), standing_of(member)
    async with database.transaction() as work:
        await chats.set_bot_status(work, chat_id=chat.chat_id, status=standing.status, rights=standing.rights, now=now)
        found = await inspect(work, chat.chat_id, reads_all=bot.reads_all)
    bad = [Line(good=False, text=f"{name}: {say(finding.text)}") for finding in found if finding.mark is Mark.BAD]
    return Group(
        status=standing.status, lines=tuple(bad) or (Line(good=True, text=f"{name}: the bot may do all it needs"),)
    )
