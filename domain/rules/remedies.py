"""What would have avoided a mistake of a rule: an address allowed, an entry gone, a bound moved, a member approved."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from domain.normalization import fold
from domain.phrases import phrase
from domain.rules.addresses import host_of, within
from domain.rules.flood import FloodSettings
from domain.rules.patterns import BadEntryError, compile_entries

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from domain.phrases import Phrase
    from domain.settings import RulesSettings

# Put a value at a setting, add an item to its list, take one away; or let a manager's word stand for the member.
Kind: TypeAlias = Literal["put", "add", "remove", "approve"]

# What stands between the letters of an entry.
BETWEEN = re.compile(r"[*?\\\"]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Mistake:
    """An overturned verdict, as far as it tells what to change. `quote` is what set the rule off."""

    rule: str | None
    quote: str
    text: str
    is_person: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Remedy:
    """One change: at the setting `path`, or for the member when the kind is approve."""

    kind: Kind
    path: str = ""
    value: str | int = ""

    @property
    def described(self) -> Phrase:
        """The change as its button says it."""
        if self.kind == "approve":
            return phrase("remedies-approve")
        return phrase(f"remedies-{self.kind}-{self.path.split('.')[1]}", value=str(self.value))


def remedy(mistake: Mistake, rules: RulesSettings) -> Remedy | None:
    """What to propose; None when nothing would have helped, or when it is so already."""
    found = REMEDIES.get(mistake.rule or "", _nothing)(mistake, rules)
    if found is not None:
        return found
    return Remedy(kind="approve") if mistake.is_person and mistake.rule is not None else None


def _allow(mistake: Mistake, rules: RulesSettings) -> Remedy | None:
    host = host_of(mistake.quote)
    if not host or within(host, rules.links.allowed):
        return None
    return Remedy(kind="add", path="rules.links.allowed", value=host)


def _unblock(mistake: Mistake, rules: RulesSettings) -> Remedy | None:
    """The entry that is found in the trigger, or else in the whole text."""
    for text in filter(None, (mistake.quote, mistake.text)):
        for entry in rules.blocklist.entries:
            if _meets(entry, text):
                return Remedy(kind="remove", path="rules.blocklist.entries", value=entry)
    return None


def _meets(entry: str, text: str) -> bool:
    """Whether the entry is found; only one whose letters all are there is worth a pattern of its own."""
    folded = fold(text)
    if not all(fold(part).strip() in folded for part in BETWEEN.split(entry)):
        return False
    try:
        pattern = compile_entries((entry,))
    except BadEntryError:
        return False
    return pattern is not None and pattern.search(folded) is not None


def _widen(_mistake: Mistake, rules: RulesSettings) -> Remedy | None:
    wider = rules.flood.messages + 1
    most = max(getattr(bound, "le", 0) for bound in FloodSettings.model_fields["messages"].metadata)
    return Remedy(kind="put", path="rules.flood.messages", value=wider) if wider <= most else None


def _nothing(_mistake: Mistake, _rules: RulesSettings) -> None:
    return None


REMEDIES: Mapping[str, Callable[[Mistake, RulesSettings], Remedy | None]] = {
    "blocklist": _unblock,
    "flood": _widen,
    "links": _allow,
}
