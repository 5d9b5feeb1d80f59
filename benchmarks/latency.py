"""From a violation to the delete call, at 50 messages a second; and from the start to the first poll."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

import httpx

from benchmarks.processes import line_with, memory, python, sandbox, steward

CHAT = -1001000000001
OWNER, MEMBERS = 900, range(1000, 1040)
RIGHTS = ("can_delete_messages", "can_restrict_members")
SECONDS = 30
RATE = 50
EVERY = 10
WORD = "casino"


def community() -> list[dict[str, object]]:
    """A group with an owner, forty members and the bot as administrator."""
    return [
        {"act": "Meet", "person_id": OWNER, "first_name": "Olga"},
        *({"act": "Meet", "person_id": number, "first_name": f"Member {number}"} for number in MEMBERS),
        {"act": "OpenChat", "chat_id": CHAT, "title": "Bench", "creator_id": OWNER},
        *({"act": "Join", "chat_id": CHAT, "person_id": number} for number in MEMBERS),
        {"act": "AddBot", "chat_id": CHAT, "by_id": OWNER, "administrator": RIGHTS},
        say(OWNER, f"/addblocklist {WORD}"),
        say(OWNER, "/set rules.blocklist.action delete"),
        say(OWNER, "/set rules.flood.mode off"),
    ]


def say(person_id: int, text: str) -> dict[str, object]:
    """Somebody writes."""
    return {"act": "Say", "chat_id": CHAT, "person_id": person_id, "text": text}


def violations(http: httpx.Client) -> dict[int, float]:
    """Write steadily; every tenth message is a violation. Message ids with the time each was sent."""
    sent: dict[int, float] = {}
    began = time.perf_counter()
    for number in range(SECONDS * RATE):
        time.sleep(max(0.0, began + number / RATE - time.perf_counter()))
        is_bad = number % EVERY == 0
        text = f"come to my {WORD}" if is_bad else f"just talking, number {number}"
        at = time.time()
        outcome = http.post("/sandbox/acts", json=[say(MEMBERS[number % len(MEMBERS)], text)]).json()[0]
        if is_bad:
            sent[outcome["message_id"]] = at
    return sent


def deletions(http: httpx.Client) -> dict[int, float]:
    """Message ids with the time the delete call came."""
    deleted: dict[int, float] = {}
    for call in http.get("/sandbox/calls").json():
        if call["method"] == "deleteMessage":
            deleted.setdefault(call["params"]["message_id"], call["at"])
        if call["method"] == "deleteMessages":
            for message_id in call["params"]["message_ids"]:
                deleted.setdefault(message_id, call["at"])
    return deleted


def report() -> None:
    """Start-up, memory when idle, violation to delete."""
    with tempfile.TemporaryDirectory() as folder, sandbox() as address:
        environment = steward(Path(folder) / "steward.db", address)
        for attempt in ("first start (migrates)", "second start"):
            began = time.perf_counter()
            with python("-m", "bot", "run", **environment) as process:
                line_with(process, "ready to poll")
                ready = time.perf_counter() - began
                time.sleep(5)
                print(f"{attempt}: ready to poll after {ready:.2f} s, idle {memory(process, 'VmRSS'):.0f} MB")
        with (
            httpx.Client(base_url=address, trust_env=False) as http,
            python("-m", "bot", "run", **environment) as process,
        ):
            line_with(process, "ready to poll")
            http.post("/sandbox/acts", json=community())
            time.sleep(3)
            sent = violations(http)
            time.sleep(2)
            deleted = deletions(http)
    taken = [(deleted[number] - at) * 1000 for number, at in sent.items() if number in deleted]
    cuts = statistics.quantiles(taken, n=100)
    print(
        f"violation to delete at {RATE} messages/s: {len(taken)}/{len(sent)} deleted, "
        f"median {statistics.median(taken):.0f} ms, p99 {cuts[98]:.0f} ms, worst {max(taken):.0f} ms"
    )
