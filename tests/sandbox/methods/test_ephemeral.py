import pytest

from sandbox.calling import Upload
from sandbox.errors import ApiError
from sandbox.views import history
from sandbox.world import World
from tests.sandbox.stage import BOB, CID, CLUB, ask, ask_object, club, error

NOT_FOUND = "Bad Request: message not found"
KEYS = {"inline_keyboard": [[{"text": "Appeal", "callback_data": "a"}]]}


@pytest.fixture
def world() -> World:
    return club()


@pytest.fixture
def place(world: World) -> dict[str, object]:
    sent = ask_object(world, "sendMessage", chat_id=CLUB, receiver_user_id=BOB, text="one", reply_markup=KEYS)
    number = sent["ephemeral_message_id"]
    return {"chat_id": CLUB, "receiver_user_id": BOB, "ephemeral_message_id": number}


def test_its_words_are_changed(world: World, place: dict[str, object]) -> None:
    assert ask(world, "editEphemeralMessageText", **place, text="<b>two</b>", parse_mode="HTML") is True
    view = history(world, world.chats[CLUB])[-1]
    assert (view.kind, view.html, view.buttons) == ("edit", "<b>two</b>", [])


def test_a_pictures_words_are_changed(world: World) -> None:
    picture = Upload(name="a.png", content=b"?", mime_type="image/png")
    sent = ask(world, "sendPhoto", {"photo": picture}, chat_id=CLUB, receiver_user_id=BOB, caption="one")
    assert isinstance(sent, dict)
    number = sent["ephemeral_message_id"]
    place = {"chat_id": CLUB, "receiver_user_id": BOB, "ephemeral_message_id": number}
    ask(world, "editEphemeralMessageCaption", **place, caption="two")
    view = history(world, world.chats[CLUB])[-1]
    assert (view.text, view.media, view.seen_by) == ("two", "photo", BOB)


def test_its_buttons_are_taken_away(world: World, place: dict[str, object]) -> None:
    ask(world, "editEphemeralMessageReplyMarkup", **place)
    view = history(world, world.chats[CLUB])[-1]
    assert (view.text, view.buttons) == ("one", [])


def test_it_is_deleted_once(world: World, place: dict[str, object]) -> None:
    assert ask(world, "deleteEphemeralMessage", **place) is True
    assert error(world, "deleteEphemeralMessage", **place) == NOT_FOUND


def test_it_is_found_by_its_receiver_only(world: World, place: dict[str, object]) -> None:
    assert error(world, "deleteEphemeralMessage", **{**place, "receiver_user_id": CID}) == NOT_FOUND


def test_an_older_server_does_not_know_the_methods(world: World, place: dict[str, object]) -> None:
    world.ephemeral = "ignored"
    with pytest.raises(ApiError, match="Not Found"):
        ask(world, "deleteEphemeralMessage", **place)
