from collections.abc import AsyncIterator

import httpx
import pytest

from sandbox.acts import Erase, LinkButton, Meet, Press, React, Say
from sandbox.client import SandboxClient
from sandbox.errors import Refused
from sandbox.history import Button, Tally
from sandbox.serving import in_process
from sandbox.world import World
from tests.sandbox.stage import ANN, BOB, CLUB, DAN, ask, ask_object, club


@pytest.fixture
def world() -> World:
    return club()


@pytest.fixture
async def control(world: World) -> AsyncIterator[SandboxClient]:
    async with in_process(world) as client:
        yield client


async def test_history_shows_what_people_see(world: World, control: SandboxClient) -> None:
    await control.act(Say(chat_id=CLUB, person_id=BOB, text="<b>bold</b> & plain", html=True, name="m"))
    await control.act(React(chat_id=CLUB, person_id=ANN, message="m", emoji=("👍",)))
    seen = next(view for view in await control.history(CLUB) if view.kind == "message")
    assert (seen.text, seen.html) == ("bold & plain", "<b>bold</b> &amp; plain")
    assert (seen.sender and seen.sender.name, seen.reactions) == ("Bob", [Tally(emoji="👍", count=1)])


async def test_deleted_messages_stay_in_the_history_as_deleted(control: SandboxClient) -> None:
    number = (await control.act(Say(chat_id=CLUB, person_id=BOB, text="oops")))[0].message_id
    await control.act(Erase(chat_id=CLUB, person_id=BOB, message=number or 0))
    seen = [view for view in await control.history(CLUB) if view.message_id == number]
    assert [(view.kind, view.deleted) for view in seen] == [("message", True), ("delete", True)]


async def test_history_goes_on_from_a_number(control: SandboxClient) -> None:
    last = (await control.history(CLUB))[-1].seq
    await control.act(Say(chat_id=CLUB, person_id=BOB, text="new"))
    assert [view.text for view in await control.history(CLUB, since=last)] == ["new"]


async def test_buttons_and_moderation_are_shown(world: World, control: SandboxClient) -> None:
    keys = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    sent = ask_object(world, "sendMessage", chat_id=CLUB, text="?", reply_markup=keys)
    await control.act(Press(chat_id=CLUB, person_id=BOB, message=int(str(sent["message_id"])), text="Yes"))
    ask(world, "banChatMember", chat_id=CLUB, user_id=BOB)
    views = await control.history(CLUB)
    assert [view.buttons for view in views if view.buttons] == [[[Button(text="Yes", data="y")]]]
    assert [view.kind for view in views[-3:]] == ["press", "ban", "service"]
    assert views[-1].text == "Steward removed Bob"


async def test_a_refused_act_does_not_stop_the_others(control: SandboxClient) -> None:
    outcomes = await control.try_act(
        Say(chat_id=CLUB, person_id=DAN, text="x"), Say(chat_id=CLUB, person_id=BOB, text="y")
    )
    assert (outcomes[0].error, outcomes[1].message_id is None) == ("Dan is not a member of the chat", False)


async def test_a_refused_act_is_raised_where_it_must_not_be(control: SandboxClient) -> None:
    with pytest.raises(Refused):
        await control.act(Say(chat_id=CLUB, person_id=DAN, text="x"))


async def test_acts_that_are_none_are_told(control: SandboxClient) -> None:
    async with httpx.AsyncClient(base_url=control.base_url) as client:
        answer = await client.post("/sandbox/acts", content=b'[{"act":"Fly"}]')
    assert (answer.status_code, "Fly" in answer.json()["error"]) == (400, True)


async def test_an_unknown_chat_has_no_history(control: SandboxClient) -> None:
    with pytest.raises(httpx.HTTPStatusError):
        await control.history(-3)


async def test_nothing_happened_in_private_with_somebody_yet(control: SandboxClient) -> None:
    assert await control.history(DAN) == []


async def test_chats_are_listed_with_who_is_in_them(control: SandboxClient) -> None:
    await control.act(Meet(person_id=BOB, first_name="Robert"))
    (chat,) = await control.chats()
    members = chat["members"]
    assert isinstance(members, list)
    assert (chat["title"], [member["name"] for member in members]) == (
        "Club",
        ["Ann Archer", "Robert", "Cid", "Steward"],
    )


async def test_the_clock_is_shifted(world: World, control: SandboxClient) -> None:
    before = world.clock.stamp()
    await control.clock(3600)
    assert world.clock.stamp() - before in {3600, 3601}


async def test_the_state_counts_updates(world: World, control: SandboxClient) -> None:
    await control.act(Say(chat_id=CLUB, person_id=BOB, text="x"))
    state = await control.state()
    assert (state["pending_update_count"], state["confirmed"]) == (1, 0)
    world.updates.confirm(world.updates.next_id)
    assert (await control.state())["confirmed"] == 1


@pytest.mark.parametrize(("method", "field"), [("sendPhoto", "photo"), ("sendDocument", "document")])
async def test_a_file_the_bot_sent_can_be_read(world: World, control: SandboxClient, method: str, field: str) -> None:
    async with httpx.AsyncClient(base_url=f"{control.base_url}/bot{world.token}/") as bot:
        picture = ("captcha.png", b"a picture", "image/png")
        await bot.post(method, data={"chat_id": str(CLUB)}, files={field: picture})
    view = (await control.history(CLUB))[-1]
    assert view.file_id is not None
    assert await control.file(view.file_id) == b"a picture"


async def test_a_file_nobody_sent_is_not_found(control: SandboxClient) -> None:
    with pytest.raises(httpx.HTTPStatusError):
        await control.file("nothing")


async def test_an_act_travels_with_everything_in_it(world: World, control: SandboxClient) -> None:
    world.person(77)
    buttons = ((LinkButton(text="Join", url="https://t.me/+a"),),)
    await control.act(Say(chat_id=CLUB, person_id=BOB, text="x", via_bot_id=77, buttons=buttons))
    view = (await control.history(CLUB))[-1]
    assert view.buttons == [[Button(text="Join", url="https://t.me/+a")]]
