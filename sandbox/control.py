"""The control room: acts, history, faults, calls, the clock; JSON under /sandbox/, no token."""

from typing import TYPE_CHECKING, TypeAlias

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.acts import AnyAct
from sandbox.faults import Fault
from sandbox.payload import Json, encode
from sandbox.views import history

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from sandbox.chats import Chat
    from sandbox.world import World

Endpoint: TypeAlias = "Callable[[Request], Awaitable[Response]]"
_ACTS = msgspec.json.Decoder(list[AnyAct])
_FAULTS = msgspec.json.Decoder(list[Fault])


class _Shift(msgspec.Struct):
    offset_seconds: float


def control_routes(world: "World") -> list[Route]:
    """The routes of the control room."""
    return [
        Route("/sandbox/acts", _acts(world), methods=["POST"]),
        Route("/sandbox/chats", _chats(world), methods=["GET"]),
        Route("/sandbox/chats/{chat_id:int}/history", _history(world), methods=["GET"]),
        Route("/sandbox/chats/{chat_id}/history", _history(world), methods=["GET"]),
        Route("/sandbox/files/{file_id}", _files(world), methods=["GET"]),
        Route("/sandbox/faults", _faults(world), methods=["GET", "POST", "DELETE"]),
        Route("/sandbox/calls", _calls(world), methods=["GET"]),
        Route("/sandbox/clock", _clock(world), methods=["GET", "POST"]),
        Route("/sandbox/state", _state(world), methods=["GET"]),
    ]


def _acts(world: "World") -> Endpoint:
    async def endpoint(request: Request) -> Response:
        try:
            acts = _ACTS.decode(await request.body())
        except msgspec.DecodeError as error:
            return _json({"error": str(error)}, status=400)
        return _json(world.apply_all(acts))

    return endpoint


def _chats(world: "World") -> Endpoint:
    async def endpoint(_request: Request) -> Response:
        return _json([_chat(world, chat) for chat in world.chats.values()])

    return endpoint


def _chat(world: "World", chat: "Chat") -> Json:
    present = chat.present(world.clock.stamp())
    members: list[Json] = [
        {"id": member.person.id, "name": member.person.name, "status": member.status, "is_bot": member.person.is_bot}
        for member in present
    ]
    if chat.partner is not None:
        members = [{"id": chat.id, "name": chat.title, "status": "member", "is_bot": False}]
    return {
        "id": chat.id,
        "kind": chat.kind,
        "title": chat.title,
        "language": chat.language,
        "forum": chat.forum,
        "topics": [{"id": topic.id, "name": topic.name} for topic in chat.topics.values()],
        "members": members,
        "pinned": chat.pinned,
        "last_seq": chat.history[-1].seq if chat.history else 0,
        "last_at": chat.history[-1].at if chat.history else 0,
    }


def _history(world: "World") -> Endpoint:
    async def endpoint(request: Request) -> Response:
        chat_id = int(request.path_params["chat_id"])
        chat = world.chats.get(chat_id)
        if chat is None and chat_id in world.people:
            # Nobody has written in this private chat so far.
            return _json([])
        if chat is None:
            return _json({"error": "chat not found"}, status=404)
        limit = request.query_params.get("limit")
        since = int(request.query_params.get("since", "0"))
        return _json(history(world, chat, since, None if limit is None else int(limit)))

    return endpoint


def _files(world: "World") -> Endpoint:
    async def endpoint(request: Request) -> Response:
        stored = world.files.by_id(request.path_params["file_id"])
        if stored is None:
            return _json({"error": "file not found"}, status=404)
        return Response(stored.content, media_type=stored.mime_type)

    return endpoint


def _faults(world: "World") -> Endpoint:
    async def endpoint(request: Request) -> Response:
        if request.method == "DELETE":
            world.faults.clear()
        elif request.method == "POST":
            try:
                world.faults.add(_FAULTS.decode(await request.body()))
            except msgspec.DecodeError as error:
                return _json({"error": str(error)}, status=400)
        return _json(world.faults.waiting())

    return endpoint


def _calls(world: "World") -> Endpoint:
    async def endpoint(request: Request) -> Response:
        return _json(world.calls.since(int(request.query_params.get("since", "0"))))

    return endpoint


def _clock(world: "World") -> Endpoint:
    async def endpoint(request: Request) -> Response:
        if request.method == "POST":
            try:
                shift = msgspec.json.decode(await request.body(), type=_Shift)
            except msgspec.DecodeError as error:
                return _json({"error": str(error)}, status=400)
            world.clock.offset_seconds = shift.offset_seconds
            world.tick()
        return _json({"offset_seconds": world.clock.offset_seconds, "now": world.clock.seconds()})

    return endpoint


def _state(world: "World") -> Endpoint:
    async def endpoint(_request: Request) -> Response:
        updates = world.updates
        return _json(
            {
                "pending_update_count": len(updates),
                "confirmed": updates.confirmed,
                "delivered": updates.delivered,
                "dropped": updates.dropped,
                "next_update_id": updates.next_id,
                "allowed_updates": sorted(updates.allowed),
                "webhook": world.webhook.info(world),
                "bot": world.bot.payload(),
                "reads_all": world.reads_all,
                "seq": world.seq,
                "now": world.clock.seconds(),
            }
        )

    return endpoint


def _json(value: object, status: int = 200) -> Response:
    return Response(encode(value), status_code=status, media_type="application/json")
