import pytest

from domain.spam.subjects import read_subjects

LIST = """# a comment
earning: profit* cash
earning: 月入 赚钱*
work: job 兼职
"""


@pytest.mark.parametrize(
    ("word", "subjects"),
    [("profits", {"earning"}), ("cash", {"earning"}), ("cashier", set()), ("job", {"work"}), ("jo", set())],
)
def test_words_are_about_what_the_list_says(word: str, subjects: set[str]) -> None:
    assert read_subjects(LIST).of_word(word) == subjects


@pytest.mark.parametrize(
    ("head", "subjects"), [("兼职", {"work"}), ("职月", set()), ("月入", {"earning"}), ("赚钱", set())]
)
def test_han_phrases_are_found_by_their_first_two_characters(head: str, subjects: set[str]) -> None:
    assert read_subjects(LIST).of_han("兼职月入过万", head) == subjects


def test_a_line_without_a_subject_is_refused() -> None:
    with pytest.raises(ValueError, match="no subject"):
        read_subjects("profit cash")
