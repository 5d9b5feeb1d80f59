"""One Bot API call over HTTP: fault, method, record, answer."""

import asyncio
import time
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response

from sandbox.calling import Call
from sandbox.errors import ApiError
from sandbox.faults import Fault, error_of
from sandbox.methods import METHODS
from sandbox.payload import encode
from sandbox.requests import call_of

if TYPE_CHECKING:
    from sandbox.world import World

HANG_UP = "sandbox.hang_up"
_NOT_FOUND = ApiError(404, "Not Found")
_UNAUTHORIZED = ApiError(401, "Unauthorized")


async def answer(world: "World", request: Request) -> Response:
    """Answer a call of a method, or break off as a fault demands."""
    received = time.time()
    if request.path_params["token"] != world.token:
        return _respond(_UNAUTHORIZED)
    name = request.path_params["method"].lower()
    try:
        call = await call_of(request, name)
    except ApiError as unreadable:
        return _respond(unreadable)
    if name == "getupdates":
        return await _poll(world, request, call)
    fault = world.faults.strike(name, call.arguments.get("chat_id"), world.random)
    outcome = _perform(world, call, fault)
    broken = fault is not None and error_of(fault) is None
    error = outcome if isinstance(outcome, ApiError) else None
    world.calls.add(
        at=received,
        method=METHODS[name][0] if name in METHODS else name,
        params=call.seen(),
        status=0 if broken else (error.code if error else 200),
        description=fault.kind if fault and broken else (error.description if error else ""),
    )
    if fault is not None and broken:
        await _break_off(world, request, fault)
    return _success(outcome) if isinstance(outcome, bytes) else _respond(outcome)


def _perform(world: "World", call: Call, fault: Fault | None) -> bytes | ApiError:
    """The result of a call as JSON, or the error it gets; a dropped call has no effect."""
    if call.method not in METHODS:
        return _NOT_FOUND
    error = error_of(fault) if fault else None
    if error is not None:
        return error
    if fault is not None and fault.kind == "drop_before":
        return b"null"
    try:
        return encode(METHODS[call.method][1](world, call))
    except ApiError as refused:
        return refused


async def _poll(world: "World", request: Request, call: Call) -> Response:
    fault = world.faults.strike("getupdates", None, world.random)
    error = error_of(fault) if fault else None
    if error is not None:
        return _respond(error)
    if fault is not None and fault.kind in {"drop_before", "stall"}:
        await _break_off(world, request, fault)
    try:
        result = await world.polling.get_updates(world, call)
    except ApiError as refused:
        return _respond(refused)
    if fault is not None:
        await _break_off(world, request, fault)
    return _success(result)


async def _break_off(world: "World", request: Request, fault: Fault) -> None:
    """Close the connection without an answer, or keep it open and say nothing until the other side goes."""
    if fault.kind != "stall":
        request.scope["extensions"][HANG_UP]["cut"]()
    gone = asyncio.ensure_future(_gone(request))
    closing = asyncio.ensure_future(world.closing.wait())
    try:
        await asyncio.wait({gone, closing}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        gone.cancel()
        closing.cancel()


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        continue


def _success(result: bytes) -> Response:
    return Response(b'{"ok":true,"result":%b}' % result, media_type="application/json")


def _respond(error: ApiError) -> Response:
    headers = {} if error.retry_after is None else {"Retry-After": str(error.retry_after)}
    return Response(encode(error.body()), status_code=error.code, headers=headers, media_type="application/json")
