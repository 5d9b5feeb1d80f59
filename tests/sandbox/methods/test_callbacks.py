import pytest

from sandbox.acts import Erase, Press
from sandbox.world import World
from tests.sandbox.stage import ANN, BOB, CLUB, DAN, ask, ask_object, club, error, happen, heard

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
KEYS = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}, {"text": "Site", "url": "https://a.io"}]]}


@pytest.fixture
def world() -> World:
    return club()


@pytest.fixture
def menu(world: World) -> int:
    return int(str(ask_object(world, "sendMessage", chat_id=CLUB, text="?", reply_markup=KEYS)["message_id"]))


def pressed(world: World, menu: int) -> str:
    return str(happen(world, Press(chat_id=CLUB, person_id=BOB, message=menu, data="y"))[0].callback_id)


def test_a_press_is_told_with_its_message(world: World, menu: int) -> None:
    number = pressed(world, menu)
    query = heard(world)[0]["callback_query"]
    assert isinstance(query, dict)
    assert (query["id"], query["data"], query["message"]["message_id"], query["from"]["id"]) == (
        number,
        "y",
        menu,
        BOB,
    )


def test_a_press_is_answered_once(world: World, menu: int) -> None:
    number = pressed(world, menu)
    assert ask(world, "answerCallbackQuery", callback_query_id=number, text="Thanks") is True
    assert error(world, "answerCallbackQuery", callback_query_id=number) == TOO_OLD


def test_the_answer_is_seen_by_who_pressed(world: World, menu: int) -> None:
    ask(world, "answerCallbackQuery", callback_query_id=pressed(world, menu), text="Thanks")
    last = world.chats[CLUB].history[-1]
    assert (last.kind, last.text, last.target and last.target.id) == ("answer", "Thanks", BOB)


def test_after_150_seconds_it_is_too_late(world: World, menu: int) -> None:
    number = pressed(world, menu)
    world.clock.offset_seconds = 151
    assert error(world, "answerCallbackQuery", callback_query_id=number) == TOO_OLD


def test_long_answers_are_refused(world: World, menu: int) -> None:
    number = pressed(world, menu)
    reason = "Bad Request: MESSAGE_TOO_LONG"
    assert error(world, "answerCallbackQuery", callback_query_id=number, text="x" * 201) == reason


def test_a_button_is_found_by_its_text(world: World, menu: int) -> None:
    happen(world, Press(chat_id=CLUB, person_id=ANN, message=menu, text="Yes"))
    assert len(heard(world)) == 1


def test_a_link_button_tells_the_bot_nothing(world: World, menu: int) -> None:
    happen(world, Press(chat_id=CLUB, person_id=ANN, message=menu, text="Site"))
    assert heard(world) == []


@pytest.mark.parametrize(("person", "data"), [(BOB, "no"), (DAN, "y")])
def test_only_members_press_only_buttons_there_are(world: World, menu: int, person: int, data: str) -> None:
    assert world.apply_all([Press(chat_id=CLUB, person_id=person, message=menu, data=data)])[0].error


def test_a_deleted_message_has_no_buttons(world: World, menu: int) -> None:
    happen(world, Erase(chat_id=CLUB, person_id=ANN, message=menu))
    act = Press(chat_id=CLUB, person_id=BOB, message=menu, data="y")
    assert world.apply_all([act])[0].error == "message not found"
