"""Locks as they are written: `url`, `sticker {del}`, `voice {tmute 1h} ### no voice here`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from domain.rules.actions import canonical
from domain.rules.kinds import kind_named

Fault: TypeAlias = Literal["empty", "kind", "braces", "long"]

REASON = "###"
LONGEST_REASON = 200
BRACES = re.compile(r"\{([^{}]*)\}")


class BadLockError(ValueError):
    """What was written is no lock: `fault` says why, `word` is the part that does not fit."""

    def __init__(self, fault: Fault, word: str) -> None:
        super().__init__(f"{word!r} is no lock: {fault}")
        self.fault = fault
        self.word = word


@dataclass(frozen=True, kw_only=True, slots=True)
class Lock:
    """A kind that is locked, with an action of its own and a reason in a manager's words."""

    kind: str
    action: str | None = None
    reason: str = ""

    @property
    def written(self) -> str:
        """The lock as it is kept and typed again."""
        action = f"{{{self.action}}}" if self.action else ""
        return " ".join(filter(None, (self.kind, action, f"{REASON} {self.reason}" if self.reason else "")))


def read_locks(text: str) -> tuple[Lock, ...]:
    """The locks written in a line: kinds, then one action and one reason for all of them.

    Raises BadLockError, and BadActionError for what stands in the braces.
    """
    head, _, reason = text.partition(REASON)
    reason = " ".join(reason.split())
    if len(reason) > LONGEST_REASON:
        raise BadLockError("long", reason)
    actions = BRACES.findall(head)
    words = BRACES.sub(" ", head).replace(",", " ").replace("，", " ").replace("、", " ").split()
    if len(actions) > 1 or any(brace in word for word in words for brace in "{}"):
        raise BadLockError("braces", head.strip())
    if not words:
        raise BadLockError("empty", text.strip())
    action = canonical(actions[0]) if actions else None
    kinds = dict.fromkeys(map(_kind, words))
    return tuple(Lock(kind=kind, action=action, reason=reason) for kind in kinds)


def _kind(word: str) -> str:
    kind = kind_named(word)
    if kind is None:
        raise BadLockError("kind", word)
    return kind
