import pytest

from sandbox.acts import Start
from sandbox.world import World
from tests.sandbox.stage import BOB, CLUB, ask, ask_object, club, error, happen, heard, say


@pytest.fixture
def world() -> World:
    return club()


def test_a_pin_is_shown_and_told(world: World) -> None:
    number = say(world, "rules")
    heard(world)
    ask(world, "pinChatMessage", chat_id=CLUB, message_id=number)
    pinned = ask_object(world, "getChat", chat_id=CLUB)["pinned_message"]
    message = heard(world)[0]["message"]
    assert isinstance(pinned, dict)
    assert isinstance(message, dict)
    assert pinned["message_id"] == message["pinned_message"]["message_id"] == number


def test_without_an_id_the_latest_pin_goes(world: World) -> None:
    numbers = [say(world), say(world)]
    for number in numbers:
        ask(world, "pinChatMessage", chat_id=CLUB, message_id=number)
    ask(world, "unpinChatMessage", chat_id=CLUB)
    assert world.chats[CLUB].pinned == numbers[:1]


def test_all_pins_go_at_once(world: World) -> None:
    ask(world, "pinChatMessage", chat_id=CLUB, message_id=say(world))
    ask(world, "unpinAllChatMessages", chat_id=CLUB)
    assert world.chats[CLUB].pinned == []


def test_pinning_needs_the_right() -> None:
    world = club(rights=("can_delete_messages",))
    number = say(world)
    assert error(world, "pinChatMessage", chat_id=CLUB, message_id=number) == (
        "Bad Request: not enough rights to manage pinned messages in the chat"
    )


@pytest.mark.parametrize(("method", "verb"), [("pinChatMessage", "pin"), ("unpinChatMessage", "unpin")])
def test_what_is_not_there_is_not_pinned(world: World, method: str, verb: str) -> None:
    assert error(world, method, chat_id=CLUB, message_id=99) == f"Bad Request: message to {verb} not found"


def test_a_given_pin_goes(world: World) -> None:
    numbers = [say(world), say(world)]
    for number in numbers:
        ask(world, "pinChatMessage", chat_id=CLUB, message_id=number)
    ask(world, "unpinChatMessage", chat_id=CLUB, message_id=numbers[0])
    assert world.chats[CLUB].pinned == numbers[1:]


def test_pinning_twice_is_told_once(world: World) -> None:
    number = say(world)
    heard(world)
    for _ in range(2):
        ask(world, "pinChatMessage", chat_id=CLUB, message_id=number)
    assert len(heard(world)) == 1


def test_a_service_message_is_not_pinned(world: World) -> None:
    assert error(world, "pinChatMessage", chat_id=CLUB, message_id=1) == "Bad Request: MESSAGE_ID_INVALID"


def test_the_pins_of_a_topic_go_by_themselves() -> None:
    world = club(forum=True)
    topic = ask_object(world, "createForumTopic", chat_id=CLUB, name="Tea")["message_thread_id"]
    inside = ask_object(world, "sendMessage", chat_id=CLUB, text="x", message_thread_id=topic)["message_id"]
    outside = say(world)
    for number in (inside, outside):
        ask(world, "pinChatMessage", chat_id=CLUB, message_id=number)
    ask(world, "unpinAllForumTopicMessages", chat_id=CLUB, message_thread_id=topic)
    assert world.chats[CLUB].pinned == [outside]


def test_in_private_everybody_pins(world: World) -> None:
    happen(world, Start(person_id=BOB))
    sent = ask_object(world, "sendMessage", chat_id=BOB, text="x")
    assert ask(world, "pinChatMessage", chat_id=BOB, message_id=sent["message_id"]) is True
