import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.refusals import Refusal
from domain.rules.numbered import cited_number, read_rules


@pytest.mark.parametrize(
    "line",
    [
        "Be kind",
        "1. Be kind",
        "1) Be kind",
        "1、Be kind",
        "1．Be kind",
        "#1: Be kind",
        "(1) Be kind",
        "（一）Be kind",
        "一、Be kind",
        "第一条：Be kind",
        "第 1 条 Be kind",
        "① Be kind",
        "1\ufe0f\u20e3 Be kind",
        "- Be kind",
        "• Be kind",
        "1 Be kind",
        "  Be kind  ",
    ],
)
def test_numbering_is_taken_off(line: str) -> None:
    assert read_rules(line) == ("Be kind",)


@pytest.mark.parametrize("line", ["2 accounts at most", "3.5% is the fee", "10:30 is quiet time", "24/7 support"])
def test_a_number_that_belongs_to_the_rule_stays(line: str) -> None:
    assert read_rules(line) == (line,)


def test_each_line_is_a_rule_and_empty_lines_are_none() -> None:
    assert read_rules("1. Be kind\n\n2. No ads\n 3 No links\n") == ("Be kind", "No ads", "No links")


@pytest.mark.parametrize("text", ["", " \n ", "1.\n2."])
def test_no_rules_are_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_rules(text)
    assert refused.value.phrase.key == "rules-none-given"


@pytest.mark.parametrize("text", ["x\n" * 51, "x" * 501, "\n".join(["x" * 400] * 9)])
def test_too_much_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_rules(text)
    assert refused.value.phrase.key == "rules-too-long"


@given(st.lists(st.text(alphabet="abc 中文,", min_size=1, max_size=20).filter(str.strip), min_size=1, max_size=20))
def test_rules_written_with_numbers_are_read_as_those_without(rules: list[str]) -> None:
    numbered = "\n".join(f"{number}. {rule}" for number, rule in enumerate(rules, start=1))
    assert read_rules(numbered) == read_rules("\n".join(rules)) == tuple(rule.strip() for rule in rules)


@pytest.mark.parametrize(
    ("reason", "number"),
    [
        ("#3", 3),
        ("spam, #12 again", 12),
        ("rule 3", 3),
        ("Rule #3 please", 3),
        ("breaks rules 4", 4),
        ("违反第3条", 3),
        ("第 3 条", 3),
        ("群规2", 2),
        ("请看规则 #2", 2),
        ("（#2）", 2),
        ("", None),
        ("3 times", None),
        ("channel#3", None),
        ("#333", None),
        ("overrule 3", None),
    ],
)
def test_a_reason_may_cite_a_rule(reason: str, number: int | None) -> None:
    assert cited_number(reason) == number
