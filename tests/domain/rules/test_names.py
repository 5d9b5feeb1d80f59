import pytest

from domain.rules.names import is_named, names


def test_names_and_ids_are_kept_once_in_one_form() -> None:
    written = ("@Our_Club", "our_club", "https://t.me/our_club/", "-1001234567", "42")
    assert names(written) == ("our_club", "-1001234567", "42")


@pytest.mark.parametrize("written", ["", "@", "our club", "example.org", "名字", "@ab", "t.me/+AbCdEf"])
def test_what_is_neither_a_name_nor_an_id_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="neither"):
        names((written,))


@pytest.mark.parametrize(
    ("username", "chat_id", "expected"),
    [("our_club", None, True), ("", -1001, True), ("other", -1002, False), ("", None, False)],
)
def test_a_list_knows_by_name_and_by_id(username: str, chat_id: int | None, *, expected: bool) -> None:
    assert is_named(("our_club", "-1001"), username=username, chat_id=chat_id) is expected
