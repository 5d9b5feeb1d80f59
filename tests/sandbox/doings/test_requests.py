import pytest

from sandbox.acts import Meet, OpenChat, Press, RequestJoin, Say, Start, WithdrawRequest
from sandbox.payload import Json, child
from sandbox.world import World
from tests.sandbox.stage import ANN, CLUB, DAN, ask, ask_object, club, error, happen, heard

NOT_STARTED = "Forbidden: bot can't initiate conversation with a user"
KEYS = {"inline_keyboard": [[{"text": "I am human", "callback_data": "yes"}]]}


@pytest.fixture
def world() -> World:
    return club()


def request(world: World, link: str | None = None) -> Json:
    happen(world, RequestJoin(chat_id=CLUB, person_id=DAN, bio="Likes bikes", invite_link=link))
    return child(heard(world)[-1], "chat_join_request")


def door_link(world: World) -> str:
    return str(ask_object(world, "createChatInviteLink", chat_id=CLUB, creates_join_request=True)["invite_link"])


def test_a_request_tells_the_bot_who_asks_and_through_what(world: World) -> None:
    link = door_link(world)
    told = request(world, link)
    shown = child(told, "invite_link")
    assert (told["user_chat_id"], told["bio"], shown["invite_link"], shown["pending_join_request_count"]) == (
        DAN,
        "Likes bikes",
        link,
        1,
    )


def test_the_bio_somebody_has_is_told_of_itself(world: World) -> None:
    happen(world, Meet(person_id=DAN, first_name="Dan", bio="casino"), RequestJoin(chat_id=CLUB, person_id=DAN))
    assert child(heard(world)[-1], "chat_join_request")["bio"] == "casino"


def test_the_bot_may_write_to_who_asks(world: World) -> None:
    request(world)
    sent = ask_object(world, "sendMessage", chat_id=DAN, text="Are you human?")
    assert child(sent, "chat")["type"] == "private"


def test_it_may_do_so_for_five_minutes(world: World) -> None:
    request(world)
    world.clock.offset_seconds = 298
    assert ask_object(world, "sendMessage", chat_id=DAN, text="?")["text"] == "?"
    world.clock.offset_seconds = 302
    assert error(world, "sendMessage", chat_id=DAN, text="?") == NOT_STARTED


def test_it_may_not_begin_later_than_that(world: World) -> None:
    request(world)
    world.clock.offset_seconds = 302
    assert error(world, "sendMessage", chat_id=DAN, text="?") == NOT_STARTED


@pytest.mark.parametrize("method", ["approveChatJoinRequest", "declineChatJoinRequest"])
def test_after_the_decision_it_may_not_any_more(world: World, method: str) -> None:
    request(world)
    ask(world, "sendMessage", chat_id=DAN, text="?")
    ask(world, method, chat_id=CLUB, user_id=DAN)
    assert error(world, "sendMessage", chat_id=DAN, text="?") == NOT_STARTED


def test_who_started_the_bot_can_be_written_to_all_the_same(world: World) -> None:
    request(world)
    happen(world, Start(person_id=DAN))
    ask(world, "declineChatJoinRequest", chat_id=CLUB, user_id=DAN)
    assert ask_object(world, "sendMessage", chat_id=DAN, text="?")["text"] == "?"


def test_who_answers_in_words_has_begun_a_conversation(world: World) -> None:
    request(world)
    ask(world, "sendMessage", chat_id=DAN, text="7 + 5?")
    happen(world, Say(chat_id=DAN, person_id=DAN, text="12"))
    ask(world, "declineChatJoinRequest", chat_id=CLUB, user_id=DAN)
    assert ask_object(world, "sendMessage", chat_id=DAN, text="ok")["text"] == "ok"


def test_the_bots_own_messages_can_be_changed_after_the_decision(world: World) -> None:
    request(world)
    number = ask_object(world, "sendMessage", chat_id=DAN, text="?")["message_id"]
    ask(world, "approveChatJoinRequest", chat_id=CLUB, user_id=DAN)
    edited = ask_object(world, "editMessageText", chat_id=DAN, message_id=number, text="Welcome")
    assert edited["text"] == "Welcome"


def test_buttons_are_pressed_at_the_door(world: World) -> None:
    request(world)
    number = ask_object(world, "sendMessage", chat_id=DAN, text="?", reply_markup=KEYS)["message_id"]
    happen(world, Press(chat_id=DAN, person_id=DAN, message=int(str(number)), data="yes"))
    assert child(heard(world)[-1], "callback_query")["data"] == "yes"


def test_nobody_presses_in_another_persons_chat(world: World) -> None:
    request(world)
    number = ask_object(world, "sendMessage", chat_id=DAN, text="?", reply_markup=KEYS)["message_id"]
    outcome = world.apply_all([Press(chat_id=DAN, person_id=ANN, message=int(str(number)), data="yes")])[0]
    assert outcome.error == "a private chat with the bot has the id of its person"


def test_a_request_that_was_taken_back_cannot_be_decided(world: World) -> None:
    link = door_link(world)
    request(world, link)
    happen(world, WithdrawRequest(chat_id=CLUB, person_id=DAN))
    reason = error(world, "approveChatJoinRequest", chat_id=CLUB, user_id=DAN)
    assert (reason, world.chats[CLUB].links[link].pending) == ("Bad Request: HIDE_REQUESTER_MISSING", 0)


def test_who_was_declined_may_ask_again(world: World) -> None:
    request(world)
    ask(world, "declineChatJoinRequest", chat_id=CLUB, user_id=DAN)
    assert child(request(world), "from")["id"] == DAN


def test_a_bot_that_may_not_invite_may_not_write_either() -> None:
    world = club(rights=("can_delete_messages",))
    happen(world, RequestJoin(chat_id=CLUB, person_id=DAN))
    assert error(world, "sendMessage", chat_id=DAN, text="?") == "Bad Request: chat not found"


def test_a_request_elsewhere_opens_no_door(world: World) -> None:
    happen(world, OpenChat(chat_id=-1055, title="Other", creator_id=ANN), RequestJoin(chat_id=-1055, person_id=DAN))
    assert error(world, "sendMessage", chat_id=DAN, text="?") == "Bad Request: chat not found"


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (RequestJoin(chat_id=CLUB, person_id=DAN), "Dan has asked already"),
        (RequestJoin(chat_id=CLUB, person_id=ANN), "Ann Archer is creator in the chat"),
        (WithdrawRequest(chat_id=CLUB, person_id=ANN), "Ann Archer has not asked to be let in"),
    ],
)
def test_requests_that_make_no_sense_are_refused(world: World, act: RequestJoin | WithdrawRequest, reason: str) -> None:
    request(world)
    assert world.apply_all([act])[0].error == reason
