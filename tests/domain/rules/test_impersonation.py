import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from domain.rules.impersonation import ImpersonationSettings, check, impersonates
from domain.rules.judgement import Scene, Staff
from tests.domain.rules.scenes import said

RULE = ImpersonationSettings(mode="on")
STAFF = (
    Staff(user_id=1, name="Ada Lovelace", username="ada_lovelace"),
    Staff(user_id=2, name="Alexander", username="alexander"),
    Staff(user_id=3, name="群主 欧阳小明"),
    Staff(user_id=4, name="Christopher Lee", username="chrislee"),
    Staff(user_id=5, name="小李"),
)


@pytest.mark.parametrize(
    ("name", "username", "double"),
    [
        ("Ada Lovelace", "", 1),
        ("ADA  LOVELACE ✅", "somebody", 1),
        ("Lovelace Ada", "", 1),
        ("Ada Lovelace | Admin", "", 1),
        ("Official Ada Lovelace", "", 1),
        ("Ａｄａ Ｌｏｖｅｌａｃｅ", "", 1),
        ("Ada\u200b Love\u200blace", "", 1),
        ("Ada Lovelaces", "", 1),
        ("Ada Lоvеlасе", "", 1),
        ("Ada L0ve1ace", "", 1),
        ("欧阳小明", "", 3),
        ("客服欧阳小明", "", 3),
        ("Bob", "ada_1ovelace", 1),
        ("Bob", "adalovelace", 1),
        ("Bob", "a1exander", 2),
        ("Alexander", "alexander7", 2),
    ],
)
def test_a_double_of_the_staff_is_noticed(name: str, username: str, double: int) -> None:
    found = impersonates(name, username, STAFF, RULE)
    assert found is not None
    assert found.user_id == double


@pytest.mark.parametrize(
    ("name", "username"),
    [
        ("Ada", ""),
        ("Ada Byron", ""),
        ("Ada Lovelock", ""),
        ("Alexander", "sasha"),
        ("Alexander", ""),
        ("Alexander Smith", ""),
        ("Bob", "alexander7"),
        ("Christopher Leo", ""),
        ("Christopher Long", "chris_long"),
        ("小李", ""),
        ("小明", ""),
        ("Admin", ""),
        ("😀", ""),
        ("", ""),
    ],
)
def test_who_only_shares_a_first_name_is_left_alone(name: str, username: str) -> None:
    assert impersonates(name, username, STAFF, RULE) is None


@pytest.mark.parametrize(
    ("bio", "is_double"),
    [
        ("Official support, second account of @ada_lovelace", True),
        ("Ada Lovelace, admin", True),
        ("I met Ada Lovelace once", False),
        ("support your local library", False),
    ],
)
def test_a_bio_that_claims_an_office_counts(bio: str, *, is_double: bool) -> None:
    assert (impersonates("Bob", "bob", STAFF, RULE, bio=bio) is not None) is is_double


def test_a_double_who_writes_is_a_hit_that_names_the_original() -> None:
    hit = check(replace(said("hi"), sender_name="Ada Lovelace"), Scene(staff=STAFF), RULE)
    assert hit is not None
    assert hit.because.values["name"] == "Ada Lovelace"


@given(st.sampled_from(STAFF))
def test_staff_are_nobodys_doubles(one: Staff) -> None:
    message = replace(said("hi"), sender_id=one.user_id, sender_name=one.name, sender_username=one.username)
    assert check(message, Scene(staff=STAFF), RULE) is None


def test_where_nobody_is_known_to_run_the_chat_nobody_is_a_double() -> None:
    assert check(replace(said("hi"), sender_name="Ada Lovelace"), Scene(), RULE) is None


@given(st.text(max_size=40), st.text(max_size=20))
def test_any_name_can_be_judged(name: str, username: str) -> None:
    found = impersonates(name, username, STAFF, RULE)
    assert found is None or found in STAFF
