"""What would have avoided a mistake of a rule: an address allowed, an entry gone, a bound moved, a member approved."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from domain.phrases import phrase
from domain.rules.addresses import host_of, within
from domain.rules.blocklist import entry_met

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from domain.phrases import Phrase
    from domain.rules.judgement import RuleSettings
    from domain.settings import RulesSettings

# Put a value at a setting, add an item to its list, take one away; or let a manager's word stand for the member.
Kind: TypeAlias = Literal["put", "add", "remove", "approve"]

# A public name as Telegram gives them.
NAME = re.compile(r"[a-z]\w{3,31}", re.ASCII)


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
        rule = self.path.split(".")[1]
        return phrase(f"remedies-{self.kind}-{rule}", value=str(self.value))


def remedy(mistake: Mistake, rules: RulesSettings) -> Remedy | None:
    """What to propose; None when nothing would have helped, or when it is so already."""
    found = REMEDIES.get(mistake.rule or "", _nothing)(mistake, rules)
    if found is not None:
        return found
    return Remedy(kind="approve") if mistake.is_person and mistake.rule is not None else None


def _allow(mistake: Mistake, rules: RulesSettings) -> Remedy | None:
    host = host_of(mistake.quote)
    if host in rules.links.denied:
        return Remedy(kind="remove", path="rules.links.denied", value=host)
    if not host or within(host, rules.links.allowed):
        return None
    return Remedy(kind="add", path="rules.links.allowed", value=host)


def _welcome(mistake: Mistake, rules: RulesSettings) -> Remedy | None:
    """A place by its public name; a private invitation has none."""
    name = mistake.quote.rpartition("/")[2].removeprefix("@").lower()
    if not NAME.fullmatch(name) or name in rules.invites.allowed:
        return None
    return Remedy(kind="add", path="rules.invites.allowed", value=name)


def _unblock(mistake: Mistake, rules: RulesSettings) -> Remedy | None:
    """The entry that is met by the trigger, or else by the whole text."""
    met = (entry_met(words, rules.blocklist) for words in (mistake.quote, mistake.text) if words)
    entry = next((one for one in met if one is not None), None)
    return None if entry is None else Remedy(kind="remove", path="rules.blocklist.entries", value=entry)


def _raise(path: str) -> Callable[[Mistake, RulesSettings], Remedy | None]:
    """One more than now at a bound, unless that is the most there may be."""
    _, rule, name = path.split(".")

    def raised(_mistake: Mistake, rules: RulesSettings) -> Remedy | None:
        settings: RuleSettings = getattr(rules, rule)
        wider = getattr(settings, name) + 1
        most = max(getattr(bound, "le", 0) for bound in type(settings).model_fields[name].metadata)
        return Remedy(kind="put", path=path, value=wider) if wider <= most else None

    return raised


def _nothing(_mistake: Mistake, _rules: RulesSettings) -> None:
    return None


REMEDIES: Mapping[str, Callable[[Mistake, RulesSettings], Remedy | None]] = {
    "blocklist": _unblock,
    "flood": _raise("rules.flood.messages"),
    "invites": _welcome,
    "links": _allow,
    "mentions": _raise("rules.mentions.most"),
    "repeats": _raise("rules.repeats.own"),
}
