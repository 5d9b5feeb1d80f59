"""Windows: rules that are off for a while, and come back by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from domain.settings import RulesSettings


def loosened(rules: RulesSettings, names: Iterable[str]) -> RulesSettings:
    """The settings with these rules off."""
    off = {name: getattr(rules, name).model_copy(update={"mode": "off"}) for name in names if hasattr(rules, name)}
    return rules.model_copy(update=off) if off else rules
