"""Webhooks: updates are posted to the bot, serially within a chat, again and again until it takes them."""

import asyncio
import re
import time
from dataclasses import dataclass
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
class Delivery:
    """How often a lane's first update failed, and when it is tried again."""

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
        self._lanes: dict[str, Delivery] = {}
        self._busy: set[str] = set()
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
        self._lanes.clear()
        world.polling.end(world, _CLOSED_BY_SETTER)
        world.updates.changed.set()
        return True

    def delete(self, world: "World", call: "Call") -> object:
        """DeleteWebhook."""
        if call.flag("drop_pending_updates"):
            world.updates.clear()
        self.url = ""
        self.secret = ""
        self._lanes.clear()
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
                pause = await self._round(world, client)
                world.updates.changed.clear()
                if pause > 0 and not (self.url and self._ready(world)):
                    try:
                        async with asyncio.timeout(pause):
                            await world.updates.changed.wait()
                    except TimeoutError:
                        continue

    async def _round(self, world: "World", client: httpx.AsyncClient) -> float:
        """Start what can be delivered now; how long nothing else will be ready by itself."""
        if not self.url:
            return 60.0
        await world.updates.refill()
        for lane, update_id, raw in self._ready(world):
            if len(self._busy) >= self.max_connections:
                break
            self._busy.add(lane)
            task = asyncio.create_task(self._deliver(world, client, lane, update_id, raw))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return 0.05

    def _ready(self, world: "World") -> list[tuple[str, int, bytes]]:
        """The first update of every lane that is neither busy nor resting."""
        if len(self._busy) >= self.max_connections:
            return []
        now = time.monotonic()
        seen = set(self._busy)
        ready: list[tuple[str, int, bytes]] = []
        for update_id, raw in world.updates.waiting():
            lane = lane_of(raw)
            if lane in seen:
                continue
            seen.add(lane)
            if self._lanes.get(lane, _FRESH).wake_at <= now:
                ready.append((lane, update_id, raw))
        return ready

    async def _deliver(self, world: "World", client: httpx.AsyncClient, lane: str, update_id: int, raw: bytes) -> None:
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.secret
        url = self.url
        try:
            response = await client.post(url, content=raw, headers=headers)
        except httpx.HTTPError as error:
            self._failed(world, lane, f"Connection failed: {type(error).__name__}", 0)
        else:
            if response.is_success and self.url == url:
                world.updates.settle(update_id)
                world.updates.delivered += 1
                self._lanes.pop(lane, None)
            elif not response.is_success:
                words = f"Wrong response from the webhook: {response.status_code} {response.reason_phrase}"
                self._failed(world, lane, words, _retry_after(response))
        finally:
            self._busy.discard(lane)
            world.updates.changed.set()

    def _failed(self, world: "World", lane: str, words: str, retry_after: int) -> None:
        self.last_error_date = world.clock.stamp()
        self.last_error_message = words
        delivery = self._lanes.setdefault(lane, Delivery())
        wait = float(retry_after)
        if not retry_after and delivery.failures:
            delivery.delay = min(delivery.delay * 2, _LONGEST_WAIT)
            wait = delivery.delay
        delivery.failures += 1
        delivery.wake_at = time.monotonic() + wait * self.pace


_FRESH = Delivery()


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
