import time
from collections.abc import AsyncIterator

import httpx
import pytest

from sandbox.client import SandboxClient
from sandbox.faults import Fault
from sandbox.serving import in_process
from sandbox.world import World
from tests.sandbox.stage import CLUB, club, say

HELLO = {"chat_id": CLUB, "text": "hi"}


@pytest.fixture
def world() -> World:
    return club()


@pytest.fixture
async def control(world: World) -> AsyncIterator[SandboxClient]:
    async with in_process(world) as client:
        yield client


@pytest.fixture
async def bot(control: SandboxClient, world: World) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=f"{control.base_url}/bot{world.token}/", timeout=2) as client:
        yield client


def texts(world: World) -> list[str]:
    return [message.words for message in world.chats[CLUB].messages.values() if not message.service]


@pytest.mark.parametrize(
    "sent",
    [
        {"json": HELLO},
        {"data": {"chat_id": str(CLUB), "text": "hi"}},
        {"files": {"chat_id": (None, str(CLUB)), "text": (None, "hi")}},
        {"params": {"chat_id": str(CLUB), "text": "hi"}},
    ],
    ids=["json", "form", "multipart", "query"],
)
async def test_arguments_come_in_any_way(world: World, bot: httpx.AsyncClient, sent: dict[str, dict[str, str]]) -> None:
    answer = (await bot.request("POST", "sendMessage", **sent)).json()  # type: ignore[arg-type]  # one of httpx's keywords
    assert (answer["ok"], texts(world)) == (True, ["hi"])


async def test_a_method_is_called_with_get_and_any_case(bot: httpx.AsyncClient) -> None:
    assert (await bot.get("GETME")).json()["result"]["id"] == 42


async def test_an_unknown_method_is_not_found(bot: httpx.AsyncClient) -> None:
    answer = await bot.post("sendHugs")
    assert (answer.status_code, answer.json()) == (
        404,
        {"ok": False, "error_code": 404, "description": "Not Found"},
    )


async def test_a_wrong_token_is_unauthorized(control: SandboxClient) -> None:
    async with httpx.AsyncClient(base_url=control.base_url) as client:
        answer = await client.get("/bot42:WRONG/getMe")
    assert (answer.status_code, answer.json()["description"]) == (401, "Unauthorized")


async def test_an_uploaded_file_is_downloaded_again(
    world: World, control: SandboxClient, bot: httpx.AsyncClient
) -> None:
    files = {"document": ("a b.txt", b"\r\n--x\r\ntext\r\n", "text/plain")}
    sent = (await bot.post("sendDocument", data={"chat_id": str(CLUB)}, files=files)).json()["result"]
    path = (await bot.get("getFile", params={"file_id": sent["document"]["file_id"]})).json()["result"]["file_path"]
    loaded = await bot.get(f"{control.base_url}/file/bot{world.token}/{path}")
    assert (sent["document"]["file_name"], loaded.content) == ("a b.txt", b"\r\n--x\r\ntext\r\n")


@pytest.mark.parametrize(
    ("fault", "status", "description"),
    [
        (Fault(kind="429", retry_after=7), 429, "Too Many Requests: retry after 7"),
        (Fault(kind="500"), 500, "Internal Server Error"),
        (Fault(kind="502"), 502, "Bad Gateway"),
        (Fault(kind="403"), 403, "Forbidden: bot was kicked from the supergroup chat"),
        (Fault(kind="403", description="bot was blocked by the user"), 403, "Forbidden: bot was blocked by the user"),
    ],
)
async def test_a_fault_answers_instead(
    world: World, control: SandboxClient, bot: httpx.AsyncClient, fault: Fault, status: int, description: str
) -> None:
    await control.faults(fault)
    answer = await bot.post("sendMessage", json=HELLO)
    assert (answer.status_code, answer.json()["description"], texts(world)) == (status, description, [])


async def test_a_429_says_when_to_come_back(control: SandboxClient, bot: httpx.AsyncClient) -> None:
    await control.faults(Fault(kind="429", retry_after=7))
    assert (await bot.post("sendMessage", json=HELLO)).json()["parameters"] == {"retry_after": 7}


@pytest.mark.parametrize(("kind", "applied"), [("drop_before", []), ("drop_after", ["hi"])])
async def test_a_dropped_connection_gives_no_answer(
    world: World, control: SandboxClient, bot: httpx.AsyncClient, kind: str, applied: list[str]
) -> None:
    await control.faults(Fault(kind="drop_before" if kind == "drop_before" else "drop_after"))
    with pytest.raises(httpx.TransportError):
        await bot.post("sendMessage", json=HELLO)
    assert texts(world) == applied


async def test_a_stalled_call_is_applied_and_never_answered(
    world: World, control: SandboxClient, bot: httpx.AsyncClient
) -> None:
    await control.faults(Fault(kind="stall"))
    with pytest.raises(httpx.ReadTimeout):
        await bot.post("sendMessage", json=HELLO, timeout=0.2)
    assert texts(world) == ["hi"]


async def test_a_fault_hits_its_method_and_chat_as_often_as_planned(
    control: SandboxClient, bot: httpx.AsyncClient
) -> None:
    await control.faults(Fault(kind="500", method="sendMessage", chat_id=CLUB, times=2))
    codes = [(await bot.post("sendMessage", json=HELLO)).status_code for _ in range(3)]
    assert codes == [500, 500, 200]
    assert (await bot.get("getMe")).status_code == 200


async def test_faults_elsewhere_leave_a_chat_alone(control: SandboxClient, bot: httpx.AsyncClient) -> None:
    await control.faults(Fault(kind="500", chat_id=-7), Fault(kind="500", method="getMe"))
    assert (await bot.post("sendMessage", json=HELLO)).status_code == 200


async def test_cleared_faults_hit_nothing(control: SandboxClient, bot: httpx.AsyncClient) -> None:
    await control.faults(Fault(kind="500", times=9))
    await control.clear_faults()
    assert (await bot.post("sendMessage", json=HELLO)).status_code == 200


async def test_getupdates_can_be_made_to_fail(world: World, control: SandboxClient, bot: httpx.AsyncClient) -> None:
    say(world)
    await control.faults(Fault(kind="502", method="getUpdates"), Fault(kind="drop_after", method="getUpdates"))
    assert (await bot.post("getUpdates")).status_code == 502
    with pytest.raises(httpx.TransportError):
        await bot.post("getUpdates")
    assert len((await bot.post("getUpdates")).json()["result"]) == 1


async def test_calls_are_written_down(control: SandboxClient, bot: httpx.AsyncClient) -> None:
    before = time.time()
    await bot.post("sendMessage", data={"chat_id": str(CLUB), "text": "hi", "reply_markup": '{"force_reply":true}'})
    await bot.post("deleteMessage", json={"chat_id": CLUB, "message_id": 99})
    first, second = await control.calls()
    assert (first.method, first.status, first.params["reply_markup"]) == ("sendMessage", 200, {"force_reply": True})
    assert (second.status, second.description) == (400, "Bad Request: message to delete not found")
    assert before <= first.at <= second.at
    assert await control.calls(since=second.seq) == []
