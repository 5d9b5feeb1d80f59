import pytest

from sandbox.acts import Act, AddBot, Edit, Erase, Join, Meet, OpenChat, OpenTopic, Promote, Say
from sandbox.payload import Json
from sandbox.people import ANONYMOUS_ADMIN_ID, CHANNEL_SENDER_ID, TELEGRAM_ID
from sandbox.world import World
from tests.sandbox.stage import ANN, BOB, CHANNEL, CID, CLUB, DAN, ask_object, club, happen, heard, kinds, say


@pytest.fixture
def world() -> World:
    return club()


def message(world: World, kind: str = "message") -> Json:
    found = heard(world)[-1][kind]
    assert isinstance(found, dict)
    return found


def test_a_message_is_heard(world: World) -> None:
    say(world, "hello #all")
    told = message(world)
    assert (told["text"], told["from"], told["entities"]) == (
        "hello #all",
        world.people[BOB].payload(),
        [{"offset": 6, "length": 4, "type": "hashtag"}],
    )


def test_a_reply_carries_its_parent_one_level_deep(world: World) -> None:
    happen(
        world,
        Say(chat_id=CLUB, person_id=BOB, text="one", name="one"),
        Say(chat_id=CLUB, person_id=CID, text="two", name="two", reply_to="one"),
        Say(chat_id=CLUB, person_id=BOB, text="three", reply_to="two"),
    )
    parent = message(world)["reply_to_message"]
    assert isinstance(parent, dict)
    assert (parent["text"], "reply_to_message" in parent) == ("two", False)


def test_a_reply_thread_keeps_its_root(world: World) -> None:
    root = say(world, "one")
    happen(
        world,
        Say(chat_id=CLUB, person_id=CID, text="two", name="two", reply_to=root),
        Say(chat_id=CLUB, person_id=BOB, text="three", reply_to="two"),
    )
    told = message(world)
    assert (told["message_thread_id"], "is_topic_message" in told) == (root, False)


def test_a_message_of_a_topic_answers_its_first_message() -> None:
    world = club(forum=True)
    happen(
        world,
        OpenTopic(chat_id=CLUB, person_id=ANN, title="Tea", name="tea"),
        Say(chat_id=CLUB, person_id=BOB, text="x", thread_id="tea"),
    )
    told = message(world)
    parent = told["reply_to_message"]
    assert isinstance(parent, dict)
    assert (told["is_topic_message"], parent["message_id"]) == (True, told["message_thread_id"])


def test_an_edit_is_heard(world: World) -> None:
    happen(
        world,
        Say(chat_id=CLUB, person_id=BOB, text="one", name="m"),
        Edit(chat_id=CLUB, person_id=BOB, message="m", text="two"),
    )
    told = message(world, "edited_message")
    assert (told["text"], "edit_date" in told) == ("two", True)


def test_a_deletion_is_not_heard(world: World) -> None:
    number = say(world)
    heard(world)
    happen(world, Erase(chat_id=CLUB, person_id=BOB, message=number))
    assert heard(world) == []


def test_an_anonymous_administrator_writes_as_the_group(world: World) -> None:
    happen(
        world,
        Promote(chat_id=CLUB, person_id=CID, by_id=ANN, anonymous=True, title="Boss"),
        Say(chat_id=CLUB, person_id=CID, text="hush"),
    )
    told = message(world)
    sender, chat = told["from"], told["sender_chat"]
    assert isinstance(sender, dict)
    assert isinstance(chat, dict)
    assert (sender["id"], chat["id"], told["author_signature"]) == (ANONYMOUS_ADMIN_ID, CLUB, "Boss")


def test_a_channel_writes_in_a_group(world: World) -> None:
    happen(
        world,
        OpenChat(chat_id=CHANNEL, kind="channel", title="News", creator_id=BOB),
        Say(chat_id=CLUB, person_id=BOB, text="read me", sender_chat_id=CHANNEL),
    )
    told = message(world)
    sender, chat = told["from"], told["sender_chat"]
    assert isinstance(sender, dict)
    assert isinstance(chat, dict)
    assert (sender["id"], chat["id"]) == (CHANNEL_SENDER_ID, CHANNEL)


def test_a_post_arrives_in_the_linked_group_by_itself(world: World) -> None:
    happen(
        world,
        OpenChat(chat_id=CHANNEL, kind="channel", title="News", creator_id=ANN, linked_chat_id=CLUB),
        Say(chat_id=CHANNEL, person_id=ANN, text="news"),
    )
    told = message(world)
    sender = told["from"]
    assert isinstance(sender, dict)
    assert (sender["id"], told["is_automatic_forward"], told["text"]) == (TELEGRAM_ID, True, "news")


def test_a_channel_post_has_no_author(world: World) -> None:
    happen(
        world,
        OpenChat(chat_id=CHANNEL, kind="channel", title="News", creator_id=ANN),
        AddBot(chat_id=CHANNEL, by_id=ANN, administrator=()),
        Say(chat_id=CHANNEL, person_id=ANN, text="news"),
    )
    assert "from" not in message(world, "channel_post")


def test_only_the_author_edits_a_message(world: World) -> None:
    number = say(world, by=CID)
    refused = world.apply_all([Edit(chat_id=CLUB, person_id=BOB, message=number, text="x")])[0].error
    assert refused == "only the author edits a message"


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (Say(chat_id=CLUB, person_id=DAN, text="x"), "Dan is not a member of the chat"),
        (Say(chat_id=CLUB, person_id=BOB, text=" "), "the message is empty"),
        (Say(chat_id=CLUB, person_id=BOB, text="x" * 4097), "the message is too long"),
        (Say(chat_id=-3, person_id=BOB, text="x"), "chat not found"),
        (Say(chat_id=CLUB, person_id=BOB, text="x", reply_to="nothing"), "no message named 'nothing' in this chat"),
        (Say(chat_id=CLUB, person_id=BOB, text="<x>", html=True), "Bad Request: can't parse entities"),
        (Say(chat_id=CLUB, person_id=BOB, text="x", sender_chat_id=CLUB), "only administrators write as the group"),
        (Say(chat_id=CID, person_id=BOB, text="x"), "a private chat with the bot has the id of its person"),
        (Join(chat_id=CLUB, person_id=BOB), "Bob is in the chat already"),
        (Edit(chat_id=CLUB, person_id=BOB, message=1, text="x"), "a service message is not edited"),
        (Erase(chat_id=CLUB, person_id=BOB, message=99), "message not found"),
        (Promote(chat_id=CLUB, person_id=CID, by_id=BOB), "Bob lacks the right can_promote_members"),
        (Promote(chat_id=CLUB, person_id=CID, by_id=ANN, rights=("fly",)), "no such right: fly"),
    ],
)
def test_what_telegram_would_not_allow_is_refused(world: World, act: Act, reason: str) -> None:
    refused = world.apply_all([act])[0].error
    assert refused is not None
    assert refused.startswith(reason)


@pytest.mark.parametrize(
    ("text", "is_heard"),
    [
        ("hello", False),
        ("/start", True),
        ("/start@steward_sandbox_bot", True),
        ("/start@other_bot", False),
        ("look, @steward_sandbox_bot", True),
    ],
)
def test_in_privacy_mode_a_plain_member_bot_hears_what_is_meant_for_it(text: str, *, is_heard: bool) -> None:
    world = club(rights=None, reads_all=False)
    say(world, text)
    assert bool(heard(world)) is is_heard


def test_in_privacy_mode_replies_to_the_bot_are_heard() -> None:
    world = club(rights=None, reads_all=False)
    sent = ask_object(world, "sendMessage", chat_id=CLUB, text="?")
    happen(world, Say(chat_id=CLUB, person_id=BOB, text="yes", reply_to=int(str(sent["message_id"]))))
    assert kinds(heard(world)) == ["message"]


def test_an_administrator_bot_hears_everything_in_privacy_mode() -> None:
    world = club(reads_all=False)
    say(world)
    assert kinds(heard(world)) == ["message"]


def test_bots_do_not_hear_one_another(world: World) -> None:
    happen(world, Meet(person_id=99, first_name="Other", is_bot=True), Join(chat_id=CLUB, person_id=99, inviter_id=ANN))
    heard(world)
    say(world, "beep", by=99)
    assert heard(world) == []
