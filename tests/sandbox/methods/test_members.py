from datetime import UTC, datetime

import pytest

from sandbox.acts import AddBot, Join, Meet, OpenChat, Promote, React, Say
from sandbox.payload import Json
from sandbox.rights import PERMISSIONS
from sandbox.world import World
from tests.sandbox.stage import ANN, BOB, CID, CLUB, DAN, GROUP, ask, ask_object, club, error, happen, heard, kinds, say

SILENCE = {"can_send_messages": False}
NO_RIGHT = "Bad Request: not enough rights to restrict/unrestrict chat member"


@pytest.fixture
def world() -> World:
    return club()


def status(world: World, person: int = BOB) -> Json:
    return ask_object(world, "getChatMember", chat_id=CLUB, user_id=person)


def test_administrators_are_listed_without_other_bots(world: World) -> None:
    listed = ask(world, "getChatAdministrators", chat_id=CLUB)
    assert isinstance(listed, list)
    assert [(one["user"]["id"], one["status"]) for one in listed] == [
        (ANN, "creator"),
        (world.bot.id, "administrator"),
    ]


def test_somebody_never_seen_is_unknown(world: World) -> None:
    reason = "Bad Request: PARTICIPANT_ID_INVALID"
    assert error(world, "getChatMember", chat_id=CLUB, user_id=31337) == reason


def test_somebody_who_never_came_has_left(world: World) -> None:
    assert status(world, DAN)["status"] == "left"


def test_members_are_counted(world: World) -> None:
    assert ask(world, "getChatMemberCount", chat_id=CLUB) == 4


def test_a_muted_member_is_restricted_and_silent(world: World) -> None:
    ask(world, "restrictChatMember", chat_id=CLUB, user_id=BOB, permissions=SILENCE)
    outcome = world.apply_all([Say(chat_id=CLUB, person_id=BOB, text="x")])[0]
    assert (status(world)["status"], outcome.error) == (
        "restricted",
        "Bob is restricted from sending text messages",
    )


def test_a_restriction_is_told_as_chat_member(world: World) -> None:
    ask(world, "restrictChatMember", chat_id=CLUB, user_id=BOB, permissions=SILENCE)
    update = heard(world)[0]["chat_member"]
    assert isinstance(update, dict)
    assert (
        update["from"]["id"],
        update["old_chat_member"]["status"],
        update["new_chat_member"]["status"],
    ) == (world.bot.id, "member", "restricted")


@pytest.mark.parametrize(
    ("seconds", "kept"), [(29, False), (30, True), (3600, True), (366 * 86400, True), (366 * 86400 + 60, False)]
)
def test_very_short_and_very_long_restrictions_are_for_ever(world: World, seconds: int, *, kept: bool) -> None:
    until = world.clock.stamp() + seconds + (1 if seconds == 30 else 0)
    ask(world, "restrictChatMember", chat_id=CLUB, user_id=BOB, permissions=SILENCE, until_date=until)
    assert status(world)["until_date"] == (until if kept else 0)


def test_a_restriction_ends_by_itself(world: World) -> None:
    until = world.clock.stamp() + 60
    ask(world, "restrictChatMember", chat_id=CLUB, user_id=BOB, permissions=SILENCE, until_date=until)
    world.clock.offset_seconds = 61
    assert status(world)["status"] == "member"


def test_giving_every_permission_lifts_a_restriction(world: World) -> None:
    ask(world, "restrictChatMember", chat_id=CLUB, user_id=BOB, permissions=SILENCE)
    every = {name: True for name in status(world) if name.startswith("can_")}
    ask(world, "restrictChatMember", chat_id=CLUB, user_id=BOB, permissions=every)
    assert status(world)["status"] == "member"


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ({"can_send_polls": True}, {"can_send_messages", "can_send_polls"}),
        ({"can_send_polls": True, "use_independent": True}, {"can_send_polls"}),
        ({"can_send_messages": True}, {"can_send_messages", "can_react_to_messages"}),
    ],
)
def test_permissions_imply_others_unless_independent(world: World, asked: Json, held: set[str]) -> None:
    independent = bool(asked.pop("use_independent", False))
    ask(
        world,
        "restrictChatMember",
        chat_id=CLUB,
        user_id=BOB,
        permissions=asked,
        use_independent_chat_permissions=independent,
    )
    assert {name for name, value in status(world).items() if value is True} - {"is_member"} == held


def test_a_banned_member_is_out_and_their_messages_are_gone(world: World) -> None:
    number = say(world)
    heard(world)
    ask(world, "banChatMember", chat_id=CLUB, user_id=BOB)
    assert status(world)["status"] == "kicked"
    assert world.chats[CLUB].find(number) is None
    assert kinds(heard(world)) == ["chat_member", "message"]


def test_a_banned_person_cannot_come_back_before_the_ban_is_lifted(world: World) -> None:
    ask(world, "banChatMember", chat_id=CLUB, user_id=BOB)
    refused = world.apply_all([Join(chat_id=CLUB, person_id=BOB)])[0].error
    ask(world, "unbanChatMember", chat_id=CLUB, user_id=BOB, only_if_banned=True)
    happen(world, Join(chat_id=CLUB, person_id=BOB))
    assert (refused, status(world)["status"]) == ("Bob is banned from the chat", "member")


def test_unbanning_a_member_sends_them_away(world: World) -> None:
    ask(world, "unbanChatMember", chat_id=CLUB, user_id=BOB)
    assert status(world)["status"] == "left"


def test_unbanning_only_the_banned_leaves_members_alone(world: World) -> None:
    assert ask(world, "unbanChatMember", chat_id=CLUB, user_id=BOB, only_if_banned=True) is True
    assert status(world)["status"] == "member"


@pytest.mark.parametrize("method", ["banChatMember", "restrictChatMember", "unbanChatMember"])
def test_restricting_needs_the_right(method: str) -> None:
    world = club(rights=("can_delete_messages",))
    assert error(world, method, chat_id=CLUB, user_id=BOB, permissions=SILENCE) == NO_RIGHT


@pytest.mark.parametrize("method", ["banChatMember", "restrictChatMember"])
@pytest.mark.parametrize(
    ("person", "reason"),
    [(ANN, "can't remove chat owner"), (CID, "user is an administrator of the chat"), (42, "can't restrict self")],
)
def test_some_are_beyond_reach(world: World, method: str, person: int, reason: str) -> None:
    happen(world, Promote(chat_id=CLUB, person_id=CID, by_id=ANN, rights=("can_delete_messages",)))
    arguments = {"chat_id": CLUB, "user_id": person, "permissions": SILENCE}
    assert error(world, method, **arguments) == f"Bad Request: {reason}"


def test_basic_groups_know_no_restrictions(world: World) -> None:
    happen(
        world,
        OpenChat(chat_id=GROUP, kind="group", title="Old", creator_id=CID),
        AddBot(chat_id=GROUP, by_id=CID, administrator=("can_restrict_members",)),
    )
    assert error(world, "restrictChatMember", chat_id=GROUP, user_id=BOB, permissions=SILENCE) == (
        "Bad Request: method is available only for supergroups"
    )


def test_a_channel_is_banned_from_writing(world: World) -> None:
    happen(world, OpenChat(chat_id=-1008, kind="channel", title="Ads", creator_id=DAN))
    ask(world, "banChatSenderChat", chat_id=CLUB, sender_chat_id=-1008)
    act = Say(chat_id=CLUB, person_id=DAN, text="buy", sender_chat_id=-1008)
    assert world.apply_all([act])[0].error == "the channel is banned from the chat"


def test_a_join_in_the_past_keeps_its_date(world: World) -> None:
    at = datetime(2026, 1, 2, tzinfo=UTC)
    happen(world, Join(chat_id=CLUB, person_id=DAN, at=at))
    update = heard(world)[0]["chat_member"]
    assert isinstance(update, dict)
    assert update["date"] == int(at.timestamp())


def test_a_banned_channel_silences_its_owners_other_channels(world: World) -> None:
    for number in (-1008, -1009):
        happen(world, OpenChat(chat_id=number, kind="channel", title="Ads", creator_id=DAN))
    ask(world, "banChatSenderChat", chat_id=CLUB, sender_chat_id=-1008)
    act = Say(chat_id=CLUB, person_id=DAN, text="buy", sender_chat_id=-1009)
    assert world.apply_all([act])[0].error == "the channel is banned from the chat"


def test_an_unbanned_channel_writes_again(world: World) -> None:
    happen(world, OpenChat(chat_id=-1008, kind="channel", title="Ads", creator_id=DAN))
    ask(world, "banChatSenderChat", chat_id=CLUB, sender_chat_id=-1008)
    ask(world, "unbanChatSenderChat", chat_id=CLUB, sender_chat_id=-1008)
    assert happen(world, Say(chat_id=CLUB, person_id=DAN, text="sorry", sender_chat_id=-1008))


KINDS_OF_PERMISSION: list[tuple[str, Say]] = [
    ("can_send_photos", Say(chat_id=CLUB, person_id=BOB, kind="photo")),
    ("can_send_videos", Say(chat_id=CLUB, person_id=BOB, kind="video")),
    ("can_send_video_notes", Say(chat_id=CLUB, person_id=BOB, kind="video_note")),
    ("can_send_voice_notes", Say(chat_id=CLUB, person_id=BOB, kind="voice")),
    ("can_send_audios", Say(chat_id=CLUB, person_id=BOB, kind="audio")),
    ("can_send_documents", Say(chat_id=CLUB, person_id=BOB, kind="document")),
    ("can_send_polls", Say(chat_id=CLUB, person_id=BOB, kind="poll", text="?", options=("a",))),
    ("can_send_polls", Say(chat_id=CLUB, person_id=BOB, kind="checklist", text="?", options=("a",))),
    ("can_send_other_messages", Say(chat_id=CLUB, person_id=BOB, kind="sticker")),
    ("can_send_other_messages", Say(chat_id=CLUB, person_id=BOB, kind="game")),
    ("can_send_other_messages", Say(chat_id=CLUB, person_id=BOB, text="by a bot", via_bot_id=77)),
]


@pytest.mark.parametrize(("permission", "act"), KINDS_OF_PERMISSION)
@pytest.mark.parametrize("everybody", [False, True])
def test_a_kind_of_message_needs_its_permission(world: World, permission: str, act: Say, *, everybody: bool) -> None:
    allowed = dict.fromkeys(PERMISSIONS, True) | {permission: False}
    place = {"chat_id": CLUB, "permissions": allowed, "use_independent_chat_permissions": True}
    if everybody:
        ask(world, "setChatPermissions", **place)
    else:
        ask(world, "restrictChatMember", user_id=BOB, **place)
    spoken = world.apply_all([act, Say(chat_id=CLUB, person_id=BOB, text="words")])
    assert [outcome.error is None for outcome in spoken] == [False, True]


def test_a_link_is_sent_without_the_permission_to_show_previews(world: World) -> None:
    allowed = dict.fromkeys(PERMISSIONS, True) | {"can_add_web_page_previews": False}
    ask(world, "restrictChatMember", chat_id=CLUB, user_id=BOB, permissions=allowed)
    assert happen(world, Say(chat_id=CLUB, person_id=BOB, text="https://a.io"))


def test_the_permissions_of_a_chat_are_shown(world: World) -> None:
    ask(world, "setChatPermissions", chat_id=CLUB, permissions=SILENCE)
    shown = ask_object(world, "getChat", chat_id=CLUB)["permissions"]
    assert isinstance(shown, dict)
    assert set(shown.values()) == {False}


@pytest.mark.parametrize("everybody", [False, True])
def test_who_may_not_react_does_not(world: World, *, everybody: bool) -> None:
    number = say(world, by=CID)
    place = {"chat_id": CLUB, "permissions": SILENCE}
    if everybody:
        ask(world, "setChatPermissions", **place)
    else:
        ask(world, "restrictChatMember", user_id=BOB, **place)
    outcome = world.apply_all([React(chat_id=CLUB, person_id=BOB, message=number, emoji=("👍",))])[0]
    assert outcome.error == "Bob may not react"


def test_a_name_changed_later_shows_in_the_membership(world: World) -> None:
    happen(world, Meet(person_id=BOB, first_name="Ann Archer"))
    user = status(world)["user"]
    assert isinstance(user, dict)
    assert user["first_name"] == "Ann Archer"
