"""What is kept of a message beside its text, so that rules can be tried on it later."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from domain.messages import FACTS, PLAIN_TRAITS, Forward, Link, Message, facts_of, with_facts
from domain.traits import TRAITS
from tests.domain.rules.scenes import said

PLAIN = replace(said("hello"), traits=PLAIN_TRAITS)


def bare(message: Message) -> Message:
    """The message as its own columns alone tell it."""
    return replace(
        message,
        traits=frozenset(),
        **{name: getattr(said(), name) for name in FACTS if name != "traits"},
    )


def test_plain_text_needs_no_facts() -> None:
    assert facts_of(PLAIN) is None
    assert with_facts(bare(PLAIN), None) == PLAIN


def test_a_message_of_another_kind_without_facts_has_no_traits() -> None:
    assert with_facts(replace(said(), kind="photo"), None).traits == frozenset()


def test_only_what_is_there_is_kept() -> None:
    kept = facts_of(replace(PLAIN, links=(Link("https://example.org", hidden=True),)))
    assert kept is not None
    assert list(json.loads(kept)) == ["links"]


@given(
    links=st.lists(st.builds(Link, url=st.text(max_size=8), hidden=st.booleans()), max_size=2).map(tuple),
    mentioned=st.lists(st.integers(1, 9), max_size=2).map(tuple),
    mentioned_names=st.lists(st.text(max_size=8), max_size=2).map(tuple),
    traits=st.frozensets(st.sampled_from(TRAITS), min_size=1, max_size=4),
    parts=st.lists(st.text(max_size=8), max_size=2).map(tuple),
    forward=st.none() | st.builds(Forward, kind=st.sampled_from(["user", "channel"]), username=st.text(max_size=5)),
    via_bot=st.text(max_size=5),
    custom_emoji=st.integers(0, 5),
    sticker_set=st.text(max_size=5),
    file_name=st.text(max_size=5),
)
def test_a_message_is_the_same_after_it_was_kept(**facts: object) -> None:
    message = replace(said("hello"), **facts)
    assert with_facts(bare(message), facts_of(message)) == message


@pytest.mark.parametrize(
    ("text", "parts", "words"),
    [("a", (), ("a",)), ("a", ("b", "c"), ("a", "b", "c")), ("", ("b",), ("b",)), ("", (), ())],
)
def test_everything_people_read_is_words(text: str, parts: tuple[str, ...], words: tuple[str, ...]) -> None:
    assert replace(said(text), parts=parts).words == words


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("text", "a"), ("photo", "a"), ("poll", "a\nb"), ("checklist", "a\nb"), ("contact", "a"), ("document", "a")],
)
def test_what_the_sender_says_is_neither_quote_nor_card(kind: str, expected: str) -> None:
    assert replace(said("a"), kind=kind, parts=("b",)).said == expected
