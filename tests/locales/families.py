"""Ids that the source puts together: for each beginning, the whole ids there can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from domain import paths
from domain.entrance.greetings import GreetingKind
from domain.entrance.settings import Ending
from domain.entries import label
from domain.paths import Kind
from domain.permissions import Closes
from domain.roles import Role
from domain.rules.actions import LASTING, VERBS
from domain.rules.catalog import RULES
from domain.rules.forwards import SOURCES
from domain.rules.judgement import Mode
from domain.rules.kinds import KINDS
from domain.rules.locking import Fault as LockFault
from domain.rules.newcomers import WITHHELD
from domain.rules.patterns import Reason
from domain.rules.sanctions import Undo
from domain.yaml_trees import Fault
from handlers.catalog import COMMANDS
from handlers.command import Scope
from handlers.start import RIGHTS
from handlers.usage import help_key
from models.verdicts import State
from models.versions import How
from services import appeal_texts, complaint_tickets
from services.reviews import CHOICES
from services.rights import NEEDED, Mark
from services.spans import UNITS
from services.uncertain import NAMED

if TYPE_CHECKING:
    from collections.abc import Iterable


def labels() -> list[str]:
    """Names and explanations of every setting and section."""
    places = [setting.path for setting in paths.all_settings()] + [path for path in paths.sections() if path]
    return [key for place in places for key in (label(place).key, f"{label(place).key}.help")]


def rights() -> set[str]:
    """Every admin right that anything asks for."""
    asked = {right for command in COMMANDS for right in command.bot_rights}
    return {right.removeprefix("can_") for right in asked} | set(RIGHTS)


def made(head: str, names: Iterable[str]) -> tuple[str, ...]:
    """The ids of a beginning."""
    return tuple(f"{head}{name.replace('_', '-')}" for name in names)


# What can be done to somebody; a review is no sentence yet.
SENTENCES = [verb for verb in VERBS if verb != "review"]

FAMILIES: dict[str, tuple[str, ...]] = {
    "common-span-": made("common-span-", [unit for unit, _size in UNITS]),
    "common-role-": made("common-role-", [role.name.lower() for role in Role]),
    "common-right-": made("common-right-can-", sorted(rights())),
    "settings-label-": tuple(labels()),
    "settings-choice-": made(
        "settings-choice-", sorted({choice for one in paths.all_settings() for choice in one.choices})
    ),
    "settings-expected-": made("settings-expected-", Kind),
    "arguments-missing-": made("arguments-missing-", ["number", "word", "rest"]),
    "rules-name-": made("rules-name-", [rule.name for rule in RULES]),
    "rules-because-forwards-": made("rules-because-forwards-", SOURCES),
    "rules-because-newcomers-": made("rules-because-newcomers-", WITHHELD),
    "locks-kind-": tuple(key for kind in KINDS for key in made("locks-kind-", [kind, f"{kind}.help"])),
    "locks-refused-": made("locks-refused-", [fault for fault in get_args(LockFault) if fault != "kind"]),
    "blocklist-refused-": made("blocklist-refused-", get_args(Reason)),
    "actions-": (*made("actions-", VERBS), *made("actions-", [f"{verb}-for" for verb in sorted(LASTING)])),
    "moderation-log-": made("moderation-log-", [*SENTENCES, *get_args(Undo), "resetwarns"]),
    "moderation-done-": made(
        "moderation-done-",
        [
            "warn",
            "top",
            "unmuted",
            "delete",
            "kick",
            "ban",
            "ban-until",
            "mute-until",
            "restrict-until",
            "unban-channel",
            *get_args(Undo),
        ],
    ),
    # A mute always ends, so there are no words for one that does not.
    "moderation-step-": made(
        "moderation-step-",
        ["warn", "top", "unmuted", "delete", "kick", "ban", "ban-until", "mute-until", "restrict-until"],
    ),
    "greetings-standard-": made("greetings-standard-", get_args(GreetingKind)),
    "greetings-": made("greetings-", [f"{kind}-{state}" for kind in get_args(GreetingKind) for state in ("on", "off")]),
    "raid-ending-": made("raid-ending-", get_args(Ending)),
    "night-": made("night-", [*get_args(Closes), "over"]),
    "night-state-": made("night-state-", get_args(Closes)),
    "appeals-button-": made("appeals-button-", appeal_texts.DECISIONS),
    "appeals-done-": made("appeals-done-", appeal_texts.DECISIONS),
    "appeals-told-": made("appeals-told-", [*appeal_texts.DECISIONS, "ban", "ban-until", "kick"]),
    "reviews-button-": made("reviews-button-", CHOICES),
    "reviews-done-": made("reviews-done-", CHOICES),
    "remedies-": made(
        "remedies-",
        ["add-links", "add-invites", "remove-blocklist", "remove-links", "put-flood", "put-mentions", "put-repeats"],
    ),
    "tickets-state-": made("tickets-state-", get_args(State)),
    "rule-list-": made("rule-list-", get_args(Mode)),
    "rule-button-": made("rule-button-", get_args(Mode)),
    "complaints-button-": made("complaints-button-", complaint_tickets.DECISIONS),
    "complaints-done-": made("complaints-done-", complaint_tickets.DECISIONS),
    "versions-how-": made("versions-how-", get_args(How)),
    "files-": made("files-", ["large", "unreachable"]),
    "files-refused-": made(
        "files-refused-", [*get_args(Fault), "header", "unknown", "private", "section", "value", "rules"]
    ),
    "delivery-purpose-": made("delivery-purpose-", NAMED),
    "delivery-button-": made("delivery-button-", ["resend", "arrived"]),
    "documentation-scope-": made("documentation-scope-", Scope),
    "roles-heading-": made("roles-heading-", [role.name.lower() for role in Role if role is not Role.MEMBER]),
    "verify-": made("verify-", Mark),
    "verify-use-": made("verify-use-", NEEDED),
    "help-": tuple(help_key(command) for command in COMMANDS),
    "help-section-": made("help-section-", sorted({command.section for command in COMMANDS})),
}
# Said only when there are such words.
OPTIONAL = tuple(f"{help_key(command)}.{name}" for command in COMMANDS for name in ("usage", "example"))
