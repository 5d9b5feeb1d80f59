from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rules.regexes import (
    LARGEST_PROGRAM,
    MOST_WEIGHT,
    RegexError,
    RegexSet,
    beginnings_of,
    check_regex,
    compiled,
    fit_together,
    heaviest,
    weight,
)

EVIL = (
    ("(a+)+$", "a" * 4095 + "!", False),
    ("(a|aa)+$", "a" * 4095 + "!", False),
    ("(x+x+)+y", "x" * 4096, False),
    (r"\s+$", " " * 4095 + "x", False),
    ("([a-z]+)*[0-9]", "a" * 4096, False),
    ("^(([a-z])+.)+[A-Z]([a-z])+$", "a" * 4095 + "!", False),
    ("(.*)*(.*)*!", "a" * 4096, False),
    ("(a|a?)+b", "a" * 4096 + "b", True),
)


@pytest.mark.parametrize(("source", "text", "found"), EVIL)
def test_evil_patterns_have_small_programs_and_come_to_an_end(source: str, text: str, *, found: bool) -> None:
    assert compiled(check_regex(source)).programsize <= LARGEST_PROGRAM // 10
    assert weight(source) == 0
    assert (RegexSet([source]).find(text) is not None) is found


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("(?=a)b", "lookaround"),
        ("(?!a)b", "lookaround"),
        ("(?<=a)b", "lookaround"),
        ("(?<!a)b", "lookaround"),
        (r"(a)\1", "reference"),
        ("(?P<x>a)(?P=x)", "reference"),
        ("(a", "syntax"),
        ("[z-a]", "syntax"),
        ("a{2,1001}", "syntax"),
        ("a" * 257, "regex-long"),
        ("a*", "regex-empty"),
        ("^$|x", "regex-empty"),
        (".{0,200}x", "heavy"),
        ("x.{0,50}y.{0,50}z", "heavy"),
        (r"(\w{1,50}){1,20}x", "heavy"),
        ("(((a{1,9}){1,9}){1,9})", "heavy"),
        (r"\p{Han}{1,50}x", "heavy"),
    ],
)
def test_what_cannot_be_searched_for_quickly_is_refused(source: str, reason: str) -> None:
    with pytest.raises(RegexError) as caught:
        check_regex(source)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "source", ["free money", r"\bcasino\b", "加.{0,5}微信", r"\d{5,11}", "x.{0,40}y", r"(?i)FREE", r"\\1", "[(?=]x"]
)
def test_usual_patterns_are_taken(source: str) -> None:
    assert check_regex(source) == source


@pytest.mark.parametrize(
    ("source", "weighs"), [("abc", 0), (r"\d{2,5}", 0), ("a.*b", 0), ("[ab]{20}", 11), (".{0,40}x", 109)]
)
def test_long_counted_repeats_weigh(source: str, weighs: int) -> None:
    assert abs(weight(source) - weighs) <= 5


def test_a_list_is_bounded_in_number_and_weight() -> None:
    heavy = "x.{0,40}y"
    assert fit_together([f"a{number}" for number in range(200)])
    assert not fit_together([f"a{number}" for number in range(201)])
    assert not fit_together([heavy] * (MOST_WEIGHT // weight(heavy) + 1))


@pytest.mark.parametrize(
    ("source", "beginnings"),
    [
        ("money.{0,9}x", {"mon"}),
        (r"\bMoney", {"mon"}),
        ("加.{0,6}微信", {"加"}),
        ("(?:win|cash).{0,9}x", {"win", "cas"}),
        ("(win|cash)? now", set()),
        ("free.{0,9}(money|cash)", {"fre"}),
        ("free|.{0,9}x", set()),
        ("fr?ee", {"f"}),
        ("f?ree", set()),
        ("[fg]ree", set()),
        (".{0,9}x", set()),
        ("((a|b)c|d)e", set()),
    ],
)
def test_it_is_known_with_what_a_match_begins(source: str, beginnings: set[str]) -> None:
    assert beginnings_of(source) == beginnings


def test_only_what_can_begin_together_weighs_together() -> None:
    apart = [f"{one}{other}x.{{0,40}}y" for one in "abcdefghij" for other in "klmnopqrst"]
    assert heaviest(apart) == weight(apart[0])
    assert fit_together(apart)
    assert heaviest(["ab.{0,40}y", "abc.{0,40}y"]) == 2 * weight("ab.{0,40}y")


def test_the_first_in_their_order_is_found_with_its_words() -> None:
    assert RegexSet(["mon.y", "fre+", "x"]).find("freee money") == (0, "money")


def test_case_makes_no_difference() -> None:
    assert RegexSet(["FREE"]).find("free") == (0, "free")


def test_nothing_is_found_by_no_regexes() -> None:
    assert RegexSet([]).find("anything") is None


@given(
    st.lists(st.text(alphabet="ab.+[]()|c", min_size=1, max_size=8), max_size=6), st.text(alphabet="abc", max_size=20)
)
def test_a_set_finds_what_one_of_its_regexes_finds(sources: list[str], text: str) -> None:
    taken = []
    for source in sources:
        try:
            taken.append(check_regex(source))
        except RegexError:
            continue
    found = RegexSet(taken).find(text)
    alone = [place for place, source in enumerate(taken) if compiled(source).search(text)]
    assert (None if found is None else found[0]) == (alone[0] if alone else None)
