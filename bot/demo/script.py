"""The scene as data: at which time who does what, and what must come of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from bot.demo import checks
from bot.demo.checks import CROWD, MUTE_A_DAY
from domain.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.demo.evidence import Evidence
    from domain.phrases import Phrase

    Check: TypeAlias = Callable[[Evidence], str | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Come:
    """Somebody new joins."""

    who: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Crowd:
    """So many accounts that nobody knows join at once."""

    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Open:
    """Somebody opens the bot in private."""

    who: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Say:
    """Somebody says a line, which may be several messages in a row; `to` is a line it replies to.

    When it is `asking`, nobody goes on before the bot has answered. `private` is said to the bot alone.
    """

    who: str
    line: str
    to: str | None = None
    asking: bool = False
    private: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Press:
    """Somebody presses the button that holds these words: under the bot's answer to a line, or its newest such.

    `private` is in their own chat with the bot.
    """

    who: str
    label: Phrase
    line: str | None = None
    private: bool = False


Deed: TypeAlias = Come | Crowd | Open | Say | Press


@dataclass(frozen=True, kw_only=True, slots=True)
class Beat:
    """What happens at one time of the morning; `check` tells whether it came out as it should."""

    clock: str
    title: str
    deeds: tuple[Deed, ...] = ()
    check: Check


SCRIPT = (
    Beat(
        clock="08:51:00",
        title="Members check in, one of them with 签到",
        deeds=(
            Say(who="first", line="morning"),
            Say(who="first", line="here", asking=True),
            Say(who="second", line="here_too", asking=True),
            Say(who="third", line="here_in_chinese", asking=True),
        ),
        check=checks.checked_in,
    ),
    Beat(
        clock="08:53:00",
        title="A newcomer joins, posts a spam link and is stopped",
        deeds=(Come(who="spammer"), Say(who="spammer", line="spam")),
        check=checks.spammer_stopped,
    ),
    Beat(
        clock="08:54:00",
        title="A manager opens /settings and has floods muted",
        deeds=(
            Say(who="manager", line="settings", asking=True),
            Press(who="manager", line="settings", label=phrase("settings-label-rules")),
            Press(who="manager", line="settings", label=phrase("settings-label-rules-flood")),
            Press(who="manager", line="settings", label=phrase("settings-label-rules-flood-action")),
            Press(who="manager", line="settings", label=MUTE_A_DAY),
        ),
        check=checks.setting_changed,
    ),
    Beat(
        clock="08:56:00",
        title="Somebody floods the chat and is muted",
        deeds=(Come(who="flooder"), Say(who="flooder", line="flood")),
        check=checks.flooder_muted,
    ),
    Beat(
        clock="08:56:20",
        title="A member appeals a warning, and another manager takes it back",
        deeds=(
            Open(who="first"),
            Open(who="owner"),
            Say(who="manager", line="warning", to="morning", asking=True),
            Press(who="first", line="warning", label=phrase("appeals-button")),
            Say(who="first", line="plea", private=True),
            Press(who="owner", label=phrase("appeals-button-granted"), private=True),
        ),
        check=checks.appeal_granted,
    ),
    Beat(
        clock="08:56:40",
        title="A manager tries a stricter rule on the past",
        deeds=(Say(who="manager", line="backtest", asking=True),),
        check=checks.rule_rehearsed,
    ),
    Beat(
        clock="08:57:00",
        title="A manager asks /top",
        deeds=(Say(who="manager", line="top", asking=True),),
        check=checks.ranking_shown,
    ),
    Beat(
        clock="08:58:00",
        title="A member asks /me",
        deeds=(Say(who="curious", line="me", asking=True),),
        check=checks.own_figures_shown,
    ),
    Beat(
        clock="08:58:20",
        title="Many accounts join at once: the group closes, and opens again",
        deeds=(
            Crowd(count=CROWD),
            Press(who="owner", label=phrase("raid-button-end"), private=True),
        ),
        check=checks.raid_held_off,
    ),
    Beat(
        clock="08:59:00",
        title="A newcomer shows to be human, asks a question and gets an answer",
        deeds=(
            Say(who="manager", line="verification", asking=True),
            Come(who="newcomer"),
            Press(who="newcomer", label=phrase("entrance-human")),
            Say(who="newcomer", line="question"),
            Say(who="helpful", line="answer", to="question"),
        ),
        check=checks.question_stands,
    ),
    Beat(
        clock="08:59:59",
        title="The clock reaches nine: the digest of yesterday",
        check=checks.digest_posted,
    ),
)
