from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Message, MessageEntity, User

from handlers.reading import Reader
from tests.handlers.scene import MEMBER, NOW

USER = User(id=MEMBER, first_name="Max", is_bot=False)


def all_words(reader: Reader) -> list[str]:
    words = []
    while word := reader.peek():
        words.append(reader.take(word))
    return words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("one two", ["one", "two"]),
        ("  one\n\ttwo ", ["one", "two"]),
        ('"0 20 * * 5" text', ["0 20 * * 5", "text"]),
        ("“two words” rest", ["two words", "rest"]),
        ("「两个 词」 后面", ["两个 词", "后面"]),
        ('"never closed', ['"never', "closed"]),
        ('say "this', ["say", '"this']),
        ("", []),
    ],
)
def test_words_are_taken_one_by_one(text: str, words: list[str]) -> None:
    assert all_words(Reader(text)) == words


def test_the_rest_keeps_its_line_breaks() -> None:
    reader = Reader('first "second"\n\n third  ')
    word = reader.peek()
    assert word is not None
    reader.take(word)
    assert (reader.rest(), reader.peek()) == ('"second"\n\n third', None)


def message(text: str, *entities: MessageEntity) -> Message:
    from telegram import Chat

    return Message(message_id=1, date=NOW, chat=Chat(id=-1, type="supergroup"), text=text, entities=entities)


@pytest.mark.parametrize(("text", "rest"), [("/mute@steward_bot  a b", "a b"), ("/mute\na", "a"), ("/mute", "")])
def test_reading_begins_after_the_command(text: str, rest: str) -> None:
    assert Reader.after_command(message(text)).rest() == rest


def test_a_mention_is_one_word_even_after_letters_of_two_units() -> None:
    text = "/warn 😀 Max 王 spam"
    mention = MessageEntity(type="text_mention", offset=9, length=5, user=USER)
    reader = Reader.after_command(message(text, mention))
    smile = reader.peek()
    assert smile is not None
    reader.take(smile)
    word = reader.peek()
    assert word is not None
    assert (word.text, word.user) == ("Max 王", USER)
    reader.take(word)
    assert reader.rest() == "spam"


@given(st.text(max_size=80))
def test_reading_always_ends(text: str) -> None:
    assert len(all_words(Reader(text))) <= len(text)
