"""Messages forwarded from elsewhere, by where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias, get_args

from pydantic import AfterValidator, Field

from domain.phrases import phrase
from domain.rules.choices import chosen_from
from domain.rules.judgement import Hit, Mode, RuleSettings
from domain.rules.names import Names, is_named

if TYPE_CHECKING:
    from domain.messages import Message
    from domain.rules.judgement import Scene

ForwardSource: TypeAlias = Literal["user", "bot", "hidden", "chat", "channel", "story"]
SOURCES: tuple[ForwardSource, ...] = get_args(ForwardSource)
QUOTE_LENGTH = 60


def sources(written: tuple[str, ...]) -> tuple[str, ...]:
    """Each source once. Raises ValueError for one there is not."""
    return chosen_from(SOURCES, written)


class ForwardsSettings(RuleSettings):
    """No forwards from these `kinds` of sources, but `allowed` ones by @username or id."""

    mode: Mode = "off"
    cites: int = Field(default=3, ge=0, le=50)
    kinds: Annotated[tuple[str, ...], AfterValidator(sources)] = ("bot", "chat", "channel", "story")
    allowed: Names = ()


def check(message: Message, scene: Scene, settings: ForwardsSettings) -> Hit | None:
    """A forward or a story from elsewhere; what was first said here, or by the sender, may be said again."""
    origin = message.forward
    kind = "story" if "story" in message.traits else origin.kind if origin is not None else ""
    if kind not in settings.kinds:
        return None
    username, source_id = (origin.username, origin.source_id) if origin is not None else ("", None)
    if source_id is not None and source_id in {message.chat_id, message.sender_id}:
        return None
    if is_named(settings.allowed, username=username, chat_id=source_id) or _is_own(scene, username, source_id):
        return None
    name = origin.name if origin is not None else ""
    return Hit(rule="forwards", because=phrase(f"rules-because-forwards-{kind}"), quote=name[:QUOTE_LENGTH])


def _is_own(scene: Scene, username: str, source_id: int | None) -> bool:
    return username in scene.own_names or str(source_id) in scene.own_names
