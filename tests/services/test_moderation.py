"""What a hit leads to: on the ladder, for every action, for channels, for those who are immune."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from domain.effects import Ban, BanSenderChat, Button, Delete, Effect, Mute, Priority, Send, Unban
from domain.messages import Message, Origin
from domain.people import Sighting
from domain.phrases import phrase
from domain.roles import Role
from domain.rules.appeals import APPEAL
from domain.rules.judgement import Hit, Judgement, Scene
from domain.rules.sanctions import UNDO
from domain.settings import ChatSettings
from models import audit, members, people, warnings
from services import chats
from services.judging import Judged
from services.moderation import punish
from services.rules import set_rules

if TYPE_CHECKING:
    from models.work import Work
    from services.words import Words

CHAT, LOG, ADA, CHANNEL = -1001, -1009, 7, -100777
NOW = datetime(2026, 11, 4, 12, tzinfo=UTC)
HIT = Hit(rule="blocklist", because=phrase("rules-because-blocklist"), quote="free money")
NEW = Scene()


def said(message_id: int = 50, *, seconds: int = 0, origin: Origin = Origin.MEMBER, edited: bool = False) -> Message:
    is_person = origin in {Origin.MEMBER, Origin.BOT}
    return Message(
        chat_id=CHAT,
        message_id=message_id,
        at=NOW + timedelta(seconds=seconds),
        origin=origin,
        sender_id=ADA if is_person else None,
        sender_name="Ada <i>",
        sender_chat_id=None if is_person else CHANNEL,
        text="get free money",
        thread_id=3,
        edited=edited,
    )


def chosen(action: str = "warn", *, log_chat: int | None = None, **rules: object) -> ChatSettings:
    values = {"log_chat": log_chat, "rules": {"blocklist": {"action": action}, **rules}}
    return ChatSettings.model_validate(values)


async def hit(
    work: Work,
    message: Message,
    settings: ChatSettings | None = None,
    *,
    found: Hit = HIT,
    scene: Scene = NEW,
    late: timedelta = timedelta(),
) -> list[Effect]:
    now = message.at + late + timedelta(milliseconds=200)
    judged = Judged(message=message, scene=scene, judgement=Judgement(hit=found))
    return await punish(work, judged, settings=settings or chosen(), now=now)


def notices(effects: list[Effect], *, chat_id: int = CHAT) -> list[Send]:
    return [effect for effect in effects if isinstance(effect, Send) and effect.chat_id == chat_id]


def say(words: Words, send: Send, language: str = "en") -> str:
    return words.html(send.text, language=language, timezone="UTC")


def actions_of(send: Send) -> list[str]:
    return [button.action for row in send.keyboard for button in row if isinstance(button, Button)]


async def actions(work: Work) -> list[str]:
    return [entry.action for entry in await audit.of_chat(work, CHAT, since=NOW.date() - timedelta(days=60))]


async def test_the_message_goes_first_with_all_that_belongs_to_it(work: Work) -> None:
    found = Hit(rule="blocklist", because=HIT.because, also=(48, 49))
    effects = await hit(work, said(), found=found)
    assert effects[0] == Delete(chat_id=CHAT, message_ids=(48, 49, 50))


async def test_a_long_flood_is_deleted_a_hundred_at_a_time(work: Work) -> None:
    found = Hit(rule="flood", because=HIT.because, also=tuple(range(1000, 1150)))
    effects = await hit(work, said(), found=found)
    assert [len(effect.message_ids) for effect in effects if isinstance(effect, Delete)] == [100, 51]


async def test_a_warning_cites_the_rule_quotes_the_trigger_and_names_the_next_step(work: Work, words: Words) -> None:
    (notice,) = notices(await hit(work, said()))
    text = say(words, notice)
    assert 'tg://user?id=7">Ada &lt;i&gt;</a>' in text
    assert "Rule 3: No ads" in text
    assert "free money" in text
    assert "Warning 1 of 3 within 30 days. What follows at 3: a mute of 1 day." in text


async def test_a_notice_in_chinese_says_the_same(work: Work, words: Words) -> None:
    (notice,) = notices(await hit(work, said()))
    text = say(words, notice, "zh")
    assert "群规第 3 条：不发广告" in text
    assert "30 天内第 1/3 次警告，满 3 次后：禁言 1 天" in text


async def test_the_chats_own_rule_is_cited(work: Work, words: Words) -> None:
    rules = ["One", "Two", "No <spam>"]
    await set_rules(work, chat_id=CHAT, rules=rules, by=1, timezone="UTC", now=NOW)
    (notice,) = notices(await hit(work, said()))
    assert "Rule 3: No &lt;spam&gt;" in say(words, notice)


async def test_a_rule_that_is_not_there_is_not_cited(work: Work, words: Words) -> None:
    await set_rules(work, chat_id=CHAT, rules=["One"], by=1, timezone="UTC", now=NOW)
    (notice,) = notices(await hit(work, said()))
    assert "Rule" not in say(words, notice)


async def test_at_the_ladders_top_the_member_is_muted_and_counting_starts_anew(work: Work, words: Words) -> None:
    for number in range(2):
        assert not [one for one in await hit(work, said(number, seconds=number)) if isinstance(one, Mute)]
    message = said(2, seconds=2)
    effects = await hit(work, message)
    (mute,) = [effect for effect in effects if isinstance(effect, Mute)]
    assert (mute.user_id, mute.until) == (ADA, message.at + timedelta(hours=24, milliseconds=200))
    assert "Warning 3 of 3 within 30 days. What follows: a mute of 1 day." in say(words, notices(effects)[0])
    assert await warnings.in_force(work, chat_id=CHAT, user_id=ADA, at=NOW + timedelta(minutes=1)) == []
    assert await actions(work) == ["warn", "warn", "mute"]


async def test_in_a_basic_group_the_last_warning_promises_no_mute(work: Work, words: Words) -> None:
    await chats.see(work, chat_id=CHAT, kind="group", title="Club", now=NOW)
    effects = [await hit(work, said(number, seconds=number)) for number in range(4)][2]
    assert not [effect for effect in effects if isinstance(effect, Mute)]
    assert "Warning 3 of 3 within 30 days. I can mute nobody in a basic group" in say(words, notices(effects)[0])
    assert await actions(work) == ["warn"] * 4


@pytest.mark.parametrize(("action", "told"), [("warn", 1), ("delete", 0)])
async def test_a_bot_that_may_remove_nothing_claims_no_removal(
    work: Work, words: Words, action: str, told: int
) -> None:
    await chats.set_bot_status(work, chat_id=CHAT, status="member", now=NOW)
    said_there = [say(words, one) for one in notices(await hit(work, said(), chosen(action)))]
    assert len(said_there) == told
    assert not any("removed" in text for text in said_there)


async def test_in_a_basic_group_a_rule_that_mutes_only_removes(work: Work, words: Words) -> None:
    await chats.see(work, chat_id=CHAT, kind="group", title="Club", now=NOW)
    removal, told = await hit(work, said(), chosen("mute"))
    assert isinstance(removal, Delete)
    assert isinstance(told, Send)
    assert "no warning counted" in say(words, told)


async def test_the_ladder_is_the_chats_own(work: Work) -> None:
    settings = chosen(warnings={"limit": 1, "mute_hours": 2})
    effects = await hit(work, said(), settings)
    assert [effect.until for effect in effects if isinstance(effect, Mute)] == [
        NOW + timedelta(hours=2, milliseconds=200)
    ]


async def test_warnings_older_than_the_ladders_days_count_no_more(work: Work) -> None:
    for days in (31, 30):
        await hit(work, said(days, seconds=-days * 86400))
    await hit(work, said(3))
    assert await actions(work) == ["warn", "warn", "warn"]


@pytest.mark.parametrize(
    ("action", "kinds"),
    [
        ("delete", [Delete, Send]),
        ("warn", [Delete, Send]),
        ("mute", [Delete, Mute, Send]),
        ("kick", [Delete, Ban, Unban, Send]),
        ("ban", [Delete, Ban, Send]),
    ],
)
async def test_each_action_is_done_told_and_written_down(
    work: Work, words: Words, action: str, kinds: list[type[Effect]]
) -> None:
    effects = await hit(work, said(), chosen(action))
    assert [type(effect) for effect in effects] == kinds
    assert await actions(work) == [action]
    assert say(words, notices(effects)[0])


async def test_the_audit_row_tells_the_whole_story(work: Work) -> None:
    await hit(work, said())
    (entry,) = await audit.of_chat(work, CHAT, since=NOW.date())
    assert (entry.actor_id, entry.target_id, entry.rule, entry.message_id) == (None, ADA, "blocklist", 50)
    assert entry.details == {"number": 3, "count": 1, "limit": 3}


async def test_nothing_that_members_wrote_is_kept(work: Work) -> None:
    await hit(work, said())
    (entry,) = await audit.of_chat(work, CHAT, since=NOW.date())
    (given_warning,) = await warnings.in_force(work, chat_id=CHAT, user_id=ADA, at=NOW)
    assert "money" not in f"{entry.details} {given_warning.reason}"


async def test_the_notice_goes_ahead_stays_in_its_topic_and_disappears(work: Work) -> None:
    (notice,) = notices(await hit(work, said(), chosen(notice_minutes=7)))
    assert (notice.priority, notice.thread_id, notice.delete_after) == (
        Priority.MODERATION,
        3,
        timedelta(minutes=7),
    )


async def test_a_notice_may_be_kept(work: Work) -> None:
    (notice,) = notices(await hit(work, said(), chosen(notice_minutes=0)))
    assert notice.delete_after is None


async def test_the_same_outcome_is_told_once_a_minute(work: Work) -> None:
    keys = [
        notices(await hit(work, said(number, seconds=seconds), chosen("delete")))[0].key
        for number, seconds in enumerate((0, 59, 60))
    ]
    assert keys[0] == keys[1] != keys[2]


async def test_each_rung_of_the_ladder_is_told(work: Work) -> None:
    keys = {notices(await hit(work, said(number)))[0].key for number in range(2)}
    assert len(keys) == 2


async def test_a_burst_that_goes_on_is_removed_without_a_word(work: Work) -> None:
    found = Hit(rule="flood", because=HIT.because, continues=True)
    assert await hit(work, said(), found=found) == [Delete(chat_id=CHAT, message_ids=(50,))]
    assert await actions(work) == ["sweep"]


async def test_what_was_written_before_a_mute_took_hold_is_only_removed(work: Work) -> None:
    await hit(work, said(1), chosen("mute"), late=timedelta(seconds=5))
    assert [type(one) for one in await hit(work, said(2, seconds=3))] == [Delete]


async def test_a_message_is_punished_once_however_often_it_is_edited(work: Work) -> None:
    await hit(work, said())
    assert [type(one) for one in await hit(work, said(edited=True, seconds=5))] == [Delete]


async def test_an_edit_of_an_old_message_is_a_new_deed(work: Work) -> None:
    effects = await hit(work, said(edited=True), late=timedelta(days=3))
    assert len(notices(effects)) == 1
    assert await actions(work) == ["warn"]


async def test_what_is_too_old_for_telegram_is_not_asked_to_be_removed(work: Work) -> None:
    effects = await hit(work, said(), late=timedelta(hours=48))
    assert [effect for effect in effects if isinstance(effect, Delete)] == []
    assert await actions(work) == ["warn"]


@pytest.mark.parametrize(("action", "continues"), [("delete", False), ("warn", True)])
async def test_where_removal_is_all_that_follows_nothing_is_written_of_what_stays(
    work: Work, action: str, *, continues: bool
) -> None:
    found = Hit(rule="blocklist", because=HIT.because, continues=continues)
    assert await hit(work, said(), chosen(action, log_chat=LOG), found=found, late=timedelta(days=3)) == []
    assert await actions(work) == []


async def test_old_backlog_is_dealt_with_but_not_told_in_the_group(work: Work) -> None:
    effects = await hit(work, said(), chosen(log_chat=LOG), late=timedelta(hours=2))
    assert notices(effects) == []
    assert len(notices(effects, chat_id=LOG)) == 1
    assert await actions(work) == ["warn"]


async def test_the_log_channel_gets_a_line_with_the_text_and_an_undo(work: Work, words: Words) -> None:
    (line,) = notices(await hit(work, said(), chosen(log_chat=LOG)), chat_id=LOG)
    text = say(words, line)
    assert "Warned" in text
    assert "get free money" in text
    assert "automatic" in text
    assert line.keyboard


async def test_the_log_names_what_set_a_rule_off_when_the_text_does_not_show_it(work: Work, words: Words) -> None:
    hidden = Hit(rule="links", because=phrase("rules-because-links"), quote="evil.example")
    (line,) = notices(await hit(work, said(), chosen(log_chat=LOG), found=hidden), chat_id=LOG)
    assert "get free money (evil.example)" in say(words, line)


async def test_a_chat_that_is_its_own_log_gets_no_second_line(work: Work) -> None:
    assert len(notices(await hit(work, said(), chosen(log_chat=CHAT)))) == 1


@pytest.mark.parametrize(("action", "has_undo"), [("warn", False), ("mute", True), ("ban", True), ("kick", False)])
async def test_bans_and_mutes_can_be_undone_from_the_notice(work: Work, action: str, *, has_undo: bool) -> None:
    (notice,) = notices(await hit(work, said(), chosen(action)))
    assert (UNDO in actions_of(notice)) is has_undo


@pytest.mark.parametrize(
    ("action", "can_appeal"), [("delete", True), ("warn", True), ("mute", True), ("ban", False), ("kick", False)]
)
async def test_who_still_reads_the_group_can_appeal_under_the_notice(
    work: Work, action: str, *, can_appeal: bool
) -> None:
    (notice,) = notices(await hit(work, said(), chosen(action)))
    assert (APPEAL in actions_of(notice)) is can_appeal


async def test_a_channel_cannot_appeal(work: Work) -> None:
    (notice,) = notices(await hit(work, said(origin=Origin.CHANNEL)))
    assert APPEAL not in actions_of(notice)


@pytest.mark.parametrize("action", ["ban", "kick"])
async def test_who_is_put_out_is_told_in_private_when_they_opened_it(work: Work, words: Words, action: str) -> None:
    await people.remember(work, [(Sighting(user_id=ADA, name="Ada"), NOW)])
    await people.open_private_chat(work, ADA, is_open=True)
    [told] = [one for one in await hit(work, said(2), chosen(action)) if isinstance(one, Send) and one.chat_id > 0]
    assert (told.chat_id, actions_of(told)) == (ADA, [APPEAL])
    assert "Rule 3" in say(words, told)


async def test_who_never_opened_it_cannot_be_told(work: Work) -> None:
    effects = await hit(work, said(1), chosen("ban"))
    assert [one for one in effects if isinstance(one, Send) and one.chat_id > 0] == []


@pytest.mark.parametrize("action", ["delete", "warn", "mute", "kick", "ban"])
async def test_a_channel_is_banned_or_only_has_its_message_removed(work: Work, action: str) -> None:
    effects = await hit(work, said(origin=Origin.CHANNEL), chosen(action))
    assert [effect for effect in effects if not isinstance(effect, Delete | Send)] == (
        [BanSenderChat(chat_id=CHAT, sender_chat_id=CHANNEL)] if action == "ban" else []
    )
    assert await actions(work) == [action if action == "ban" else "delete"]


@pytest.mark.parametrize("origin", [Origin.LINKED_CHANNEL, Origin.ANONYMOUS_ADMIN, Origin.SERVICE, Origin.BOT])
@pytest.mark.parametrize("action", ["delete", "warn", "ban"])
async def test_nobody_is_punished_in_these_names(work: Work, origin: Origin, action: str) -> None:
    assert await hit(work, said(origin=origin), chosen(action)) == []
    assert await actions(work) == []


@pytest.mark.parametrize("status", ["creator", "administrator"])
async def test_administrators_are_immune(work: Work, status: str) -> None:
    await members.set_status(work, chat_id=CHAT, user_id=ADA, status=status, at=NOW)
    assert await hit(work, said()) == []


@given(
    role=st.sampled_from([Role.SPECIALIST, Role.MANAGER, Role.DIRECTOR]),
    action=st.sampled_from(["delete", "warn", "mute", "kick", "ban"]),
    rule=st.sampled_from(["blocklist", "flood", "links"]),
)
@hypothesis(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_nobody_with_a_role_is_ever_acted_upon(work: Work, role: Role, action: str, rule: str) -> None:
    await members.assign_role(work, chat_id=CHAT, user_id=ADA, role=role, now=NOW)
    found = Hit(rule=rule, because=HIT.because)
    settings = ChatSettings.model_validate({"rules": {rule: {"action": action}}})
    assert await hit(work, said(), settings, found=found) == []
