"""Kinds of messages that are not let through."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Annotated

from msgspec import Struct
from pydantic import AfterValidator

from domain.phrases import phrase
from domain.rules.actions import ActionText
from domain.rules.exemptions import Exemptions, is_exempt
from domain.rules.judgement import Hit, RuleSettings
from domain.rules.kinds import SHOWN
from domain.rules.locking import Lock, read_locks

if TYPE_CHECKING:
    from domain.messages import Message
    from domain.rules.judgement import Scene


def locks(written: tuple[str, ...]) -> tuple[str, ...]:
    """Each kind once, as it was locked last. Raises ValueError for what is no lock."""
    return tuple({lock.kind: lock.written for one in written for lock in read_locks(one)}.values())


class LocksSettings(RuleSettings):
    """No messages of these `kinds`, each with an action and a reason of its own where it has one.

    Switched on from the start: nothing is locked until a manager locks it. `allowed` domains, @names, ids and
    /commands go through the locks they fall under.
    """

    action: ActionText = "delete"
    kinds: Annotated[tuple[str, ...], AfterValidator(locks)] = ()
    allowed: Exemptions = ()


class Locked(Struct, frozen=True, kw_only=True):
    """What is locked, ready to be looked up: by traits, and by looking."""

    traits: frozenset[str]
    by_kind: dict[str, Lock]
    shown: tuple[str, ...]


@lru_cache(maxsize=512)
def locked_by(written: tuple[str, ...]) -> Locked:
    """The locks of a setting."""
    by_kind = {lock.kind: lock for one in written for lock in read_locks(one)}
    shown = tuple(kind for kind in by_kind if kind in SHOWN)
    return Locked(traits=frozenset(by_kind).difference(shown), by_kind=by_kind, shown=shown)


def check(message: Message, scene: Scene, settings: LocksSettings) -> Hit | None:
    """The first lock that holds the message back, in the order in which they were set."""
    if not settings.kinds:
        return None
    locked = locked_by(settings.kinds)
    met = locked.traits & message.traits
    met |= {kind for kind in locked.shown if SHOWN[kind](message, scene)}
    if not met:
        return None
    for kind, lock in locked.by_kind.items():
        if kind in met and not is_exempt(kind, message, settings.allowed):
            because = phrase("rules-because-locks", kind=phrase(f"locks-kind-{kind}"))
            return Hit(rule="locks", because=because, action=lock.action, reason=lock.reason)
    return None
