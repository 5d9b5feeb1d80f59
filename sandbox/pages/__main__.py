"""`python -m sandbox.pages`: a history, as JSON on standard input, made readable on standard output."""

import sys
from argparse import ArgumentParser

from sandbox.pages.events import read
from sandbox.pages.terminal import plain
from sandbox.pages.transcript import render


def main() -> None:
    """Read, render, write."""
    parser = ArgumentParser(prog="python -m sandbox.pages", description=__doc__)
    parser.add_argument("form", choices=("html", "plain"))
    parser.add_argument("--language", choices=("en", "zh"), default="en")
    parser.add_argument("--title", default="")
    parser.add_argument("--timezone", default="UTC")
    asked = parser.parse_args()
    events = read(sys.stdin.buffer.read())
    if asked.form == "html":
        shown = render(events, language=asked.language, title=asked.title, timezone=asked.timezone)
    else:
        shown = plain(events, language=asked.language, timezone=asked.timezone)
    sys.stdout.buffer.write(shown.encode() + b"\n")


if __name__ == "__main__":
    main()
