"""Ten thousand joins within a minute in one group: how soon it is closed, and what other groups notice of it."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

from benchmarks.latency import OWNER, RIGHTS, WORD
from benchmarks.processes import line_with, python, sandbox, steward

if TYPE_CHECKING:
    from collections.abc import Iterator

RAIDED, OTHER, MEMBER = -1001000000001, -1001000000002, 1000
FIRST = 100_000
JOINS, SECONDS, STEP_SECONDS = 10_000, 60, 0.5
AT_ONCE = round(JOINS / SECONDS * STEP_SECONDS)


def community() -> Iterator[dict[str, object]]:
    """Two groups, the bot an administrator in both."""
    yield {"act": "Meet", "person_id": OWNER, "first_name": "Olga"}
    yield {"act": "Meet", "person_id": MEMBER, "first_name": "Ann"}
    for chat_id in (RAIDED, OTHER):
        yield {"act": "OpenChat", "chat_id": chat_id, "title": "Bench", "creator_id": OWNER}
        yield {"act": "AddBot", "chat_id": chat_id, "by_id": OWNER, "administrator": RIGHTS}
    yield {"act": "Join", "chat_id": OTHER, "person_id": MEMBER}
    yield say(OWNER, f"/addblocklist {WORD}")
    yield say(OWNER, "/set rules.blocklist.action delete")
    yield say(OWNER, "/set rules.flood.mode off")


def say(person_id: int, text: str) -> dict[str, object]:
    """Somebody writes in the group that is not raided."""
    return {"act": "Say", "chat_id": OTHER, "person_id": person_id, "text": text}


def storm(http: httpx.Client) -> dict[int, float]:
    """People come in steadily, and one message elsewhere breaks a rule each time; these with their times."""
    sent: dict[int, float] = {}
    began = time.perf_counter()
    for number in range(int(SECONDS / STEP_SECONDS)):
        time.sleep(max(0.0, began + number * STEP_SECONDS - time.perf_counter()))
        first = FIRST + number * AT_ONCE
        at = time.time()
        raid = {"act": "Raid", "chat_id": RAIDED, "count": AT_ONCE, "first_id": first}
        outcomes = http.post("/sandbox/acts", json=[raid, say(MEMBER, f"{number} {WORD}")]).json()
        sent[outcomes[1]["message_id"]] = at
    return sent


def closed_after(http: httpx.Client, began: float) -> float:
    """Seconds from the first join to the call that closed the group."""
    calls = http.get("/sandbox/calls").json()
    return min(float(call["at"]) for call in calls if call["method"] == "setChatPermissions") - began


def deletions(http: httpx.Client) -> dict[int, float]:
    """Messages of the other group with the time the call came that deletes them."""
    calls = http.get("/sandbox/calls").json()
    found = [call for call in calls if call["method"] == "deleteMessage" and call["params"]["chat_id"] == OTHER]
    return {call["params"]["message_id"]: call["at"] for call in found}


def report() -> None:
    """The storm, then the seconds until everything was taken."""
    with tempfile.TemporaryDirectory() as folder, sandbox() as address:
        environment = steward(Path(folder) / "steward.db", address)
        with (
            httpx.Client(base_url=address, trust_env=False, timeout=60) as http,
            python("-m", "bot", "run", **environment) as process,
        ):
            line_with(process, "ready to poll")
            http.post("/sandbox/acts", json=list(community()))
            time.sleep(3)
            began = time.time()
            sent = storm(http)
            ended = time.time()
            while http.get("/sandbox/state").json()["pending_update_count"]:
                time.sleep(0.1)
            behind = time.time() - ended
            time.sleep(5)
            closed, deleted = closed_after(http, began), deletions(http)
    taken = [(deleted[number] - at) * 1000 for number, at in sent.items() if number in deleted]
    cuts = statistics.quantiles(taken, n=100)
    print(
        f"{AT_ONCE * len(sent)} joins in {ended - began:.0f} s: closed after {closed:.1f} s, all taken {behind:.1f} s "
        f"after the last; elsewhere {len(taken)}/{len(sent)} violations deleted, median "
        f"{statistics.median(taken):.0f} ms, p99 {cuts[98]:.0f} ms, worst {max(taken):.0f} ms"
    )
