import pytest

from sandbox.acts import ReopenTopic, Say
from sandbox.payload import child
from sandbox.world import World
from tests.sandbox.stage import ANN, BOB, CLUB, ask, ask_object, club, error, happen, heard


@pytest.fixture
def world() -> World:
    return club(forum=True)


@pytest.fixture
def topic(world: World) -> int:
    return int(str(ask_object(world, "createForumTopic", chat_id=CLUB, name="Tea")["message_thread_id"]))


def test_a_new_topic_is_told_even_to_the_bot_that_made_it(world: World, topic: int) -> None:
    message = heard(world)[0]["message"]
    assert isinstance(message, dict)
    assert (message["message_id"], message["forum_topic_created"]["name"]) == (topic, "Tea")


def test_a_closed_topic_is_closed_for_members(world: World, topic: int) -> None:
    ask(world, "closeForumTopic", chat_id=CLUB, message_thread_id=topic)
    act = Say(chat_id=CLUB, person_id=BOB, text="x", thread_id=topic)
    assert world.apply_all([act])[0].error == "the topic is closed"


def test_a_reopened_topic_takes_messages(world: World, topic: int) -> None:
    ask(world, "closeForumTopic", chat_id=CLUB, message_thread_id=topic)
    ask(world, "reopenForumTopic", chat_id=CLUB, message_thread_id=topic)
    assert happen(world, Say(chat_id=CLUB, person_id=BOB, text="x", thread_id=topic))


def test_a_deleted_topic_takes_its_messages_along(world: World, topic: int) -> None:
    number = happen(world, Say(chat_id=CLUB, person_id=BOB, text="x", thread_id=topic))[0].message_id
    ask(world, "deleteForumTopic", chat_id=CLUB, message_thread_id=topic)
    assert world.chats[CLUB].find(number or 0) is None


def test_a_topic_is_renamed(world: World, topic: int) -> None:
    ask(world, "editForumTopic", chat_id=CLUB, message_thread_id=topic, name="Coffee")
    assert world.chats[CLUB].topics[topic].name == "Coffee"


@pytest.mark.parametrize(
    ("method", "service"),
    [
        ("closeGeneralForumTopic", "forum_topic_closed"),
        ("hideGeneralForumTopic", "general_forum_topic_hidden"),
    ],
)
def test_the_general_topic_is_changed_once(world: World, method: str, service: str) -> None:
    ask(world, method, chat_id=CLUB)
    assert service in str(heard(world))
    assert error(world, method, chat_id=CLUB) == "Bad Request: TOPIC_NOT_MODIFIED"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"name": ""}, "TOPIC_TITLE_EMPTY"),
        ({"name": "x" * 129}, "TOPIC_TITLE_TOO_LONG"),
        ({"name": "x", "icon_color": 5}, "TOPIC_ICON_COLOR_INVALID"),
    ],
)
def test_wrong_topics_are_refused(world: World, arguments: dict[str, object], reason: str) -> None:
    assert error(world, "createForumTopic", chat_id=CLUB, **arguments) == f"Bad Request: {reason}"


def test_a_plain_group_has_no_topics() -> None:
    reason = "Bad Request: the chat is not a forum"
    assert error(club(), "createForumTopic", chat_id=CLUB, name="x") == reason


def test_topics_need_the_right() -> None:
    world = club(forum=True, rights=())
    reason = "Bad Request: not enough rights to create a topic"
    assert error(world, "createForumTopic", chat_id=CLUB, name="x") == reason


def test_the_history_says_that_the_bot_deleted_a_topics_messages(world: World, topic: int) -> None:
    happen(world, Say(chat_id=CLUB, person_id=BOB, text="x", thread_id=topic))
    ask(world, "deleteForumTopic", chat_id=CLUB, message_thread_id=topic)
    deleters = {entry.sender.id for entry in world.chats[CLUB].history if entry.kind == "delete" and entry.sender}
    assert deleters == {world.bot.id}


def test_the_general_topic_is_written_to_without_an_id(world: World) -> None:
    assert error(world, "sendMessage", chat_id=CLUB, text="x", message_thread_id=1) == (
        "Bad Request: message thread not found"
    )
    assert "message_thread_id" not in ask_object(world, "sendMessage", chat_id=CLUB, text="x")


def test_an_answer_in_the_general_topic_has_a_thread_that_takes_no_messages(world: World) -> None:
    sent = ask_object(world, "sendMessage", chat_id=CLUB, text="?")
    happen(world, Say(chat_id=CLUB, person_id=BOB, text="x", reply_to=int(str(sent["message_id"]))))
    message = child(heard(world)[-1], "message")
    thread_id = message["message_thread_id"]
    assert (thread_id, "is_topic_message" in message) == (sent["message_id"], False)
    assert error(world, "sendMessage", chat_id=CLUB, text="x", message_thread_id=thread_id) == (
        "Bad Request: message thread not found"
    )


def test_a_member_opens_a_closed_topic_again_with_the_right_only(world: World, topic: int) -> None:
    ask(world, "closeForumTopic", chat_id=CLUB, message_thread_id=topic)
    acts = [ReopenTopic(chat_id=CLUB, person_id=person, thread_id=topic) for person in (BOB, ANN)]
    refused = [outcome.error for outcome in world.apply_all(acts)]
    assert refused == ["Bob lacks the right can_manage_topics", None]


def test_the_message_a_topic_begins_with_is_not_deleted(world: World, topic: int) -> None:
    assert error(world, "deleteMessage", chat_id=CLUB, message_id=topic) == "Bad Request: message can't be deleted"
