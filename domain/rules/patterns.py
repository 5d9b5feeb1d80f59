"""Entries of a blocklist: how one is written, and what it looks for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from domain.normalization import fold
from domain.rules.actions import BadActionError, canonical
from domain.rules.globs import IS_WORD, SPACELESS, Glob, Piece
from domain.rules.regexes import RegexError, check_regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


Reason: TypeAlias = Literal[
    "empty",
    "long",
    "quote",
    "backslash",
    "brace",
    "broad",
    "action",
    "reason",
    "lookaround",
    "reference",
    "syntax",
    "regex-long",
    "regex-empty",
    "heavy",
]
Kind: TypeAlias = Literal["text", "regex", "file", "inline", "forward", "stickers"]

KINDS: dict[str, Kind] = {"file": "file", "inline": "inline", "forward": "forward", "stickers": "stickers"}
NOTHING = Glob(pieces=())
# In a name, as of a file, `*` may stand for several words.
GAP_IN_NAME = "_"
LONGEST = 100
SHORTEST_LITERAL = 3
LONGEST_REASON = 120
QUOTES = str.maketrans("“”„‟＂「」『』", '"' * 9)
QUOTED = r'"(?:\\.|[^"\\])*"'
# It ends with the first slash that ends a word, so that one within, as in an address, need not be escaped.
REGEX = r"/(?:\\.|[^\\\n])+?/"
TOKEN = re.compile(
    rf"""(?P<entry>{REGEX}(?=$|[\s{{])|(?:=|[a-z]+:)?{QUOTED}|(?:\\.|[^\s"\\{{}}])+)
    |\{{(?P<action>[^{{}}]*)\}}|(?P<stray>\S)""",
    re.VERBOSE,
)
LISTED = re.compile(r"\((.+)\)\s*(\{[^{}]*\})?")
ITEM = re.compile(
    rf"\s*({REGEX}(?=\s*[,，、]|\s*$)|(?:=|[a-z]+:)?{QUOTED}|(?:\\.|[^,，、\"\\])+)\s*(?:[,，、]|$)|\s*(.)"
)
WRITTEN = re.compile(
    r"(?P<body>.*?)(?:\s*(?<!\\)\{(?P<action>[^{}]*)\})?(?:\s*(?<!\\)###\s*(?P<reason>.*))?", re.DOTALL
)
REGEX_BODY = re.compile(REGEX)
SPECIAL = re.compile(r"(file|inline|forward|stickers):(.+)", re.DOTALL)
PIECE = re.compile(r"\\([\\*?\"/=#:(){},])|([*?])|(\s+)|([^\\*?\s]+)|(\\)")

HAS_SPACELESS = re.compile(f"[{SPACELESS}]")


class BadEntryError(ValueError):
    """What was written is no entry, for this reason."""

    def __init__(self, reason: Reason, entry: str) -> None:
        super().__init__(f"{entry!r} cannot be blocked: {reason}")
        self.reason = reason
        self.entry = entry


class Entry(Struct, frozen=True, kw_only=True):
    """An entry understood.

    `written` is what a manager would type again, `body` the same without action and reason. What it looks for is
    `regex` for RE2, else `glob`, whose literals are folded. `action` is what follows instead of the rule's own.
    """

    written: str
    body: str
    kind: Kind
    glob: Glob
    regex: str = ""
    action: str | None = None
    reason: str = ""

    @property
    def longest(self) -> str:
        """Its longest literal, by which it can be found."""
        return max((piece.literal for piece in self.glob.pieces), key=len, default="")

    @property
    def has_wildcards(self) -> bool:
        """Whether it stands for more than itself, apart from what a word begins or ends with."""
        return len(self.glob.pieces) > 1

    @property
    def is_vague(self) -> bool:
        """Whether so little of it is literal that it must be compared with almost every text."""
        return (
            self.has_wildcards and len(self.longest) < SHORTEST_LITERAL and HAS_SPACELESS.search(self.longest) is None
        )


def split_entries(text: str) -> tuple[str, ...]:
    """The entries in some lines: words, phrases in quotes, regexes, `(a, b c)`; each with its action and reason.

    `{action}` is for what stands before it, `### reason` for the whole line. Raises BadEntryError.
    """
    return tuple(entry for line in text.translate(QUOTES).splitlines() for entry in _of_line(line))


def _of_line(line: str) -> Iterator[str]:
    written = WRITTEN.fullmatch(line.strip())
    reason = (written["reason"] or "").strip() if written else ""
    head = line.partition("###")[0].strip() if reason else line.strip()
    listed = LISTED.fullmatch(head)
    pairs = _listed(listed[1], listed[2] or "", line) if listed else _tokens(head, line)
    for entry, action in pairs:
        yield " ".join(filter(None, (entry, action, f"### {reason}" if reason else "")))


def _tokens(head: str, line: str) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    waiting: list[str] = []
    for found in TOKEN.finditer(head):
        if found["stray"]:
            raise BadEntryError(_complaint(found["stray"]), line)
        if found["entry"] is not None:
            waiting.append(found["entry"])
            continue
        pairs += [(entry, found[0]) for entry in waiting]
        waiting = []
    return [*pairs, *((entry, "") for entry in waiting)]


def _listed(inside: str, action: str, line: str) -> list[tuple[str, str]]:
    entries = []
    for item, stray in ITEM.findall(inside):
        if stray:
            raise BadEntryError(_complaint(stray), line)
        entries.append(item.strip())
    return [(f'"{item}"' if _is_loose_phrase(item) else item, action) for item in entries if item]


def _is_loose_phrase(item: str) -> bool:
    return " " in item and not item.startswith(('"', "/")) and not item.endswith('"')


def _complaint(stray: str) -> Reason:
    return "quote" if stray == '"' else "backslash" if stray == "\\" else "brace"


@lru_cache(maxsize=20_000)
def read_entry(text: str) -> Entry:
    """An entry understood. Raises BadEntryError."""
    if text.isalnum() and len(text) <= LONGEST and fold(text):
        return _word(text)
    found = WRITTEN.fullmatch(" ".join(text.translate(QUOTES).split()))
    body = found["body"] if found else ""
    action = _action(found["action"], text) if found and found["action"] is not None else None
    reason = (found["reason"] or "").strip() if found else ""
    if len(reason) > LONGEST_REASON:
        raise BadEntryError("reason", text)
    entry = _regex(body, text) if REGEX_BODY.fullmatch(body) else _words(body, text)
    if action is None and not reason:
        return entry
    suffix = "".join((f" {{{action}}}" if action else "", f" ### {reason}" if reason else ""))
    return replace(entry, written=entry.body + suffix, action=action, reason=reason)


def _action(written: str, text: str) -> str:
    """The action as it is written again."""
    try:
        return canonical(written)
    except BadActionError as error:
        raise BadEntryError("action", text) from error


def _regex(body: str, text: str) -> Entry:
    try:
        return Entry(written=body, body=body, kind="regex", glob=NOTHING, regex=check_regex(body[1:-1]))
    except RegexError as error:
        raise BadEntryError(error.reason, text) from error


def _word(word: str) -> Entry:
    """A single word, as most entries are."""
    literal = fold(word)
    bounded = HAS_SPACELESS.search(literal) is None
    glob = Glob(pieces=(Piece(literal),), opens=bounded, closes=bounded)
    return Entry(written=word, body=word, kind="text", glob=glob)


def _words(body: str, text: str) -> Entry:
    special, is_whole = SPECIAL.fullmatch(body), body.startswith("=")
    prefix = f"{special[1]}:" if special else "=" * is_whole
    inner = _unquoted(body[len(prefix) :].strip(), text)
    if len(inner) > LONGEST:
        raise BadEntryError("long", text)
    if inner.isalnum() and not prefix:
        return _word(inner)
    pieces = _joined(_piece(found, text) for found in PIECE.finditer(inner))
    _refuse_broad(pieces, text)
    again = f'{prefix}"{inner}"' if " " in inner or (not prefix and _means_more(inner)) else prefix + inner
    if special is None:
        return Entry(written=again, body=again, kind="text", glob=_glob(pieces, is_whole=is_whole))
    name = [Piece(piece.literal.replace(" ", GAP_IN_NAME), piece.wildcard) for piece in pieces]
    if len(name[0].literal) > 1:
        name[0] = Piece(name[0].literal.removeprefix("@"))
    return Entry(written=again, body=again, kind=KINDS[special[1]], glob=_glob(name, is_whole=True))


def _unquoted(inner: str, text: str) -> str:
    if not inner.startswith('"'):
        return inner
    if len(inner) == 1 or not inner.endswith('"'):
        raise BadEntryError("quote", text)
    return inner[1:-1].strip()


def _means_more(inner: str) -> bool:
    """Whether words would be taken for something else without quotes."""
    return bool(inner.startswith(("=", "(")) or SPECIAL.match(inner) or REGEX_BODY.fullmatch(inner))


def _piece(found: re.Match[str], text: str) -> Piece:
    escaped, wildcard, gap, plain, stray = found.groups()
    if stray:
        raise BadEntryError("backslash", text)
    return Piece("", wildcard) if wildcard else Piece(" " if gap else fold(escaped or plain))


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Literals side by side made one, and `**` the same as `*`."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and piece.literal and joined[-1].literal:
            joined[-1] = Piece(joined[-1].literal + piece.literal)
        elif piece.literal or (
            piece.wildcard and not (piece.wildcard == "*" and joined and joined[-1].wildcard == "*")
        ):
            joined.append(piece)
    return joined


def _refuse_broad(pieces: Sequence[Piece], text: str) -> None:
    literal = "".join(piece.literal for piece in pieces)
    wildcards = {piece.wildcard for piece in pieces}
    if not literal.strip():
        raise BadEntryError("broad" if wildcards - {""} else "empty", text)
    if "*" in wildcards and len(literal) == 1 and not HAS_SPACELESS.search(literal):
        raise BadEntryError("broad", text)


def _glob(pieces: list[Piece], *, is_whole: bool) -> Glob:
    """What is written as it is looked for: a `*` at either end only means that no word need begin or end there."""
    if is_whole:
        return Glob(pieces=tuple(pieces), whole=True)
    bounded = not any(HAS_SPACELESS.search(piece.literal) for piece in pieces)
    opens, closes = _wants_break(pieces[0], 0), _wants_break(pieces[-1], -1)
    inner = pieces[pieces[0].wildcard == "*" : len(pieces) - (pieces[-1].wildcard == "*")]
    return Glob(pieces=tuple(inner), opens=bounded and opens, closes=bounded and closes)


def _wants_break(piece: Piece, end: int) -> bool:
    """Whether a word must begin (or end) here: not beside a sign, nor beside `*`."""
    return IS_WORD.match(piece.literal[end]) is not None if piece.literal else piece.wildcard == "?"
