from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import json_stream
from bot.json_stream import Damaged, JsonStream

if TYPE_CHECKING:
    from collections.abc import Callable

DOCUMENT = (
    '{"name": "Club 俱乐部 🚴", "n": -12.5e1, "list": [1, {"a": "x\\u00e9\\n\\"y"}, [], {}, "\\x0B\\\\x0B"], "t": true}'
)
VALUE = {
    "name": "Club 俱乐部 🚴",
    "n": -125.0,
    "list": [1, {"a": 'xé\n"y'}, [], {}, "\x0b\\x0B"],
    "t": True,
}


class Slowly(io.BytesIO):
    """Gives a few bytes at a time, whatever is asked for."""

    def __init__(self, raw: bytes, step: int) -> None:
        super().__init__(raw)
        self._step = step

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(size or self._step, self._step))


def read_whole(stream: JsonStream) -> object:
    value = stream.value()
    stream.finish()
    return value


def read_in_pieces(stream: JsonStream) -> object:
    found: dict[str, object] = {}
    for key in stream.members():
        found[key] = [stream.value() for _ in stream.items()] if key == "list" else stream.value()
    stream.finish()
    return found


@pytest.mark.parametrize("step", [1, 2, 3, 5, 7, 64, 10_000])
@pytest.mark.parametrize("read", [read_whole, read_in_pieces])
def test_a_document_is_read_however_its_bytes_come(read: Callable[[JsonStream], object], step: int) -> None:
    assert read(JsonStream(Slowly(DOCUMENT.encode(), step))) == VALUE


@pytest.mark.parametrize("step", [3, 10_000])
def test_cut_off_anywhere_the_end_is_told(step: int) -> None:
    raw = DOCUMENT.encode()
    for cut in range(len(raw)):
        with pytest.raises(Damaged, match="the file ends early") as caught:
            read_in_pieces(JsonStream(Slowly(raw[:cut], step)))
        assert caught.value.offset == cut


@pytest.mark.parametrize("step", [3, 10_000])
@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (b'{"list": [1, 2, 3 4, 5, 6, 7, 8, 9, 10]}', b"4,"),
        (b'{"list": [1, "a", <html>, "a long text that follows"]}', b"<html>"),
        (b'{"list": [{"a" 1}, "a long text that follows it"]}', b"1}"),
        (b'{"a": 1} and then something', b"and"),
        ('{"名": "\\x0B\\x0B", "list": [2, "字", ?, "a long text that follows it"]}'.encode(), b"?"),
        (b'{"a": "a raw \x07 control character, never written so"}', b"\x07"),
        ('{"a": "文字"'.encode() + b'\xff, "b": 1}', b"\xff"),
        (b'{"a": "' + "文".encode() + b'\xe6\x96"}', b'\xe6\x96"'),
        (b"[1]", b"["),
        (b'{1: 2, "and": "so on, at some length"}', b": 2"),
    ],
)
def test_damage_is_told_with_its_byte(raw: bytes, place: bytes, step: int) -> None:
    with pytest.raises(Damaged) as caught:
        read_in_pieces(JsonStream(Slowly(raw, step)))
    assert caught.value.offset == raw.index(place)


def test_a_value_without_end_is_not_read_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "LARGEST_VALUE", 1000)
    endless = Slowly(b'["' + b"a" * 100_000, 100)
    stream = JsonStream(endless)
    with pytest.raises(Damaged, match=r"this is no JSON at byte 1$"):
        next(stream.value() for _ in stream.items())
    assert endless.tell() < 10_000


def test_what_is_nested_too_deeply_is_damage() -> None:
    with pytest.raises(Damaged, match="nested too deeply"):
        JsonStream(io.BytesIO(b"[" * 100_000)).value()


def test_a_byte_order_mark_is_passed_over() -> None:
    stream = JsonStream(io.BytesIO(b"\xef\xbb\xbf[1, 2]"))
    assert stream.value() == [1, 2]
    assert stream.offset == 9


def test_the_offset_is_where_the_next_value_begins() -> None:
    raw = '["é", "\\x0B", "🚴", 1]'.encode()
    stream = JsonStream(Slowly(raw, 2))
    places = []
    for _ in stream.items():
        stream.value()
        places.append(stream.offset)
    assert places == [raw.index(mark) for mark in (b', "\\', ', "🚴'.encode(), b", 1", b"]")]


@given(value=st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists), step=st.integers(1, 9))
def test_whatever_is_written_is_read_again(value: object, step: int) -> None:
    raw = json.dumps(value, ensure_ascii=False).encode("utf-8", "ignore")
    assert JsonStream(Slowly(raw, step)).value() == json.loads(raw)
