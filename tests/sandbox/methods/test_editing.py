from datetime import UTC, datetime, timedelta

import pytest

from sandbox.acts import Say
from sandbox.world import World
from tests.sandbox.stage import BOB, CLUB, ask, ask_object, club, error, happen, heard, say

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)
KEYS = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}


@pytest.fixture
def world() -> World:
    return club()


@pytest.fixture
def own(world: World) -> int:
    sent = ask_object(world, "sendMessage", chat_id=CLUB, text="menu", reply_markup=KEYS)
    return int(str(sent["message_id"]))


def test_text_is_edited(world: World, own: int) -> None:
    edited = ask_object(world, "editMessageText", chat_id=CLUB, message_id=own, text="new", reply_markup=KEYS)
    assert (edited["text"], edited["reply_markup"]) == ("new", KEYS)
    assert "edit_date" in edited


def test_an_edit_without_a_keyboard_takes_it_away(world: World, own: int) -> None:
    assert "reply_markup" not in ask_object(world, "editMessageText", chat_id=CLUB, message_id=own, text="new")


def test_the_keyboard_alone_is_edited(world: World, own: int) -> None:
    edited = ask_object(world, "editMessageReplyMarkup", chat_id=CLUB, message_id=own)
    assert (edited["text"], "reply_markup" in edited) == ("menu", False)


def test_an_edit_that_changes_nothing_is_refused(world: World, own: int) -> None:
    same = {"chat_id": CLUB, "message_id": own, "reply_markup": KEYS}
    assert error(world, "editMessageText", text="menu", **same) == NOT_MODIFIED
    assert error(world, "editMessageReplyMarkup", **same) == NOT_MODIFIED


def test_other_peoples_messages_are_not_edited(world: World) -> None:
    number = say(world)
    assert error(world, "editMessageText", chat_id=CLUB, message_id=number, text="x") == (
        "Bad Request: message can't be edited"
    )


def test_what_is_not_there_is_not_edited(world: World) -> None:
    assert error(world, "editMessageText", chat_id=CLUB, message_id=99, text="x") == (
        "Bad Request: message to edit not found"
    )


def test_a_text_has_no_caption(world: World, own: int) -> None:
    assert error(world, "editMessageCaption", chat_id=CLUB, message_id=own, caption="x") == (
        "Bad Request: there is no caption in the message to edit"
    )


def test_a_message_is_deleted_and_nobody_is_told(world: World) -> None:
    number = say(world)
    heard(world)
    assert ask(world, "deleteMessage", chat_id=CLUB, message_id=number) is True
    assert world.chats[CLUB].find(number) is None
    assert heard(world) == []


def test_the_history_says_that_the_bot_deleted(world: World) -> None:
    number = say(world)
    ask(world, "deleteMessage", chat_id=CLUB, message_id=number)
    entry = world.chats[CLUB].history[-1]
    assert (entry.kind, entry.message_id) == ("delete", number)
    assert entry.sender is not None
    assert entry.sender.id == world.bot.id


def test_what_is_deleted_is_not_deleted_again(world: World) -> None:
    number = say(world)
    ask(world, "deleteMessage", chat_id=CLUB, message_id=number)
    reason = "Bad Request: message to delete not found"
    assert error(world, "deleteMessage", chat_id=CLUB, message_id=number) == reason


def test_deleting_needs_the_right() -> None:
    world = club(rights=("can_restrict_members",))
    number = say(world)
    reason = "Bad Request: message can't be deleted"
    assert error(world, "deleteMessage", chat_id=CLUB, message_id=number) == reason


def test_its_own_message_a_bot_deletes_without_a_right() -> None:
    world = club(rights=None)
    sent = ask_object(world, "sendMessage", chat_id=CLUB, text="x")
    assert ask(world, "deleteMessage", chat_id=CLUB, message_id=sent["message_id"]) is True


def test_after_48_hours_nothing_is_deleted(world: World) -> None:
    long_ago = datetime.now(UTC) - timedelta(hours=49)
    number = happen(world, Say(chat_id=CLUB, person_id=BOB, text="old", at=long_ago))[0].message_id
    reason = "Bad Request: message can't be deleted for everyone"
    assert error(world, "deleteMessage", chat_id=CLUB, message_id=number) == reason


def test_many_are_deleted_at_once_and_missing_ones_skipped(world: World) -> None:
    numbers = [say(world), say(world)]
    assert ask(world, "deleteMessages", chat_id=CLUB, message_ids=[*numbers, 999]) is True
    assert [world.chats[CLUB].find(number) for number in numbers] == [None, None]


@pytest.mark.parametrize(
    ("ids", "reason"),
    [
        ([], "message identifiers are not specified"),
        (list(range(1, 102)), "too many message identifiers specified"),
        (["x"], "message identifier must be a Number"),
        ([0], "invalid message identifier specified"),
    ],
)
def test_one_to_a_hundred_ids_are_taken(world: World, ids: list[object], reason: str) -> None:
    assert error(world, "deleteMessages", chat_id=CLUB, message_ids=ids) == f"Bad Request: {reason}"
