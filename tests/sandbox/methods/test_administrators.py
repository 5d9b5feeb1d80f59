import pytest

from sandbox.acts import Promote
from sandbox.world import World
from tests.sandbox.stage import ANN, BOB, CID, CLUB, DAN, ask, ask_object, club, error, happen


@pytest.fixture
def world() -> World:
    return club()


def test_a_promoted_member_holds_the_rights_given(world: World) -> None:
    ask(world, "promoteChatMember", chat_id=CLUB, user_id=BOB, can_delete_messages=True)
    member = ask_object(world, "getChatMember", chat_id=CLUB, user_id=BOB)
    assert (member["status"], member["can_delete_messages"], member["can_invite_users"]) == (
        "administrator",
        True,
        False,
    )


def test_no_rights_mean_a_demotion(world: World) -> None:
    ask(world, "promoteChatMember", chat_id=CLUB, user_id=BOB, can_delete_messages=True)
    ask(world, "promoteChatMember", chat_id=CLUB, user_id=BOB)
    assert ask_object(world, "getChatMember", chat_id=CLUB, user_id=BOB)["status"] == "member"


def test_a_bot_gives_no_right_it_lacks(world: World) -> None:
    arguments = {"chat_id": CLUB, "user_id": BOB, "can_manage_video_chats": True}
    assert error(world, "promoteChatMember", **arguments) == "Bad Request: RIGHT_FORBIDDEN"


def test_administrators_made_by_others_are_not_touched(world: World) -> None:
    happen(world, Promote(chat_id=CLUB, person_id=CID, by_id=ANN, rights=("can_delete_messages",)))
    assert error(world, "promoteChatMember", chat_id=CLUB, user_id=CID) == "Bad Request: CHAT_ADMIN_REQUIRED"


def test_promoting_needs_the_right() -> None:
    world = club(rights=("can_delete_messages",))
    assert error(world, "promoteChatMember", chat_id=CLUB, user_id=BOB) == "Bad Request: not enough rights"


def test_an_administrator_gets_a_title(world: World) -> None:
    ask(world, "promoteChatMember", chat_id=CLUB, user_id=BOB, can_delete_messages=True)
    ask(world, "setChatAdministratorCustomTitle", chat_id=CLUB, user_id=BOB, custom_title="Gardener")
    assert ask_object(world, "getChatMember", chat_id=CLUB, user_id=BOB)["custom_title"] == "Gardener"


@pytest.mark.parametrize(
    ("person", "reason"),
    [(BOB, "user is not an administrator"), (ANN, "only the owner can edit their custom title")],
)
def test_others_get_none(world: World, person: int, reason: str) -> None:
    arguments = {"chat_id": CLUB, "user_id": person, "custom_title": "x"}
    assert error(world, "setChatAdministratorCustomTitle", **arguments) == f"Bad Request: {reason}"


def test_a_member_gets_a_tag_their_messages_show(world: World) -> None:
    ask(world, "setChatMemberTag", chat_id=CLUB, user_id=BOB, tag="Regular")
    assert ask_object(world, "getChatMember", chat_id=CLUB, user_id=BOB)["tag"] == "Regular"


@pytest.mark.parametrize(
    ("tag", "person", "reason"),
    [
        ("x" * 17, BOB, "TAG_INVALID"),
        ("🏆", BOB, "TAG_EMOJI_NOT_ALLOWED"),
        ("x", DAN, "USER_NOT_PARTICIPANT"),
    ],
)
def test_wrong_tags_are_refused(world: World, tag: str, person: int, reason: str) -> None:
    assert error(world, "setChatMemberTag", chat_id=CLUB, user_id=person, tag=tag) == f"Bad Request: {reason}"
