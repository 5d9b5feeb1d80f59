import pytest

from sandbox.acts import Act, Meet, OpenChat, Say
from sandbox.payload import Json, child
from sandbox.world import World
from tests.sandbox.stage import ANN, BOB, CHANNEL, CLUB, club, happen, heard


@pytest.fixture
def world() -> World:
    return club()


def told(world: World, act: Act) -> Json:
    """The message the bot hears of."""
    happen(world, act)
    return child(heard(world)[-1], "message")


def of_bob(**fields: object) -> Say:
    return Say(chat_id=CLUB, person_id=BOB, **fields)  # type: ignore[arg-type]  # whatever the case names


@pytest.mark.parametrize(
    ("act", "field", "shown"),
    [
        (of_bob(kind="contact", contact_name="Cheap flats"), "contact", {"first_name": "Cheap flats"}),
        (of_bob(kind="venue", title="Café", address="Ring 1"), "venue", {"title": "Café", "address": "Ring 1"}),
        (of_bob(kind="audio", title="Song", performer="Band"), "audio", {"title": "Song", "performer": "Band"}),
        (of_bob(kind="document", file_name="virus.apk"), "document", {"file_name": "virus.apk"}),
        (of_bob(kind="sticker", sticker_format="animated"), "sticker", {"is_animated": True, "is_video": False}),
        (of_bob(kind="sticker", sticker_format="video"), "sticker", {"is_animated": False, "is_video": True}),
        (of_bob(kind="sticker", set_name="Ducks"), "sticker", {"set_name": "Ducks"}),
        (of_bob(kind="game", title="Chess", text="play"), "game", {"title": "Chess", "description": "play"}),
        (of_bob(kind="checklist", text="Buy", options=("milk",)), "checklist", {"title": "Buy"}),
        (of_bob(kind="invoice", title="Stars"), "invoice", {"title": "Stars", "currency": "XTR"}),
        (of_bob(kind="giveaway"), "giveaway", {"winner_count": 3}),
        (of_bob(kind="paid_media"), "paid_media", {"star_count": 5}),
    ],
)
def test_a_message_carries_what_a_person_attached(world: World, act: Say, field: str, shown: Json) -> None:
    assert shown.items() <= child(told(world, act), field).items()


def test_a_premium_sticker_has_an_effect(world: World) -> None:
    plain = child(told(world, of_bob(kind="sticker")), "sticker")
    premium = child(told(world, of_bob(kind="sticker", premium=True)), "sticker")
    assert ("premium_animation" in plain, "premium_animation" in premium) == (False, True)


def test_a_checklist_numbers_its_tasks(world: World) -> None:
    message = told(world, of_bob(kind="checklist", text="Buy", options=("milk", "tea")))
    assert child(message, "checklist")["tasks"] == [{"id": 1, "text": "milk"}, {"id": 2, "text": "tea"}]


def test_a_story_is_its_senders_unless_another_owner_is_named(world: World) -> None:
    happen(world, OpenChat(chat_id=CHANNEL, kind="channel", title="News", creator_id=ANN))
    stories = [told(world, of_bob(kind="story", story_of=owner)) for owner in (None, CHANNEL)]
    assert [child(child(message, "story"), "chat")["id"] for message in stories] == [BOB, CHANNEL]


def test_the_same_file_is_known_again(world: World) -> None:
    stickers = [child(told(world, of_bob(kind="sticker", file=name)), "sticker") for name in ("duck", "duck", "owl")]
    first, second, third = (sticker["file_unique_id"] for sticker in stickers)
    assert (first == second, first == third) == (True, False)


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (of_bob(kind="checklist", text="Buy"), "a checklist needs tasks"),
        (of_bob(kind="story", story_of=-5), "chat not found"),
        (of_bob(kind="sticker", spoiler=True), "a sticker has no spoiler"),
    ],
)
def test_what_makes_no_message_is_refused(world: World, act: Say, reason: str) -> None:
    assert world.apply_all([act])[0].error == reason


def test_premium_shows_in_the_user(world: World) -> None:
    happen(world, Meet(person_id=BOB, first_name="Bob", is_premium=True))
    assert child(told(world, of_bob(text="hi")), "from")["is_premium"] is True
