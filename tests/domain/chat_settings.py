"""Any valid settings of a chat, made from the model itself, for properties that must hold of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st
from pydantic import ValidationError

from domain import paths
from domain.paths import Kind
from domain.rules.actions import PRESETS
from domain.zones import COMMON

if TYPE_CHECKING:
    from domain.paths import Setting

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20)
LISTS = {
    "rules.links.allowed": st.sampled_from(("example.com", "wiki.example.org", "例子.中国", "a.b.c")),
    "digest.targets": st.sampled_from(("here", "topic:12", "-1001234567890")),
}


def value_of(setting: Setting) -> st.SearchStrategy[object]:
    """Values that may stand at a setting; some may be refused all the same."""
    kinds: dict[Kind, st.SearchStrategy[object]] = {
        Kind.TOGGLE: st.booleans(),
        Kind.CHOICE: st.sampled_from(setting.choices or ("",)),
        Kind.ACTION: st.sampled_from((*PRESETS, "ban 90d silent", "warn keep")),
        Kind.NUMBER: st.integers(setting.least, setting.most),
        Kind.TIME: st.times().map(lambda time: f"{time:%H:%M}"),
        Kind.ZONE: st.sampled_from(COMMON),
        Kind.CHAT: st.integers(-(2**52), -1),
        Kind.LIST: st.lists(LISTS.get(setting.path, WORDS), max_size=6, unique=True).map(tuple),
        Kind.TEXT: WORDS,
    }
    return kinds[setting.kind]


def fits(path: str, value: object) -> bool:
    """Whether the model takes the value."""
    try:
        paths.assemble({path: value})
    except ValidationError:
        return False
    return True


def overrides() -> st.SearchStrategy[dict[str, object]]:
    """Some settings, each with a value that the model takes."""
    some = st.fixed_dictionaries({}, optional={one.path: value_of(one) for one in paths.all_settings()})
    return some.map(lambda values: {path: value for path, value in values.items() if fits(path, value)})
