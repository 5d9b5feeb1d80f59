from collections.abc import Iterator

import pytest

from sandbox.life.export import DocumentError
from sandbox.life.source import AheadSource


async def _pulled(source: AheadSource, limit: int) -> list[list[bytes]]:
    batches = []
    while batch := await source.pull(limit):
        batches.append(batch)
    return batches


async def test_everything_is_given_in_order() -> None:
    made = [str(number).encode() for number in range(5_000)]

    batches = await _pulled(AheadSource(iter(made)), 97)

    assert [one for batch in batches for one in batch] == made
    assert max(map(len, batches)) <= 97


async def test_the_end_is_the_end() -> None:
    source = AheadSource(iter([b"1"]))

    assert await source.pull(10) == [b"1"]
    assert [await source.pull(10), await source.pull(10)] == [[], []]


async def test_what_the_iterator_raises_is_raised_after_what_it_gave() -> None:
    def broken() -> Iterator[bytes]:
        yield from [b"1"] * 500
        raise DocumentError("cut off")

    source = AheadSource(broken())

    assert len(await source.pull(1000)) == 500
    with pytest.raises(DocumentError, match="cut off"):
        await source.pull(1)


async def test_a_closed_source_ends_its_thread() -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield b"1"

    source = AheadSource(endless())
    assert await source.pull(1) == [b"1"]
    source.close()

    async def drain() -> int:
        return sum([len(batch) for batch in await _pulled(source, 500)])

    assert await drain() > 0
