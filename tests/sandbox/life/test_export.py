from pathlib import Path

import pytest

from sandbox.life.export import DocumentError, Head, chats
from sandbox.payload import Json
from tests.sandbox.life.exports import chat, said, written


def _full(*listed: Json) -> Json:
    return {
        "about": "everything",
        "contacts": {"list": [{"user_id": 1, "first_name": "Mei"}]},
        "chats": {"about": "chats", "list": list(listed)},
    }


@pytest.mark.parametrize("packed", [False, True])
def test_a_single_chat_is_read(tmp_path: Path, packed: bool) -> None:  # noqa: FBT001 - both kinds of file
    path = written(tmp_path, chat(said(1), said(2)), packed=packed)

    found = [(head, [record["id"] for record in records]) for head, records in chats(path)]

    assert found == [(Head(name="Club", kind="private_supergroup", id=77), [1, 2])]


def test_every_chat_of_a_full_export_is_read(tmp_path: Path) -> None:
    export = _full(chat(said(1), number=1), chat(number=2), chat(said(3), said(4), number=3))
    del export["contacts"]

    found = [(head.id, head.listed, len(list(records))) for head, records in chats(written(tmp_path, export))]

    assert found == [(1, True, 1), (2, True, 0), (3, True, 2)]


def test_records_left_unread_are_passed_over(tmp_path: Path) -> None:
    path = written(tmp_path, _full(chat(said(1), said(2), number=1), chat(said(3), number=2)))

    assert [head.id for head, _ in chats(path)] == [1, 2]


def test_a_cut_off_file_gives_what_it_has_and_says_so(tmp_path: Path) -> None:
    path = written(tmp_path, chat(said(1), said(2)))
    path.write_bytes(path.read_bytes()[:-40])
    found = chats(path)
    _, records = next(found)

    assert next(records)["id"] == 1
    with pytest.raises(DocumentError, match="cut off"):
        list(records)


def test_a_file_without_chats_has_none(tmp_path: Path) -> None:
    assert list(chats(written(tmp_path, {"about": "nothing"}))) == []
