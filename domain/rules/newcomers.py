"""What those who have just come cannot post yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias, get_args

from pydantic import AfterValidator, Field

from domain.phrases import phrase
from domain.rules.actions import ActionText
from domain.rules.addresses import hosts_in
from domain.rules.choices import chosen_from
from domain.rules.judgement import Hit, Mode, RuleSettings
from domain.rules.newness import is_new

if TYPE_CHECKING:
    from domain.messages import Message
    from domain.rules.judgement import Scene

Withheld: TypeAlias = Literal["links", "media", "forwards", "inline", "buttons"]
WITHHELD: tuple[Withheld, ...] = get_args(Withheld)
MEDIA = frozenset(
    {
        *("audio", "contact", "document", "game", "gif", "giveaway", "invoice", "location", "paidmedia", "photo"),
        *("poll", "checklist", "sticker", "story", "video", "videonote", "voice"),
    }
)
TRAITS = {
    "media": MEDIA,
    "forwards": frozenset({"forward"}),
    "inline": frozenset({"inline"}),
    "buttons": frozenset({"button"}),
}


def withheld(written: tuple[str, ...]) -> tuple[str, ...]:
    """Each kind once. Raises ValueError for one there is not."""
    return chosen_from(WITHHELD, written)


class NewcomersSettings(RuleSettings):
    """Nothing of these `kinds` in somebody's first hours and first messages."""

    mode: Mode = "off"
    action: ActionText = "delete"
    cites: int = Field(default=4, ge=0, le=50)
    hours: int = Field(default=24, ge=0, le=720)
    messages: int = Field(default=3, ge=0, le=100)
    kinds: Annotated[tuple[str, ...], AfterValidator(withheld)] = ("media", "forwards", "inline", "buttons")


def check(message: Message, scene: Scene, settings: NewcomersSettings) -> Hit | None:
    """Something that has to wait."""
    if not is_new(message, scene, hours=settings.hours, messages=settings.messages):
        return None
    for kind in settings.kinds:
        if any(hosts_in(message)) if kind == "links" else message.traits & TRAITS[kind]:
            return Hit(rule="newcomers", because=phrase(f"rules-because-newcomers-{kind}"))
    return None
