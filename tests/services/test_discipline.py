"""What managers order: warnings, mutes, kicks, bans, taking them back, and whom it may not be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.effects import Ban, BanSenderChat, Effect, Mute, Send, Unban, UnbanSenderChat, Unmute
from domain.people import Sighting
from domain.phrases import Person
from domain.refusals import Refusal
from domain.roles import Role
from domain.rules.actions import Action
from domain.rules.sanctions import Offender, Undo
from domain.settings import ChatSettings
from models import audit, chats, members, people
from models.chats import Chat
from services.discipline import Order, Outcome, sentence, take_back, warnings_of
from tests.conftest import BOT_ID, OWNER

if TYPE_CHECKING:
    from domain.rules.actions import Verb
    from models.work import Work
    from services.words import Words

CHAT, LOG, ADA, MAX, CHANNEL, LINKED = -1001, -1009, 7, 8, -100777, -100888
NOW = datetime(2026, 11, 4, 12, tzinfo=UTC)
MEMBER = Offender(chat_id=CHAT, name="Ada", user_id=ADA)
A_CHANNEL = Offender(chat_id=CHAT, name="News", sender_chat_id=CHANNEL)


def order(
    offender: Offender = MEMBER,
    *,
    reason: str = "",
    role: Role = Role.MANAGER,
    by: int | None = MAX,
    minutes: int = 0,
) -> Order:
    return Order(
        offender=offender,
        settings=ChatSettings(log_chat=LOG),
        by=Person(user_id=by, name="Max"),
        role=role,
        now=NOW + timedelta(minutes=minutes),
        reason=reason,
    )


def done(outcome: Outcome) -> list[Effect]:
    return [effect for effect in outcome.effects if not isinstance(effect, Send)]


def say(words: Words, outcome: Outcome) -> str:
    return words.html(outcome.text, language="en", timezone="UTC")


@pytest.fixture(autouse=True)
async def known(work: Work) -> None:
    await people.remember(work, [(Sighting(user_id=ADA, name="Ada"), NOW)])


async def refused(work: Work, ordered: Order, act: Verb = "ban") -> str:
    with pytest.raises(Refusal) as caught:
        await sentence(work, ordered, Action(verb=act))
    return caught.value.phrase.key


@pytest.mark.parametrize(
    ("act", "span", "effects"),
    [
        ("warn", None, []),
        ("mute", timedelta(hours=2), [Mute(chat_id=CHAT, user_id=ADA, until=NOW + timedelta(hours=2))]),
        ("mute", None, [Mute(chat_id=CHAT, user_id=ADA, until=NOW + timedelta(hours=24))]),
        ("ban", timedelta(days=7), [Ban(chat_id=CHAT, user_id=ADA, until=NOW + timedelta(days=7))]),
        ("ban", None, [Ban(chat_id=CHAT, user_id=ADA, until=None)]),
        ("kick", None, [Ban(chat_id=CHAT, user_id=ADA, until=None), Unban(chat_id=CHAT, user_id=ADA)]),
    ],
)
async def test_what_is_ordered_is_done(work: Work, act: Verb, span: timedelta | None, effects: list[Effect]) -> None:
    outcome = await sentence(work, order(), Action(verb=act, span=span))
    assert done(outcome) == effects
    (entry,) = await audit.of_chat(work, CHAT, since=NOW.date())
    assert (entry.action, entry.actor_id, entry.target_id) == (act, MAX, ADA)


async def test_what_was_done_is_told_with_reason_and_rule(work: Work, words: Words) -> None:
    text = say(words, await sentence(work, order(reason="ads, see #3"), Action(verb="mute", span=timedelta(hours=2))))
    assert "Ada</a> has been muted" in text
    assert "Reason: ads, see #3" in text
    assert "Rule 3: No ads" in text
    assert "muted for 2 hours, until 4 Nov 2026 14:00" in text


async def test_the_rule_a_reason_begins_with_is_not_said_twice(work: Work, words: Words) -> None:
    text = say(words, await sentence(work, order(reason="#2 slow down"), Action(verb="mute")))
    assert "Reason: slow down\n📖 Rule 2:" in text
    assert "Reason" not in say(words, await sentence(work, order(reason="#2"), Action(verb="mute")))
    assert "Reason: #99" in say(words, await sentence(work, order(reason="#99"), Action(verb="mute")))


async def test_a_channel_may_write_again(work: Work, words: Words) -> None:
    assert say(words, await take_back(work, order(A_CHANNEL), "unban")) == "✅ News may write here again."


async def test_nobody_is_warned_who_was_never_seen(work: Work) -> None:
    stranger = Offender(chat_id=CHAT, name="123456", user_id=123456)
    assert await refused(work, order(stranger), "warn") == "common-target-unknown"
    assert (await sentence(work, order(stranger), Action(verb="ban"))).effects


async def test_a_warning_by_hand_climbs_the_same_ladder(work: Work, words: Words) -> None:
    texts = [say(words, await sentence(work, order(minutes=minute), Action(verb="warn"))) for minute in range(3)]
    assert ["warned: 1 of 3" in texts[0], "warned: 2 of 3" in texts[1]] == [True, True]
    assert "warned: 3 of 3 within 30 days. What follows: a mute of 1 day." in texts[2]
    assert [entry.action for entry in await audit.of_chat(work, CHAT, since=NOW.date())] == ["warn", "warn", "mute"]


async def test_the_log_channel_names_who_did_it_and_why(work: Work, words: Words) -> None:
    outcome = await sentence(work, order(reason="spam"), Action(verb="ban"))
    (line,) = [effect for effect in outcome.effects if isinstance(effect, Send)]
    text = words.html(line.text, language="en", timezone="UTC")
    assert line.chat_id == LOG
    assert "Banned" in text
    assert "Max</a>" in text
    assert "spam" in text


async def test_in_a_basic_group_nobody_can_be_muted(work: Work) -> None:
    await chats.put(work, Chat(chat_id=CHAT, kind="group", title="Club"), now=NOW)
    assert await refused(work, order(), "mute") == "moderation-refused-basic"
    with pytest.raises(Refusal) as caught:
        await take_back(work, order(), "unmute")
    assert caught.value.phrase.key == "moderation-refused-basic"


async def test_in_a_basic_group_the_last_warning_says_that_no_mute_follows(work: Work, words: Words) -> None:
    await chats.put(work, Chat(chat_id=CHAT, kind="group", title="Club"), now=NOW)
    for _ in range(2):
        await sentence(work, order(), Action(verb="warn"))
    assert "3 of 3 within 30 days. I can mute nobody in a basic group" in say(
        words, await sentence(work, order(), Action(verb="warn"))
    )


async def test_a_channel_is_banned_in_its_own_name(work: Work) -> None:
    outcome = await sentence(work, order(A_CHANNEL), Action(verb="ban"))
    assert done(outcome) == [BanSenderChat(chat_id=CHAT, sender_chat_id=CHANNEL)]


@pytest.mark.parametrize("act", ["warn", "mute", "kick"])
async def test_a_channel_cannot_be_anything_but_banned(work: Work, act: Verb) -> None:
    assert await refused(work, order(A_CHANNEL), act) == "moderation-refused-channel"


@pytest.mark.parametrize(
    ("user_id", "key"),
    [
        (BOT_ID, "moderation-refused-bot"),
        (MAX, "moderation-refused-self"),
        (777000, "moderation-refused-telegram"),
        (1087968824, "moderation-refused-telegram"),
        (136817688, "moderation-refused-telegram"),
        (OWNER, "moderation-refused-admin"),
    ],
)
async def test_some_are_out_of_reach(work: Work, user_id: int, key: str) -> None:
    assert await refused(work, order(Offender(chat_id=CHAT, name="X", user_id=user_id))) == key


@pytest.mark.parametrize("status", ["creator", "administrator"])
async def test_nobody_acts_upon_administrators(work: Work, status: str) -> None:
    await members.set_status(work, chat_id=CHAT, user_id=ADA, status=status, at=NOW)
    assert await refused(work, order(role=Role.OWNER)) == "moderation-refused-admin"


@pytest.mark.parametrize(("role", "is_refused"), [(Role.SPECIALIST, True), (Role.MANAGER, False)])
async def test_only_those_below_oneself_can_be_acted_upon(work: Work, role: Role, *, is_refused: bool) -> None:
    await members.set_status(work, chat_id=CHAT, user_id=ADA, status="member", at=NOW)
    await members.assign_role(work, chat_id=CHAT, user_id=ADA, role=Role.SPECIALIST, now=NOW)
    if is_refused:
        assert await refused(work, order(role=role), "warn") == "moderation-refused-admin"
    else:
        assert (await sentence(work, order(role=role), Action(verb="warn"))).text.lines


@pytest.mark.parametrize("sender_chat_id", [CHAT, LINKED])
async def test_the_group_itself_and_its_channel_cannot_be_banned(work: Work, sender_chat_id: int) -> None:
    await chats.put(work, Chat(chat_id=CHAT, kind="supergroup", title="G", linked_chat_id=LINKED), now=NOW)
    offender = Offender(chat_id=CHAT, name="G", sender_chat_id=sender_chat_id)
    assert await refused(work, order(offender)) == "moderation-refused-own-channel"


async def test_a_refused_order_leaves_no_trace(work: Work) -> None:
    await refused(work, order(Offender(chat_id=CHAT, name="X", user_id=MAX)))
    assert await audit.of_chat(work, CHAT, since=NOW.date()) == []


@pytest.mark.parametrize(
    ("undo", "offender", "effects"),
    [
        ("unmute", MEMBER, [Unmute(chat_id=CHAT, user_id=ADA)]),
        ("unban", MEMBER, [Unban(chat_id=CHAT, user_id=ADA)]),
        ("unban", A_CHANNEL, [UnbanSenderChat(chat_id=CHAT, sender_chat_id=CHANNEL)]),
    ],
)
async def test_what_was_done_is_taken_back(work: Work, undo: Undo, offender: Offender, effects: list[Effect]) -> None:
    assert done(await take_back(work, order(offender), undo)) == effects
    (entry,) = await audit.of_chat(work, CHAT, since=NOW.date())
    assert entry.action == undo


async def test_the_last_warning_is_taken_back(work: Work, words: Words) -> None:
    await sentence(work, order(reason="first"), Action(verb="warn"))
    await sentence(work, order(reason="second", minutes=1), Action(verb="warn"))
    outcome = await take_back(work, order(minutes=2), "unwarn")
    left = await warnings_of(work, MEMBER, settings=ChatSettings(), now=NOW + timedelta(minutes=3))
    assert "1 of 3 left" in say(words, outcome)
    shown = words.plain(left, language="en", timezone="UTC")
    assert "first" in shown
    assert "second" not in shown


async def test_without_warnings_there_is_none_to_take_back(work: Work) -> None:
    with pytest.raises(Refusal) as caught:
        await take_back(work, order(), "unwarn")
    assert caught.value.phrase.key == "moderation-warns-none"


async def test_channels_have_no_warnings(work: Work) -> None:
    with pytest.raises(Refusal) as caught:
        await warnings_of(work, A_CHANNEL, settings=ChatSettings(), now=NOW)
    assert caught.value.phrase.key == "moderation-refused-channel"


@pytest.mark.parametrize("undo", ["unwarn", "unmute"])
async def test_what_a_channel_never_had_cannot_be_taken_back(work: Work, undo: Undo) -> None:
    with pytest.raises(Refusal):
        await take_back(work, order(A_CHANNEL), undo)
    assert await audit.of_chat(work, CHAT, since=NOW.date()) == []


async def test_a_member_without_warnings_is_said_to_have_none(work: Work, words: Words) -> None:
    page = await warnings_of(work, MEMBER, settings=ChatSettings(), now=NOW)
    assert words.plain(page, language="en", timezone="UTC") == "Ada has no warnings now."
