import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.confusables import TO_CYRILLIC, TO_GREEK, TO_LATIN, skeleton
from domain.normalization import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Admin", "Аdmіn"),
        ("Admin", "ΑDMIN"),
        ("paypal", "раураӏ"),
        ("Support", "Supp0rt"),
        ("Helpdesk", "He1pdesk"),
        ("Olga", "Օlgа"),
        ("star", "ꮪtar"),
        ("Free", "🅵ʀeE"),
    ],
)
def test_names_that_look_alike_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), [("Anna", "Inna"), ("Admin", "Adam"), ("小王", "小李")])
def test_names_that_differ_keep_their_own(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@given(st.text(max_size=60))
def test_a_skeleton_has_no_other_skeleton(text: str) -> None:
    assert skeleton(skeleton(text)) == skeleton(text)


@given(st.text(max_size=60))
def test_folding_first_changes_no_skeleton_of_folded_text(text: str) -> None:
    assert skeleton(fold(text)) == skeleton(fold(fold(text)))


@pytest.mark.parametrize(("table", "target"), [(TO_LATIN, "LATIN"), (TO_CYRILLIC, "CYRILLIC"), (TO_GREEK, "GREEK")])
def test_a_table_leads_into_one_script(table: dict[int, str | int], target: str) -> None:
    blocks = {"LATIN": range(0x80), "CYRILLIC": range(0x400, 0x530), "GREEK": range(0x370, 0x400)}
    assert {(ord(one) if isinstance(one, str) else one) in blocks[target] for one in table.values()} == {True}
