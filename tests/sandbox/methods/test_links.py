import pytest

from sandbox.acts import AddBot, Join, OpenChat, RequestJoin
from sandbox.payload import Json
from sandbox.world import World
from tests.sandbox.stage import ANN, CHANNEL, CLUB, DAN, ask, ask_object, club, error, happen, heard


@pytest.fixture
def world() -> World:
    return club()


def link(world: World, **arguments: object) -> Json:
    return ask_object(world, "createChatInviteLink", chat_id=CLUB, **arguments)


def test_a_join_through_a_link_names_it(world: World) -> None:
    poster = link(world, name="Poster")
    happen(world, Join(chat_id=CLUB, person_id=DAN, invite_link=str(poster["invite_link"])))
    update = heard(world)[0]["chat_member"]
    assert isinstance(update, dict)
    assert update["invite_link"] == poster


def test_other_peoples_links_are_shown_in_part(world: World) -> None:
    happen(world, Join(chat_id=CLUB, person_id=DAN, invite_link="https://t.me/+abcdefghijklmnop"))
    update = heard(world)[0]["chat_member"]
    assert isinstance(update, dict)
    assert update["invite_link"]["invite_link"] == "https://t.me/+abcdefgh..."


def test_a_link_lets_in_no_more_than_its_limit(world: World) -> None:
    url = str(link(world, member_limit=1)["invite_link"])
    happen(world, Join(chat_id=CLUB, person_id=DAN, invite_link=url))
    refused = world.apply_all([Join(chat_id=CLUB, person_id=77, invite_link=url)])[0].error
    assert refused == "the invite link has expired"


def test_a_revoked_link_lets_nobody_in(world: World) -> None:
    url = str(link(world)["invite_link"])
    assert ask_object(world, "revokeChatInviteLink", chat_id=CLUB, invite_link=url)["is_revoked"] is True
    assert world.apply_all([Join(chat_id=CLUB, person_id=DAN, invite_link=url)])[0].error


def test_exporting_again_revokes_the_old_primary_link(world: World) -> None:
    first = ask(world, "exportChatInviteLink", chat_id=CLUB)
    ask(world, "exportChatInviteLink", chat_id=CLUB)
    assert world.chats[CLUB].links[str(first)].is_revoked


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"name": "x" * 33}, "INVITE_LINK_NAME_TOO_LONG"),
        ({"member_limit": 100_000}, "USAGE_LIMIT_INVALID"),
        ({"expire_date": 1}, "EXPIRE_DATE_INVALID"),
        (
            {"member_limit": 5, "creates_join_request": True},
            "member limit can't be specified for links requiring administrator approval",
        ),
    ],
)
def test_wrong_links_are_refused(world: World, arguments: dict[str, object], reason: str) -> None:
    assert error(world, "createChatInviteLink", chat_id=CLUB, **arguments) == f"Bad Request: {reason}"


def test_links_need_the_right() -> None:
    world = club(rights=("can_delete_messages",))
    assert error(world, "createChatInviteLink", chat_id=CLUB) == (
        "Bad Request: not enough rights to manage chat invite link"
    )


def test_a_join_request_is_approved_once(world: World) -> None:
    happen(world, RequestJoin(chat_id=CLUB, person_id=DAN, bio="I like bikes"))
    request = heard(world)[0]["chat_join_request"]
    assert isinstance(request, dict)
    ask(world, "approveChatJoinRequest", chat_id=CLUB, user_id=DAN)
    joined = heard(world)[0]["chat_member"]
    assert isinstance(joined, dict)
    assert (request["user_chat_id"], request["bio"], joined["via_join_request"]) == (DAN, "I like bikes", True)
    assert error(world, "approveChatJoinRequest", chat_id=CLUB, user_id=DAN) == (
        "Bad Request: USER_ALREADY_PARTICIPANT"
    )


def test_a_declined_request_is_gone(world: World) -> None:
    happen(world, RequestJoin(chat_id=CLUB, person_id=DAN))
    ask(world, "declineChatJoinRequest", chat_id=CLUB, user_id=DAN)
    reason = "Bad Request: HIDE_REQUESTER_MISSING"
    assert error(world, "approveChatJoinRequest", chat_id=CLUB, user_id=DAN) == reason


def test_requests_are_told_only_to_bots_that_may_invite() -> None:
    world = club(rights=("can_delete_messages",))
    happen(world, RequestJoin(chat_id=CLUB, person_id=DAN))
    assert heard(world) == []


def test_an_edited_link_keeps_its_address(world: World) -> None:
    url = link(world, name="Poster")["invite_link"]
    edited = ask_object(world, "editChatInviteLink", chat_id=CLUB, invite_link=url, name="Flyer")
    assert (edited["invite_link"], edited["name"]) == (url, "Flyer")


def test_other_peoples_links_are_not_edited(world: World) -> None:
    happen(world, Join(chat_id=CLUB, person_id=DAN, invite_link="https://t.me/+abcdefghijklmnop"))
    arguments = {"chat_id": CLUB, "invite_link": "https://t.me/+abcdefghijklmnop"}
    assert error(world, "editChatInviteLink", **arguments) == "Bad Request: INVITE_HASH_EXPIRED"


def test_subscriptions_are_for_channels(world: World) -> None:
    asked = {"subscription_period": 2_592_000, "subscription_price": 5}
    assert error(world, "createChatSubscriptionInviteLink", chat_id=CLUB, **asked) == "Bad Request: CHAT_INVALID"
    happen(
        world,
        OpenChat(chat_id=CHANNEL, kind="channel", title="News", creator_id=ANN),
        AddBot(chat_id=CHANNEL, by_id=ANN, administrator=("can_invite_users",)),
    )
    made = ask_object(world, "createChatSubscriptionInviteLink", chat_id=CHANNEL, **asked)
    assert made["subscription_price"] == 5


def test_a_revoked_primary_link_is_replaced(world: World) -> None:
    old = ask(world, "exportChatInviteLink", chat_id=CLUB)
    ask(world, "revokeChatInviteLink", chat_id=CLUB, invite_link=old)
    new = ask_object(world, "getChat", chat_id=CLUB)["invite_link"]
    assert new != old
