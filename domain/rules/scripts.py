"""Messages in ways of writing that the group does not use."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from pydantic import AfterValidator, Field

from domain.phrases import phrase
from domain.rules.choices import chosen_from
from domain.rules.judgement import Hit, Mode, RuleSettings
from domain.scripts import SCRIPTS, count_of, letters_of

if TYPE_CHECKING:
    from domain.messages import Message
    from domain.rules.judgement import Scene

# Letters in circles, bold or otherwise drawn, which normalisation makes plain ones.
STYLED = re.compile("[\u2100-\u214f\u2460-\u24ff\uff21-\uff5a\uff66-\uff9f\U0001d400-\U0001d7ff\U0001f130-\U0001f189]")
# Whether the scripts listed are those that are not wanted, or the only ones that are.
Way: TypeAlias = Literal["unwanted", "only"]


def known_scripts(written: tuple[str, ...]) -> tuple[str, ...]:
    """Each script once. Raises ValueError for one that is not known."""
    return chosen_from(SCRIPTS, written)


class ScriptsSettings(RuleSettings):
    """`scripts` that are not wanted, or the only ones that are, where `letters` and their `share` in percent are met.

    Names and single words in another script are so left alone.
    """

    mode: Mode = "off"
    cites: int = Field(default=1, ge=0, le=50)
    way: Way = "unwanted"
    scripts: Annotated[tuple[str, ...], AfterValidator(known_scripts)] = ()
    letters: int = Field(default=5, ge=1, le=100)
    share: int = Field(default=60, ge=1, le=100)


def check(message: Message, _scene: Scene, settings: ScriptsSettings) -> Hit | None:
    """Enough letters of a script that is not wanted."""
    said = message.said
    if not settings.scripts or len(said) < settings.letters:
        return None
    if said.isascii() and ("latin" in settings.scripts) == (settings.way == "only"):
        return None
    plain = unicodedata.normalize("NFKC", said) if STYLED.search(said) else said
    foreign = count_of(plain, settings.scripts, outside=settings.way == "only")
    if foreign < settings.letters or foreign * 100 < settings.share * letters_of(plain):
        return None
    return Hit(rule="scripts", because=phrase("rules-because-scripts"))
