import pytest

from sandbox.acts import Press
from sandbox.ephemeral import Ephemeral
from sandbox.history import View
from sandbox.payload import Json, child
from sandbox.views import history
from sandbox.world import World
from tests.sandbox.stage import ANN, BOB, CID, CLUB, DAN, ask, ask_object, club, error, happen, heard

KEYS = {"inline_keyboard": [[{"text": "Appeal", "callback_data": "a"}]]}


@pytest.fixture
def world() -> World:
    return club()


def warn(world: World, **more: object) -> Json:
    return ask_object(world, "sendMessage", chat_id=CLUB, receiver_user_id=BOB, text="Please read the rules", **more)


def last(world: World) -> View:
    return history(world, world.chats[CLUB])[-1]


def test_only_the_receiver_sees_it(world: World) -> None:
    sent = warn(world)
    assert (last(world).text, last(world).seen_by) == ("Please read the rules", BOB)
    assert (sent["message_id"], child(sent, "receiver_user")["id"], sent["ephemeral_message_id"]) == (
        0,
        BOB,
        last(world).message_id,
    )


def test_the_parameters_of_the_next_version_do_the_same(world: World) -> None:
    sent = ask_object(
        world, "sendMessage", chat_id=CLUB, text="x", ephemeral_message_parameters={"receiver_user_id": BOB}
    )
    assert child(sent, "receiver_user")["id"] == BOB


def test_everybody_sees_other_messages(world: World) -> None:
    sent = ask_object(world, "sendMessage", chat_id=CLUB, text="x")
    assert ("receiver_user" in sent, last(world).seen_by) == (False, None)


def test_it_is_no_message_of_the_chat(world: World) -> None:
    number = warn(world)["ephemeral_message_id"]
    assert error(world, "deleteMessage", chat_id=CLUB, message_id=number) == "Bad Request: message to delete not found"


def test_the_receiver_presses_its_buttons(world: World) -> None:
    number = int(str(warn(world, reply_markup=KEYS)["ephemeral_message_id"]))
    happen(world, Press(chat_id=CLUB, person_id=BOB, message=number, data="a"))
    pressed = child(heard(world)[-1], "callback_query")
    assert child(pressed, "message")["ephemeral_message_id"] == number


def test_nobody_else_presses_them(world: World) -> None:
    number = int(str(warn(world, reply_markup=KEYS)["ephemeral_message_id"]))
    assert world.apply_all([Press(chat_id=CLUB, person_id=CID, message=number, data="a")])[0].error == (
        "message not found"
    )


@pytest.mark.parametrize(("seconds", "taken"), [(14, True), (16, False)])
def test_a_pressed_button_is_answered_within_15_seconds(world: World, seconds: int, *, taken: bool) -> None:
    menu = ask_object(world, "sendMessage", chat_id=CLUB, text="?", reply_markup=KEYS)
    query = happen(world, Press(chat_id=CLUB, person_id=BOB, message=int(str(menu["message_id"])), data="a"))[0]
    world.clock.offset_seconds = seconds
    call = {"chat_id": CLUB, "receiver_user_id": BOB, "text": "x", "callback_query_id": query.callback_id}
    if taken:
        assert "receiver_user" in ask_object(world, "sendMessage", **call)
    else:
        assert error(world, "sendMessage", **call) == "Bad Request: QUERY_ID_INVALID"


@pytest.mark.parametrize(
    ("chat_id", "receiver", "reason"),
    [
        (CLUB, DAN, "USER_NOT_PARTICIPANT"),
        (CLUB, "x", "invalid receiver_user_id specified"),
    ],
)
def test_whom_it_cannot_reach_is_refused(world: World, chat_id: int, receiver: object, reason: str) -> None:
    answer = error(world, "sendMessage", chat_id=chat_id, receiver_user_id=receiver, text="x")
    assert answer == f"Bad Request: {reason}"


def test_delivery_can_be_refused() -> None:
    world = club()
    world.ephemeral = "refused"
    assert error(world, "sendMessage", chat_id=CLUB, receiver_user_id=BOB, text="x") == (
        "Bad Request: USER_NOT_PARTICIPANT"
    )


def test_an_older_server_shows_it_to_everybody(world: World) -> None:
    world.ephemeral = "ignored"
    sent = warn(world)
    assert ("ephemeral_message_id" in sent, last(world).seen_by) == (False, None)


def test_methods_that_know_no_receiver_ignore_it(world: World) -> None:
    assert "receiver_user" not in ask_object(world, "sendDice", chat_id=CLUB, receiver_user_id=ANN)


@pytest.mark.parametrize("ephemeral", ["delivered", "refused"])
def test_a_call_without_receiver_is_as_ever(world: World, ephemeral: Ephemeral) -> None:
    world.ephemeral = ephemeral
    assert ask(world, "sendMessage", chat_id=CLUB, text="x")


def test_the_history_names_who_sees_it(world: World) -> None:
    warn(world)
    target = last(world).target
    assert target is not None
    assert target.name == "Bob"
