import pytest

from sandbox.pages.events import Face
from sandbox.pages.faces import color, initials


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mei Chen", "MC"),
        ("Tom", "T"),
        ("Tess van Dijk", "TD"),
        ("林小北", "林"),
        ("Tom ☕", "T"),
        ("☕", "☕"),
        ("", ""),
    ],
)
def test_initials_stand_for_a_name(name: str, expected: str) -> None:
    assert initials(name) == expected


def test_a_colour_that_is_none_is_not_used() -> None:
    assert color(Face(id=0, name="", color="#fff;x")) == "#e17076"
    assert color(Face(id=0, name="", color="#7bc862")) == "#7bc862"
