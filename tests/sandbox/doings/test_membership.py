import pytest

from sandbox.acts import AddBot, Block, Join, Leave, Migrate, Mute, OpenChat, Raid, RemoveBot, Start
from sandbox.payload import Json
from sandbox.world import World
from tests.sandbox.stage import ANN, BOB, CID, CLUB, DAN, GROUP, ask, ask_object, club, happen, heard, kinds


@pytest.fixture
def world() -> World:
    return club()


def change(update: Json) -> tuple[object, object]:
    body = update.get("chat_member") or update["my_chat_member"]
    assert isinstance(body, dict)
    return body["old_chat_member"]["status"], body["new_chat_member"]["status"]


def test_a_join_is_told_twice(world: World) -> None:
    happen(world, Join(chat_id=CLUB, person_id=DAN))
    updates = heard(world)
    assert (kinds(updates), change(updates[0])) == (["chat_member", "message"], ("left", "member"))


def test_whoever_is_brought_names_who_brought_them(world: World) -> None:
    happen(world, Join(chat_id=CLUB, person_id=DAN, inviter_id=BOB))
    message = heard(world)[1]["message"]
    assert isinstance(message, dict)
    assert (message["from"]["id"], message["new_chat_members"][0]["id"]) == (BOB, DAN)


def test_a_plain_member_bot_hears_no_chat_member() -> None:
    world = club(rights=None)
    happen(world, Join(chat_id=CLUB, person_id=DAN))
    assert kinds(heard(world)) == ["message"]


def test_leaving_does_not_end_a_restriction(world: World) -> None:
    happen(
        world,
        Mute(chat_id=CLUB, person_id=BOB, by_id=ANN),
        Leave(chat_id=CLUB, person_id=BOB),
        Join(chat_id=CLUB, person_id=BOB),
    )
    assert ask_object(world, "getChatMember", chat_id=CLUB, user_id=BOB)["status"] == "restricted"


def test_the_bot_hears_of_its_own_promotion(world: World) -> None:
    happen(world, AddBot(chat_id=CLUB, by_id=ANN))
    happen(world, AddBot(chat_id=CLUB, by_id=ANN, administrator=("can_delete_messages",)))
    assert [change(update) for update in heard(world)] == [
        ("administrator", "member"),
        ("member", "administrator"),
    ]


def test_the_bot_is_brought_in_as_administrator_at_once() -> None:
    world = World()
    happen(world, OpenChat(chat_id=CLUB, title="x", creator_id=ANN), AddBot(chat_id=CLUB, by_id=ANN, administrator=()))
    assert change(heard(world)[0]) == ("left", "administrator")


def test_the_bot_hears_that_it_was_thrown_out_and_nothing_after(world: World) -> None:
    happen(world, RemoveBot(chat_id=CLUB, by_id=ANN), Join(chat_id=CLUB, person_id=DAN))
    updates = heard(world)
    assert (kinds(updates), change(updates[0])) == (["my_chat_member", "message"], ("administrator", "kicked"))


def test_blocking_and_starting_again_are_told(world: World) -> None:
    happen(world, Start(person_id=BOB), Block(person_id=BOB), Start(person_id=BOB, payload="abc"))
    updates = heard(world)
    assert kinds(updates) == ["message", "my_chat_member", "my_chat_member", "message"]
    assert "/start abc" in str(updates[-1])


def test_an_upgraded_group_is_told_in_both_chats(world: World) -> None:
    happen(
        world,
        OpenChat(chat_id=GROUP, kind="group", title="Old", creator_id=CID),
        AddBot(chat_id=GROUP, by_id=CID),
    )
    heard(world)
    happen(world, Migrate(chat_id=GROUP, new_chat_id=-10077))
    old, new = (update["message"] for update in heard(world))
    assert isinstance(old, dict)
    assert isinstance(new, dict)
    assert (old["chat"]["id"], old["migrate_to_chat_id"]) == (GROUP, -10077)
    assert (new["chat"]["id"], new["migrate_from_chat_id"]) == (-10077, GROUP)
    assert ask_object(world, "getChatMember", chat_id=-10077, user_id=CID)["status"] == "creator"


def test_a_raid_brings_many_strangers_in_turn(world: World) -> None:
    happen(world, Raid(chat_id=CLUB, count=3, first_id=5000, names=("Amy", "Zoe")))
    joined = [update["chat_member"] for update in heard(world) if "chat_member" in update]
    names = [change["new_chat_member"]["user"]["first_name"] for change in joined if isinstance(change, dict)]
    assert (names, ask(world, "getChatMemberCount", chat_id=CLUB)) == (["Amy", "Zoe", "Amy"], 7)


def test_ten_thousand_may_come_at_once_and_are_told_in_batches(world: World) -> None:
    happen(world, Raid(chat_id=CLUB, count=10_000, first_id=5000))
    batches = 0
    while batch := world.updates.first(100):
        assert len(batch) == 100
        world.updates.confirm(world.updates.oldest() + 100)
        batches += 1
    assert (batches, world.updates.dropped) == (200, 0)


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (Raid(chat_id=CLUB, count=1, first_id=BOB), "Bob exists already"),
        (Raid(chat_id=CLUB, count=1, first_id=5000, names=()), "a raid needs names"),
    ],
)
def test_a_raid_is_of_strangers_with_names(world: World, act: Raid, reason: str) -> None:
    assert world.apply_all([act])[0].error == reason
