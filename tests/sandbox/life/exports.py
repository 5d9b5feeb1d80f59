"""Small exports written by hand, as Telegram Desktop writes them."""

import gzip
import json
from pathlib import Path

from sandbox.life.replay import replay
from sandbox.payload import Json

MINUTE = 60
START = 1_780_000_000
MEI = "user101"
TOM = "user102"
NAMES = {MEI: "Mei", TOM: "Tom O'Hara"}


def said(number: int, text: object = "hello", sender: str = MEI, **more: object) -> Json:
    """A message, a minute after the one before."""
    return {
        "id": number,
        "type": "message",
        "date": "2026-05-28T22:26:40",
        "date_unixtime": str(START + number * MINUTE),
        "from": NAMES.get(sender, sender),
        "from_id": sender,
        "text": text,
        **more,
    }


def happened(number: int, action: str, sender: str = MEI, **more: object) -> Json:
    """A service record."""
    return {
        "id": number,
        "type": "service",
        "date": "2026-05-28T22:26:40",
        "date_unixtime": str(START + number * MINUTE),
        "actor": NAMES.get(sender, sender),
        "actor_id": sender,
        "action": action,
        "text": "",
        **more,
    }


def chat(*messages: Json, kind: str = "private_supergroup", name: str = "Club", number: int = 77) -> Json:
    """The export of one chat."""
    return {"name": name, "type": kind, "id": number, "messages": list(messages)}


def written(folder: Path, export: Json, *, packed: bool = False) -> Path:
    """The export as a file."""
    raw = json.dumps(export, ensure_ascii=False, indent=1).encode()
    path = folder / ("result.json.gz" if packed else "result.json")
    path.write_bytes(gzip.compress(raw) if packed else raw)
    return path


def replayed(folder: Path, *messages: Json, kind: str = "private_supergroup") -> list[Json]:
    """The updates of a chat's export."""
    path = written(folder, chat(*messages, kind=kind))
    return [json.loads(raw) for raw in replay(path)]
