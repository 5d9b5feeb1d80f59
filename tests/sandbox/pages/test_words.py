from string import Formatter

import pytest

from sandbox.pages.words import words


def _slots(phrase: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(phrase) if name}


def test_both_languages_have_the_same_words() -> None:
    english, chinese = words("en"), words("zh")

    assert english.phrases.keys() == chinese.phrases.keys()
    assert english.media.keys() == chinese.media.keys()
    assert english.page.keys() == chinese.page.keys()


@pytest.mark.parametrize("phrase", sorted(words("en").phrases.keys() - {"joined_many"}))
def test_a_phrase_has_the_same_values_in_both_languages(phrase: str) -> None:
    assert _slots(words("en").phrases[phrase]) == _slots(words("zh").phrases[phrase])
