"""`make bench-spam`, or `python -m benchmarks.spam [--data DIR] [--export result.json]`.

The detector as it ships, on messages it has never seen: every `*spam*.txt` and `*ham*.txt` of a folder, one message a
line, by the script each is in; a Telegram Desktop export counts as talk. Nothing is trained on what is measured.
"""

from __future__ import annotations

import statistics
import time
from argparse import ArgumentParser
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bot.export_file import opened, records
from bot.json_stream import JsonStream
from domain.exports import parts_of
from domain.normalization import fold
from domain.spam.likelihood import likelihood
from domain.spam.scripts import script_of
from services.spam import shipped_detector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.spam.detector import Detector
    from domain.spam.likelihood import Verdict

DATA = Path(__file__).parent.parent.parent / "shared" / "data" / "spam"
LANGUAGES = {"han": "zh", "latin": "en", "cyrillic": "ru"}
HEADINGS = ("corpus", "lang", "spam", "ham", "recall", "ham flagged", "abstained", "precision")
TYPICAL = 300


@dataclass(kw_only=True, slots=True)
class Tally:
    """How messages of one corpus and language were judged."""

    spam: list[Verdict] = field(default_factory=list)
    ham: list[Verdict] = field(default_factory=list)

    def row(self) -> tuple[str, ...]:
        """The figures of the table."""
        found, mistaken = self.spam.count("spam"), self.ham.count("spam")
        unsure = self.spam.count("abstain") + self.ham.count("abstain")
        return (
            f"{len(self.spam):,}",
            f"{len(self.ham):,}",
            share(found, len(self.spam)),
            share(mistaken, len(self.ham), digits=2),
            share(unsure, len(self.spam) + len(self.ham)),
            share(found, found + mistaken) if self.spam and self.ham else "-",
        )


def share(part: int, whole: int, *, digits: int = 1) -> str:
    """A part of a whole in percent."""
    return f"{100 * part / whole:.{digits}f} %" if whole else "-"


def language_of(text: str) -> str:
    """A message's language by its script, as far as one ships."""
    script = script_of(fold(text))
    return LANGUAGES.get(script, "other")


def corpus_name(path: Path) -> str:
    """What two files of one corpus share in their names."""
    return path.stem.replace("spam.", "").rsplit("-", 1)[0]


def messages_of(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Corpus, kind and text of every message of a folder's files; the last of the two words in a name is its kind."""
    for path in sorted(folder.glob("*.txt")):
        kind = max(("spam", "ham"), key=path.stem.rfind)
        if kind in path.stem:
            for line in path.read_text(encoding="utf-8").splitlines():
                if line.strip():
                    yield corpus_name(path), kind, line.strip()


def talk_of(export: Path) -> Iterator[tuple[str, str, str]]:
    """Every text of an export's only chat, as talk."""
    with opened(export) as file:
        for record in records(JsonStream(file), chat_id=0):
            text = "".join(part.text for part in parts_of(record))
            if record.type == "message" and text:
                yield export.name, "ham", text


def judge(detector: Detector, messages: Iterator[tuple[str, str, str]]) -> dict[tuple[str, str], Tally]:
    """Verdicts by corpus and language."""
    tallies: dict[tuple[str, str], Tally] = defaultdict(Tally)
    for corpus, kind, text in messages:
        verdict = likelihood(detector.take_apart(text), detector.shipped).verdict
        tally = tallies[corpus, language_of(text)]
        (tally.spam if kind == "spam" else tally.ham).append(verdict)
    return tallies


def report(tallies: dict[tuple[str, str], Tally]) -> None:
    """The table, in Markdown."""
    print(f"| {' | '.join(HEADINGS)} |\n|-|-|{'-:|' * (len(HEADINGS) - 2)}")
    for (corpus, language), tally in sorted(tallies.items()):
        print(f"| {' | '.join((corpus, language, *tally.row()))} |")


def microseconds(detector: Detector, text: str) -> tuple[float, float]:
    """How long one message takes: the median of many, and the quickest, which other processes did not disturb."""
    took = []
    for _ in range(500):
        began = time.perf_counter()
        likelihood(detector.take_apart(text), detector.shipped)
        took.append(time.perf_counter() - began)
    return statistics.median(took) * 1e6, min(took) * 1e6


def report_speed(detector: Detector, texts: list[str]) -> None:
    """What a message of some 300 characters costs, by language."""
    by_language: dict[str, str] = {}
    for text in texts:
        if len(text) >= TYPICAL:
            by_language.setdefault(language_of(text), text[:TYPICAL])
    for language, text in sorted(by_language.items()):
        typical, quickest = microseconds(detector, text)
        print(f"{TYPICAL} characters, {language}: median {typical:.0f} µs, quickest {quickest:.0f} µs")


def main() -> None:
    """Measure what was asked for."""
    parser = ArgumentParser(prog="python -m benchmarks.spam", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help=f"a folder of *spam*.txt and *ham*.txt ({DATA})")
    parser.add_argument("--export", type=Path, help="a Telegram Desktop export of a single chat, taken for talk")
    asked = parser.parse_args()
    detector = shipped_detector()
    began, worked = time.perf_counter(), time.process_time()
    detector.ready()
    took, busy = time.perf_counter() - began, time.process_time() - worked
    print(f"loaded in {1000 * took:.0f} ms, {1000 * busy:.0f} ms of them at work\n")
    messages = list(messages_of(asked.data)) if asked.data.is_dir() else []
    if asked.export is not None:
        messages += talk_of(asked.export)
    report(judge(detector, iter(messages)))
    print()
    report_speed(detector, [text for _, _, text in messages])


if __name__ == "__main__":
    main()
