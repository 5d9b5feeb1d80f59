"""The sandbox's own site: the chat page, and histories made readable for whoever posts them."""

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TypeAlias
from zoneinfo import available_timezones

import msgspec
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from sandbox.pages.events import Event, read
from sandbox.pages.terminal import plain
from sandbox.pages.transcript import fragment, render
from sandbox.pages.words import Language, words

Reader: TypeAlias = Callable[[Request, Sequence[Event]], Response]
_ASSETS = Path(__file__).parent / "assets"
_TYPES = {"chat.css": "text/css", "page.css": "text/css", "chat.js": "text/javascript"}


def routes() -> list[Route]:
    """The page at `/` with all it needs, and three ways to read a history that is posted as JSON."""
    return [
        Route("/", _page, methods=["GET"]),
        Route("/sandbox/pages/words", _words, methods=["GET"]),
        Route("/sandbox/pages/fragment", _reading(_fragment), methods=["POST"]),
        Route("/sandbox/pages/transcript", _reading(_transcript), methods=["POST"]),
        Route("/sandbox/pages/plain", _reading(_plain), methods=["POST"]),
        Route("/sandbox/pages/{name}", _asset, methods=["GET"]),
    ]


async def _page(_request: Request) -> Response:
    return FileResponse(_ASSETS / "chat.html", media_type="text/html")


async def _asset(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _TYPES:
        return PlainTextResponse("no such file", status_code=404)
    return FileResponse(_ASSETS / name, media_type=_TYPES[name])


async def _words(request: Request) -> Response:
    return JSONResponse(words(_language(request)).page)


def _reading(reader: Reader) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            events = read(await request.body())
        except msgspec.DecodeError as error:
            return PlainTextResponse(f"not a history: {error}", status_code=400)
        return reader(request, events)

    return endpoint


def _fragment(request: Request, events: Sequence[Event]) -> Response:
    viewer = request.query_params.get("viewer", "")
    shown = fragment(
        events,
        language=_language(request),
        timezone=_timezone(request),
        viewer=int(viewer) if viewer.removeprefix("-").isdigit() else None,
    )
    return HTMLResponse(shown)


def _transcript(request: Request, events: Sequence[Event]) -> Response:
    title = request.query_params.get("title", "")
    return HTMLResponse(render(events, language=_language(request), title=title, timezone=_timezone(request)))


def _plain(request: Request, events: Sequence[Event]) -> Response:
    return PlainTextResponse(plain(events, language=_language(request), timezone=_timezone(request)))


def _language(request: Request) -> Language:
    return "zh" if request.query_params.get("language", "").startswith("zh") else "en"


def _timezone(request: Request) -> str:
    asked = request.query_params.get("timezone", "UTC")
    return asked if asked in available_timezones() else "UTC"
