"""A seeded export in Telegram Desktop's shape, for machines that have no real one at hand."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MESSAGES = 50_000
PEOPLE = 300
BEGINNING = 1_750_000_000
WORDS = ("bike", "ride", "photo", "when", "where", "light", "rain", "chain", "coffee", "sunday", "lake", "thanks")


def write(path: Path, *, seed: int = 1) -> Path:
    """Write an export of one supergroup."""
    chance = random.Random(seed)
    at = BEGINNING
    entries = []
    for number in range(1, MESSAGES + 1):
        at += chance.randint(5, 120)
        person = int(PEOPLE * chance.random() ** 2) + 1
        text = " ".join(chance.choices(WORDS, k=chance.randint(2, 25))) + chance.choice(("", "", "?"))
        entry = {
            "id": number,
            "type": "message",
            "date": "2025-06-15T00:00:00",
            "date_unixtime": str(at),
            "from": f"Member {person}",
            "from_id": f"user{person}",
            "text": text,
            "text_entities": [{"type": "plain", "text": text}],
        }
        if number > 50 and chance.random() < 0.4:
            entry["reply_to_message_id"] = number - chance.randint(1, 50)
        entries.append(entry)
    export = {"name": "Bench", "type": "private_supergroup", "id": 1000041877, "messages": entries}
    path.write_text(json.dumps(export), "utf-8")
    return path
