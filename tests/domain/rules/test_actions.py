"""The one language for what follows: how it is written, what is refused, how it is kept."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from domain.durations import LONGEST, SHORTEST
from domain.rules.actions import (
    LASTING,
    PRESETS,
    VERBS,
    Action,
    ActionText,
    BadActionError,
    canonical,
    read_action,
)

HOUR, WEEK = timedelta(hours=1), timedelta(weeks=1)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("review", Action(verb="review")),
        ("delete", Action(verb="delete")),
        ("warn", Action(verb="warn")),
        ("restrict 1h", Action(verb="restrict", span=HOUR)),
        ("mute 1h", Action(verb="mute", span=HOUR)),
        ("mute", Action(verb="mute")),
        ("kick", Action(verb="kick")),
        ("ban 1w", Action(verb="ban", span=WEEK)),
        ("ban", Action(verb="ban")),
        ("1h mute", Action(verb="mute", span=HOUR)),
        ("silent ban 7d", Action(verb="ban", span=WEEK, silent=True)),
        ("warn keep", Action(verb="warn", kept=True)),
        ("quiet mute keep 1h", Action(verb="mute", span=HOUR, silent=True, kept=True)),
        ("  BAN  ", Action(verb="ban")),
        ("{ban}", Action(verb="ban")),
        ("{ mute 60min }", Action(verb="mute", span=HOUR)),
    ],
)
def test_actions_are_read_in_any_order(text: str, action: Action) -> None:
    assert read_action(text) == action


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("del", Action(verb="delete")),
        ("nodel", Action(verb="warn", kept=True)),
        ("tban 7d", Action(verb="ban", span=WEEK)),
        ("{tmute 1h}", Action(verb="mute", span=HOUR)),
        ("sban", Action(verb="ban", silent=True)),
        ("swarn", Action(verb="warn", silent=True)),
        ("dwarn", Action(verb="warn")),
        ("dmute", Action(verb="mute")),
        ("skick", Action(verb="kick", silent=True)),
        ("del ban", Action(verb="ban")),
        ("ban nodel", Action(verb="ban", kept=True)),
        ("media 1h", Action(verb="restrict", span=HOUR)),
    ],
)
def test_roses_words_mean_the_same(text: str, action: Action) -> None:
    assert read_action(text) == action


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("审核", Action(verb="review")),
        ("删除", Action(verb="delete")),
        ("警告", Action(verb="warn")),
        ("限制 1小时", Action(verb="restrict", span=HOUR)),
        ("禁言 1小时", Action(verb="mute", span=HOUR)),
        ("移出", Action(verb="kick")),
        ("踢出 静默", Action(verb="kick", silent=True)),
        ("封禁 7天 保留", Action(verb="ban", span=WEEK, kept=True)),
    ],
)
def test_chinese_words_mean_the_same(text: str, action: Action) -> None:
    assert read_action(text) == action


@pytest.mark.parametrize(
    ("text", "fault", "word"),
    [
        ("", "empty", ""),
        ("{}", "empty", "{}"),
        ("silent", "empty", "silent"),
        ("1h", "empty", "1h"),
        ("dance", "word", "dance"),
        ("ban ban", "word", "ban"),
        ("warn mute", "word", "mute"),
        ("mute 1h 2h", "word", "2h"),
        ("mute 1.5h", "word", "1.5h"),
        ("sdelete", "word", "sdelete"),
        ("treview", "word", "treview"),
        ("warn 1h", "timeless", "warn"),
        ("kick 1d", "timeless", "kick"),
        ("delete 1d", "timeless", "delete"),
        ("mute 5s", "span", "5s"),
        ("ban 400d", "span", "57w1d"),
    ],
)
def test_what_is_no_action_is_refused_with_the_part_that_does_not_fit(text: str, fault: str, word: str) -> None:
    with pytest.raises(BadActionError) as caught:
        read_action(text)
    assert (caught.value.fault, caught.value.word) == (fault, word)


def test_a_deleted_message_is_not_kept() -> None:
    assert read_action("delete keep") == Action(verb="delete")


SPANS = st.integers(int(SHORTEST.total_seconds()), int(LONGEST.total_seconds())).map(
    lambda seconds: timedelta(seconds=seconds)
)


@st.composite
def actions(draw: st.DrawFn) -> Action:
    verb = draw(st.sampled_from(VERBS))
    span = draw(st.none() | SPANS) if verb in LASTING else None
    kept = draw(st.booleans()) and verb != "delete"
    return Action(verb=verb, span=span, silent=draw(st.booleans()), kept=kept)


@given(actions())
def test_an_action_reads_as_it_is_written(action: Action) -> None:
    assert read_action(action.written) == action
    assert canonical(action.written) == action.written


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        action = read_action(text)
    except BadActionError:
        return
    assert read_action(action.written) == action


def test_what_can_be_pressed_can_be_read() -> None:
    assert tuple(map(canonical, PRESETS)) == PRESETS


class Kept(BaseModel):
    action: ActionText = "warn"


def test_a_setting_keeps_the_canonical_form_and_refuses_the_rest() -> None:
    assert Kept(action="{tmute 60min}").action == "mute 1h"
    with pytest.raises(ValidationError):
        Kept(action="dance")


@pytest.mark.parametrize(
    ("action", "keys"),
    [
        (Action(verb="ban"), ["actions-ban"]),
        (Action(verb="ban", span=HOUR), ["actions-ban-for"]),
        (Action(verb="warn", silent=True), ["actions-silently", "actions-warn"]),
        (Action(verb="warn", silent=True, kept=True), ["actions-keeping", "actions-silently", "actions-warn"]),
    ],
)
def test_an_action_is_described_from_the_outside_in(action: Action, keys: list[str]) -> None:
    found, described = [], action.described
    while True:
        found.append(described.key)
        inner = described.values.get("action")
        if inner is None or isinstance(inner, str | int | float):
            break
        described = inner  # type: ignore[assignment]  # a phrase within a phrase
    assert found == keys
