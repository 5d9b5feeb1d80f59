import pytest

from sandbox.acts import Say, Vote
from sandbox.payload import Json
from sandbox.world import World
from tests.sandbox.stage import BOB, CID, CLUB, ask, ask_object, club, error, happen, heard, kinds


@pytest.fixture
def world() -> World:
    return club()


def poll(world: World, **arguments: object) -> Json:
    asked = {"question": "Tea?", "options": ["Yes", {"text": "No"}], **arguments}
    return ask_object(world, "sendPoll", chat_id=CLUB, **asked)


def vote(world: World, sent: Json, *options: int, by: int = BOB) -> None:
    number = int(str(sent["message_id"]))
    happen(world, Vote(chat_id=CLUB, person_id=by, poll_message=number, option_ids=options))


def test_open_votes_are_told_with_the_voter(world: World) -> None:
    vote(world, poll(world, is_anonymous=False), 1)
    answer, state = heard(world)
    assert answer["poll_answer"] == {
        "poll_id": state["poll"]["id"] if isinstance(state["poll"], dict) else "",
        "user": world.people[BOB].payload(),
        "option_ids": [1],
        "option_persistent_ids": ["1"],
    }


def test_anonymous_votes_are_only_counted(world: World) -> None:
    sent = poll(world)
    vote(world, sent, 0)
    vote(world, sent, 0, by=CID)
    updates = heard(world)
    last = updates[-1]["poll"]
    assert isinstance(last, dict)
    assert (kinds(updates), [option["voter_count"] for option in last["options"]]) == (["poll", "poll"], [2, 0])


def test_a_vote_can_be_taken_back(world: World) -> None:
    sent = poll(world, is_anonymous=False)
    vote(world, sent, 0)
    vote(world, sent)
    state = heard(world)[-1]["poll"]
    assert isinstance(state, dict)
    assert state["total_voter_count"] == 0


def test_one_answer_means_one(world: World) -> None:
    number = int(str(poll(world)["message_id"]))
    act = Vote(chat_id=CLUB, person_id=BOB, poll_message=number, option_ids=(0, 1))
    assert world.apply_all([act])[0].error == "the poll takes one answer"


def test_votes_in_a_quiz_are_final(world: World) -> None:
    sent = poll(world, type="quiz", correct_option_id=1)
    vote(world, sent, 0)
    act = Vote(chat_id=CLUB, person_id=BOB, poll_message=int(str(sent["message_id"])), option_ids=(1,))
    assert world.apply_all([act])[0].error == "votes in this poll are final"


def test_a_stopped_poll_takes_no_votes(world: World) -> None:
    sent = poll(world)
    assert ask_object(world, "stopPoll", chat_id=CLUB, message_id=sent["message_id"])["is_closed"] is True
    act = Vote(chat_id=CLUB, person_id=BOB, poll_message=int(str(sent["message_id"])), option_ids=(0,))
    assert world.apply_all([act])[0].error == "the poll is closed"
    assert error(world, "stopPoll", chat_id=CLUB, message_id=sent["message_id"]) == (
        "Bad Request: poll has already been closed"
    )


def test_a_poll_with_a_period_closes_by_itself(world: World) -> None:
    poll(world, open_period=60)
    world.clock.offset_seconds = 61
    world.tick()
    state = heard(world)[0]["poll"]
    assert isinstance(state, dict)
    assert state["is_closed"] is True


def test_other_peoples_polls_are_not_told(world: World) -> None:
    happen(world, Say(chat_id=CLUB, person_id=CID, kind="poll", text="Cake?", options=("a", "b"), name="cake"))
    heard(world)
    happen(world, Vote(person_id=BOB, poll_message="cake", option_ids=(0,)))
    assert heard(world) == []


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"question": ""}, "poll question must be non-empty"),
        ({"question": "x" * 301}, "poll question length must not exceed 300"),
        ({"options": []}, "poll must have at least 1 option"),
        ({"options": ["x"] * 13}, "poll can't have more than 12 options"),
        ({"options": ["x" * 101]}, "poll options length must not exceed 100"),
        ({"options": [5]}, "expected an option to be of type String"),
        ({"type": "riddle"}, "unsupported poll type specified"),
        ({"type": "quiz", "correct_option_id": 7}, "wrong correct option ID specified"),
        ({"open_period": 4}, "poll open period must be between 5 and 2628000"),
        ({"explanation": "a\nb\nc\nd", "type": "quiz", "correct_option_id": 0}, "poll explanation is too long"),
    ],
)
def test_wrong_polls_are_refused(world: World, arguments: dict[str, object], reason: str) -> None:
    asked = {"question": "Tea?", "options": ["Yes", "No"], **arguments}
    assert error(world, "sendPoll", chat_id=CLUB, **asked) == f"Bad Request: {reason}"


def test_only_polls_are_stopped(world: World) -> None:
    sent = ask_object(world, "sendMessage", chat_id=CLUB, text="x")
    assert error(world, "stopPoll", chat_id=CLUB, message_id=sent["message_id"]) == (
        "Bad Request: message with poll to stop not found"
    )
    assert ask(world, "deleteMessage", chat_id=CLUB, message_id=sent["message_id"]) is True
