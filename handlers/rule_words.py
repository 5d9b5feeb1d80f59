"""Reading which rule somebody means, and what of it: names, words for what can be done, settings of a draft."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from pydantic import ValidationError

from domain.entries import refusal, value_of
from domain.phrases import phrase
from domain.refusals import Refusal
from domain.reports.lists import joined
from domain.reports.titles import shorten
from domain.rules.catalog import RULES
from domain.settings import ChatSettings
from services.settings import known_setting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from domain import paths
    from domain.rules.judgement import Mode
    from handlers.turn import Turn

NEAREST = 3
WORD_CELLS = 40
MODES: Mapping[str, Mode] = {
    "on": "on",
    "off": "off",
    "shadow": "shadow",
    "开": "on",  # matching data, noqa: zh
    "开启": "on",  # matching data, noqa: zh
    "关": "off",  # matching data, noqa: zh
    "关闭": "off",  # matching data, noqa: zh
    "观察": "shadow",  # matching data, noqa: zh
}
ACTION = frozenset({"action", "处理", "动作"})  # matching data, noqa: zh
SET = frozenset({"set", "设", "设置"})  # matching data, noqa: zh
BACKTEST = frozenset({"backtest", "try", "试跑", "试"})  # matching data, noqa: zh
CHANGE = re.compile(r"([a-z_]+)\s*[=＝]\s*(\"[^\"]*\"|\S+)")


def rule_named(turn: Turn, word: str) -> str:
    """The rule of this name, or of the name people read. Raises Refusal with the nearest names."""
    names = {rule.name: rule.name for rule in RULES}
    spoken = {_spoken(turn, name): name for name in names}
    wanted = word.lower()
    found = names.get(wanted) or spoken.get(wanted)
    if found is not None:
        return found
    near = get_close_matches(wanted, names, n=NEAREST, cutoff=0.6) or list(names)
    known = joined([phrase("settings-near", path=name) for name in near])
    raise Refusal(phrase("rule-unknown", word=shorten(word, WORD_CELLS), near=known))


def _spoken(turn: Turn, name: str) -> str:
    words = turn.words.plain(phrase(f"rules-name-{name}"), language=turn.language, timezone="UTC")
    return words.lower()


def setting_of(rule: str, name: str) -> paths.Setting:
    """A setting of a rule. Raises Refusal with the nearest names."""
    return known_setting(f"rules.{rule}.{name.lower()}")


def draft_of(settings: ChatSettings, rule: str, words: str) -> tuple[ChatSettings, dict[str, str]]:
    """The settings with `name=value` words in place, and these words. Raises Refusal for what does not fit."""
    rest = CHANGE.sub("", words).strip()
    if rest:
        raise Refusal(phrase("rule-draft-unclear", word=shorten(rest, WORD_CELLS)))
    changes: dict[str, str] = {}
    drafted = settings
    for name, written in CHANGE.findall(words):
        setting, value = setting_of(rule, name), written.strip('"')
        drafted = _with(drafted, setting, value_of(setting, value))
        changes[name] = value
    return drafted, changes


def _with(settings: ChatSettings, setting: paths.Setting, value: object) -> ChatSettings:
    whole = settings.model_dump()
    *outer, name = setting.path.split(".")
    place = whole
    for part in outer:
        place = place[part]
    place[name] = value
    try:
        return ChatSettings.model_validate(whole)
    except ValidationError as error:
        raise refusal(setting, value) from error


def rules_named(turn: Turn, words: Sequence[str]) -> list[str]:
    """Several rules. Raises Refusal for the first that is none."""
    return [rule_named(turn, word.strip(",，、")) for word in words if word.strip(",，、")]
