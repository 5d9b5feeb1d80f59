"""/rules and /setrules: the group's numbered rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.entries import is_default
from domain.phrases import BLANK, Page, phrase
from domain.refusals import Refusal
from domain.roles import Role
from domain.rules.catalog import RULES
from domain.rules.numbered import read_rules
from handlers.arguments import Arguments, Rest
from handlers.command import Command, NoArguments, Scope
from handlers.targets import replied_to
from services.rules import rules_of, set_rules

if TYPE_CHECKING:
    from domain.phrases import Phrase
    from domain.rules.catalog import Rule
    from domain.rules.numbered import NumberedRule
    from domain.settings import RulesSettings
    from handlers.turn import Turn


CITING = "/set rules.flood.cites 2"


class NewRules(Arguments):
    """The rules, one a line; left out, the message answered to has them."""

    rules: Rest = ""


async def show(turn: Turn, _arguments: NoArguments) -> None:
    """The rules in force."""
    rules = await rules_of(turn.work, turn.about_chat)
    turn.say(Page(lines=(phrase("rules-title"), *lines_of(rules))))


async def put(turn: Turn, arguments: NewRules) -> None:
    """Let these be the rules, and say which of them the automatic rules cite."""
    written = arguments.rules or _answered_text(turn)
    if not written:
        raise Refusal(phrase("rules-none-given"))
    rules = await set_rules(
        turn.work,
        chat_id=turn.about_chat,
        rules=() if is_default(written) else read_rules(written),
        by=turn.user_id,
        timezone=turn.settings.timezone,
        now=turn.now,
    )
    cites = citations(rules, turn.settings.rules)
    turn.say(Page(lines=(phrase("rules-set"), *lines_of(rules), BLANK, *cites)))


def lines_of(rules: tuple[NumberedRule, ...]) -> tuple[Phrase, ...]:
    """Each rule with its number."""
    return tuple(phrase("rules-line", number=str(rule.number), text=rule.text) for rule in rules)


def citations(rules: tuple[NumberedRule, ...], settings: RulesSettings) -> tuple[Phrase, ...]:
    """Which number each automatic rule in force cites, and how to change that."""
    known = {rule.number for rule in rules}
    lines = [phrase("rules-cites-title")]
    for rule in in_force(settings):
        number = rule.settings(settings).cites
        key = "rules-cites" if number in known else "rules-cites-none"
        lines.append(phrase(key, rule=phrase(f"rules-name-{rule.name}"), number=str(number)))
    return (*lines, phrase("rules-cites-change", example=CITING))


def in_force(settings: RulesSettings) -> tuple[Rule[Any], ...]:
    """The automatic rules that are not switched off."""
    return tuple(rule for rule in RULES if rule.settings(settings).mode != "off")


def _answered_text(turn: Turn) -> str:
    reply = replied_to(turn.update.effective_message)
    return (reply.text or reply.caption or "").strip() if reply else ""


COMMANDS = (
    Command(
        name="rules",
        permission=Role.MEMBER,
        scope=Scope.CONNECTED,
        section="rules",
        arguments=NoArguments,
        run=show,
        aliases=("群规",),  # matching data, noqa: zh
    ),
    Command(
        name="setrules",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="rules",
        arguments=NewRules,
        run=put,
    ),
)
