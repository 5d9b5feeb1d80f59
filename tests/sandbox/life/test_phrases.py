import re

import pytest

from sandbox.life.phrases import Language, Phrases, phrases

_SLOT = re.compile(r"\{(\w+)\}")
_GIVEN = {"me", "you", "day"}


def _everything(words: Phrases) -> list[str]:
    lines = [*words.morning, *words.night, *words.hello, *words.welcome, *words.thanks, *words.fixed]
    lines += [*words.follow, *words.detail, *words.nod, *words.later, *words.laugh]
    for question in words.question:
        lines += [*question.ask, *question.answer]
    for talk in (*words.talk, words.snap, words.spin, words.report):
        lines += [*talk.open, *talk.reply]
    ride, spam = words.ride, words.spam
    return [*lines, *ride.announce, *ride.join, *ride.maybe, *ride.photo, *ride.after, *spam.link, *spam.scam]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_language_has_a_few_hundred_different_phrases(language: Language) -> None:
    assert len(set(_everything(phrases(language)))) > 350


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_slot_can_be_filled(language: Language) -> None:
    words = phrases(language)
    used = {slot.lower() for line in _everything(words) for slot in _SLOT.findall(line)}

    assert used <= set(words.slots) | _GIVEN


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_subject_has_a_topic(language: Language) -> None:
    words = phrases(language)
    subjects = {item.subject for item in words.question} | {item.subject for item in words.talk}

    assert subjects <= set(words.subjects)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_follow_up_has_its_answer(language: Language) -> None:
    words = phrases(language)

    assert len(words.follow) == len(words.detail)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nobody_is_called_like_somebody_else(language: Language) -> None:
    names = phrases(language).names

    assert len(names) == len(set(names)) > 90
