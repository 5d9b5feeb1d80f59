"""`make bench`, or `python -m benchmarks [intake] [latency] [raid] [backtest] [import] [text] [--export FILE]`."""

from __future__ import annotations

import tempfile
from argparse import ArgumentParser
from pathlib import Path

from benchmarks import backtest, exports, importing, intake, latency, raid, text

PARTS = ("text", "latency", "raid", "backtest", "intake", "import")


def main() -> None:
    """Run what was asked for; everything when nothing was."""
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="what to measure")
    parser.add_argument("--export", type=Path, help="a Telegram Desktop export of a single chat")
    asked = parser.parse_args()
    parts = asked.parts or PARTS
    with tempfile.TemporaryDirectory() as folder:
        export = asked.export or exports.write(Path(folder) / "result.json")
        if "text" in parts:
            text.report()
        if "latency" in parts:
            latency.report()
        if "raid" in parts:
            raid.report()
        if "backtest" in parts:
            backtest.report()
        if "intake" in parts:
            intake.report(export)
        if "import" in parts:
            importing.report(export)


main()
