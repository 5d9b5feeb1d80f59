"""Updates made ahead of need in a thread, so that the server never waits for a file."""

import asyncio
from collections import deque
from collections.abc import Iterator
from itertools import islice
from queue import Empty, Full, Queue
from threading import Event, Thread

_BATCH = 500
_BATCHES_AHEAD = 40
_PATIENCE = 0.2
_GLANCE = 0.002


class AheadSource:
    """Gives out what an iterator yields, in order; the iterator runs in a thread of its own."""

    def __init__(self, updates: Iterator[bytes]) -> None:
        self._batches: Queue[list[bytes]] = Queue(maxsize=_BATCHES_AHEAD)
        self._ready: deque[bytes] = deque()
        self._over = Event()
        self._closed = Event()
        self._failure: Exception | None = None
        Thread(target=self._run, args=(updates,), name="replay", daemon=True).start()

    async def pull(self, limit: int) -> list[bytes]:
        """At most `limit` updates, none only when all were given; raises what the iterator raised."""
        while not self._ready:
            # Read before the queue is looked at, so that a last batch cannot be missed.
            is_over = self._over.is_set()
            try:
                self._ready.extend(self._batches.get_nowait())
            except Empty:
                if is_over:
                    return self._end()
                await asyncio.sleep(_GLANCE)
        return [self._ready.popleft() for _ in range(min(limit, len(self._ready)))]

    def close(self) -> None:
        """Let the thread end; what was not pulled is lost."""
        self._closed.set()

    def _end(self) -> list[bytes]:
        if self._failure is not None:
            raise self._failure
        return []

    def _run(self, updates: Iterator[bytes]) -> None:
        try:
            while not self._closed.is_set() and (batch := list(islice(updates, _BATCH))):
                self._put(batch)
        except Exception as failure:  # noqa: BLE001 - raised again where the updates are pulled
            self._failure = failure
        finally:
            self._over.set()

    def _put(self, batch: list[bytes]) -> None:
        while not self._closed.is_set():
            try:
                self._batches.put(batch, timeout=_PATIENCE)
            except Full:
                continue
            return
