"""/lock, /unlock, /locks, /locktypes: kinds of messages that are not let through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.phrases import Page, phrase
from domain.refusals import Refusal
from domain.reports.titles import shorten
from domain.roles import Role
from domain.rules.actions import BadActionError, read_action
from domain.rules.kinds import KINDS, kind_named, near_kinds
from domain.rules.locking import BadLockError, read_locks
from handlers.arguments import Arguments, Rest
from handlers.command import Command, NoArguments, Scope
from services.settings import change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.phrases import Phrase
    from domain.rules.locking import Lock
    from handlers.turn import Turn

PATH = "rules.locks.kinds"
EVERYTHING = "all"
WORD_CELLS = 40


class Locking(Arguments):
    """Kinds, perhaps an action in braces, perhaps a reason after ###."""

    what: Rest = ""


async def lock(turn: Turn, arguments: Locking) -> None:
    """Let these kinds through no more; what was locked before is locked as it is written now."""
    added = understood(arguments.what)
    kept = {one.kind: one for one in in_force(turn)} | {one.kind: one for one in added}
    await _keep(turn, list(kept.values()))
    turn.say(_with_mode(turn, phrase("locks-locked", kinds=beside([_code(one.written) for one in added]))))


async def unlock(turn: Turn, arguments: Locking) -> None:
    """Let these kinds through again; `all` opens every lock."""
    words = arguments.what.replace(",", " ").replace("，", " ").split()
    if not words:
        raise Refusal(phrase("locks-refused-empty"))
    before = in_force(turn)
    unwanted = {known_kind(word) for word in words}
    opened = [one for one in before if one.kind in unwanted or EVERYTHING in unwanted]
    if not opened:
        turn.say(phrase("locks-not-locked"))
        return
    await _keep(turn, [one for one in before if one not in opened])
    if EVERYTHING in unwanted:
        turn.say(phrase("locks-unlocked-all"))
        return
    turn.say(phrase("locks-unlocked", kinds=beside([_code(one.kind) for one in opened])))


async def show(turn: Turn, _arguments: NoArguments) -> None:
    """What is locked now."""
    locks = in_force(turn)
    if not locks:
        turn.say(phrase("locks-none"))
        return
    lines = [phrase("locks-line", written=one.written, name=name_of(one.kind)) for one in locks]
    action = read_action(turn.settings.rules.locks.action).described
    head = _with_mode(turn, phrase("locks-title", count=len(locks)))
    turn.say(Page(lines=(*head.lines, *lines, phrase("locks-default-action", action=action))))


async def show_kinds(turn: Turn, _arguments: NoArguments) -> None:
    """Every kind there is, with one line about it."""
    lines = (phrase("locks-type", kind=kind, about=phrase(f"locks-kind-{kind}.help")) for kind in KINDS)
    turn.say(Page(lines=(phrase("locks-types-title"), *lines)))


def in_force(turn: Turn) -> tuple[Lock, ...]:
    """The locks of the group."""
    return tuple(one for written in turn.settings.rules.locks.kinds for one in read_locks(written))


def understood(text: str) -> tuple[Lock, ...]:
    """The locks written. Raises Refusal, with the nearest names for a kind there is not."""
    try:
        return read_locks(text)
    except BadLockError as error:
        if error.fault == "kind":
            raise unknown(error.word) from error
        raise Refusal(phrase(f"locks-refused-{error.fault}")) from error
    except BadActionError as error:
        raise Refusal(phrase("locks-refused-action", word=shorten(error.word, WORD_CELLS))) from error


def known_kind(word: str) -> str:
    """The kind a word means. Raises Refusal, with the nearest names, when it means none."""
    kind = kind_named(word)
    if kind is None:
        raise unknown(word)
    return kind


def unknown(word: str) -> Refusal:
    """What is said of a kind there is not."""
    near = near_kinds(word)
    given = shorten(word, WORD_CELLS)
    if not near:
        return Refusal(phrase("locks-unknown", word=given))
    return Refusal(phrase("locks-unknown-near", word=given, near=beside([_code(kind) for kind in near])))


def name_of(kind: str) -> Phrase:
    """What people call it."""
    return phrase(f"locks-kind-{kind}")


def beside(parts: Sequence[Phrase]) -> Phrase:
    """Parts in one line, one at least."""
    first, *rest = parts
    return phrase("locks-beside", first=first, rest=beside(rest)) if rest else first


def _code(text: str) -> Phrase:
    return phrase("locks-code", word=text)


def _with_mode(turn: Turn, head: Phrase) -> Page:
    """A line, and another that tells when no lock works at all."""
    is_off = turn.settings.rules.locks.mode == "off"
    return Page(lines=(head, phrase("locks-off")) if is_off else (head,))


async def _keep(turn: Turn, locks: Sequence[Lock]) -> None:
    value = tuple(one.written for one in locks)
    await change(turn.work, chat_id=turn.about_chat, path=PATH, value=value, by=turn.user_id, now=turn.now)


COMMANDS = (
    Command(
        name="lock",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="rules",
        arguments=Locking,
        run=lock,
    ),
    Command(
        name="unlock",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="rules",
        arguments=Locking,
        run=unlock,
    ),
    Command(
        name="locks",
        permission=Role.MEMBER,
        scope=Scope.CONNECTED,
        section="rules",
        arguments=NoArguments,
        run=show,
    ),
    Command(
        name="locktypes",
        permission=Role.MEMBER,
        scope=Scope.CONNECTED,
        section="rules",
        arguments=NoArguments,
        run=show_kinds,
    ),
)
