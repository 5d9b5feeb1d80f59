"""What follows when a rule is broken, in one small language: for settings, single entries and commands.

A verb, a length of time where it takes one, and how it is done: `mute 6h`, `ban`, `warn silent`, `delete`, `review`.
Rose's shorter words mean the same (`tmute 6h`, `sban`, `del`, `nodel`), braces around it are taken off.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias, get_args

from pydantic import AfterValidator

from domain import durations
from domain.phrases import phrase

if TYPE_CHECKING:
    from datetime import timedelta

    from domain.phrases import Phrase

Verb: TypeAlias = Literal["review", "delete", "warn", "restrict", "mute", "kick", "ban"]
Fault: TypeAlias = Literal["empty", "word", "span", "timeless"]

VERBS: tuple[Verb, ...] = get_args(Verb)
# These last for a while; the others happen once.
LASTING = frozenset[Verb]({"restrict", "mute", "ban"})
NAMES: dict[str, Verb] = {
    "del": "delete",
    "remove": "delete",
    "media": "restrict",
    "审核": "review",  # matching data, noqa: zh
    "删除": "delete",  # matching data, noqa: zh
    "警告": "warn",  # matching data, noqa: zh
    "限制": "restrict",  # matching data, noqa: zh
    "禁言": "mute",  # matching data, noqa: zh
    "移出": "kick",  # matching data, noqa: zh
    "踢出": "kick",  # matching data, noqa: zh
    "封禁": "ban",  # matching data, noqa: zh
}
SILENT = frozenset({"silent", "silently", "quiet", "静默"})  # matching data, noqa: zh
KEPT = frozenset({"keep", "nodel", "保留"})  # matching data, noqa: zh


class BadActionError(ValueError):
    """What was written is no action: `fault` says why, `word` is the part that does not fit."""

    def __init__(self, fault: Fault, word: str) -> None:
        super().__init__(f"{word!r} is no action: {fault}")
        self.fault = fault
        self.word = word


@dataclass(frozen=True, kw_only=True, slots=True)
class Action:
    """What is done to whom broke a rule. `span` None is for ever, or as long as the chat's ladder mutes.

    `silent` tells nobody in the group; `kept` leaves the message where it is.
    """

    verb: Verb
    span: timedelta | None = None
    silent: bool = False
    kept: bool = False

    @property
    def written(self) -> str:
        """The action as it is kept and typed again."""
        words = [self.verb, durations.written(self.span) if self.span else ""]
        return " ".join(filter(None, (*words, "silent" if self.silent else "", "keep" if self.kept else "")))

    @property
    def described(self) -> Phrase:
        """The action as people read it."""
        key = f"actions-{self.verb}"
        told = phrase(f"{key}-for", span=self.span) if self.span else phrase(key)
        if self.silent:
            told = phrase("actions-silently", action=told)
        return phrase("actions-keeping", action=told) if self.kept else told


def read_action(text: str) -> Action:
    """The action written, in any order of its words. Raises BadActionError."""
    words = text.strip().removeprefix("{").removesuffix("}").lower().split()
    verb: Verb | None = None
    span: timedelta | None = None
    silent = kept = False
    for word in words:
        if word in SILENT:
            silent = True
        elif word in KEPT:
            kept = True
        elif (given := durations.parse(word)) is not None and span is None:
            span = given
        elif (meant := _verb(word)) is not None and verb in {None, "delete"}:
            verb = meant.verb
            silent |= meant.silent
        else:
            raise BadActionError("word", word)
    if verb is None:
        if not kept:
            raise BadActionError("empty", text.strip())
        verb = "warn"
    return _checked(Action(verb=verb, span=span, silent=silent, kept=kept))


def _verb(word: str) -> Action | None:
    """The verb a word names, perhaps behind Rose's letters: `d` deletes as well, `s` is silent, `t` lasts a while."""
    name = NAMES.get(word, word)
    for verb in VERBS:
        if name == verb:
            return Action(verb=verb)
        if len(name) == len(verb) + 1 and name.endswith(verb) and name[0] in "dst" and verb not in {"delete", "review"}:
            return Action(verb=verb, silent=name[0] == "s")
    return None


def _checked(action: Action) -> Action:
    if action.span is None:
        return action if action.verb != "delete" else replace(action, kept=False)
    if action.verb not in LASTING:
        raise BadActionError("timeless", action.verb)
    if not durations.SHORTEST <= action.span <= durations.LONGEST:
        raise BadActionError("span", durations.written(action.span))
    return action


def canonical(text: str) -> str:
    """The action as it is kept. Raises BadActionError, a ValueError."""
    return read_action(text).written


# An action as a setting keeps it.
ActionText = Annotated[str, AfterValidator(canonical)]
# What can be chosen with one press; everything else is typed.
PRESETS = ("review", "delete", "warn", "restrict 1d", "mute 1h", "mute 1d", "kick", "ban 1w", "ban")
