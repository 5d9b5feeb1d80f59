import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest

from sandbox.acts import Say
from sandbox.client import SandboxClient
from sandbox.payload import Json
from sandbox.serving import in_process
from sandbox.world import World
from tests.sandbox.stage import BOB, CLUB, club, say, until


@pytest.fixture
def world() -> World:
    return club()


@pytest.fixture
async def control(world: World) -> AsyncIterator[SandboxClient]:
    async with in_process(world) as client:
        yield client


@pytest.fixture
async def bot(control: SandboxClient, world: World) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=f"{control.base_url}/bot{world.token}/", timeout=30) as client:
        yield client


async def poll(bot: httpx.AsyncClient, **arguments: object) -> list[Json]:
    answer = (await bot.post("getUpdates", json=arguments)).json()
    assert answer["ok"], answer
    return list(answer["result"])


async def test_unconfirmed_updates_come_again(world: World, bot: httpx.AsyncClient) -> None:
    say(world)
    assert await poll(bot) == await poll(bot) != []


async def test_confirmed_updates_never_come_again(world: World, bot: httpx.AsyncClient) -> None:
    say(world, "one")
    say(world, "two")
    first, _ = await poll(bot)
    number = first["update_id"]
    assert isinstance(number, int)
    later = await poll(bot, offset=number + 1)
    assert [update["update_id"] for update in later] == [number + 1]


@pytest.mark.parametrize(("limit", "given"), [(1, 1), (0, 1), (2, 2), (100, 100), (1000, 100)])
async def test_the_limit_is_clamped(world: World, bot: httpx.AsyncClient, limit: int, given: int) -> None:
    for _ in range(120):
        say(world)
    assert len(await poll(bot, limit=limit)) == given


async def test_a_long_poll_ends_with_the_first_update(
    world: World, control: SandboxClient, bot: httpx.AsyncClient
) -> None:
    waiting = asyncio.create_task(poll(bot, timeout=30))
    await until(lambda: world.polling.busy)
    await control.act(Say(chat_id=CLUB, person_id=BOB, text="hi"))
    assert len(await waiting) == 1


async def test_a_long_poll_ends_empty_when_its_time_is_up(bot: httpx.AsyncClient) -> None:
    assert await poll(bot, timeout=1) == []


async def test_allowed_updates_can_be_given_as_a_form(world: World, bot: httpx.AsyncClient) -> None:
    await bot.post("getUpdates", data={"allowed_updates": '["poll"]'})
    say(world)
    assert await poll(bot) == []


async def test_a_second_long_poll_ends_the_older_one(world: World, bot: httpx.AsyncClient) -> None:
    older = asyncio.create_task(bot.post("getUpdates", json={"timeout": 30}))
    await until(lambda: world.polling.busy)
    newer = asyncio.create_task(poll(bot, timeout=30))
    answer = (await older).json()
    say(world)
    assert answer == {
        "ok": False,
        "error_code": 409,
        "description": (
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
        ),
    }
    assert len(await newer) == 1


async def test_polling_is_refused_while_a_webhook_is_set(bot: httpx.AsyncClient) -> None:
    await bot.post("setWebhook", json={"url": "http://127.0.0.1:9/hook"})
    answer = (await bot.post("getUpdates")).json()
    assert (answer["error_code"], answer["description"]) == (
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )


async def test_polling_works_again_once_the_webhook_is_deleted(world: World, bot: httpx.AsyncClient) -> None:
    await bot.post("setWebhook", json={"url": "http://127.0.0.1:9/hook"})
    await bot.post("deleteWebhook")
    say(world)
    assert len(await poll(bot)) == 1


async def test_deleting_the_webhook_can_drop_what_waits(world: World, bot: httpx.AsyncClient) -> None:
    say(world)
    await bot.post("deleteWebhook", data={"drop_pending_updates": "true"})
    assert await poll(bot) == []
