import pytest

from sandbox.acts import Act, AutoDelete, Boost, ChangePhoto, EndVideoChat, RemovePhoto, StartVideoChat
from sandbox.payload import child
from sandbox.world import World
from tests.sandbox.stage import ANN, BOB, CLUB, ask, club, happen, heard, kinds

ACTS: list[tuple[Act, str, object]] = [
    (RemovePhoto(chat_id=CLUB, person_id=ANN), "delete_chat_photo", True),
    (StartVideoChat(chat_id=CLUB, person_id=ANN), "video_chat_started", {}),
    (EndVideoChat(chat_id=CLUB, person_id=ANN, seconds=90), "video_chat_ended", {"duration": 90}),
    (
        AutoDelete(chat_id=CLUB, person_id=ANN, seconds=86_400),
        "message_auto_delete_timer_changed",
        {"message_auto_delete_time": 86_400},
    ),
    (Boost(chat_id=CLUB, person_id=BOB, count=2), "boost_added", {"boost_count": 2}),
]


@pytest.fixture
def world() -> World:
    return club()


@pytest.mark.parametrize(("act", "field", "content"), ACTS)
def test_a_service_message_tells_of_it(world: World, act: Act, field: str, content: object) -> None:
    happen(world, act)
    assert child(heard(world)[-1], "message")[field] == content


def test_a_new_photo_comes_in_sizes(world: World) -> None:
    happen(world, ChangePhoto(chat_id=CLUB, person_id=ANN))
    sizes = child(heard(world)[-1], "message")["new_chat_photo"]
    assert isinstance(sizes, list)
    assert [size["width"] for size in sizes] == [90, 640]


@pytest.mark.parametrize("act", [act for act, _, _ in ACTS])
def test_the_bot_can_delete_it(world: World, act: Act) -> None:
    number = happen(world, act)[0].message_id
    ask(world, "deleteMessage", chat_id=CLUB, message_id=number)
    assert world.chats[CLUB].find(number or 0) is None


def test_every_boost_is_an_update_of_its_own(world: World) -> None:
    happen(world, Boost(chat_id=CLUB, person_id=BOB, count=2))
    assert kinds(heard(world)) == ["chat_boost", "chat_boost", "message"]


@pytest.mark.parametrize(
    ("act", "right"),
    [
        (ChangePhoto(chat_id=CLUB, person_id=BOB), "can_change_info"),
        (StartVideoChat(chat_id=CLUB, person_id=BOB), "can_manage_video_chats"),
        (AutoDelete(chat_id=CLUB, person_id=BOB, seconds=1), "can_change_info"),
    ],
)
def test_a_member_lacks_the_right(world: World, act: Act, right: str) -> None:
    assert world.apply_all([act])[0].error == f"Bob lacks the right {right}"
