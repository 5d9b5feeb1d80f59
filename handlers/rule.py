"""/rule: the automatic rules, what each does and how well, switched, changed, tried out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from domain import durations
from domain.effects import Button, Edit
from domain.entries import is_default, label, shown_value, value_of
from domain.paths import below, read
from domain.phrases import BLANK, Page, phrase
from domain.refusals import Refusal
from domain.reports.lists import joined
from domain.roles import Role
from domain.rules.actions import BadActionError, read_action
from domain.rules.catalog import RULES, rule_settings
from domain.rules.records import NONE
from handlers import rule_words
from handlers.arguments import Arguments, Rest
from handlers.command import ButtonAction, Command, Scope
from services import backtests, records, windows
from services.rules import cited
from services.settings import change, reset
from services.tasks import Question
from services.tickets import rule_name

if TYPE_CHECKING:
    from domain.effects import Keyboard
    from domain.phrases import Phrase
    from domain.rules.judgement import Mode
    from domain.rules.records import Record
    from handlers import buttons
    from handlers.command import AnyCommand
    from handlers.turn import Turn

SET_MODE, TRY = "rule-mode", "rule-backtest"
SPAN = timedelta(days=7)
# These stand in the lines above the others.
SHOWN_APART = frozenset({"mode", "action", "cites", "spares"})


class RuleArguments(Arguments):
    """A rule, and what is to become of it; all rules when left out."""

    words: Rest = ""


async def run(turn: Turn, arguments: RuleArguments) -> None:
    """List, show, switch, change or try."""
    first, _, rest = arguments.words.partition(" ")
    if not first:
        turn.say(await _list(turn))
        return
    if first.lower() in rule_words.BACKTEST:
        name, _, rest = rest.strip().partition(" ")
        await _backtest(turn, rule_words.rule_named(turn, name), rest)
        return
    rule = rule_words.rule_named(turn, first)
    verb, _, rest = rest.strip().partition(" ")
    if not verb:
        text, keyboard = await _page(turn, rule)
        turn.say(text, keyboard=keyboard)
    elif verb.lower() in rule_words.BACKTEST:
        await _backtest(turn, rule, rest)
    else:
        await _change(turn, rule, verb.lower(), rest.strip())


async def press_mode(turn: Turn, arguments: buttons.Arguments) -> None:
    """Switch a rule, and show it as it is now."""
    rule, mode = _pressed_rule(arguments), str(arguments.get("mode"))
    turn = await _changed(turn, f"rules.{rule}.mode", mode)
    await _show_again(turn, rule)


async def press_backtest(turn: Turn, arguments: buttons.Arguments) -> None:
    """Try a rule on the last week."""
    await _backtest(turn, _pressed_rule(arguments), "")


def _pressed_rule(arguments: buttons.Arguments) -> str:
    found = next((rule.name for rule in RULES if rule.name == arguments.get("rule")), None)
    if found is None:
        raise Refusal(phrase("common-button-expired"))
    return found


async def _change(turn: Turn, rule: str, verb: str, rest: str) -> None:
    """One setting of the rule."""
    if verb in rule_words.MODES and not rest:
        turn = await _changed(turn, f"rules.{rule}.mode", rule_words.MODES[verb])
    elif verb in rule_words.ACTION:
        turn = await _changed(turn, f"rules.{rule}.action", _action(rest))
    elif verb in rule_words.SET:
        name, _, value = rest.partition(" ")
        setting = rule_words.setting_of(rule, name)
        turn = await _changed(turn, setting.path, None if is_default(value) else value_of(setting, value))
    else:
        raise Refusal(phrase("rule-verb-unknown", word=verb[:40], rule=rule))
    text, keyboard = await _page(turn, rule)
    turn.say(Page(lines=(phrase("rule-changed"), *text.lines)), keyboard=keyboard)


def _action(text: str) -> str:
    try:
        return read_action(text).written
    except BadActionError as error:
        raise Refusal(phrase("rule-action-unclear", word=(error.word or text)[:40])) from error


async def _changed(turn: Turn, path: str, value: object) -> Turn:
    """The turn with the setting changed; None brings the default back."""
    if value is None:
        settings = await reset(turn.work, chat_id=turn.about_chat, path=path, by=turn.user_id, now=turn.now)
    else:
        settings = await change(
            turn.work, chat_id=turn.about_chat, path=path, value=value, by=turn.user_id, now=turn.now
        )
    return replace(turn, settings=settings)


async def _show_again(turn: Turn, rule: str) -> None:
    if turn.message_id is not None:
        text, keyboard = await _page(turn, rule)
        turn.do(
            Edit(
                chat_id=turn.chat_id,
                message_id=turn.message_id,
                text=text,
                keyboard=keyboard,
                language=turn.language,
            )
        )


async def _backtest(turn: Turn, rule: str, words: str) -> None:
    """Have the rule, as it stands or with changes, tried on what was written."""
    first, _, rest = words.strip().partition(" ")
    span = durations.parse(first) if first else None
    draft, changes = rule_words.draft_of(turn.settings, rule, rest if span is not None else words)
    tried = min(span or SPAN, backtests.LONGEST)
    await backtests.ask(
        turn.work,
        Question(
            chat_id=turn.about_chat,
            asked_by=turn.user_id,
            place=turn.chat_id,
            thread_id=turn.thread_id,
            language=turn.language,
        ),
        rule=rule,
        span=tried,
        draft=draft.rules,
        current=turn.settings.rules,
        changes=changes,
        now=turn.now,
    )
    turn.say(phrase("rehearsal-started", rule=rule_name(rule), span=tried))


async def _list(turn: Turn) -> Page:
    """Every rule in a line, those that are off together in one."""
    found = await records.last_month(turn.work, turn.about_chat, timezone=turn.settings.timezone, now=turn.now)
    lines: list[Phrase] = [phrase("rule-list-title")]
    off = []
    for rule in RULES:
        settings, record = rule_settings(rule.name, turn.settings.rules), found.get(rule.name, NONE)
        if settings.mode == "off" and not record.fired and not record.shadow:
            off.append(phrase("settings-near", path=rule.name))
            continue
        line = phrase(f"rule-list-{settings.mode}", rule=rule.name, name=rule_name(rule.name))
        lines.append(phrase("rule-list-line", rule=line, action=read_action(settings.action).described))
        lines += [phrase("rule-list-record", record=one) for one in _record(record)]
    if off:
        lines.append(phrase("rule-list-resting", rules=joined(off)))
    lines += await _windows(turn)
    return Page(lines=(*lines, BLANK, phrase("rule-list-how")))


async def _page(turn: Turn, rule: str) -> tuple[Page, Keyboard]:
    """One rule with everything about it, and buttons."""
    settings = rule_settings(rule, turn.settings.rules)
    found = await records.last_month(turn.work, turn.about_chat, timezone=turn.settings.timezone, now=turn.now)
    number = await cited(turn.work, turn.about_chat, settings.cites)
    lines = [
        phrase(f"rule-list-{settings.mode}", rule=rule, name=rule_name(rule)),
        phrase("rule-action", action=read_action(settings.action).described),
        phrase("rules-cited", number=str(number.number), text=number.text) if number else phrase("rule-cites-none"),
        phrase("rule-spares", spares=phrase(f"settings-choice-{settings.spares}")),
    ]
    for setting in below(f"rules.{rule}"):
        if setting.path.rpartition(".")[2] not in SHOWN_APART:
            value = shown_value(setting, read(turn.settings, setting.path))
            name = setting.path.rpartition(".")[2]
            lines.append(phrase("rule-setting", name=name, label=label(setting.path), value=value))
    lines += [BLANK, *(_record(found.get(rule, NONE)) or (phrase("rule-record-none"),)), *await _windows(turn, rule)]
    return Page(lines=tuple(lines)), _buttons(turn, rule, settings.mode)


def _record(record: Record) -> list[Phrase]:
    """How it did over the last month."""
    lines = []
    if record.fired:
        said = {"fired": record.fired, "overturned": record.overturned}
        precision = record.precision
        lines.append(
            phrase("rule-record-waiting", **said)
            if precision is None
            else phrase("rule-record", **said, precision=precision)
        )
    if record.shadow:
        lines.append(phrase("rule-record-shadow", count=record.shadow))
    return lines


async def _windows(turn: Turn, rule: str | None = None) -> list[Phrase]:
    """What is loosened just now."""
    open_ones = await windows.in_force(turn.work, turn.about_chat, at=turn.now)
    return [windows.line_of(window) for window in open_ones if rule is None or rule in window.rules]


def _buttons(turn: Turn, rule: str, mode: Mode) -> Keyboard:
    def button(action: str, words: Phrase, **arguments: str) -> Button:
        return Button(
            label=words,
            action=action,
            arguments={"rule": rule, **arguments},
            permission=Role.MANAGER,
            chat_id=turn.about_chat,
        )

    modes = [one for one in ("on", "shadow", "off") if one != mode]
    return (
        tuple(button(SET_MODE, phrase(f"rule-button-{one}"), mode=one) for one in modes),
        (button(TRY, phrase("rule-button-backtest")),),
    )


COMMANDS: tuple[AnyCommand, ...] = (
    Command(
        name="rule",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="rules",
        arguments=RuleArguments,
        run=run,
    ),
)

BUTTONS = (ButtonAction(name=SET_MODE, run=press_mode), ButtonAction(name=TRY, run=press_backtest))
