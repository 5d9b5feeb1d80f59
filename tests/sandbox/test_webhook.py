from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.acts import Start
from sandbox.payload import Json
from sandbox.serving import in_process, listen, plain_server
from sandbox.webhook import lane_of
from sandbox.world import World
from tests.sandbox.stage import ANN, club, error, happen, kinds, say, until


@dataclass
class Hook:
    """A bot's webhook that answers as it is told, then with 200."""

    answers: list[Response] = field(default_factory=list)
    bodies: list[Json] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)
    url: str = ""

    async def take(self, request: Request) -> Response:
        answer = self.answers.pop(0) if self.answers else Response()
        self.secrets.append(request.headers.get("x-telegram-bot-api-secret-token", ""))
        if answer.status_code == 200:
            self.bodies.append(await request.json())
        return answer


@asynccontextmanager
async def listening(hook: Hook) -> AsyncIterator[None]:
    listener = listen()
    hook.url = f"http://127.0.0.1:{listener.getsockname()[1]}/hook"
    async with plain_server(Starlette(routes=[Route("/hook", hook.take, methods=["POST"])]), listener):
        yield


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    async with listening(hook):
        yield hook


@pytest.fixture
def world() -> World:
    world = club()
    world.webhook.pace = 0.001
    return world


@pytest.fixture
async def bot(world: World) -> AsyncIterator[httpx.AsyncClient]:
    async with (
        in_process(world) as control,
        httpx.AsyncClient(base_url=f"{control.base_url}/bot{world.token}/") as client,
    ):
        yield client


async def test_updates_are_delivered_with_the_secret(world: World, hook: Hook, bot: httpx.AsyncClient) -> None:
    await bot.post("setWebhook", json={"url": hook.url, "secret_token": "abc_-9"})
    say(world)
    await until(lambda: world.updates.confirmed == 1)
    assert (kinds(hook.bodies), hook.secrets) == (["message"], ["abc_-9"])


async def test_what_waited_before_is_delivered_too(world: World, hook: Hook, bot: httpx.AsyncClient) -> None:
    say(world, "one")
    say(world, "two")
    await bot.post("setWebhook", json={"url": hook.url})
    await until(lambda: len(hook.bodies) == 2)
    assert [body["message"]["text"] for body in hook.bodies if isinstance(body["message"], dict)] == ["one", "two"]


async def test_a_refused_update_is_delivered_again_before_the_next_of_its_chat(
    world: World, hook: Hook, bot: httpx.AsyncClient
) -> None:
    hook.answers = [Response(status_code=500), Response(status_code=503), Response(status_code=500)]
    say(world, "one")
    say(world, "two")
    await bot.post("setWebhook", json={"url": hook.url})
    await until(lambda: len(hook.bodies) == 2)
    first, second = hook.bodies
    assert ("one" in str(first), "two" in str(second), len(hook.secrets)) == (True, True, 5)


async def test_another_chat_does_not_wait_for_a_failing_one(world: World, hook: Hook, bot: httpx.AsyncClient) -> None:
    hook.answers = [Response(status_code=503, headers={"Retry-After": "3600"})]
    say(world)
    await bot.post("setWebhook", json={"url": hook.url})
    await until(lambda: len(hook.secrets) == 1)
    happen(world, Start(person_id=ANN))
    await until(lambda: len(hook.bodies) == 1)
    message = hook.bodies[0]["message"]
    assert isinstance(message, dict)
    assert message["text"] == "/start"


async def test_failures_are_told_by_getwebhookinfo(world: World, hook: Hook, bot: httpx.AsyncClient) -> None:
    hook.answers = [Response(status_code=503, headers={"Retry-After": "3600"})]
    say(world)
    await bot.post("setWebhook", json={"url": hook.url, "max_connections": 3})
    await until(lambda: bool(world.webhook.last_error_date))
    info = (await bot.get("getWebhookInfo")).json()["result"]
    assert (info["url"], info["pending_update_count"], info["max_connections"]) == (hook.url, 1, 3)
    assert info["last_error_message"] == "Wrong response from the webhook: 503 Service Unavailable"


async def test_dropping_what_waits_while_setting(world: World, hook: Hook, bot: httpx.AsyncClient) -> None:
    say(world, "old")
    await bot.post("setWebhook", json={"url": hook.url, "drop_pending_updates": True})
    say(world, "new")
    await until(lambda: bool(hook.bodies))
    assert "old" not in str(hook.bodies)


@pytest.mark.parametrize(
    ("arguments", "description"),
    [
        ({"url": "http://example.com/x"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://example.com:99/x"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        (
            {"url": "http://localhost:1/x", "secret_token": "a b"},
            "secret token contains unallowed characters",
        ),
    ],
)
def test_bad_webhooks_are_refused(world: World, arguments: dict[str, str], description: str) -> None:
    assert error(world, "setWebhook", **arguments) == f"Bad Request: {description}"


@pytest.mark.parametrize(
    ("raw", "lane"),
    [
        (b'{"update_id":1,"message":{"chat":{"id":5},"from":{"id":7}}}', "message:5"),
        (b'{"update_id":1,"edited_message":{"chat":{"id":5}}}', "message:5"),
        (b'{"update_id":1,"channel_post":{"chat":{"id":5}}}', "message:5"),
        (b'{"update_id":1,"chat_member":{"chat":{"id":5},"from":{"id":7}}}', "chat_member:7"),
        (b'{"update_id":1,"message_reaction":{"chat":{"id":5},"user":{"id":7}}}', "message_reaction:5"),
        (b'{"update_id":1,"callback_query":{"from":{"id":7}}}', "callback_query:7"),
        (b'{"update_id":1,"poll":{"id":"5000"}}', "poll:0"),
    ],
)
def test_updates_queue_by_chat_or_person(raw: bytes, lane: str) -> None:
    assert lane_of(raw) == lane
