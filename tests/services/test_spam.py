"""What a chat teaches the classifier: from verdicts, from members, and taken back as exactly as it was learnt."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace as changed
from sqlalchemy import select

import models.verdicts
from domain.messages import Link, Message, Origin
from domain.settings import ChatSettings
from domain.spam.listing import Listing, read_ids
from models import spam as lessons
from models.rekeying import rekey
from models.tables import spam_features, spam_lessons
from models.verdicts import Verdict
from services import spam, verdicts
from services.judging import judge_all

if TYPE_CHECKING:
    from domain.spam.detector import Detector
    from domain.spam.likelihood import Likelihood
    from models.work import Work

CHAT, OTHER, ANN = -1001, -1002, 11
AT = datetime(2026, 7, 14, 9, tzinfo=UTC)
PITCH = "Part-time work from home, good income every day, write to me in private for details"
ODD = "our lighthouse keeper wants volunteers with lanterns near the northern pier tonight"
SETTINGS = {CHAT: ChatSettings()}


@pytest.fixture
def work(work: Work, detector: Detector) -> Work:
    """The unit of work of a process that has a detector."""
    return replace(work, defaults=replace(work.defaults, detector=detector))


def said(text: str, *, message_id: int = 1, at: datetime = AT, **fields: object) -> Message:
    message = Message(
        chat_id=CHAT, message_id=message_id, at=at, origin=Origin.MEMBER, sender_id=ANN, sender_name="Ann", text=text
    )
    return changed(message, **fields)


async def seen(work: Work, text: str, chat_id: int = CHAT) -> Likelihood:
    found = await spam.assess(work, chat_id, text)
    assert found is not None
    return found


async def kept(work: Work) -> list[tuple[int, int, int]]:
    rows = await work.connection.execute(select(spam_features).order_by(spam_features.c.feature))
    return [(row.feature, row.spam, row.ham) for row in rows]


async def learn(work: Work, text: str, *, is_spam: bool, message_id: int = 1, chat_id: int = CHAT) -> bool:
    return await spam.learn(work, chat_id=chat_id, message_id=message_id, text=text, is_spam=is_spam, at=AT)


async def test_one_verdict_teaches_what_spam_is(work: Work) -> None:
    assert (await seen(work, ODD)).verdict != "spam"
    await learn(work, ODD, is_spam=True)
    assert (await seen(work, ODD)).verdict == "spam"


async def test_one_verdict_teaches_what_it_is_not(work: Work) -> None:
    before = await seen(work, PITCH)
    await learn(work, PITCH, is_spam=False)
    assert before.verdict == "spam"
    assert (await seen(work, PITCH)).verdict != "spam"


async def test_what_one_chat_teaches_counts_in_no_other(work: Work) -> None:
    before = await seen(work, ODD, OTHER)
    await learn(work, ODD, is_spam=True)
    assert await seen(work, ODD, OTHER) == before


async def test_a_verdict_is_learnt_once(work: Work) -> None:
    assert await learn(work, ODD, is_spam=True)
    once = await kept(work)
    assert not await learn(work, ODD, is_spam=True)
    assert await kept(work) == once


async def test_what_is_unlearnt_leaves_nothing_behind(work: Work) -> None:
    await learn(work, PITCH, is_spam=True, message_id=1)
    before = await kept(work)
    await learn(work, f"{PITCH} {ODD}", is_spam=True, message_id=2)
    assert await spam.unlearn(work, chat_id=CHAT, message_id=2)
    assert await kept(work) == before
    assert await spam.unlearn(work, chat_id=CHAT, message_id=1)
    assert await kept(work) == []
    assert (await work.connection.execute(select(spam_lessons))).all() == []


async def test_what_taught_nothing_cannot_be_unlearnt(work: Work) -> None:
    assert not await spam.unlearn(work, chat_id=CHAT, message_id=99)


async def test_an_overturned_verdict_takes_the_place_of_the_first(work: Work) -> None:
    await learn(work, ODD, is_spam=True)
    await learn(work, ODD, is_spam=False)
    assert {(in_spam, in_ham) for _, in_spam, in_ham in await kept(work)} == {(0, spam.VERDICT_WEIGHT)}


async def test_the_order_of_lessons_changes_nothing(work: Work) -> None:
    await learn(work, ODD, is_spam=True, message_id=1)
    await learn(work, PITCH, is_spam=False, message_id=2)
    one = await seen(work, f"{ODD} {PITCH}")
    await spam.forget(work, CHAT)
    await learn(work, PITCH, is_spam=False, message_id=2)
    await learn(work, ODD, is_spam=True, message_id=1)
    assert await seen(work, f"{ODD} {PITCH}") == one


async def test_members_teach_what_talk_is_like_once_in_a_while(work: Work) -> None:
    taken = [
        await spam.take_sample(work, said(ODD, message_id=number, at=AT + timedelta(minutes=minutes)))
        for number, minutes in enumerate((0, 5, 29, 30, 31, 61))
    ]
    assert taken == [True, False, False, True, False, True]


async def test_how_often_they_did_is_known_after_a_restart(work: Work) -> None:
    await spam.take_sample(work, said(ODD, message_id=1))
    work.cache.clear()
    assert not await spam.take_sample(work, said(ODD, message_id=2, at=AT + timedelta(minutes=5)))
    assert await spam.take_sample(work, said(ODD, message_id=3, at=AT + timedelta(minutes=35)))


@pytest.mark.parametrize("text", ["ok", "", PITCH])
async def test_what_is_short_or_looks_like_spam_is_no_sample(work: Work, text: str) -> None:
    assert not await spam.take_sample(work, said(text))
    assert await kept(work) == []


async def test_a_manager_s_word_stands_above_a_sample(work: Work) -> None:
    await spam.take_sample(work, said(ODD))
    await learn(work, ODD, is_spam=True)
    assert not await spam.take_sample(work, said(ODD, at=AT + timedelta(hours=1)))
    assert {(in_spam, in_ham) for _, in_spam, in_ham in await kept(work)} == {(spam.VERDICT_WEIGHT, 0)}


async def test_a_chat_learns_a_language_that_does_not_ship(work: Work) -> None:
    talk = ("오늘 저녁에 다 같이 모여서 게임 하실 분 계신가요 {}", "어제 말한 그 책 정말 재미있게 읽었어요 {}")
    pitch = "지금 바로 가입하고 무료 보너스 받으세요 선착순 마감 문의 주세요"
    for number in range(30):
        for part, text in enumerate(talk):
            await learn(work, text.format(number), is_spam=False, message_id=10 * number + part)
    await learn(work, pitch, is_spam=True, message_id=9000)
    assert (await seen(work, pitch)).verdict == "spam"
    assert (await seen(work, talk[0].format("지금"))).verdict == "ham"


async def test_the_rarest_features_and_the_oldest_lessons_make_room(work: Work) -> None:
    await learn(work, PITCH, is_spam=True, message_id=1)
    await learn(work, f"{PITCH} {ODD}", is_spam=True, message_id=2)
    often = [feature for feature, in_spam, _ in await kept(work) if in_spam == 2 * spam.VERDICT_WEIGHT]
    await lessons.prune(work, CHAT, most_features=len(often), most_lessons=1)
    assert [feature for feature, _, _ in await kept(work)] == often
    assert await lessons.find(work, CHAT, 1) is None
    assert await lessons.find(work, CHAT, 2) is not None


async def test_what_was_pruned_is_not_counted_below_nothing(work: Work) -> None:
    await learn(work, ODD, is_spam=True)
    await lessons.prune(work, CHAT, most_features=0, most_lessons=1)
    assert await spam.unlearn(work, chat_id=CHAT, message_id=1)
    assert await kept(work) == []


async def test_everything_a_chat_taught_can_be_forgotten(work: Work) -> None:
    await learn(work, ODD, is_spam=True)
    await learn(work, ODD, is_spam=True, chat_id=OTHER)
    await spam.forget(work, CHAT)
    rows = await work.connection.execute(select(spam_features.c.chat_id).distinct())
    assert [row.chat_id for row in rows] == [OTHER]


async def found_by(work: Work, rule: str, *, text: str | None = PITCH) -> int:
    """The id of a verdict on message 1 that waits for managers."""
    await models.verdicts.add(
        work,
        Verdict(
            chat_id=CHAT,
            verdict_id=500,
            at=AT,
            day=AT.date(),
            rule=rule,
            mode="on",
            verb="review",
            target_id=ANN,
            target_name="Ann",
            state="open",
            message_id=1,
            text=text,
        ),
    )
    return 500


async def test_a_find_that_managers_uphold_is_learnt_as_spam(work: Work) -> None:
    await verdicts.uphold(work, chat_id=CHAT, verdict_id=await found_by(work, "spam"), by=9, now=AT)
    assert {(in_spam, in_ham) for _, in_spam, in_ham in await kept(work)} == {(spam.VERDICT_WEIGHT, 0)}


async def test_a_find_that_managers_overturn_is_learnt_as_talk(work: Work) -> None:
    await verdicts.overturn(work, chat_id=CHAT, verdict_id=await found_by(work, "spam"), by=9, now=AT)
    assert (await seen(work, PITCH)).verdict != "spam"


async def test_what_was_learnt_is_taken_back_when_the_text_is_gone(work: Work) -> None:
    await learn(work, PITCH, is_spam=True)
    await verdicts.overturn(work, chat_id=CHAT, verdict_id=await found_by(work, "spam", text=None), by=9, now=AT)
    assert await kept(work) == []


async def test_what_other_rules_found_teaches_nothing(work: Work) -> None:
    await verdicts.uphold(work, chat_id=CHAT, verdict_id=await found_by(work, "flood"), by=9, now=AT)
    assert await kept(work) == []


async def test_lessons_move_with_the_chat(work: Work) -> None:
    await learn(work, ODD, is_spam=True)
    await learn(work, ODD, is_spam=True, chat_id=OTHER)
    await rekey(work, old=CHAT, new=OTHER, now=AT)
    assert {in_spam for _, in_spam, _ in await kept(work)} == {2 * spam.VERDICT_WEIGHT}


async def test_without_a_detector_nothing_is_judged_or_learnt(work: Work) -> None:
    bare = replace(work, defaults=replace(work.defaults, detector=None))
    assert await spam.assess(bare, CHAT, PITCH) is None
    assert not await learn(bare, PITCH, is_spam=True)
    assert not await spam.take_sample(bare, said(ODD))


def test_words_in_buttons_and_hidden_links_are_judged_too() -> None:
    message = said("look", parts=("a button",), links=(Link("https://one.example", hidden=True),))
    assert spam.text_of(message) == "look\na button\nhttps://one.example"


async def test_newcomers_are_judged_by_their_words(work: Work) -> None:
    found = await judge_all(
        work, [said(PITCH), said("good morning everybody, how are you", message_id=2)], settings=SETTINGS
    )
    assert [(one.message.message_id, one.judgement.hit and one.judgement.hit.rule) for one in found] == [(1, "spam")]
    assert found[0].scene.spam is not None


@pytest.mark.parametrize("rule", [{"mode": "off"}, {"threshold": 99, "mode": "shadow"}])
async def test_a_rule_that_is_off_or_in_shadow_acts_on_nobody(work: Work, rule: dict[str, object]) -> None:
    settings = {CHAT: ChatSettings.model_validate({"rules": {"spam": rule}})}
    found = await judge_all(work, [said(PITCH)], settings=settings)
    assert [one for one in found if one.judgement.hit is not None] == []


async def test_whom_others_know_for_spam_is_found(work: Work) -> None:
    listing = Listing()
    listing.replace(read_ids(f"{ANN}\n".encode()))
    warned = replace(work, defaults=replace(work.defaults, listing=listing))
    greeting = [said("good morning everybody"), said("good morning to you", message_id=2, sender_id=12)]
    found = await judge_all(warned, greeting, settings=SETTINGS)
    assert [one.message.sender_id for one in found] == [ANN]


async def test_immune_senders_are_never_judged(work: Work) -> None:
    anonymous = said(PITCH, origin=Origin.ANONYMOUS_ADMIN, sender_id=None, sender_chat_id=CHAT)
    assert await judge_all(work, [anonymous], settings=SETTINGS) == []
