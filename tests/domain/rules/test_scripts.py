import pytest
from pydantic import ValidationError

from domain.rules.judgement import Scene
from domain.rules.scripts import ScriptsSettings, check
from tests.domain.rules.scenes import said

NO_CYRILLIC = ScriptsSettings(mode="on", scripts=("cyrillic", "arabic"))
CHINESE_ONLY = ScriptsSettings(mode="on", way="only", scripts=("han",))


@pytest.mark.parametrize(
    ("text", "is_hit"),
    [
        ("Привет всем", True),
        ("مرحبا بكم", True),
        ("hello привет всем друзья", True),
        ("the word мир means peace, as everybody knows", False),
        ("hello", False),
        ("你好世界你好世界", False),
        ("12345 !!! 😀😀😀😀😀😀", False),
        ("", False),
    ],
)
def test_enough_of_an_unwanted_script_is_too_much(text: str, *, is_hit: bool) -> None:
    assert (check(said(text), Scene(), NO_CYRILLIC) is not None) is is_hit


@pytest.mark.parametrize(
    ("text", "is_hit"),
    [
        ("大家早上好", False),
        ("今天买了iPhone很好用", False),
        ("good morning everybody", True),
        ("𝐠𝐨𝐨𝐝 𝐦𝐨𝐫𝐧𝐢𝐧𝐠", True),
        ("добрый день", True),
        ("OK 好", False),
        ("1234567890", False),
    ],
)
def test_other_scripts_than_the_only_ones_are_too_much(text: str, *, is_hit: bool) -> None:
    assert (check(said(text), Scene(), CHINESE_ONLY) is not None) is is_hit


@pytest.mark.parametrize("way", ["unwanted", "only"])
def test_an_empty_list_judges_nothing(way: str) -> None:
    settings = ScriptsSettings.model_validate({"mode": "on", "way": way})
    assert check(said("Привет всем"), Scene(), settings) is None


def test_a_script_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValidationError, match="none of"):
        ScriptsSettings(scripts=("klingon",))
