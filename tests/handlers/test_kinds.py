from __future__ import annotations

from datetime import timedelta  # noqa: TC003 - pydantic reads the annotations below
from typing import Literal

import pytest

from handlers.arguments import Arguments, Duration, Rest, Target
from handlers.kinds import Kind, choices_of, kind_of


class Everything(Arguments):
    target: Target
    maybe_target: Target | None = None
    duration: Duration
    maybe_duration: Duration | None = None
    span: timedelta
    number: int
    choice: Literal["a", "b"]
    maybe_choice: Literal["a", "b"] | None = None
    word: str
    rest: Rest = ""
    maybe_rest: Rest | None = None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("target", Kind.TARGET),
        ("maybe_target", Kind.TARGET),
        ("duration", Kind.DURATION),
        ("maybe_duration", Kind.DURATION),
        ("span", Kind.DURATION),
        ("number", Kind.NUMBER),
        ("choice", Kind.CHOICE),
        ("maybe_choice", Kind.CHOICE),
        ("word", Kind.WORD),
        ("rest", Kind.REST),
        ("maybe_rest", Kind.REST),
    ],
)
def test_the_type_of_a_field_tells_how_it_is_read(name: str, kind: Kind) -> None:
    assert kind_of(Everything.model_fields[name]) is kind


@pytest.mark.parametrize("name", ["choice", "maybe_choice"])
def test_choices_are_those_of_the_type(name: str) -> None:
    assert choices_of(Everything.model_fields[name]) == ("a", "b")
