import pytest

from sandbox.acts import React
from sandbox.world import World
from tests.sandbox.stage import BOB, CLUB, ask, club, error, happen, heard, say


@pytest.fixture
def world() -> World:
    return club()


def emoji(*faces: str) -> list[dict[str, str]]:
    return [{"type": "emoji", "emoji": face} for face in faces]


def test_a_members_reaction_is_told_old_and_new(world: World) -> None:
    number = say(world)
    happen(world, React(chat_id=CLUB, person_id=BOB, message=number, emoji=("👍",)))
    happen(world, React(chat_id=CLUB, person_id=BOB, message=number, emoji=("❤", "🔥")))
    update = heard(world)[-1]["message_reaction"]
    assert isinstance(update, dict)
    assert (update["old_reaction"], update["new_reaction"]) == (emoji("👍"), emoji("❤", "🔥"))


def test_reactions_are_told_to_administrators_only() -> None:
    world = club(rights=None)
    happen(world, React(chat_id=CLUB, person_id=BOB, message=say(world), emoji=("👍",)))
    assert "message_reaction" not in str(heard(world))


def test_the_bots_own_reaction_is_set_and_not_told(world: World) -> None:
    number = say(world)
    heard(world)
    ask(world, "setMessageReaction", chat_id=CLUB, message_id=number, reaction=emoji("👍"))
    assert (heard(world), world.chats[CLUB].messages[number].reactions) == ([], {world.bot.id: ("👍",)})


@pytest.mark.parametrize(
    ("reaction", "reason"),
    [
        (emoji("👍", "🔥"), "REACTIONS_TOO_MANY"),
        (emoji("🪑"), "REACTION_INVALID"),
        ([{"type": "custom_emoji", "custom_emoji_id": "5"}], "REACTION_INVALID"),
        (["👍"], "can't parse ReactionType: expected an Object"),
    ],
)
def test_wrong_reactions_are_refused(world: World, reaction: list[object], reason: str) -> None:
    arguments = {"chat_id": CLUB, "message_id": say(world), "reaction": reaction}
    assert error(world, "setMessageReaction", **arguments) == f"Bad Request: {reason}"


def test_a_member_s_reaction_is_taken_away(world: World) -> None:
    number = say(world)
    happen(world, React(chat_id=CLUB, person_id=BOB, message=number, emoji=("👍",)))
    ask(world, "deleteMessageReaction", chat_id=CLUB, message_id=number, user_id=BOB)
    assert world.chats[CLUB].messages[number].reactions == {}
