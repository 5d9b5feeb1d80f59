"""The way in: a batch of raw updates becomes facts and outbox rows in one transaction."""

from __future__ import annotations

import logging
import time
import traceback
from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.arrivals import Arrival, arrivals
from bot.logs import log_context
from bot.talk import absorb
from bot.telegram_shapes import number_decoder
from handlers.authority import needs, needs_elsewhere
from handlers.router import answer
from models import updates
from models.trouble import is_trouble
from models.updates import FailedUpdate
from services.cleaning import notice_line
from services.outbox import enqueue

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.administrators import Administrators
    from bot.clock import Clock
    from bot.files import Files
    from bot.metrics import Metrics
    from handlers.desk import Office
    from handlers.turn import Attachment
    from models.database import Database
    from models.work import Work
    from services.cleaning import ServiceLine
    from services.words import Words

log = logging.getLogger(__name__)

MOST_TRIES = 3
RETRY_SECONDS = 1.0
NO_ATTACHMENTS: Mapping[int, Attachment] = MappingProxyType({})
PAUSES = (timedelta(seconds=2), timedelta(seconds=20))


class Intake:
    """Takes batches. One transaction a batch, a savepoint an update that asks, one for all the talk around it."""

    def __init__(
        self,
        *,
        database: Database,
        office: Office,
        words: Words,
        clock: Clock,
        administrators: Administrators,
        files: Files,
        metrics: Metrics,
        wake: Callable[[], None],
    ) -> None:
        self._database = database
        self._office = office
        self._words = words
        self._clock = clock
        self._administrators = administrators
        self._files = files
        self._metrics = metrics
        self._wake = wake
        self._retried_at = float("-inf")
        self._is_stirred = False

    async def take(self, raws: Sequence[bytes]) -> None:
        """Handle updates and commit. When it raises, the same batch must be given again.

        A batch that breaks as a whole is taken one by one, and what breaks alone is set aside.
        """
        try:
            await self._take(raws)
        except Exception as error:
            if is_trouble(error):
                raise
            if len(raws) == 1:
                await self._set_aside(raws[0], error)
                return
            for raw in raws:
                await self.take([raw])

    async def _take(self, raws: Sequence[bytes]) -> None:
        batch = list(arrivals(raws, self._office.bot))
        await self._learn_administrators(batch)
        attachments = await self._files.fetch(batch)
        with self._metrics.batch_seconds.time():
            async with self._database.transaction() as work:
                known = await updates.handled(work, [arrival.update_id for arrival in batch])
                fresh = list({one.update_id: one for one in batch if one.update_id not in known}.values())
                await updates.mark_handled(work, [arrival.update_id for arrival in fresh], now=self._clock.now())
                await self._handle(work, fresh, tries=0, attachments=attachments)
                await work.commit()
        self._metrics.updates.labels("taken").inc(len(fresh))
        self._metrics.updates.labels("repeated").inc(len(batch) - len(fresh))
        self._stir()

    def _stir(self) -> None:
        """Wake the dispatcher when something was written for it; most talk asks for nothing."""
        if self._is_stirred:
            self._is_stirred = False
            self._wake()

    async def _set_aside(self, raw: bytes, error: Exception) -> None:
        """Keep an update that could not even be begun, for another try."""
        arrival = Arrival(update_id=number_decoder.decode(raw).update_id, raw=raw)
        async with self._database.transaction() as work:
            await updates.mark_handled(work, [arrival.update_id], now=self._clock.now())
            await self._fail(work, arrival, error, tries=0)
            await work.commit()

    async def retry(self) -> int:
        """Try again the updates that failed and whose time has come, asked at most once a second; returns how many."""
        if time.monotonic() - self._retried_at < RETRY_SECONDS:
            return 0
        self._retried_at = time.monotonic()
        async with self._database.transaction() as work:
            due = await updates.due(work, now=self._clock.now())
            for failed in due:
                batch = list(arrivals([failed.raw.encode()], self._office.bot))
                await updates.drop(work, [failed.update_id])
                await self._handle(work, batch, tries=failed.tries)
            await work.commit()
        self._stir()
        return len(due)

    async def _learn_administrators(self, batch: Sequence[Arrival]) -> None:
        """Ask Telegram, before the transaction, who may command where that is about to matter."""
        asking = [arrival.asks for arrival in batch if arrival.asks is not None]
        if not asking:
            return
        wanted: set[int] = set()
        async with self._database.transaction() as work:
            for update in asking:
                wanted |= needs(update) | await needs_elsewhere(work, update)
        await self._administrators.learn(wanted)

    async def _handle(
        self,
        work: Work,
        batch: Sequence[Arrival],
        *,
        tries: int,
        attachments: Mapping[int, Attachment] = NO_ATTACHMENTS,
    ) -> None:
        """Order is kept within a chat: what a chat said before is written before it is answered."""
        pending: list[Arrival] = []
        for arrival in batch:
            if arrival.error is not None:
                await self._fail(work, arrival, arrival.error, tries)
                continue
            if arrival.talk is not None:
                pending.append(arrival)
            if arrival.service is not None:
                await self._tidy(work, arrival, arrival.service, tries)
            if arrival.asks is not None:
                own = [one for one in pending if one.chat_id == arrival.chat_id]
                pending = [one for one in pending if one.chat_id != arrival.chat_id]
                if arrival.update_id not in await self._listen(work, own, tries):
                    await self._answer(work, arrival, tries, attachments.get(arrival.update_id))
        await self._listen(work, pending, tries)

    async def _listen(self, work: Work, talk: Sequence[Arrival], tries: int) -> set[int]:
        """Judge and count talk in one savepoint; when that fails, one by one. Returns the update ids that failed."""
        if not talk:
            return set()
        try:
            async with work.savepoint():
                shapes = [one.talk for one in talk if one.talk]
                self._is_stirred |= await absorb(work, self._words, shapes, now=self._clock.now())
        except Exception as error:
            if is_trouble(error):
                raise
            work.cache.clear()
            if len(talk) == 1:
                await self._fail(work, talk[0], error, tries)
                return {talk[0].update_id}
            return set().union(*[await self._listen(work, [one], tries) for one in talk])
        return set()

    async def _tidy(self, work: Work, arrival: Arrival, line: ServiceLine, tries: int) -> None:
        """Clear one of Telegram's own lines away; an update that asks for more is answered whatever becomes of that."""
        try:
            async with work.savepoint():
                effects = await notice_line(work, line, now=self._clock.now())
                await enqueue(work, self._words, effects, now=self._clock.now())
                self._is_stirred |= bool(effects)
        except Exception as error:
            if is_trouble(error):
                raise
            work.cache.clear()
            if arrival.asks is None:
                await self._fail(work, arrival, error, tries)
                return
            log.exception("a service message could not be tidied", exc_info=error)

    async def _answer(self, work: Work, arrival: Arrival, tries: int, attachment: Attachment | None) -> None:
        if arrival.asks is None:
            return
        with log_context(update_id=arrival.update_id, chat_id=arrival.chat_id):
            try:
                async with work.savepoint():
                    now = self._clock.now()
                    await answer(self._office, arrival.asks, work=work, now=now, attachment=attachment)
                self._is_stirred = True
            except Exception as error:
                if is_trouble(error):
                    raise
                work.cache.clear()
                await self._fail(work, arrival, error, tries)

    async def _fail(self, work: Work, arrival: Arrival, error: Exception, tries: int) -> None:
        """Set an update aside for another try, or as a dead letter after the last one."""
        tries += 1
        now = self._clock.now()
        given_up = tries >= MOST_TRIES
        with log_context(update_id=arrival.update_id, chat_id=arrival.chat_id):
            log.error("update failed, try %d of %d", tries, MOST_TRIES, exc_info=error)
        self._metrics.updates.labels("dead" if given_up else "failed").inc()
        await updates.put_failed(
            work,
            FailedUpdate(
                update_id=arrival.update_id,
                chat_id=arrival.chat_id,
                raw=bytes(arrival.raw).decode(errors="replace"),
                error="".join(traceback.format_exception(error))[-4000:],
                tries=tries,
                failed_at=now,
                retry_at=None if given_up else now + PAUSES[tries - 1],
            ),
        )
