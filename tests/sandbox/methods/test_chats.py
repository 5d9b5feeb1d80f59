import pytest

from sandbox.acts import Say
from sandbox.calling import Upload
from sandbox.world import World
from tests.sandbox.stage import BOB, CLUB, ask, ask_object, club, error, heard


@pytest.fixture
def world() -> World:
    return club()


def test_a_new_title_is_told(world: World) -> None:
    ask(world, "setChatTitle", chat_id=CLUB, title="Tea Club")
    message = heard(world)[0]["message"]
    assert isinstance(message, dict)
    assert message["new_chat_title"] == "Tea Club"
    assert ask_object(world, "getChat", chat_id=CLUB)["title"] == "Tea Club"


def test_a_description_is_set_once(world: World) -> None:
    ask(world, "setChatDescription", chat_id=CLUB, description="All about tea")
    assert ask_object(world, "getChat", chat_id=CLUB)["description"] == "All about tea"
    assert error(world, "setChatDescription", chat_id=CLUB, description="All about tea") == (
        "Bad Request: chat description is not modified"
    )


def test_chat_permissions_silence_everybody_but_administrators(world: World) -> None:
    ask(world, "setChatPermissions", chat_id=CLUB, permissions={"can_send_messages": False})
    refused = world.apply_all([Say(chat_id=CLUB, person_id=BOB, text="x")])[0].error
    assert refused == "members may not send text messages here"
    assert ask_object(world, "sendMessage", chat_id=CLUB, text="x")


@pytest.mark.parametrize(
    ("method", "arguments", "reason"),
    [
        ("setChatTitle", {"title": "x"}, "not enough rights to change chat title"),
        ("setChatDescription", {"description": "x"}, "not enough rights to set chat description"),
        ("setChatPermissions", {"permissions": {}}, "not enough rights to change chat permissions"),
    ],
)
def test_a_chats_face_needs_rights(method: str, arguments: dict[str, object], reason: str) -> None:
    world = club(rights=("can_delete_messages",))
    assert error(world, method, chat_id=CLUB, **arguments) == f"Bad Request: {reason}"


@pytest.mark.parametrize(
    ("method", "arguments", "reason"),
    [
        ("setChatTitle", {"title": " "}, "title must be non-empty"),
        ("setChatTitle", {"title": "x" * 129}, "CHAT_TITLE_TOO_LONG"),
        ("setChatDescription", {"description": "x" * 256}, "CHAT_ABOUT_TOO_LONG"),
        ("sendChatAction", {"action": "sleeping"}, "wrong parameter action in request"),
        ("sendDice", {"emoji": "🪑"}, "unsupported dice emoji specified"),
        ("sendContact", {"first_name": "x"}, "PHONE_NUMBER_EMPTY"),
        ("sendLocation", {"latitude": "1"}, "longitude is empty"),
    ],
)
def test_wrong_values_are_refused(world: World, method: str, arguments: dict[str, object], reason: str) -> None:
    assert error(world, method, chat_id=CLUB, **arguments) == f"Bad Request: {reason}"


def test_leaving_is_told_and_final(world: World) -> None:
    ask(world, "leaveChat", chat_id=CLUB)
    assert "left" in str(heard(world)[0]["my_chat_member"])
    assert error(world, "leaveChat", chat_id=CLUB) == "Forbidden: bot is not a member of the supergroup chat"


def test_a_photo_is_set_and_removed(world: World) -> None:
    upload = {"photo": Upload(name="x.jpg", content=b"x", mime_type="image/jpeg")}
    assert ask(world, "setChatPhoto", upload, chat_id=CLUB) is True
    assert ask(world, "deleteChatPhoto", chat_id=CLUB) is True
    actions = [message.service for message in world.chats[CLUB].messages.values()]
    assert actions[-2:] == ["new_chat_photo", "delete_chat_photo"]
