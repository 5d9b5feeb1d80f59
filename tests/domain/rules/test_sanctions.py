from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.effects import Ban, BanSenderChat, Button, Effect, Mute, Restrict, Unban, UnbanSenderChat, Unmute
from domain.messages import Origin
from domain.roles import Role
from domain.rules.actions import Verb
from domain.rules.sanctions import (
    Offender,
    Sentence,
    Undo,
    deletions,
    effects_of,
    next_rung,
    possible,
    undo_keyboard,
    undoing,
)
from tests.domain.rules.scenes import CHAT, NOON, said

MEMBER = Offender(chat_id=CHAT, name="Ada", user_id=7)
CHANNEL = Offender(chat_id=CHAT, name="News", sender_chat_id=-100777)
LATER = NOON + timedelta(hours=1)


@pytest.mark.parametrize(
    ("act", "effects"),
    [
        ("delete", []),
        ("warn", []),
        ("review", []),
        ("restrict", [Restrict(chat_id=CHAT, user_id=7, until=LATER)]),
        ("mute", [Mute(chat_id=CHAT, user_id=7, until=LATER)]),
        ("kick", [Ban(chat_id=CHAT, user_id=7, until=None), Unban(chat_id=CHAT, user_id=7)]),
        ("ban", [Ban(chat_id=CHAT, user_id=7, until=LATER)]),
    ],
)
def test_what_is_done_to_a_member(act: Verb, effects: list[Effect]) -> None:
    assert effects_of(Sentence(act=act, until=LATER), MEMBER) == effects


@pytest.mark.parametrize("act", ["delete", "warn", "mute", "kick", "ban"])
def test_a_channel_can_only_be_banned(act: Verb) -> None:
    banned: list[Effect] = [BanSenderChat(chat_id=CHAT, sender_chat_id=-100777)]
    assert effects_of(Sentence(act=act), CHANNEL) == (banned if act == "ban" else [])
    assert possible(act, CHANNEL) == (act if act == "ban" else "delete")


@pytest.mark.parametrize(
    ("undo", "offender", "effects"),
    [
        ("unwarn", MEMBER, []),
        ("unmute", MEMBER, [Unmute(chat_id=CHAT, user_id=7)]),
        ("unban", MEMBER, [Unban(chat_id=CHAT, user_id=7)]),
        ("unban", CHANNEL, [UnbanSenderChat(chat_id=CHAT, sender_chat_id=-100777)]),
        ("unmute", CHANNEL, []),
    ],
)
def test_what_is_taken_back(undo: Undo, offender: Offender, effects: list[Effect]) -> None:
    assert undoing(undo, offender) == effects


@pytest.mark.parametrize(
    ("act", "undo", "role"),
    [("warn", "unwarn", Role.SPECIALIST), ("mute", "unmute", Role.SPECIALIST), ("ban", "unban", Role.MANAGER)],
)
def test_what_can_be_undone_has_a_button_that_works_once_for_who_may(act: Verb, undo: str, role: Role) -> None:
    ((button,),) = undo_keyboard(Sentence(act=act), MEMBER, verdict_id=5)
    assert isinstance(button, Button)
    assert (button.arguments["undo"], button.arguments["verdict"]) == (undo, 5)
    assert (button.permission, button.chat_id, button.single_use) == (role, CHAT, True)


@pytest.mark.parametrize("act", ["delete", "kick"])
def test_what_cannot_be_undone_has_none(act: Verb) -> None:
    assert undo_keyboard(Sentence(act=act), MEMBER, verdict_id=5) == ()


@given(st.integers(0, 30), st.integers(1, 10))
def test_the_ladder_never_counts_beyond_its_top(in_force: int, limit: int) -> None:
    rung = next_rung(in_force, limit=limit)
    assert 1 <= rung.count <= rung.limit
    assert rung.is_top is (in_force + 1 >= limit)


@given(st.lists(st.integers(1, 10_000), max_size=350))
def test_every_message_is_deleted_once_a_hundred_at_a_time(ids: list[int]) -> None:
    calls = deletions(CHAT, ids)
    assert all(0 < len(call.message_ids) <= 100 for call in calls)
    assert [one for call in calls for one in call.message_ids] == sorted(set(ids))


def test_a_person_is_known_by_their_id() -> None:
    offender = Offender.of(said())
    assert (offender.user_id, offender.target_id, offender.person.user_id) == (7, 7, 7)


def test_a_message_in_a_channels_name_is_the_channels() -> None:
    message = said(origin=Origin.CHANNEL, sender_chat_id=-100777)
    offender = Offender.of(message)
    assert (offender.user_id, offender.target_id) == (None, -100777)
