"""Members whose name or @username looks like that of somebody who runs the chat."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct
from pydantic import Field
from rapidfuzz.fuzz import ratio

from domain.confusables import skeleton
from domain.phrases import phrase
from domain.rules.actions import ActionText
from domain.rules.judgement import Hit, Mode, RuleSettings

if TYPE_CHECKING:
    from domain.messages import Message
    from domain.rules.judgement import Scene, Staff

QUOTE_LENGTH = 60
WORD = re.compile(r"[^\W_]+")
SPACELESS = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
# A name without spaces of so many characters is somebody's own; shorter ones are shared by many.
TELLING = 3
SHORTEST_USERNAME = 5
# A stroke between blanks parts a name from a title; within a word it is drawn for a letter.
STROKE = re.compile(r"(?<!\S)[|!]+(?!\S)")
SPACELESS_TITLE = re.compile("管理员|管理|客服|官方|群主|群管|助理|运营")  # matching data, noqa: zh
# What people put beside a name to seem to speak for the group.
TITLES = (
    *("admin", "administrator", "official", "support", "mod", "moderator", "owner", "team", "helpdesk", "service"),
    *("管理", "客服", "官方", "群主", "群管", "助理", "运营"),  # matching data, noqa: zh
    *("админ", "администратор", "поддержка", "официальный"),
)


class ImpersonationSettings(RuleSettings):
    """Who is at least `similarity` percent like one of the staff is no member of it; a look by managers follows."""

    mode: Mode = "off"
    action: ActionText = "review"
    cites: int = Field(default=5, ge=0, le=50)
    similarity: int = Field(default=90, ge=70, le=100)


class Look(Struct, frozen=True, kw_only=True):
    """A name and @username as an eye takes them: plain letters, without titles and ornaments."""

    name: str
    words: frozenset[str]
    handle: str

    @property
    def is_telling(self) -> bool:
        """Whether the name alone points at one person: a first name alone, shared by many, does not."""
        return len(self.words) > 1 or (len(self.name) >= TELLING and SPACELESS.search(self.name) is not None)


def check(message: Message, scene: Scene, settings: ImpersonationSettings) -> Hit | None:
    """Somebody who writes under the name of another who runs the chat."""
    if not scene.staff or message.sender_id in {one.user_id for one in scene.staff}:
        return None
    double = impersonates(message.sender_name, message.sender_username, scene.staff, settings)
    if double is None:
        return None
    quote = message.sender_name or f"@{message.sender_username}"
    return Hit(
        rule="impersonation",
        because=phrase("rules-because-impersonation", name=double.name),
        quote=quote[:QUOTE_LENGTH],
    )


def impersonates(
    name: str, username: str, staff: tuple[Staff, ...], settings: ImpersonationSettings, *, bio: str = ""
) -> Staff | None:
    """Whose double somebody seems to be, by name, @username or what their bio claims; None for nobody's.

    A name counts when it is more than a first name. An @username counts when a look-alike character is all that
    sets it apart, or when the names are alike as well.
    """
    if not name and not username:
        return None
    look = look_of(name, username)
    claims = skeleton(bio) if bio else ""
    for one in staff:
        theirs = look_of(one.name, one.username)
        if _is_double(look, theirs, settings.similarity) or (claims and _claims_to_be(claims, one, theirs)):
            return one
    return None


@lru_cache(maxsize=4096)
def look_of(name: str, username: str) -> Look:
    """What of a name and @username is compared."""
    bare = STROKE.sub(" ", SPACELESS_TITLE.sub(" ", name))
    words = [word for word in WORD.findall(skeleton(bare)) if word not in titles()]
    return Look(name=" ".join(words), words=frozenset(words), handle=skeleton(username).replace("_", ""))


@cache
def titles() -> frozenset[str]:
    """The titles as an eye takes them."""
    return frozenset(map(skeleton, TITLES))


def _is_double(look: Look, theirs: Look, similarity: int) -> bool:
    are_named_alike = bool(look.name) and _similarity(look, theirs, at_least=similarity) >= similarity
    if are_named_alike and theirs.is_telling:
        return True
    if len(theirs.handle) < SHORTEST_USERNAME or not look.handle:
        return False
    if look.handle == theirs.handle:
        return True
    return are_named_alike and ratio(look.handle, theirs.handle) >= similarity


def _similarity(look: Look, theirs: Look, *, at_least: int) -> float:
    """How alike two names are, in percent; where they share words, the words they do not share must be alike too."""
    whole = ratio(look.name, theirs.name, score_cutoff=at_least)
    if whole == 0 and look.words == theirs.words:
        return 100
    shared = look.words & theirs.words
    if not shared or look.words == theirs.words:
        return whole
    rest = " ".join(sorted(look.words - shared)), " ".join(sorted(theirs.words - shared))
    return min(whole, ratio(*rest))


def _claims_to_be(claims: str, one: Staff, theirs: Look) -> bool:
    """Whether a bio speaks of one of the staff and of an office at once."""
    if not any(title in claims for title in titles()):
        return False
    named = one.username != "" and skeleton(f"@{one.username}") in claims
    return named or (theirs.is_telling and theirs.name in " ".join(WORD.findall(claims)))
