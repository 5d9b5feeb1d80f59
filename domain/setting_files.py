"""A chat's settings and numbered rules as a YAML file: written, and read again with every mistake named by its line.

What belongs to one chat alone never stands in a file: its log, its managers' chat, who reads its digest, whether it
shares its bans.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml
from pydantic import ValidationError

from domain import paths
from domain.entries import NO, YES, expected
from domain.paths import Kind
from domain.phrases import phrase
from domain.refusals import Refusal
from domain.reports.titles import shorten
from domain.rules.numbered import LONGEST_RULE, LONGEST_WHOLE, MOST_RULES
from domain.yaml_trees import BadYamlError, Branch, Items, Scalar, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from domain.paths import Setting, SettingValue
    from domain.phrases import Value
    from domain.settings import ChatSettings
    from domain.yaml_trees import Tree

VERSION = "1"
HEADER, SETTINGS, NUMBERED = "steward", "settings", "numbered_rules"
# Whose digest and whose bans these are is for each group to say.
OWN = frozenset({"digest.targets", "bans.share"})
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
LONGEST_LINE = 1000
NAME_CELLS = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Contents:
    """What a file says: values by path, and the numbered rules when it has any; none at all are the built-in ones."""

    values: Mapping[str, SettingValue]
    rules: tuple[str, ...] | None = None


@dataclass(slots=True)
class _Read:
    """Values found so far, each with its line."""

    values: dict[str, SettingValue] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


def is_portable(setting: Setting) -> bool:
    """Whether a setting means the same in every chat, and so may stand in a file."""
    return setting.kind is not Kind.CHAT and setting.path not in OWN


def written(settings: ChatSettings, rules: Sequence[str]) -> str:
    """The file: every portable setting as it holds now, so that it means the same wherever it is read."""
    whole: dict[str, object] = {}
    for setting in filter(is_portable, paths.all_settings()):
        *outer, name = setting.path.split(".")
        place = whole
        for part in outer:
            inner = place.setdefault(part, {})
            place = inner if isinstance(inner, dict) else {}
        value = paths.read(settings, setting.path)
        place[name] = list(value) if isinstance(value, tuple) else value
    content = {HEADER: int(VERSION), SETTINGS: whole, NUMBERED: list(rules)}
    return str(yaml.dump(content, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=LONGEST_LINE))


def read_file(text: str) -> Contents:
    """What the file says. Raises Refusal, in one sentence with its line, for the first mistake found."""
    try:
        tree = read_tree(text)
    except BadYamlError as error:
        raise _refused(error.fault, error.line) from error
    if not isinstance(tree, Branch) or not _is_headed(tree):
        raise _refused("header", 1)
    for name, inner in tree.items.items():
        if name not in {HEADER, SETTINGS, NUMBERED}:
            raise _refused("unknown", inner.line, path=name)
    found = _Read()
    _read_section(tree.items.get(SETTINGS), "", found)
    _validate(found)
    rules = tree.items.get(NUMBERED)
    return Contents(values=found.values, rules=None if rules is None else _rules(rules))


def _is_headed(tree: Branch) -> bool:
    header = tree.items.get(HEADER)
    return isinstance(header, Scalar) and header.text.strip() == VERSION


def _read_section(tree: Tree | None, path: str, found: _Read) -> None:
    if tree is None or _is_empty(tree):
        return
    if not isinstance(tree, Branch):
        raise _refused("section", tree.line, path=path or SETTINGS)
    for name, inner in tree.items.items():
        place = f"{path}.{name}" if path else name
        setting = paths.find(place)
        if setting is not None:
            if not is_portable(setting):
                raise _refused("private", inner.line, path=place)
            found.values[place] = _value(setting, inner)
            found.lines[place] = inner.line
        elif place in paths.sections():
            _read_section(inner, place, found)
        else:
            raise _refused("unknown", inner.line, path=place)


def _is_empty(tree: Tree) -> bool:
    return isinstance(tree, Scalar) and not tree.text and not tree.quoted


def _value(setting: Setting, tree: Tree) -> SettingValue:
    if setting.kind is Kind.LIST:
        return () if _is_empty(tree) else tuple(_texts(tree, setting))
    if not isinstance(tree, Scalar):
        raise _unfit(setting, tree.line)
    word = tree.text.strip().lower()
    match setting.kind:
        case Kind.TOGGLE if word in YES | NO:
            return word in YES
        case Kind.NUMBER if word.removeprefix("-").isdecimal() and len(word) < len("-") + 18:
            return int(word)
        case Kind.TOGGLE | Kind.NUMBER:
            raise _unfit(setting, tree.line)
        case _:
            return tree.text


def _texts(tree: Tree, setting: Setting) -> Iterator[str]:
    if not isinstance(tree, Items):
        raise _unfit(setting, tree.line)
    for item in tree.items:
        if not isinstance(item, Scalar):
            raise _unfit(setting, item.line)
        yield item.text


def _validate(found: _Read) -> None:
    try:
        paths.assemble(found.values)
    except ValidationError as error:
        place = ".".join(str(part) for part in error.errors()[0]["loc"])
        at_fault = [path for path in found.values if place == path or place.startswith(f"{path}.")]
        path = at_fault[0] if at_fault else next(iter(found.values))
        setting = paths.find(path)
        if setting is None:
            raise
        raise _unfit(setting, found.lines[path]) from error


def _rules(tree: Tree) -> tuple[str, ...]:
    if _is_empty(tree):
        return ()
    if not isinstance(tree, Items) or not all(isinstance(item, Scalar) for item in tree.items):
        raise _refused("rules", tree.line)
    rules = tuple(item.text for item in tree.items if isinstance(item, Scalar))
    too_long = len(rules) > MOST_RULES or sum(map(len, rules)) > LONGEST_WHOLE
    if too_long or any(len(rule) > LONGEST_RULE for rule in rules):
        raise Refusal(phrase("rules-too-long", rules=MOST_RULES, each=LONGEST_RULE, whole=LONGEST_WHOLE))
    if any(not rule.strip() or rule.splitlines() != [rule] for rule in rules):
        raise _refused("rules", tree.line)
    return rules


def _unfit(setting: Setting, line: int) -> Refusal:
    return _refused("value", line, path=setting.path, expected=expected(setting))


def _refused(fault: str, line: int, *, path: str = "", **values: Value) -> Refusal:
    known: dict[str, Value] = {"line": str(line)}
    if path:
        known["path"] = shorten(path, NAME_CELLS)
    return Refusal(phrase(f"files-refused-{fault}", **known, **values))
