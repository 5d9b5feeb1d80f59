import asyncio
import signal
import sys
from pathlib import Path

import httpx

from sandbox.acts import OpenChat
from sandbox.serving import as_process, in_process
from sandbox.world import World
from tests.sandbox.stage import until

ROOT = Path(__file__).parent.parent.parent


async def test_the_process_says_where_it_listens_and_ends_with_zero() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "sandbox", "--port", "0", stdout=asyncio.subprocess.PIPE, cwd=ROOT
    )
    assert process.stdout is not None
    line = (await process.stdout.readline()).decode()
    async with httpx.AsyncClient(base_url=line.removeprefix("sandbox ready ").strip()) as client:
        waiting = asyncio.create_task(client.get("/bot42:TEST/getUpdates", params={"timeout": 50}, timeout=60))
        assert (await client.get("/bot42:TEST/getMe")).json()["result"]["username"] == "steward_sandbox_bot"
        process.send_signal(signal.SIGTERM)
        rest, code = await process.stdout.read(), await process.wait()
        waiting.cancel()
    assert (line.startswith("sandbox ready http://127.0.0.1:"), rest, code) == (True, b"", 0)


async def test_a_process_takes_its_token_and_acts() -> None:
    async with as_process("--token", "7:OTHER", "--privacy") as client:
        await client.act(OpenChat(chat_id=-1, title="x", creator_id=1))
        async with httpx.AsyncClient(base_url=client.base_url) as bot:
            me = (await bot.get("/bot7:OTHER/getMe")).json()["result"]
    assert (me["id"], me["can_read_all_group_messages"]) == (7, False)


async def test_a_community_waits_as_backlog() -> None:
    async with as_process("--community", "small", "--language", "zh", "--live") as client:
        state = await client.state()
        chats = await client.chats()
    pending = state["pending_update_count"]
    assert isinstance(pending, int)
    assert (pending > 20, len(chats)) == (True, 1)


async def test_closing_lets_a_long_poll_go() -> None:
    world = World()
    async with httpx.AsyncClient(timeout=60) as bot:
        async with in_process(world) as client:
            url = f"{client.base_url}/bot{world.token}/getUpdates"
            waiting = asyncio.create_task(bot.get(url, params={"timeout": 50}))
            await until(lambda: world.polling.busy)
        assert (await waiting).json() == {"ok": True, "result": []}
