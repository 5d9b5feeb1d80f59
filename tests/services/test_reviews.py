"""What a rule finds and does not act on: managers are shown it, where they are reached."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.effects import Ban, Delete, Edit, Effect, Mute, Send
from domain.messages import Message, Origin
from domain.phrases import Person, phrase
from domain.refusals import Refusal
from domain.roles import Role
from domain.rules.judgement import Hit, Judgement, Scene
from domain.rules.sanctions import Offender
from models import audit, members, verdicts
from services import chats, reviews
from services.judging import Judged
from services.moderation import punish
from services.settings import change, settings_of
from tests.court import BOSS, DEPUTY, MEMBER, buttons, convene, sends, sentenced

if TYPE_CHECKING:
    from domain.settings import ChatSettings
    from models.work import Work
    from services.words import Words

CHAT, LOG, STAFF, ADA = -1001000000001, -1009, -1008, 7
NOW = datetime(2026, 11, 4, 12, tzinfo=UTC)
MESSAGE = Message(
    chat_id=CHAT,
    message_id=50,
    at=NOW,
    origin=Origin.MEMBER,
    sender_id=ADA,
    sender_name="Ada <i>",
    text="get <b>free</b> money",
)
HIT = Hit(rule="blocklist", because=phrase("rules-because-blocklist"), quote="free money")


async def chosen(work: Work, action: str = "review", /, **values: int | None) -> ChatSettings:
    """The chat's settings, with a log unless told otherwise."""
    for path, value in {"log_chat": LOG, "rules.blocklist.action": action, **values}.items():
        await change(work, chat_id=CHAT, path=path, value=value, by=None, now=NOW - timedelta(days=1))
    return await settings_of(work, CHAT)


async def done(
    work: Work, settings: ChatSettings, judgement: Judgement | None = None, *, scene: Scene | None = None
) -> list[Effect]:
    judged = Judged(message=MESSAGE, scene=scene or Scene(), judgement=judgement or Judgement(hit=HIT))
    return await punish(work, judged, settings=settings, now=NOW + timedelta(seconds=1))


async def kept(work: Work) -> list[verdicts.Verdict]:
    return await verdicts.since(work, chat_id=CHAT, day=NOW.date())


async def test_managers_see_what_was_written_and_nothing_is_done(work: Work, words: Words) -> None:
    (ticket,) = await done(work, await chosen(work))
    assert isinstance(ticket, Send)
    text = words.html(ticket.text, language="en", timezone="UTC")
    assert "get &lt;b&gt;free&lt;/b&gt; money" in text
    assert 'href="https://t.me/c/1000000001/50"' in text
    (verdict,) = await kept(work)
    assert (verdict.verb, verdict.state, verdict.text) == ("review", "open", MESSAGE.text)
    assert [entry.action for entry in await audit.of_chat(work, CHAT, since=NOW.date())] == ["review"]


@pytest.mark.parametrize(
    ("settings", "place"),
    [({"staff_chat": STAFF}, STAFF), ({}, LOG), ({"staff_chat": CHAT}, LOG)],
    ids=["their own chat", "the log chat", "never the chat itself"],
)
async def test_managers_are_reached_where_they_are(work: Work, settings: dict[str, int], place: int) -> None:
    await chats.see(work, chat_id=LOG, kind="supergroup", title="Log", now=NOW)
    (ticket,) = await done(work, await chosen(work, **settings))
    assert isinstance(ticket, Send)
    assert ticket.chat_id == place


@pytest.mark.parametrize("action", ["restrict 1d", "mute 6h", "kick", "ban"])
async def test_who_carries_the_community_is_looked_at_instead_of_punished(work: Work, action: str) -> None:
    effects = await done(work, await chosen(work, action), scene=Scene(proven=True))
    assert [type(effect) for effect in effects] == [Send]
    assert [one.verb for one in await kept(work)] == ["review"]


async def test_they_are_warned_like_everybody(work: Work) -> None:
    effects = await done(work, await chosen(work, "warn"), scene=Scene(proven=True))
    assert Delete in {type(effect) for effect in effects}


async def test_a_rule_in_shadow_does_nothing_and_is_counted(work: Work) -> None:
    assert await done(work, await chosen(work, "ban"), Judgement(shadows=(HIT,))) == []
    assert [(one.mode, one.verb, one.rule) for one in await kept(work)] == [("shadow", "ban", "blocklist")]
    assert await audit.of_chat(work, CHAT, since=NOW.date()) == []


async def test_an_entrys_own_action_comes_before_its_rules(work: Work) -> None:
    hit = Hit(rule="blocklist", because=HIT.because, action="mute 6h", reason="no gambling")
    effects = await done(work, await chosen(work, "delete"), Judgement(hit=hit))
    assert [effect.until for effect in effects if isinstance(effect, Mute)] == [NOW + timedelta(hours=6, seconds=1)]
    assert [one.reason for one in await kept(work)] == ["no gambling"]


async def test_a_silent_action_is_told_in_the_log_alone(work: Work) -> None:
    effects = await done(work, await chosen(work, "mute 6h silent"))
    assert [effect.chat_id for effect in effects if isinstance(effect, Send)] == [LOG]


async def test_without_a_log_nothing_is_done_in_silence(work: Work) -> None:
    effects = await done(work, await chosen(work, "mute 6h silent", log_chat=None))
    assert [effect.chat_id for effect in effects if isinstance(effect, Send)] == [CHAT]


async def test_a_message_that_is_to_stay_stays(work: Work) -> None:
    effects = await done(work, await chosen(work, "warn keep"))
    assert not [effect for effect in effects if isinstance(effect, Delete)]


async def opened(work: Work, *, offender: Offender = MEMBER) -> verdicts.Verdict:
    await convene(work)
    return await sentenced(work, "review", state="open", offender=offender)


async def choose(work: Work, verdict: verdicts.Verdict, choice: reviews.Choice, by: int = BOSS) -> list[Effect]:
    return await reviews.decide(
        work,
        verdict,
        choice,
        by=Person(user_id=by, name="Boss"),
        role=Role.MANAGER,
        pressed=(by, 90),
        now=NOW + timedelta(minutes=3),
    )


async def states(work: Work) -> list[tuple[str, str, str]]:
    return [(one.mode, one.verb, one.state) for one in await kept(work)]


async def test_what_is_removed_and_warned_about_is_upheld_and_a_managers_deed(work: Work, words: Words) -> None:
    effects = await choose(work, await opened(work), "warn")
    assert Delete(chat_id=CHAT, message_ids=(50,)) in effects
    assert await states(work) == [("on", "review", "upheld"), ("manual", "warn", "standing")]
    (told,) = sends(effects, to=CHAT)
    text = words.html(told.text, language="en", timezone="UTC")
    assert "has been warned: 1 of 3" in text
    assert "Rule 4" in text
    assert [button.action for button in buttons(told)] == ["appeal"]


async def test_a_banned_author_is_out(work: Work) -> None:
    assert Ban(chat_id=CHAT, user_id=ADA, until=None) in await choose(work, await opened(work), "ban")
    assert await states(work) == [("on", "review", "upheld"), ("manual", "ban", "standing")]


async def test_what_is_fine_stays_and_was_a_mistake(work: Work, words: Words) -> None:
    effects = await choose(work, await opened(work), "fine")
    assert not [one for one in effects if isinstance(one, Delete)]
    assert await states(work) == [("on", "review", "overturned")]
    assert "This would have avoided it" in words.html(sends(effects, to=BOSS)[0].text, language="en", timezone="UTC")


@pytest.mark.parametrize("choice", ["warn", "ban", "fine"])
async def test_of_two_who_press_at_once_one_decides(work: Work, choice: reviews.Choice) -> None:
    verdict = await opened(work)
    await choose(work, verdict, "fine")
    before = await kept(work)
    with pytest.raises(Refusal, match="reviews-decided"):
        await choose(work, verdict, choice, by=DEPUTY)
    assert await kept(work) == before


async def test_the_ticket_tells_who_decided(work: Work, words: Words) -> None:
    (edit,) = [one for one in await choose(work, await opened(work), "fine") if isinstance(one, Edit)]
    text = words.html(edit.text, language="en", timezone="UTC")
    assert (edit.chat_id, edit.message_id, edit.keyboard) == (BOSS, 90, ())
    assert "says it is fine" in text
    assert "come to evil.example" in text


async def test_a_channels_message_is_only_removed(work: Work) -> None:
    news = Offender(chat_id=CHAT, name="News", sender_chat_id=-1007)
    effects = await choose(work, await opened(work, offender=news), "warn")
    assert sends(effects, to=CHAT) == []
    assert await states(work) == [("on", "review", "upheld")]


async def test_what_is_too_old_for_telegram_stays(work: Work) -> None:
    verdict = await opened(work)
    late = NOW + timedelta(hours=49)
    boss = Person(user_id=BOSS, name="Boss")
    effects = await reviews.decide(work, verdict, "warn", by=boss, role=Role.MANAGER, pressed=None, now=late)
    assert not [one for one in effects if isinstance(one, Delete)]


async def test_who_has_become_a_manager_since_is_not_acted_upon(work: Work) -> None:
    verdict = await opened(work)
    await members.set_status(work, chat_id=CHAT, user_id=ADA, status="administrator", at=NOW)
    with pytest.raises(Refusal, match="moderation-refused-admin"):
        await choose(work, verdict, "ban")


async def test_what_waits_for_a_second_person_is_no_review(work: Work) -> None:
    await convene(work)
    asked = await sentenced(work, "review", state="open", by=BOSS)
    assert await reviews.open_ones(work, CHAT) == []
    with pytest.raises(Refusal, match="common-button-expired"):
        await reviews.find(work, chat_id=CHAT, verdict_id=asked.verdict_id)


async def test_banning_a_member_of_long_standing_asks_a_second_person_and_says_so_to_managers(work: Work) -> None:
    verdict = await opened(work)
    await change(work, chat_id=CHAT, path="rules.second_person_days", value=10, by=BOSS, now=NOW)
    effects = await choose(work, verdict, "ban")
    assert not [one for one in effects if isinstance(one, Ban)]
    assert sends(effects, to=CHAT) == []
    assert len(sends(effects, to=DEPUTY)) == 1
