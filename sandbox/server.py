"""The sandbox as an ASGI application."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from sandbox.answering import answer
from sandbox.control import control_routes

if TYPE_CHECKING:
    from sandbox.world import World

_TICK_SECONDS = 0.5


def app(world: "World", pages: Sequence[BaseRoute] = ()) -> Starlette:
    """The Bot API, file downloads, the control room and whatever pages are given."""

    async def call(request: Request) -> Response:
        return await answer(world, request)

    async def download(request: Request) -> Response:
        if request.path_params["token"] != world.token:
            return Response(b"Unauthorized", status_code=401)
        stored = world.files.by_path(request.path_params["path"])
        if stored is None:
            return Response(b"Not Found", status_code=404)
        return Response(stored.content, media_type="application/octet-stream")

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        tasks = [asyncio.create_task(world.webhook.run(world)), asyncio.create_task(_ticking(world))]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    routes: list[BaseRoute] = [
        Route("/bot{token}/{method}", call, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", download, methods=["GET"]),
        *control_routes(world),
        *pages,
    ]
    return Starlette(routes=routes, lifespan=lifespan)


async def _ticking(world: "World") -> None:
    while True:
        await asyncio.sleep(_TICK_SECONDS)
        world.tick()
