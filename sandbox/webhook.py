"""Webhooks: updates are posted to the bot, serially within a chat, again and again until it takes them."""

import asyncio
import contextlib
import re
import time
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx
import msgspec

from sandbox.errors import bad_request
from sandbox.payload import Json
from sandbox.polling import allowed_updates

if TYPE_CHECKING:
    from sandbox.calling import Call
    from sandbox.world import World

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_PORTS = {80, 88, 443, 8443}
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
_LONGEST_WAIT = 60.0
_LONGEST_RETRY_AFTER = 3600
_CLOSED_BY_SETTER = "Conflict: terminated by setWebhook request"


class _Id(msgspec.Struct):
    id: int = 0


class _Body(msgspec.Struct):
    chat: _Id | None = None
    user: _Id | None = None
    sender: _Id | None = msgspec.field(default=None, name="from")


@dataclass(slots=True, kw_only=True)
class Lane:
    """Updates that are delivered one after the other, and how the first of them fares."""

    ids: deque[int] = field(default_factory=deque)
    busy: bool = False
    failures: int = 0
    delay: float = 1.0
    wake_at: float = 0.0


class Webhook:
    """Where updates go when they are not polled for."""

    def __init__(self) -> None:
        self.url = ""
        self.secret = ""
        self.max_connections = 40
        self.ip_address = ""
        self.last_error_date = 0
        self.last_error_message = ""
        self.pace = 1.0
        self._lanes: dict[str, Lane] = {}
        self._next_id = 0
        self._tasks: set[asyncio.Task[None]] = set()

    def set(self, world: "World", call: "Call") -> object:
        """setWebhook; an empty address deletes it."""
        url = call.text("url").strip()
        if not url:
            return self.delete(world, call)
        _check(url)
        secret = call.text("secret_token")
        if secret and not _SECRET.fullmatch(secret):
            raise bad_request("secret token contains unallowed characters")
        world.updates.allow(allowed_updates(call))
        if call.flag("drop_pending_updates"):
            world.updates.clear()
        self.url = url
        self.secret = secret
        self.max_connections = call.integer("max_connections", 40, low=1, high=100)
        self.ip_address = call.text("ip_address") or "127.0.0.1"
        self.last_error_date = 0
        self._forget()
        world.polling.end(world, _CLOSED_BY_SETTER)
        world.updates.changed.set()
        return True

    def delete(self, world: "World", call: "Call") -> object:
        """DeleteWebhook."""
        if call.flag("drop_pending_updates"):
            world.updates.clear()
        self.url = ""
        self.secret = ""
        self._forget()
        return True

    def info(self, world: "World") -> Json:
        """The WebhookInfo object."""
        shape: Json = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(world.updates),
        }
        if self.url:
            shape.update(max_connections=self.max_connections, ip_address=self.ip_address)
        if self.last_error_date:
            shape.update(
                last_error_date=self.last_error_date,
                last_error_message=self.last_error_message,
            )
        if world.updates.customized:
            shape["allowed_updates"] = sorted(world.updates.allowed)
        return shape

    async def run(self, world: "World") -> None:
        """Deliver until cancelled."""
        async with httpx.AsyncClient(timeout=60, trust_env=False) as client:
            while True:
                world.updates.changed.clear()
                pause = await self._round(world, client)
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(pause):
                        await world.updates.changed.wait()

    async def _round(self, world: "World", client: httpx.AsyncClient) -> float:
        """Start what can be delivered now; how long to rest if nothing changes."""
        if not self.url:
            return 60.0
        await world.updates.refill()
        self._sort_in(world)
        now = time.monotonic()
        rest = 60.0
        for name, lane in self._lanes.items():
            if len(self._tasks) >= self.max_connections:
                break
            if lane.busy:
                continue
            if lane.wake_at > now:
                rest = min(rest, lane.wake_at - now)
                continue
            lane.busy = True
            task = asyncio.create_task(self._deliver(world, client, name, lane))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return rest

    def _sort_in(self, world: "World") -> None:
        """Put what is new into its lanes, and drop the lanes that are through."""
        first = max(self._next_id, world.updates.oldest())
        for update_id in range(first, world.updates.next_id):
            raw = world.updates.pending(update_id)
            if raw is not None:
                self._lanes.setdefault(lane_of(raw), Lane()).ids.append(update_id)
        self._next_id = world.updates.next_id
        for name in [name for name, lane in self._lanes.items() if not lane.ids and not lane.busy]:
            del self._lanes[name]

    def _forget(self) -> None:
        self._lanes.clear()
        self._next_id = 0

    async def _deliver(self, world: "World", client: httpx.AsyncClient, name: str, lane: Lane) -> None:
        """Deliver a lane until it is empty, an update is not taken, or the webhook changes."""
        try:
            while lane.ids and self._lanes.get(name) is lane:
                raw = world.updates.pending(lane.ids[0])
                if raw is not None and not await self._post(world, client, lane, raw):
                    return
                world.updates.settle(lane.ids.popleft())
        finally:
            lane.busy = False
            world.updates.changed.set()

    async def _post(self, world: "World", client: httpx.AsyncClient, lane: Lane, raw: bytes) -> bool:
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.secret
        try:
            response = await client.post(self.url, content=raw, headers=headers)
        except httpx.HTTPError as error:
            self._failed(world, lane, f"Connection failed: {type(error).__name__}", 0)
            return False
        if not response.is_success:
            words = f"Wrong response from the webhook: {response.status_code} {response.reason_phrase}"
            self._failed(world, lane, words, _retry_after(response))
            return False
        world.updates.delivered += 1
        lane.failures, lane.delay = 0, 1.0
        return True

    def _failed(self, world: "World", lane: Lane, words: str, retry_after: int) -> None:
        """Let a lane rest: as long as it was asked to, else at first not at all and then ever longer."""
        self.last_error_date = world.clock.stamp()
        self.last_error_message = words
        wait = float(retry_after)
        if not retry_after and lane.failures:
            lane.delay = min(lane.delay * 2, _LONGEST_WAIT)
            wait = lane.delay
        lane.failures += 1
        lane.wake_at = time.monotonic() + wait * self.pace


def lane_of(raw: bytes) -> str:
    """The queue an update waits in: its chat's, or its person's for joins and buttons."""
    body = msgspec.json.decode(raw, type=dict[str, msgspec.Raw])
    kind = next(name for name in body if name != "update_id")
    try:
        inner = msgspec.json.decode(body[kind], type=_Body)
    except msgspec.ValidationError:
        return kind
    if kind in {"chat_member", "chat_join_request"} and inner.sender is not None:
        return f"{kind}:{inner.sender.id}"
    if inner.chat is not None:
        topic = kind.removeprefix("edited_").replace("channel_post", "message")
        return f"{topic}:{inner.chat.id}"
    person = inner.sender or inner.user
    return f"{kind}:{person.id if person else 0}"


def _check(url: str) -> None:
    parts = urlsplit(url)
    if parts.hostname in _LOOPBACK and parts.scheme in {"http", "https"}:
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if (parts.port or 443) not in _PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    raise bad_request("bad webhook: the sandbox delivers to loopback only")


def _retry_after(response: httpx.Response) -> int:
    text = response.headers.get("retry-after", "")
    return min(int(text), _LONGEST_RETRY_AFTER) if text.isdigit() else 0
