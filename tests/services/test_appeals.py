"""Appeals: who may ask how often, who decides, what is taken back, who is told."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from domain.effects import Edit, Effect, Unban, Unmute
from domain.refusals import Refusal
from domain.rules.sanctions import Offender
from models import appeals as stored
from models import audit, members, people, warnings
from models import verdicts as kept
from services import appeals, chats, retention, verdicts
from services.settings import change
from tests.court import ADA, BOSS, CHANNEL, CHAT, DEPUTY, NOW, buttons, convene, sends, sentenced

if TYPE_CHECKING:
    from datetime import datetime

    from domain.rules.appeals import Decision
    from models.appeals import Appeal
    from models.verdicts import Verdict
    from models.work import Work
    from services.words import Words


@pytest.fixture(autouse=True)
async def court(work: Work) -> None:
    await convene(work)


async def asked(work: Work, verdict: Verdict, *, now: datetime = NOW, by: int = ADA) -> Appeal:
    return await appeals.ask(work, chat_id=CHAT, verdict_id=verdict.verdict_id, user_id=by, now=now)


async def brought(work: Work, verdict: Verdict, words: str = "it was a joke") -> Appeal:
    appeal = await asked(work, verdict)
    await appeals.bring(work, appeal, words=words, now=NOW)
    return await appeals.find(work, chat_id=CHAT, appeal_id=appeal.appeal_id)


async def decided(work: Work, appeal: Appeal, decision: Decision, *, by: int = BOSS) -> list[Effect]:
    return await appeals.decide(work, appeal, decision, by=by, pressed=(BOSS, 90), now=NOW + timedelta(minutes=5))


def said(words: Words, effects: list[Effect], *, to: int | None = None) -> str:
    texts = [words.html(one.text, language="en", timezone="UTC") for one in sends(effects, to=to)]
    return "\n".join(texts)


async def state(work: Work, verdict: Verdict) -> str:
    found = await verdicts.find(work, chat_id=CHAT, verdict_id=verdict.verdict_id)
    assert found is not None
    return found.state


async def test_managers_see_everything_that_was_known(work: Work, words: Words) -> None:
    await sentenced(work, "delete", at=NOW - timedelta(days=3), message_id=40)
    appeal = await asked(work, await sentenced(work))
    effects = await appeals.bring(work, appeal, words="it was <b>a joke</b>", now=NOW)
    assert {send.chat_id for send in sends(effects)} == {BOSS, DEPUTY}
    text = said(words, effects, to=BOSS)
    for part in (
        "<b>Club</b>: an appeal",
        "Ada &lt;i&gt;",
        "a warning",
        "automatic",
        "it was &lt;b&gt;a joke&lt;/b&gt;",
        "Rule 4",
        "Set off by: Links",
        "evil.example",
        "come to evil.example",
        "9 messages before · not trusted yet",
        "only the message goes · stands",
        "https://t.me/c/1000000001/50",
    ):
        assert part in text


async def test_a_ticket_has_three_answers_for_managers(work: Work) -> None:
    effects = await appeals.bring(work, await asked(work, await sentenced(work)), words="", now=NOW)
    assert [button.arguments["decision"] for button in buttons(sends(effects)[0])] == ["granted", "rejected", "closed"]


async def test_a_granted_appeal_takes_everything_back(work: Work, words: Words) -> None:
    verdict = await sentenced(work, "mute 6h")
    effects = await decided(work, await brought(work, verdict), "granted")
    assert Unmute(chat_id=CHAT, user_id=ADA) in effects
    assert await state(work, verdict) == "overturned"
    member = await members.find(work, chat_id=CHAT, user_id=ADA)
    assert member is not None
    assert member.worthy == 8
    assert "your appeal in Club was granted" in said(words, effects, to=CHAT)


async def test_its_warning_no_longer_counts(work: Work) -> None:
    await decided(work, await brought(work, await sentenced(work)), "granted")
    assert await warnings.in_force(work, chat_id=CHAT, user_id=ADA, at=NOW + timedelta(hours=1)) == []


async def test_what_would_have_avoided_it_is_proposed(work: Work, words: Words) -> None:
    effects = await decided(work, await brought(work, await sentenced(work)), "granted")
    assert "This would have avoided it" in said(words, effects, to=BOSS)


async def test_every_copy_of_the_ticket_tells_who_decided(work: Work, words: Words) -> None:
    effects = await decided(work, await brought(work, await sentenced(work)), "granted")
    (edit,) = [one for one in effects if isinstance(one, Edit)]
    assert (edit.chat_id, edit.message_id, edit.keyboard) == (BOSS, 90, ())
    assert "Granted by" in words.html(edit.text, language="en", timezone="UTC")


@pytest.mark.parametrize(("decision", "after"), [("rejected", "standing"), ("closed", "upheld")])
async def test_a_rejected_one_leaves_everything_and_says_why(
    work: Work, words: Words, decision: Decision, after: str
) -> None:
    verdict = await sentenced(work)
    effects = await decided(work, await brought(work, verdict), decision)
    assert await state(work, verdict) == after
    text = said(words, effects, to=CHAT)
    assert "stays as it is" in text
    assert "Rule 4" in text
    assert "evil.example" in text


async def test_after_a_rejection_there_may_be_another_appeal_after_the_last_word_none(work: Work) -> None:
    verdict = await sentenced(work)
    await decided(work, await brought(work, verdict), "rejected")
    await decided(work, await brought(work, verdict), "closed")
    with pytest.raises(Refusal, match="appeals-closed"):
        await asked(work, verdict)


async def test_the_second_decision_is_refused(work: Work) -> None:
    appeal = await brought(work, await sentenced(work))
    await decided(work, appeal, "rejected")
    with pytest.raises(Refusal, match="appeals-decided"):
        await decided(work, appeal, "granted", by=DEPUTY)


async def test_what_was_undone_by_hand_meanwhile_cannot_be_granted(work: Work) -> None:
    verdict = await sentenced(work)
    appeal = await brought(work, verdict)
    await verdicts.overturn(work, chat_id=CHAT, verdict_id=verdict.verdict_id, by=DEPUTY, now=NOW)
    with pytest.raises(Refusal, match="appeals-decided"):
        await decided(work, appeal, "granted")


async def test_who_acted_does_not_decide(work: Work) -> None:
    appeal = await brought(work, await sentenced(work, "mute 6h", by=BOSS))
    with pytest.raises(Refusal, match="appeals-own"):
        await decided(work, appeal, "rejected")
    assert await decided(work, appeal, "granted", by=DEPUTY)


async def test_who_runs_the_group_alone_decides_and_that_is_said(work: Work, words: Words) -> None:
    await members.set_status(work, chat_id=CHAT, user_id=DEPUTY, status="member", at=NOW)
    appeal = await brought(work, await sentenced(work, "mute 6h", by=BOSS))
    (edit,) = [one for one in await decided(work, appeal, "rejected") if isinstance(one, Edit)]
    assert "there is no other manager here yet" in words.html(edit.text, language="en", timezone="UTC")


async def test_a_verdict_has_one_open_appeal(work: Work) -> None:
    verdict = await sentenced(work)
    await asked(work, verdict)
    with pytest.raises(Refusal, match="appeals-under-way"):
        await asked(work, verdict)


async def test_three_appeals_a_week_are_enough(work: Work) -> None:
    for day in range(3):
        await asked(work, await sentenced(work, message_id=60 + day), now=NOW + timedelta(days=day))
    fourth = await sentenced(work, message_id=70)
    with pytest.raises(Refusal, match="appeals-too-many"):
        await asked(work, fourth, now=NOW + timedelta(days=6))
    assert (await asked(work, fourth, now=NOW + timedelta(days=7, seconds=1))).state == "waiting"


@pytest.mark.parametrize("by", [BOSS, DEPUTY])
async def test_nobody_appeals_for_another(work: Work, by: int) -> None:
    with pytest.raises(Refusal, match="common-button-expired"):
        await asked(work, await sentenced(work), by=by)


async def test_a_channel_cannot_appeal(work: Work) -> None:
    news = Offender(chat_id=CHAT, name="News", sender_chat_id=CHANNEL)
    with pytest.raises(Refusal, match="common-button-expired"):
        await asked(work, await sentenced(work, "ban", offender=news), by=CHANNEL)


async def test_what_was_taken_back_needs_no_appeal(work: Work) -> None:
    verdict = await sentenced(work)
    await verdicts.overturn(work, chat_id=CHAT, verdict_id=verdict.verdict_id, by=BOSS, now=NOW)
    with pytest.raises(Refusal, match="appeals-taken-back"):
        await asked(work, verdict)


async def test_without_words_it_goes_after_ten_minutes(work: Work, words: Words) -> None:
    appeal = await asked(work, await sentenced(work))
    assert await appeals.open_wordless(work, now=NOW + timedelta(minutes=9)) == []
    assert "Without further words" in said(words, await appeals.open_wordless(work, now=NOW + timedelta(minutes=10)))
    assert await appeals.open_wordless(work, now=NOW + timedelta(minutes=11)) == []
    with pytest.raises(Refusal, match="appeals-under-way"):
        await appeals.bring(work, appeal, words="too late", now=NOW)


async def test_managers_are_reminded_once_a_day_for_three_days(work: Work, words: Words) -> None:
    await brought(work, await sentenced(work))
    told = []
    for hours in range(0, 24 * 6, 6):
        effects = await appeals.remind(work, now=NOW + timedelta(hours=hours))
        told += [(hours, one.key) for one in sends(effects, to=BOSS)]
    assert [hours for hours, _ in told] == [24, 48, 72]
    assert len({key for _, key in told}) == 3


async def test_nobody_is_reminded_of_what_is_decided(work: Work) -> None:
    await decided(work, await brought(work, await sentenced(work)), "rejected")
    assert await appeals.remind(work, now=NOW + timedelta(days=2)) == []


async def test_the_member_is_told_in_private_when_they_opened_it(work: Work, words: Words) -> None:
    await people.open_private_chat(work, ADA, is_open=True)
    effects = await decided(work, await brought(work, await sentenced(work)), "granted")
    assert "was granted" in said(words, effects, to=ADA)
    assert sends(effects, to=CHAT) == []


async def test_who_is_out_and_cannot_be_written_to_is_told_nothing(work: Work) -> None:
    verdict = await sentenced(work, "ban")
    await members.set_status(work, chat_id=CHAT, user_id=ADA, status="kicked", at=NOW)
    effects = await decided(work, await brought(work, verdict), "granted")
    assert Unban(chat_id=CHAT, user_id=ADA) in effects
    assert sends(effects, to=CHAT) + sends(effects, to=ADA) == []


async def test_everything_is_written_down(work: Work) -> None:
    await decided(work, await brought(work, await sentenced(work)), "granted")
    entries = await audit.of_chat(work, CHAT, since=NOW.date())
    assert [(entry.action, entry.actor_id) for entry in entries] == [("appeal", ADA), ("appeal-granted", BOSS)]


async def test_the_managers_chat_gets_the_ticket_when_there_is_one(work: Work) -> None:
    staff = -1008
    await chats.see(work, chat_id=staff, kind="supergroup", title="Staff", now=NOW)
    await change(work, chat_id=CHAT, path="staff_chat", value=staff, by=BOSS, now=NOW)
    effects = await appeals.bring(work, await asked(work, await sentenced(work)), words="", now=NOW)
    assert [send.chat_id for send in sends(effects)] == [staff]


async def test_a_link_leads_to_the_appeal_once_and_only_its_member(work: Work) -> None:
    appeal = await asked(work, await sentenced(work))
    await appeals.offer_link(work, appeal, token="x" * 24, now=NOW)
    assert await appeals.follow_link(work, token="x" * 24, user_id=BOSS, now=NOW) is None
    assert await appeals.follow_link(work, token="y" * 24, user_id=ADA, now=NOW) is None
    assert await appeals.follow_link(work, token="x" * 24, user_id=ADA, now=NOW) == appeal
    assert await appeals.follow_link(work, token="x" * 24, user_id=ADA, now=NOW) is None


async def test_open_appeals_are_listed_oldest_first(work: Work) -> None:
    first = await brought(work, await sentenced(work, message_id=51))
    second = await brought(work, await sentenced(work, message_id=52))
    await asked(work, await sentenced(work, message_id=53))
    assert [one.appeal_id for one in await appeals.open_ones(work, CHAT)] == [first.appeal_id, second.appeal_id]
    assert await stored.open_in(work, CHAT) == [first, second]
    assert len(await kept.open_in(work, CHAT)) == 0


async def test_words_are_kept_as_long_as_texts_are(work: Work) -> None:
    appeal = await brought(work, await sentenced(work))
    await retention.forget_texts(work, now=NOW + timedelta(days=29))
    for minutes in range(11):
        await retention.forget_texts(work, now=NOW + timedelta(days=30, minutes=minutes))
    assert (await appeals.find(work, chat_id=CHAT, appeal_id=appeal.appeal_id)).words == ""
