"""The running bot: builds its parts, runs them until told to stop, lets them finish."""

from __future__ import annotations

import asyncio
import gc
import logging
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from bot.administrators import Administrators
from bot.configuration import address
from bot.delivery.dispatcher import Dispatcher
from bot.errands import Errands
from bot.files import Files
from bot.health import Beat, Health, health_app
from bot.identity import KnownBot, identify
from bot.intake import Intake
from bot.lease import database_lease, machine_lease
from bot.metrics import Metrics
from bot.opening import defaults_of
from bot.polling import LONG_POLL_SECONDS, Poller
from bot.scheduler import Scheduler
from bot.serving import serve
from bot.spam_list import keep_listing
from bot.stopping import either
from bot.telegram_api import TelegramApi, TelegramError
from bot.webhook import Committer, set_webhook, webhook_app, webhook_stands
from bot.workers import Workers
from handlers.menus import menus
from handlers.router import build
from jobs.catalog import JOBS
from models import outbox, schema
from models.database import Database
from services.outbox import enqueue
from services.words import Words

if TYPE_CHECKING:
    from pydantic import SecretStr

    from bot.clock import Clock
    from bot.configuration import Configuration
    from handlers.turn import BotIdentity

log = logging.getLogger(__name__)

LOCALES = Path(__file__).parent.parent / "locales"
# Together no longer than a container gets to stop.
FLUSH_SECONDS = 5.0
LAST_CALLS_SECONDS = 4.0
STANDSTILL_SECONDS = 1.5
FLUSH_GLANCE_SECONDS = 0.05
WEBHOOK_CHECK_SECONDS = 60
WEBHOOK_RETRY_SECONDS = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Parts:
    """What runs together."""

    configuration: Configuration
    clock: Clock
    api: TelegramApi
    database: Database
    words: Words
    metrics: Metrics
    dispatcher: Dispatcher
    scheduler: Scheduler
    errands: Errands
    intake: Intake
    workers: Workers
    beat: Beat


async def run(configuration: Configuration, token: SecretStr, *, clock: Clock, stop: asyncio.Event) -> None:
    """Run the bot until `stop`. Raises AlreadyRunning, ApiError (token refused), OSError (address taken)."""
    _spare_the_collector()
    async with AsyncExitStack() as stack:
        stack.enter_context(machine_lease(configuration.bot_id, configuration.telegram_api_url))
        database = await _open_database(configuration, stack)
        api = await stack.enter_async_context(TelegramApi(configuration.telegram_api_url, token))
        bot = await identify(api, stop)
        if bot is None:
            return
        parts = await _build(configuration, token, clock=clock, api=api, database=database, bot=bot, stack=stack)
        await _write_menus(parts)
        await _serve_health(parts, stack)
        await _operate(parts, stop)


def _spare_the_collector() -> None:
    """Modules live for ever and batches make no cycles: looking through them again took a tenth of the time."""
    gc.freeze()
    gc.set_threshold(20_000, 50, 50)


async def _open_database(configuration: Configuration, stack: AsyncExitStack) -> Database:
    database = Database(configuration.database_url, defaults=defaults_of(configuration))
    stack.push_async_callback(database.close)
    await stack.enter_async_context(database_lease(database.engine, configuration.bot_id))
    if await schema.migrate(database.engine):
        log.info("database migrated to revision %s", schema.head())
    return database


async def _build(
    configuration: Configuration,
    token: SecretStr,
    *,
    clock: Clock,
    api: TelegramApi,
    database: Database,
    bot: BotIdentity,
    stack: AsyncExitStack,
) -> Parts:
    words = Words.load(LOCALES)
    if database.defaults.detector is not None:
        # The first message that asks for it would wait for this within its transaction.
        database.defaults.detector.ready()
    metrics = Metrics()
    office = build(token.get_secret_value(), words=words, bot=bot, request=KnownBot(bot))
    await office.initialize()
    stack.push_async_callback(office.shutdown)
    dispatcher = Dispatcher(database, api, clock=clock, count=metrics.count_call)
    intake = Intake(
        database=database,
        office=office,
        words=words,
        clock=clock,
        administrators=Administrators(database=database, api=api, clock=clock),
        files=Files(database=database, api=api),
        metrics=metrics,
        wake=dispatcher.wake,
    )
    scheduler = Scheduler(jobs=JOBS, database=database, words=words, clock=clock, metrics=metrics, wake=dispatcher.wake)
    return Parts(
        configuration=configuration,
        clock=clock,
        api=api,
        database=database,
        words=words,
        metrics=metrics,
        dispatcher=dispatcher,
        scheduler=scheduler,
        errands=Errands(database=database, api=api, words=words, clock=clock, wake=dispatcher.wake),
        intake=intake,
        workers=Workers(
            url=configuration.database_url, database=database, words=words, clock=clock, wake=dispatcher.wake
        ),
        beat=Beat(longest_seconds=LONG_POLL_SECONDS * 3),
    )


async def _write_menus(parts: Parts) -> None:
    """BotFather's menus go out like everything else."""
    now = parts.clock.now()
    async with parts.database.transaction() as work:
        await enqueue(work, parts.words, menus(parts.words, default_language=parts.configuration.language), now=now)
        await work.commit()


async def _serve_health(parts: Parts, stack: AsyncExitStack) -> None:
    if parts.configuration.http_listen is None:
        return
    health = Health(
        database=parts.database,
        clock=parts.clock,
        intake_is_alive=parts.beat.is_alive,
        scheduler_is_alive=parts.scheduler.is_alive,
        delivery_is_alive=parts.dispatcher.is_alive,
    )
    host, port = address(parts.configuration.http_listen)
    await stack.enter_async_context(serve(health_app(health, parts.metrics), host=host, port=port))


async def _operate(parts: Parts, stop: asyncio.Event) -> None:
    """Take updates, run jobs and deliver, until `stop`; then deliver what is left for a while."""
    delivered = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        delivery = group.create_task(parts.dispatcher.run(delivered))
        group.create_task(parts.errands.run(stop))
        group.create_task(parts.workers.run(stop))
        listing = parts.database.defaults.listing
        if parts.configuration.cas_url is not None and listing is not None:
            group.create_task(keep_listing(parts.configuration.cas_url, listing, stop))
        parts.scheduler.start()
        try:
            if parts.configuration.webhook_url is None:
                await Poller(api=parts.api, intake=parts.intake, beat=parts.beat).run(stop)
            else:
                await _listen(parts, stop)
            parts.scheduler.stop()
            await _flush(parts)
        finally:
            parts.scheduler.stop()
            delivered.set()
            await asyncio.wait({delivery}, timeout=LAST_CALLS_SECONDS)
            delivery.cancel()
    log.info("stopped")


async def _flush(parts: Parts) -> None:
    """Let go out what is due, as long as something goes out; what a limit holds back is kept for the next start."""
    left, since = -1, time.monotonic()
    deadline = since + FLUSH_SECONDS
    while left and time.monotonic() < min(since + STANDSTILL_SECONDS, deadline):
        try:
            async with parts.database.transaction() as work:
                due = await outbox.count_due(work, now=parts.clock.now())
        except SQLAlchemyError as error:
            log.warning("what is due cannot be counted, it is kept: %s", error)
            return
        if due != left:
            left, since = due, time.monotonic()
        await asyncio.sleep(FLUSH_GLANCE_SECONDS)


async def _listen(parts: Parts, stop: asyncio.Event) -> None:
    """Webhook mode: serve, tell Telegram where, and see that it stays so."""
    configuration = parts.configuration
    url, secret = configuration.webhook_url, configuration.webhook_secret
    if url is None or secret is None:
        raise ValueError("webhook mode needs an address and a secret")
    committer = Committer(intake=parts.intake)
    host, port = address(configuration.webhook_listen)
    closed = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(committer.run(closed, parts.beat))
        try:
            async with serve(webhook_app(committer, secret), host=host, port=port):
                await _keep_webhook(parts.api, url, secret, stop)
        finally:
            closed.set()


async def _keep_webhook(api: TelegramApi, url: str, secret: SecretStr, stop: asyncio.Event) -> None:
    """Set the webhook, and again whenever somebody took it away."""
    is_set = False
    while not stop.is_set():
        pause: float = WEBHOOK_CHECK_SECONDS
        try:
            if not is_set or not await webhook_stands(api, url=url):
                await set_webhook(api, url=url, secret=secret)
                is_set = True
                log.info("ready for webhook posts")
        except TelegramError as error:
            log.warning("the webhook could not be set: %s", error)
            pause = max(WEBHOOK_RETRY_SECONDS, error.retry_after or 0.0)
        await either(asyncio.sleep(pause), stop)
