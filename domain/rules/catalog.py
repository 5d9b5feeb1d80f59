"""The rules, in the order in which they are asked; the first hit counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from domain.rules import blocklist, flood, links
from domain.rules.judgement import RuleSettings

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.messages import Message
    from domain.rules.judgement import Hit, Scene
    from domain.settings import RulesSettings

S = TypeVar("S", bound=RuleSettings)


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule(Generic[S]):
    """A rule by its name: where its settings stand, and what it makes of a message."""

    name: str
    settings: Callable[[RulesSettings], S]
    check: Callable[[Message, Scene, S], Hit | None]

    def judge(self, message: Message, scene: Scene, rules: RulesSettings) -> Hit | None:
        """What the rule says, when it is switched on."""
        settings = self.settings(rules)
        return self.check(message, scene, settings) if settings.enabled else None


# Each rule fits its own settings; a tuple of different rules has no narrower type.
RULES: tuple[Rule[Any], ...] = (
    Rule(name="blocklist", settings=lambda rules: rules.blocklist, check=blocklist.check),
    Rule(name="links", settings=lambda rules: rules.links, check=links.check),
    Rule(name="flood", settings=lambda rules: rules.flood, check=flood.check),
)


def judge(message: Message, scene: Scene, rules: RulesSettings) -> Hit | None:
    """The first rule the message breaks. Earlier parts of its album go with it."""
    hit = next(filter(None, (rule.judge(message, scene, rules) for rule in RULES)), None)
    if hit is None or message.album is None:
        return hit
    parts = {one.message_id for one in scene.recent if one.album == message.album} - {message.message_id}
    return replace(hit, also=tuple(sorted(parts.union(hit.also))))


def rule_settings(rule: str, rules: RulesSettings) -> RuleSettings:
    """A rule's settings by its name. Raises StopIteration for a name no rule has."""
    settings: RuleSettings = next(one.settings(rules) for one in RULES if one.name == rule)
    return settings
