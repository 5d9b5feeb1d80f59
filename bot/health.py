"""`/healthz`, `/readyz` and `/metrics`."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from models import outbox, updates

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from bot.clock import Clock
    from bot.metrics import Metrics
    from models.database import Database

DATABASE_SECONDS = 3.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Health:
    """Whether the parts of the process are alive; each is asked anew."""

    database: Database
    clock: Clock
    intake_is_alive: Callable[[], bool]
    scheduler_is_alive: Callable[[], bool]
    delivery_is_alive: Callable[[], bool]

    async def parts(self) -> dict[str, bool]:
        """Each part by name."""
        return {
            "intake": self.intake_is_alive(),
            "database": await self._database_is_alive(),
            "scheduler": self.scheduler_is_alive(),
            "delivery": self.delivery_is_alive(),
        }

    async def measure(self, metrics: Metrics) -> None:
        """Count what waits; while the database does not answer, the last counts stand."""
        with suppress(SQLAlchemyError, TimeoutError):
            async with asyncio.timeout(DATABASE_SECONDS), self.database.transaction() as work:
                metrics.waiting.set(await outbox.count_due(work, now=self.clock.now()))
                metrics.dead_letters.set(await updates.count_dead(work))

    async def _database_is_alive(self) -> bool:
        try:
            async with asyncio.timeout(DATABASE_SECONDS), self.database.transaction() as work:
                await work.connection.execute(text("SELECT 1"))
        except Exception:  # noqa: BLE001 - whatever the reason, it does not answer
            return False
        return True


class Beat:
    """Remembers when something was last alive."""

    def __init__(self, *, longest_seconds: float) -> None:
        self._longest = longest_seconds
        self._at: float | None = None

    def beat(self) -> None:
        """It is alive now."""
        self._at = time.monotonic()

    def is_alive(self) -> bool:
        """Whether it was alive lately."""
        return self._at is not None and time.monotonic() - self._at < self._longest


def health_app(health: Health, metrics: Metrics) -> Starlette:
    """The ASGI application on HTTP_LISTEN."""

    async def healthz(_request: Request) -> Response:
        parts = await health.parts()
        return JSONResponse(parts, status_code=200 if all(parts.values()) else 503)

    async def readyz(_request: Request) -> Response:
        parts = await health.parts()
        ready = parts["database"] and parts["intake"]
        return JSONResponse({"ready": ready}, status_code=200 if ready else 503)

    async def page(_request: Request) -> Response:
        await health.measure(metrics)
        return Response(metrics.page(), media_type="text/plain; version=0.0.4")

    return Starlette(routes=[Route("/healthz", healthz), Route("/readyz", readyz), Route("/metrics", page)])
