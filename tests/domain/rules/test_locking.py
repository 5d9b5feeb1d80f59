import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rules.actions import PRESETS, BadActionError
from domain.rules.kinds import KINDS
from domain.rules.locking import BadLockError, Lock, read_locks


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("url", ("url",)),
        ("URL Stickers, voice", ("url", "sticker", "voice")),
        ("sticker {del}", ("sticker {delete}",)),
        ("voice {tmute 1h} ### no voice   here", ("voice {mute 1h} ### no voice here",)),
        ("url sticker {ban 7d} ### ads", ("url {ban 1w} ### ads", "sticker {ban 1w} ### ads")),
        ("{warn} photo", ("photo {warn}",)),
        ("url ### why {not}", ("url ### why {not}",)),
        ("链接、贴纸", ("url", "sticker")),
        ("url url", ("url",)),
        ("url ###", ("url",)),
    ],
)
def test_locks_are_read_from_a_line(text: str, written: tuple[str, ...]) -> None:
    assert tuple(lock.written for lock in read_locks(text)) == written


@pytest.mark.parametrize(
    ("text", "fault", "word"),
    [
        ("", "empty", ""),
        ("{ban}", "empty", "{ban}"),
        ("### why", "empty", "### why"),
        ("pigeons", "kind", "pigeons"),
        ("url {ban", "braces", "url {ban"),
        ("url {ban} {mute}", "braces", "url {ban} {mute}"),
        ("url ### " + "x" * 201, "long", "x" * 201),
    ],
)
def test_what_is_no_lock_is_refused_with_the_reason(text: str, fault: str, word: str) -> None:
    with pytest.raises(BadLockError) as caught:
        read_locks(text)
    assert (caught.value.fault, caught.value.word) == (fault, word)


def test_what_is_no_action_is_refused() -> None:
    with pytest.raises(BadActionError):
        read_locks("url {dance}")


WORDS = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=12).filter(lambda text: "#" not in text)


@given(st.sampled_from(KINDS), st.none() | st.sampled_from(PRESETS), st.lists(WORDS, max_size=5).map(" ".join))
def test_a_lock_reads_as_it_is_written(kind: str, action: str | None, reason: str) -> None:
    lock = Lock(kind=kind, action=action, reason=reason)
    assert read_locks(lock.written) == (lock,)
