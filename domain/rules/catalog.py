"""The rules, in the order in which they are asked; the first hit counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from domain.phrases import phrase
from domain.rules import (
    blocklist,
    capitals,
    channels,
    emoji,
    flood,
    forwards,
    impersonation,
    invites,
    length,
    links,
    locks,
    mentions,
    newcomers,
    repeats,
    scripts,
    slowmode,
    spam,
)
from domain.rules.judgement import INNOCENT, Hit, Judgement, RuleSettings

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.messages import Message
    from domain.rules.judgement import Scene
    from domain.settings import RulesSettings

S = TypeVar("S", bound=RuleSettings)


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule(Generic[S]):
    """A rule by its name: where its settings stand, and what it makes of a message."""

    name: str
    settings: Callable[[RulesSettings], S]
    check: Callable[[Message, Scene, S], Hit | None]


# Each rule fits its own settings; a tuple of different rules has no narrower type.
RULES: tuple[Rule[Any], ...] = (
    Rule(name="channels", settings=lambda rules: rules.channels, check=channels.check),
    Rule(name="impersonation", settings=lambda rules: rules.impersonation, check=impersonation.check),
    Rule(name="locks", settings=lambda rules: rules.locks, check=locks.check),
    Rule(name="blocklist", settings=lambda rules: rules.blocklist, check=blocklist.check),
    Rule(name="links", settings=lambda rules: rules.links, check=links.check),
    Rule(name="invites", settings=lambda rules: rules.invites, check=invites.check),
    Rule(name="forwards", settings=lambda rules: rules.forwards, check=forwards.check),
    Rule(name="newcomers", settings=lambda rules: rules.newcomers, check=newcomers.check),
    Rule(name="mentions", settings=lambda rules: rules.mentions, check=mentions.check),
    Rule(name="emoji", settings=lambda rules: rules.emoji, check=emoji.check),
    Rule(name="capitals", settings=lambda rules: rules.capitals, check=capitals.check),
    Rule(name="length", settings=lambda rules: rules.length, check=length.check),
    Rule(name="scripts", settings=lambda rules: rules.scripts, check=scripts.check),
    Rule(name="flood", settings=lambda rules: rules.flood, check=flood.check),
    Rule(name="repeats", settings=lambda rules: rules.repeats, check=repeats.check),
    Rule(name="spam", settings=lambda rules: rules.spam, check=spam.check),
    Rule(name="slowmode", settings=lambda rules: rules.slowmode, check=slowmode.check),
)


# What is never welcome, not even in a topic where anything else goes.
EVERYWHERE = frozenset({"blocklist", "spam"})
# The name of no rule: what is said of a part whose album broke one.
ALBUM = "album"


def judge(message: Message, scene: Scene, rules: RulesSettings, *, asked: tuple[Rule[Any], ...] = RULES) -> Judgement:
    """The first of the rules asked that the message breaks, and every one in shadow that it would.

    Earlier parts of its album go with it, later ones after it.
    """
    found = _first_hit(message, scene, rules, asked)
    if message.album is None:
        return found
    parts = [one for one in scene.recent if one.album == message.album and one.message_id != message.message_id]
    if any(one.removed for one in parts):
        return replace(found, hit=Hit(rule=ALBUM, because=phrase("rules-because-album"), continues=True))
    if found.hit is None:
        return found
    also = tuple(sorted({one.message_id for one in parts}.union(found.hit.also)))
    return replace(found, hit=replace(found.hit, also=also))


def _first_hit(message: Message, scene: Scene, rules: RulesSettings, asked: tuple[Rule[Any], ...]) -> Judgement:
    acting: Hit | None = None
    shadows: list[Hit] = []
    is_free = message.thread_id is not None and str(message.thread_id) in rules.free_topics
    for rule in asked:
        if is_free and rule.name not in EVERYWHERE:
            continue
        settings = rule.settings(rules)
        if settings.mode == "off" or (acting is not None and settings.mode == "on") or scene.spared(settings.spares):
            continue
        hit = rule.check(message, scene, settings)
        if hit is not None and settings.mode == "on":
            acting = hit
        elif hit is not None:
            shadows.append(hit)
    return INNOCENT if acting is None and not shadows else Judgement(hit=acting, shadows=tuple(shadows))


def rule_settings(rule: str, rules: RulesSettings) -> RuleSettings:
    """A rule's settings by its name. Raises StopIteration for a name no rule has."""
    settings: RuleSettings = next(one.settings(rules) for one in RULES if one.name == rule)
    return settings
