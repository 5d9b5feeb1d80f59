from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from sandbox.acts import Act, AddBot, Expel, Join, Leave, Meet, OpenTopic, React, Say
from sandbox.life.community import BOT_RIGHTS, afterwards, community, intruders, planted
from sandbox.life.phrases import Language, phrases

START = datetime(2026, 6, 1, 12, tzinfo=UTC)
CHAT = -1001234567890
WEEK = 7


def _acts(
    *,
    seed: int = 7,
    language: Language = "en",
    days: int = WEEK,
    members: int = 60,
    forum: bool = False,
    check_in: Sequence[str] = ("/checkin",),
) -> list[Act]:
    return list(
        community(
            seed=seed,
            language=language,
            start=START,
            days=days,
            members=members,
            chat_id=CHAT,
            timezone="Europe/Berlin",
            forum=forum,
            check_in=check_in,
        )
    )


def _moments(acts: Sequence[Act]) -> list[datetime]:
    return [at for act in acts if (at := getattr(act, "at", None)) is not None]


def _acknowledged(acts: Sequence[Act]) -> dict[int, set[int]]:
    """Who thanked whom: an asker answered or reacted to a reply to their own message."""
    said = {act.name: act for act in acts if isinstance(act, Say)}
    thanks: dict[int, set[int]] = defaultdict(set)
    for act in acts:
        ref = act.reply_to if isinstance(act, Say) else act.message if isinstance(act, React) else None
        answer = said.get(str(ref))
        asked = said.get(str(answer.reply_to)) if answer else None
        if answer and asked and asked.person_id == getattr(act, "person_id", 0) != answer.person_id:
            thanks[answer.person_id].add(asked.person_id)
    return thanks


@pytest.mark.parametrize("language", ["en", "zh"])
def test_same_seed_makes_same_community(language: Language) -> None:
    assert _acts(language=language) == _acts(language=language)


def test_another_seed_makes_another_community() -> None:
    assert _acts(seed=1) != _acts(seed=2)


@pytest.mark.parametrize("forum", [False, True])
def test_acts_come_in_time_order(forum: bool) -> None:  # noqa: FBT001 - a table of two
    moments = _moments(_acts(forum=forum))

    assert moments == sorted(moments)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_three_weeks_of_sixty_people_are_a_few_thousand_acts(language: Language) -> None:
    assert 3_500 <= len(_acts(language=language, days=21)) <= 6_500


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("seed", range(5))
def test_planted_leaders_are_thanked_by_most_people(seed: int, language: Language) -> None:
    leaders = planted(seed=seed, members=60)
    thanks = _acknowledged(_acts(seed=seed, language=language, days=21))
    ranked = sorted(thanks, key=lambda person: -len(thanks[person]))

    assert set(ranked[: len(leaders)]) == set(leaders)


def test_every_day_has_its_night() -> None:
    hours = Counter(act.at.hour for act in _acts(days=21) if isinstance(act, Say) and act.at)

    assert hours[1] + hours[2] < hours[17] / 4


def test_people_speak_only_while_they_are_there() -> None:
    inside: set[int] = set()
    outside: list[Act] = []
    for act in _acts(days=21):
        if isinstance(act, Join):
            inside.add(act.person_id)
        elif isinstance(act, Leave | Expel):
            inside.discard(act.person_id)
        elif isinstance(act, Say | React) and act.person_id not in inside:
            outside.append(act)
    creator = {act.person_id for act in outside if isinstance(act, Say)}

    assert len(creator) == 1


def test_replies_and_reactions_refer_to_what_was_said_before() -> None:
    known: set[str] = set()
    lost = []
    for act in _acts(days=21):
        ref = act.reply_to if isinstance(act, Say) else act.message if isinstance(act, React) else None
        if ref is not None and ref not in known:
            lost.append(act)
        if isinstance(act, Say) and act.name:
            known.add(act.name)

    assert lost == []


def test_no_honest_member_floods() -> None:
    villains = {one.person_id for one in intruders(seed=7, language="en", start=_midnight(), days=21)}
    said: dict[int, list[datetime]] = defaultdict(list)
    for act in _acts(days=21):
        if isinstance(act, Say) and act.at and act.person_id not in villains:
            said[act.person_id].append(act.at)
    busiest = max(
        sum(one <= other < one + timedelta(seconds=30) for other in moments)
        for moments in said.values()
        for one in moments
    )

    assert busiest <= 3


def test_spammers_use_every_scheme() -> None:
    schemes = {one.scheme for one in intruders(seed=7, language="en", start=_midnight(), days=21)}

    assert schemes == {"link", "flood", "scam"}


def test_spammers_begin_right_after_joining() -> None:
    acts = _acts(days=21)
    villain = next(one for one in intruders(seed=7, language="en", start=_midnight(), days=21) if one.scheme == "flood")
    joined = next(act.at for act in acts if isinstance(act, Join) and act.person_id == villain.person_id)
    said = [act.at for act in acts if isinstance(act, Say) and act.person_id == villain.person_id]

    assert len(said) == len(phrases("en").spam.flood)
    assert all(at and joined and at - joined < timedelta(minutes=3) for at in said)


def test_check_in_says_what_it_is_told_to() -> None:
    said = [act.text for act in _acts(language="zh", check_in=("签到", "/qd")) if isinstance(act, Say)]

    assert {"签到", "/qd"} <= set(said)


def test_without_check_in_nobody_commands_the_bot() -> None:
    said = [act.text for act in _acts(check_in=()) if isinstance(act, Say)]

    assert not [text for text in said if text.startswith("/")]


def test_newcomers_come_through_named_links() -> None:
    joins = [act for act in _acts(days=21) if isinstance(act, Join) and act.invite_link]

    assert len({act.invite_link for act in joins}) > 1


def test_founders_join_before_the_bot_does() -> None:
    acts = _acts()
    added = next(index for index, act in enumerate(acts) if isinstance(act, AddBot))
    founders = sum(isinstance(act, Join) for act in acts[:added])

    assert founders > 40
    assert acts[added] == AddBot(
        chat_id=CHAT, by_id=planted_creator(), at=acts_moment(acts[added]), administrator=BOT_RIGHTS
    )


def test_a_forum_opens_topics_and_speaks_in_them() -> None:
    acts = _acts(forum=True)
    topics = {act.name for act in acts if isinstance(act, OpenTopic)}
    threads = {act.thread_id for act in acts if isinstance(act, Say)}

    assert threads - {None} == topics


def test_a_plain_group_has_no_threads() -> None:
    assert {act.thread_id for act in _acts() if isinstance(act, Say)} == {None}


def test_life_goes_on_with_those_who_stayed() -> None:
    past = _acts(days=21)
    gone = {act.person_id for act in past if isinstance(act, Leave)}
    more = list(
        afterwards(
            seed=7,
            language="en",
            start=START,
            days=21,
            members=60,
            chat_id=CHAT,
            timezone="Europe/Berlin",
            more_days=3,
        )
    )
    speakers = {act.person_id for act in more if isinstance(act, Say)}

    assert len(more) > 300
    assert not speakers & gone
    assert min(_moments(more)) >= max(_moments(past)) - timedelta(hours=1)


def test_everybody_is_met_once() -> None:
    met = Counter(act.person_id for act in _acts(days=21) if isinstance(act, Meet))

    assert set(met.values()) == {1}


def test_a_community_of_two_is_refused() -> None:
    with pytest.raises(ValueError, match="at least"):
        _acts(members=2)


def _midnight() -> datetime:
    return datetime(2026, 5, 31, 22, tzinfo=UTC)


def planted_creator() -> int:
    return next(act.person_id for act in _acts() if isinstance(act, Meet))


def acts_moment(act: Act) -> datetime | None:
    return _moments([act])[0]
