"""The words a community has: read from `words/`, one file a language."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

Language = Literal["en", "zh"]

_WORDS = Path(__file__).parent / "words"


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A question in several wordings, with answers that fit."""

    subject: str
    ask: tuple[str, ...]
    answer: tuple[str, ...]


class Talk(msgspec.Struct, frozen=True, kw_only=True):
    """Something to talk about: how it begins and what others say to it."""

    open: tuple[str, ...]
    reply: tuple[str, ...]
    subject: str = "club"


class Ride(msgspec.Struct, frozen=True, kw_only=True):
    """What is said around the club's weekend outing."""

    announce: tuple[str, ...]
    join: tuple[str, ...]
    maybe: tuple[str, ...]
    photo: tuple[str, ...]
    after: tuple[str, ...]


class Spam(msgspec.Struct, frozen=True, kw_only=True):
    """What people come to spam with, and what they call themselves."""

    link: tuple[str, ...]
    scam: tuple[str, ...]
    flood: tuple[str, ...]
    names: tuple[str, ...]


class Phrases(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that can be said in a language."""

    club: str
    names: tuple[str, ...]
    given: tuple[str, ...]
    family: tuple[str, ...]
    morning: tuple[str, ...]
    night: tuple[str, ...]
    hello: tuple[str, ...]
    welcome: tuple[str, ...]
    thanks: tuple[str, ...]
    fixed: tuple[str, ...]
    follow: tuple[str, ...]
    detail: tuple[str, ...]
    nod: tuple[str, ...]
    later: tuple[str, ...]
    laugh: tuple[str, ...]
    subjects: dict[str, str]
    week: dict[str, str]
    slots: dict[str, tuple[str, ...]]
    question: tuple[Question, ...]
    talk: tuple[Talk, ...]
    snap: Talk
    spin: Talk
    report: Talk
    ride: Ride
    spam: Spam


@cache
def phrases(language: Language) -> Phrases:
    """The words of a language."""
    text = (_WORDS / f"{language}.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Phrases)
