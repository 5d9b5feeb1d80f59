import pytest

from sandbox.acts import Meet, OpenChat, RequestJoin
from sandbox.payload import Json, child
from sandbox.world import World
from tests.sandbox.stage import ANN, BOB, CHANNEL, CLUB, DAN, ask_object, club, error, happen


@pytest.fixture
def world() -> World:
    return club()


def known_as(world: World, **looks: object) -> Json:
    happen(world, Meet(person_id=BOB, first_name="Bob", **looks))  # type: ignore[arg-type]  # whatever the case names
    return ask_object(world, "getChat", chat_id=BOB)


def test_somebody_met_in_a_group_shows_their_bio(world: World) -> None:
    shown = known_as(world, bio="Earn from home")
    assert (shown["type"], shown["bio"]) == ("private", "Earn from home")


def test_somebody_without_a_bio_shows_none(world: World) -> None:
    assert "bio" not in known_as(world)


def test_a_personal_channel_is_shown(world: World) -> None:
    happen(world, OpenChat(chat_id=CHANNEL, kind="channel", title="Bob's tips", creator_id=ANN, username="tips"))
    assert child(known_as(world, personal_chat_id=CHANNEL), "personal_chat")["title"] == "Bob's tips"


def test_the_latest_picture_is_the_photo_of_the_chat(world: World) -> None:
    photo = child(known_as(world, photos=2), "photo")
    pictures = ask_object(world, "getUserProfilePhotos", user_id=BOB)["photos"]
    assert isinstance(pictures, list)
    assert photo["big_file_id"] == pictures[0][-1]["file_id"]


@pytest.mark.parametrize(("limit", "given"), [(100, 3), (1, 1)])
def test_profile_pictures_are_given_a_few_at_a_time(world: World, limit: int, given: int) -> None:
    known_as(world, photos=3)
    answer = ask_object(world, "getUserProfilePhotos", user_id=BOB, limit=limit)
    photos = answer["photos"]
    assert isinstance(photos, list)
    assert (answer["total_count"], len(photos)) == (3, given)


def test_who_asked_to_be_let_in_can_be_looked_at(world: World) -> None:
    happen(world, Meet(person_id=DAN, first_name="Dan", bio="Hello"), RequestJoin(chat_id=CLUB, person_id=DAN))
    assert ask_object(world, "getChat", chat_id=DAN)["bio"] == "Hello"


def test_a_stranger_is_unknown(world: World) -> None:
    assert error(world, "getChat", chat_id=DAN) == "Bad Request: chat not found"
