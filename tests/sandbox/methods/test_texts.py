import pytest

from sandbox.acts import AddBot, Block, Erase, Meet, Migrate, OpenChat, OpenTopic, RemoveBot, Say, Start
from sandbox.errors import ApiError
from sandbox.world import World
from tests.sandbox.stage import (
    ANN,
    BOB,
    CHANNEL,
    CID,
    CLUB,
    DAN,
    GROUP,
    ask,
    ask_object,
    club,
    error,
    happen,
    heard,
    say,
)


@pytest.fixture
def world() -> World:
    return club()


def test_a_sent_message_is_answered_whole(world: World) -> None:
    sent = ask_object(world, "sendMessage", chat_id=CLUB, text="<b>Hi</b> @bob_b", parse_mode="HTML")
    assert sent["text"] == "Hi @bob_b"
    assert sent["from"] == world.bot.payload()
    assert sent["entities"] == [
        {"offset": 0, "length": 2, "type": "bold"},
        {"offset": 3, "length": 6, "type": "mention"},
    ]


def test_the_bot_does_not_hear_itself(world: World) -> None:
    ask(world, "sendMessage", chat_id=CLUB, text="hi")
    assert heard(world) == []


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": "  \n"}, "text must be non-empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "🙂" * 2049}, "message is too long"),
        ({"text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        ({"text": "x", "chat_id": ""}, "chat_id is empty"),
        ({"text": "x", "chat_id": -999}, "chat not found"),
        ({"text": "x", "chat_id": "@nobody"}, "chat not found"),
        ({"text": "x", "chat_id": 777}, "chat not found"),
        ({"text": "x", "message_thread_id": 99}, "message thread not found"),
        ({"text": "x", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
    ],
)
def test_wrong_messages_are_refused(world: World, arguments: dict[str, object], reason: str) -> None:
    assert error(world, "sendMessage", **{"chat_id": CLUB, **arguments}) == f"Bad Request: {reason}"


@pytest.mark.parametrize("text", ["x" * 4096, "<b>" + "x" * 4096 + "</b>", "🙂" * 2048])
def test_4096_units_after_parsing_are_allowed(world: World, text: str) -> None:
    assert ask_object(world, "sendMessage", chat_id=CLUB, text=text, parse_mode="HTML")["text"]


def test_a_public_chat_is_reached_by_name() -> None:
    world = club(username="the_club")
    assert ask_object(world, "sendMessage", chat_id="@The_Club", text="x")["message_id"]


def test_a_reply_shows_what_it_answers(world: World) -> None:
    question = say(world, "why?")
    sent = ask_object(world, "sendMessage", chat_id=CLUB, text="so", reply_parameters={"message_id": question})
    assert sent["message_thread_id"] == question
    parent = sent["reply_to_message"]
    assert isinstance(parent, dict)
    assert parent["text"] == "why?"


def test_a_reply_to_nothing_can_be_allowed(world: World) -> None:
    parameters = {"message_id": 99, "allow_sending_without_reply": True}
    assert "reply_to_message" not in ask_object(
        world, "sendMessage", chat_id=CLUB, text="x", reply_parameters=parameters
    )


def test_nobody_is_written_to_first(world: World) -> None:
    reason = "Forbidden: bot can't initiate conversation with a user"
    assert error(world, "sendMessage", chat_id=BOB, text="hi") == reason


def test_whoever_started_the_bot_is_written_to(world: World) -> None:
    happen(world, Start(person_id=BOB))
    assert ask_object(world, "sendMessage", chat_id=BOB, text="hi")["chat"] == {
        "id": BOB,
        "first_name": "Bob",
        "username": "bob_b",
        "type": "private",
    }


def test_whoever_blocked_the_bot_is_not(world: World) -> None:
    happen(world, Start(person_id=BOB), Block(person_id=BOB))
    assert error(world, "sendMessage", chat_id=BOB, text="hi") == "Forbidden: bot was blocked by the user"


def test_a_bot_that_was_kicked_is_told_so(world: World) -> None:
    happen(world, RemoveBot(chat_id=CLUB, by_id=ANN))
    reason = "Forbidden: bot was kicked from the supergroup chat"
    assert error(world, "sendMessage", chat_id=CLUB, text="hi") == reason


def test_a_bot_that_left_is_told_so(world: World) -> None:
    ask(world, "leaveChat", chat_id=CLUB)
    reason = "Forbidden: bot is not a member of the supergroup chat"
    assert error(world, "sendMessage", chat_id=CLUB, text="hi") == reason


def test_a_channel_needs_an_administrator() -> None:
    world = club()
    happen(world, OpenChat(chat_id=CHANNEL, kind="channel", title="News", creator_id=ANN))
    assert error(world, "sendMessage", chat_id=CHANNEL, text="hi") == "Bad Request: chat not found"


def test_a_closed_topic_takes_no_message_of_a_bot_without_the_right() -> None:
    world = club(rights=("can_delete_messages",), forum=True)
    topic = happen(world, OpenTopic(chat_id=CLUB, person_id=ANN, title="Tea"))[0].message_id
    world.chats[CLUB].topics[topic or 0].closed = True
    reason = "Bad Request: TOPIC_CLOSED"
    assert error(world, "sendMessage", chat_id=CLUB, text="x", message_thread_id=topic) == reason


def test_messages_in_a_topic_answer_its_first_message() -> None:
    world = club(forum=True)
    topic = happen(world, OpenTopic(chat_id=CLUB, person_id=ANN, title="Tea"))[0].message_id
    sent = ask_object(world, "sendMessage", chat_id=CLUB, text="x", message_thread_id=topic)
    parent = sent["reply_to_message"]
    assert isinstance(parent, dict)
    assert (sent["is_topic_message"], parent["message_id"]) == (True, topic)


def test_a_forward_names_its_origin(world: World) -> None:
    number = say(world, "news")
    sent = ask_object(world, "forwardMessage", chat_id=CLUB, from_chat_id=CLUB, message_id=number)
    origin = sent["forward_origin"]
    assert isinstance(origin, dict)
    assert (sent["text"], origin["type"], origin["sender_user"]) == (
        "news",
        "user",
        world.people[BOB].payload(),
    )


def test_a_copy_does_not(world: World) -> None:
    number = say(world, "news")
    copied = ask_object(world, "copyMessage", chat_id=CLUB, from_chat_id=CLUB, message_id=number)
    new = world.chats[CLUB].messages[int(str(copied["message_id"]))]
    assert (new.words, "forward_origin" in new.payload) == ("news", False)


def test_forwarding_many_leaves_out_what_is_gone(world: World) -> None:
    one, two = say(world, "one"), say(world, "two")
    happen(world, Erase(chat_id=CLUB, person_id=BOB, message=one))
    result = ask(world, "forwardMessages", chat_id=CLUB, from_chat_id=CLUB, message_ids=[one, two])
    assert isinstance(result, list)
    assert len(result) == 1


@pytest.mark.parametrize("method", ["forwardMessage", "copyMessage"])
def test_what_is_gone_is_neither_forwarded_nor_copied(world: World, method: str) -> None:
    verb = method.removesuffix("Message")
    reason = f"Bad Request: message to {verb} not found"
    assert error(world, method, chat_id=CLUB, from_chat_id=CLUB, message_id=99) == reason


def test_a_stranger_is_not_found(world: World) -> None:
    happen(world, Meet(person_id=DAN, first_name="Dan"))
    assert error(world, "sendMessage", chat_id=DAN, text="x") == "Bad Request: chat not found"


def test_an_upgraded_group_names_its_supergroup(world: World) -> None:
    happen(
        world,
        OpenChat(chat_id=GROUP, kind="group", title="Old", creator_id=CID),
        AddBot(chat_id=GROUP, by_id=CID),
        Migrate(chat_id=GROUP, new_chat_id=-10077),
    )
    with pytest.raises(ApiError) as refused:
        ask(world, "sendMessage", chat_id=GROUP, text="x")
    assert refused.value.body() == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": -10077},
    }


def test_entities_can_be_given_instead_of_markup(world: World) -> None:
    bold = {"type": "bold", "offset": 0, "length": 2}
    assert ask_object(world, "sendMessage", chat_id=CLUB, text="hi", entities=[bold])["entities"] == [bold]


@pytest.mark.parametrize("entity", ["x", {"type": "bold"}, {"type": "bold", "offset": "0", "length": 1}])
def test_wrong_entities_are_refused(world: World, entity: object) -> None:
    reason = error(world, "sendMessage", chat_id=CLUB, text="hi", entities=[entity])
    assert reason.startswith("Bad Request: can't parse MessageEntity")


def test_link_previews_and_protection_are_kept(world: World) -> None:
    preview = {"is_disabled": True}
    sent = ask_object(world, "sendMessage", chat_id=CLUB, text="x", link_preview_options=preview, protect_content=True)
    assert (sent["link_preview_options"], sent["has_protected_content"]) == (preview, True)
    reason = error(world, "forwardMessage", chat_id=CLUB, from_chat_id=CLUB, message_id=sent["message_id"])
    assert reason == "Bad Request: the message can't be forwarded"


def test_many_messages_are_copied(world: World) -> None:
    numbers = [say(world, "one"), say(world, "two")]
    copied = ask(world, "copyMessages", chat_id=CLUB, from_chat_id=CLUB, message_ids=numbers)
    assert isinstance(copied, list)
    assert [world.chats[CLUB].messages[one["message_id"]].words for one in copied] == ["one", "two"]


def test_a_copied_photo_gets_another_caption(world: World) -> None:
    photo = happen(world, Say(chat_id=CLUB, person_id=BOB, kind="photo", caption="old #tag"))[0].message_id
    copied = ask_object(world, "copyMessage", chat_id=CLUB, from_chat_id=CLUB, message_id=photo, caption="new")
    new = world.chats[CLUB].messages[int(str(copied["message_id"]))].payload
    assert (new["caption"], "caption_entities" in new) == ("new", False)


def test_a_forward_of_a_forward_keeps_its_first_origin(world: World) -> None:
    happen(world, OpenChat(chat_id=CHANNEL, kind="channel", title="News", creator_id=ANN))
    number = happen(world, Say(chat_id=CLUB, person_id=BOB, text="x", forward_from=CHANNEL))[0].message_id
    sent = ask_object(world, "forwardMessage", chat_id=CLUB, from_chat_id=CLUB, message_id=number)
    origin = sent["forward_origin"]
    assert isinstance(origin, dict)
    assert (origin["type"], origin["chat"]["id"]) == ("channel", CHANNEL)


def test_a_muted_group_silences_a_plain_member_bot() -> None:
    world = club(rights=None)
    world.chats[CLUB].permissions = frozenset()
    reason = "Bad Request: not enough rights to send text messages to the chat"
    assert error(world, "sendMessage", chat_id=CLUB, text="x") == reason


def test_a_channel_hears_an_administrator_only(world: World) -> None:
    happen(
        world,
        OpenChat(chat_id=CHANNEL, kind="channel", title="News", creator_id=ANN),
        AddBot(chat_id=CHANNEL, by_id=ANN, administrator=("can_delete_messages",)),
    )
    reason = "Bad Request: need administrator rights in the channel chat"
    assert error(world, "sendMessage", chat_id=CHANNEL, text="x") == reason
    happen(world, AddBot(chat_id=CHANNEL, by_id=ANN, administrator=("can_post_messages",)))
    assert "from" not in ask_object(world, "sendMessage", chat_id=CHANNEL, text="x")
