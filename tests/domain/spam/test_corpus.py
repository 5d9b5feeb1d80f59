"""What ships is reviewed as data: enough of each kind, nothing twice, nobody's address or number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from domain.spam.corpus import read_messages
from services.spam import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

CORPUS = FOLDER / "corpus"
FILES = sorted(CORPUS.glob("*.txt"))
LEAST = {"zh-spam": 150, "zh-ham": 300, "en-spam": 150, "en-ham": 300, "ru-spam": 80, "ru-ham": 150}
HOST = re.compile(r"(?:https?://)([^\s/，。,]+)")
INVENTED = re.compile(r".*\.(?:example|example\.(?:com|org|net|edu|app))|example\.(?:com|org|net|edu|app)")
NAME = re.compile(r"(?<![\w.])@([A-Za-z0-9_]{4,})")
NOBODY = frozenset({"admin"})
# A telephone number has so many digits, together or set apart.
TELEPHONE = re.compile(r"\d(?:[\d\-() ]*\d){8,}")
LANGUAGES = ("zh", "en", "ru")


def messages(name: str) -> list[str]:
    return read_messages((CORPUS / f"{name}.txt").read_text(encoding="utf-8"))


def folded(message: str) -> str:
    return "".join(letter for letter in message.lower() if letter.isalnum())


@pytest.mark.parametrize(("name", "least"), LEAST.items())
def test_there_is_enough_of_each_kind(name: str, least: int) -> None:
    assert len(messages(name)) >= least


def test_every_corpus_is_one_of_these() -> None:
    assert sorted(path.stem for path in FILES) == sorted(LEAST)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_header_says_who_wrote_it_and_under_which_licence(path: Path) -> None:
    header = [line for line in path.read_text(encoding="utf-8").splitlines()[:5] if line.startswith("#")]
    assert "Hand-written for Steward" in " ".join(header)
    assert "MIT" in " ".join(header)
    assert "Reviewed as data" in " ".join(header)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_there_twice(language: str) -> None:
    every = [folded(message) or message for kind in ("spam", "ham") for message in messages(f"{language}-{kind}")]
    assert sorted(one for one in set(every) if every.count(one) > 1) == []


@pytest.mark.parametrize("name", LEAST)
def test_addresses_are_invented(name: str) -> None:
    hosts = {host for message in messages(name) for host in HOST.findall(message)}
    assert sorted(host for host in hosts if not INVENTED.fullmatch(host)) == []


@pytest.mark.parametrize("name", LEAST)
def test_names_are_invented(name: str) -> None:
    names = {found for message in messages(name) for found in NAME.findall(message)} - NOBODY
    assert sorted(one for one in names if "example" not in one) == []


@pytest.mark.parametrize("name", LEAST)
def test_invitations_are_invented(name: str) -> None:
    links = [link for message in messages(name) for link in re.findall(r"t\.me/(\S+)", message)]
    assert [link for link in links if "Example" not in link] == []


@pytest.mark.parametrize("name", LEAST)
def test_nobody_can_be_called(name: str) -> None:
    assert [message for message in messages(name) if TELEPHONE.search(message)] == []


def test_line_breaks_within_a_message_are_kept() -> None:
    assert read_messages("# header\n\none\\ntwo\nthree\n") == ["one\ntwo", "three"]


def test_every_word_has_one_subject() -> None:
    lines = (FOLDER / "subjects.txt").read_text(encoding="utf-8").splitlines()
    entries = [entry for line in lines if not line.startswith("#") for entry in line.partition(":")[2].split()]
    assert sorted(entry for entry in set(entries) if entries.count(entry) > 1) == []
