import io
import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.life.cursor import Cursor, DocumentError

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


class Drip:
    """A stream that gives few bytes at a time, however many are asked for."""

    def __init__(self, raw: bytes, step: int) -> None:
        self._pieces = iter([raw[at : at + step] for at in range(0, len(raw), step)])

    def read(self, _size: int, /) -> bytes:
        return next(self._pieces, b"")


@given(value=JSON, step=st.integers(1, 9))
def test_any_value_is_read_however_it_is_cut(value: object, step: int) -> None:
    raw = json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")

    assert Cursor(Drip(raw, step)).value() == json.loads(raw.decode("utf-8", "replace"))


@given(values=st.lists(JSON, max_size=5), step=st.integers(1, 9))
def test_elements_are_read_one_by_one(values: list[object], step: int) -> None:
    raw = json.dumps(values, ensure_ascii=True, indent=1).encode()
    cursor = Cursor(Drip(raw, step))

    assert [cursor.value() for _ in cursor.elements()] == json.loads(raw)


@pytest.mark.parametrize("step", [1, 2, 3, 5, 1000])
@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (rb'"a\x0Bb"', "a\x0bb"),
        (rb'"a\\x0Bb"', r"a\x0Bb"),
        (rb'"\\\x1F"', "\\\x1f"),
        (rb'"\\\\x0B\x0b\n"', "\\\\x0B\x0b\n"),
        (b'"raw \x0b inside"', "raw \x0b inside"),
    ],
)
def test_control_characters_are_read_as_desktop_writes_them(raw: bytes, expected: str, step: int) -> None:
    assert Cursor(Drip(raw, step)).value() == expected


def test_a_value_larger_than_a_chunk_is_read() -> None:
    text = "long " * 1_000_000

    assert Cursor(io.BytesIO(json.dumps(text).encode())).value() == text


@pytest.mark.parametrize("raw", [b'{"a": [1, 2', b'{"a": "unended', b'{"a" 1}', b"[1 2]", b""])
def test_a_broken_document_says_where(raw: bytes) -> None:
    cursor = Cursor(io.BytesIO(raw))

    with pytest.raises(DocumentError, match="near byte"):
        cursor.value()


def test_a_broken_packed_file_says_where() -> None:
    class Broken:
        def read(self, _size: int, /) -> bytes:
            raise zlib.error("invalid block")

    with pytest.raises(DocumentError, match="packed file"):
        Cursor(Broken()).value()
