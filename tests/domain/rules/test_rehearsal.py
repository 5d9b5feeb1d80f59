"""A draft tried on what was written: what is counted, what the scene is, who is left out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from domain.messages import Link, Message, Origin
from domain.roles import Role
from domain.rules.catalog import judge
from domain.rules.judgement import Recent, Scene
from domain.rules.rehearsal import WINDOW, Author, Outcome, only, rehearse
from domain.settings import ChatSettings, RulesSettings
from domain.spam.likelihood import Likelihood
from tests.domain.rules.scenes import CHAT, NOON, said

LINK = (Link("https://bad.example/x", hidden=False),)


def rules(**values: object) -> RulesSettings:
    return ChatSettings.model_validate({"rules": values}).rules


def talk(*senders: int, apart: float = 1, text: str = "hello") -> list[Message]:
    """A message each, one after another."""
    return [
        replace(said(text, second=place * apart, message_id=place + 1), sender_id=sender)
        for place, sender in enumerate(senders)
    ]


def tried(
    messages: list[Message],
    draft: RulesSettings,
    *,
    rule: str = "flood",
    current: RulesSettings | None = None,
    authors: dict[int, Author] | None = None,
    since: timedelta = timedelta(),
) -> Outcome:
    return rehearse(
        messages,
        rule=rule,
        draft=draft,
        current=current or draft,
        authors=authors or {},
        since=NOON + since,
    )


def test_messages_and_members_are_counted_with_an_example_each() -> None:
    outcome = tried(talk(*[7] * 5, *[8] * 4, 9), rules(flood={"messages": 3, "seconds": 60}))
    assert (outcome.looked_at, outcome.hits, outcome.members) == (10, 3, 2)
    assert [example.user_id for example in outcome.examples] == [7, 8]
    assert outcome.examples[0].text == "hello"


def test_a_draft_acts_though_the_rule_is_off() -> None:
    off = rules(flood={"messages": 3, "seconds": 60, "mode": "off"})
    outcome = tried(talk(*[7] * 4), off, current=off)
    assert (outcome.hits, outcome.also_now) == (1, 0)


def test_the_rule_as_it_stands_is_beside_it() -> None:
    strict, loose = (rules(flood={"messages": most, "seconds": 60}) for most in (3, 5))
    assert (
        tried(talk(*[7] * 6), strict, current=loose).hits,
        tried(talk(*[7] * 6), strict, current=loose).also_now,
    ) == (3, 1)
    outcome = tried(talk(*[7] * 6), loose, current=strict)
    assert (outcome.hits, outcome.also_now, outcome.only_now) == (1, 1, 2)


def test_what_was_written_before_only_leads_in() -> None:
    outcome = tried(talk(*[7] * 5), rules(flood={"messages": 3, "seconds": 60}), since=timedelta(seconds=4))
    assert (outcome.looked_at, outcome.hits) == (1, 1)


@pytest.mark.parametrize(
    ("author", "hits"),
    [
        (Author(messages=0), 3),
        (Author(messages=1), 2),
        (Author(messages=50), 0),
        (Author(messages=50, joined_at=NOON - timedelta(hours=1)), 5),
        (Author(messages=50, joined_at=NOON + timedelta(hours=1)), 0),
        (Author(messages=0, approved_at=NOON - timedelta(days=1)), 0),
        (Author(messages=0, approved_at=NOON + timedelta(seconds=2)), 2),
        (Author(messages=0, role=Role.MANAGER), 0),
    ],
)
def test_members_are_judged_as_they_were_then(author: Author, hits: int) -> None:
    messages = [replace(one, links=LINK) for one in talk(*[7] * 5)]
    assert tried(messages, rules(), rule="links", authors={7: author}).hits == hits


@pytest.mark.parametrize("origin", [Origin.LINKED_CHANNEL, Origin.ANONYMOUS_ADMIN, Origin.BOT, Origin.SERVICE])
def test_whom_no_rule_judges_is_not_hit(origin: Origin) -> None:
    messages = [replace(one, origin=origin) for one in talk(*[7] * 9)]
    assert tried(messages, rules(flood={"messages": 3})).hits == 0


def test_trusted_and_proven_members_among_those_hit_are_counted() -> None:
    long_ago = NOON - timedelta(days=100)
    authors = {7: Author(worthy=50, since=long_ago, proven=True), 8: Author(worthy=50, since=long_ago)}
    outcome = tried(talk(*[7] * 4, *[8] * 4, *[9] * 4, 10), rules(flood={"messages": 3}), authors=authors)
    assert (outcome.members, outcome.trusted, outcome.proven) == (3, 2, 1)


def test_texts_that_are_not_kept_are_said() -> None:
    assert tried(talk(7, 7, text=""), rules()).textless == 2


def test_the_parts_of_an_album_go_together() -> None:
    album = [replace(one, album="a", kind="photo") for one in talk(7, 7, 7)]
    album[0] = replace(album[0], text="casino")
    draft = rules(blocklist={"entries": ["casino"]})
    assert tried(album, draft, rule="blocklist").hits == 3


def test_only_the_rule_itself_is_tried() -> None:
    alone = only(rules(blocklist={"entries": ["hello"]}), "flood")
    assert (alone.flood.mode, alone.blocklist.mode, alone.links.mode) == ("on", "off", "off")


def test_what_is_said_again_is_noticed() -> None:
    draft = rules(repeats={"own": 3, "mode": "off"})
    text = "come and see my wonderful new channel about bicycles"
    assert tried(talk(*[7] * 4, text=text), draft, rule="repeats").hits == 2


def test_the_classifier_is_asked_about_those_its_rule_does_not_spare() -> None:
    asked = []

    def suspect(message: Message) -> Likelihood:
        asked.append(message.message_id)
        return Likelihood(probability=0.99, verdict="spam")

    authors = {8: Author(approved_at=NOON - timedelta(days=1))}
    draft = rules()
    outcome = rehearse(
        talk(7, 8, text="get rich"),
        rule="spam",
        draft=draft,
        current=draft,
        authors=authors,
        since=NOON,
        suspect=suspect,
    )
    assert (outcome.hits, asked) == (1, [1])


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(0, 90)), max_size=40))
def test_it_hits_what_live_judging_hits(steps: list[tuple[int, int]]) -> None:
    draft = rules(flood={"messages": 3, "seconds": 30})
    second, messages, live = 0, [], 0
    written: dict[int, list[Recent]] = {}
    for number, (sender, pause) in enumerate(steps, start=1):
        second += pause
        message = replace(said("x", second=second, message_id=number), sender_id=sender, chat_id=CHAT)
        recent = tuple(one for one in written.get(sender, []) if message.at - one.at < WINDOW)
        live += judge(message, Scene(recent=recent), only(draft, "flood")).hit is not None
        written.setdefault(sender, []).append(Recent(message_id=number, at=message.at, album=None))
        messages.append(message)
    assert tried(messages, draft).hits == live
