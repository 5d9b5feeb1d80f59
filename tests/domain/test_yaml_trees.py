from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.yaml_trees import MOST_BYTES, MOST_DEPTH, MOST_NODES, BadYamlError, Branch, Items, Scalar, read_tree

# Nine references to nine to nine …: a gigabyte when they are followed.
BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + step)}: &{chr(98 + step)} [{', '.join([f'*{chr(97 + step)}'] * 9)}]\n" for step in range(9)
)


def fault_of(text: str) -> tuple[str, int]:
    with pytest.raises(BadYamlError) as refused:
        read_tree(text)
    return refused.value.fault, refused.value.line


def test_a_tree_keeps_texts_as_they_were_written() -> None:
    tree = read_tree("mode: off\nat: 21:30\nlist: [yes, '1']\n")
    assert isinstance(tree, Branch)
    assert tree.items["mode"] == Scalar(text="off", line=1)
    assert tree.items["at"] == Scalar(text="21:30", line=2)
    assert tree.items["list"] == Items(
        items=(Scalar(text="yes", line=3), Scalar(text="1", line=3, quoted=True)), line=3
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: 1\nb: [", ("syntax", 3)),
        ("", ("syntax", 1)),
        ("a: 1\n---\nb: 1\n", ("syntax", 2)),
        ("a: 1\x00", ("syntax", 1)),
        ("a: 1\nb: &x 2\n", ("alias", 2)),
        ("a: *x\n", ("alias", 1)),
        ("a: !!python/object/apply:os.system [ls]\n", ("tag", 1)),
        ("a: 1\na: 2\n", ("twice", 2)),
        ("? [a]\n: 1\n", ("key", 1)),
        ("[" * (MOST_DEPTH + 1) + "]" * (MOST_DEPTH + 1), ("deep", 1)),
        ("[" * 100_000, ("syntax", 1)),
        ("x" * (MOST_BYTES + 1), ("long", 1)),
    ],
)
def test_what_is_not_taken_is_refused_with_its_line(text: str, fault: tuple[str, int]) -> None:
    assert fault_of(text) == fault


def test_too_many_values_are_refused() -> None:
    assert fault_of(f"[{'1,' * MOST_NODES}]")[0] == "long"


def test_a_bomb_of_references_is_refused_at_its_first_one() -> None:
    assert fault_of(BOMB) == ("alias", 1)


@settings(deadline=timedelta(seconds=2))
@given(st.text())
def test_no_text_does_anything_but_read_or_be_refused(text: str) -> None:
    try:
        line = read_tree(text).line
    except BadYamlError as error:
        line = error.line
    assert line >= 1
