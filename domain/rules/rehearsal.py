"""Rehearsal: what a draft of a rule would have done to messages that were written, before it bites."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from domain.messages import Origin
from domain.roles import Role
from domain.rules.catalog import RULES, judge
from domain.rules.echoes import RecentTexts, sketch_of
from domain.rules.immunity import immune
from domain.rules.judgement import Recent, Scene
from domain.trust import Earned, is_trusted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime
    from typing import TypeAlias

    from domain.messages import Message
    from domain.rules.judgement import Hit
    from domain.settings import RulesSettings
    from domain.spam.likelihood import Likelihood

    Suspect: TypeAlias = "Callable[[Message], Likelihood]"

# What rules are given of a sender's messages before the judged one.
WINDOW = timedelta(minutes=10)
MOST_RECENT = 200
EXAMPLES = 5
EXCERPT = 120


class Author(Struct, frozen=True, kw_only=True):
    """A member as the rehearsal knows them: today's figures, and `messages` as of its beginning."""

    messages: int = 0
    worthy: int = 0
    since: datetime | None = None
    joined_at: datetime | None = None
    approved_at: datetime | None = None
    proven: bool = False
    role: Role = Role.MEMBER


class Example(Struct, frozen=True, kw_only=True):
    """A message that would have been hit."""

    message_id: int
    user_id: int
    text: str


class Outcome(Struct, frozen=True, kw_only=True):
    """What the draft would have done. Members are counted once; `also_now` are hits of the rule as it stands.

    `textless` are messages whose text is not kept any more, so that words could not be looked for in them.
    """

    looked_at: int
    hits: int
    members: int
    trusted: int
    proven: int
    also_now: int
    only_now: int
    textless: int
    examples: tuple[Example, ...]


class _Talk:
    """The scene rebuilt message by message: who wrote what shortly before, and how much in all."""

    def __init__(
        self,
        authors: Mapping[int, Author],
        rules: RulesSettings,
        *,
        suspect: Suspect | None,
        own_names: frozenset[str],
    ) -> None:
        self._authors = authors
        self._own_names = own_names
        self._trust = rules.trust
        self._repeats, self._spam = rules.repeats, rules.spam
        self._suspect = suspect
        self._texts = RecentTexts()
        self._windows: dict[int, tuple[Recent, ...]] = {}
        self._written: dict[int, int] = {}
        self._run: tuple[int, int, str | None] = (0, 0, None)

    def author(self, sender: int) -> Author:
        return self._authors.get(sender, STRANGER)

    def scene(self, message: Message, sender: int) -> Scene:
        """What was known of the sender; the message itself counts for the next ones."""
        author, before = self.author(sender), self._windows.get(sender, ())
        recent = tuple([one for one in before if message.at - one.at < WINDOW])
        written = self._written.get(sender, 0)
        own = Recent(message_id=message.message_id, at=message.at, album=message.album)
        self._windows[sender] = (*recent, own)[-MOST_RECENT:]
        self._written[sender] = written + 1
        approved = author.approved_at is not None and author.approved_at <= message.at
        earned = Earned(worthy=author.worthy, since=author.since or message.at, approved=approved)
        has_joined = author.joined_at is not None and author.joined_at <= message.at
        scene = Scene(
            recent=recent,
            run=self._run_of(message, sender),
            joined_at=author.joined_at if has_joined else None,
            messages=author.messages + written,
            approved=approved,
            trusted=is_trusted(earned, self._trust, at=message.at),
            proven=author.proven,
            own_names=self._own_names,
        )
        return self._with_echoes(message, sender, scene)

    def _with_echoes(self, message: Message, sender: int, scene: Scene) -> Scene:
        """The scene with what costs more to find, for the rules that ask for it."""
        if self._suspect is not None:
            return scene if scene.spared(self._spam.spares) else replace(scene, spam=self._suspect(message))
        if self._repeats.mode == "off" or not message.text or scene.spared(self._repeats.spares):
            return scene
        sketch = sketch_of(message.text)
        echoes = self._texts.find(sketch, sender=sender, at=message.at)
        self._texts.add(sketch, chat_id=message.chat_id, message_id=message.message_id, sender=sender, at=message.at)
        return replace(scene, echoes=echoes)

    def remove(self, sender: int, message_id: int) -> None:
        """The message would have gone, and with it the other parts of its album."""
        self._windows[sender] = tuple(
            replace(one, removed=True) if one.message_id == message_id else one for one in self._windows[sender]
        )

    def _run_of(self, message: Message, sender: int) -> int:
        last, length, album = self._run
        if sender != last:
            self._run = (sender, 1, message.album)
        elif message.album is None or message.album != album:
            self._run = (sender, length + 1, message.album)
        return self._run[1]


STRANGER = Author()


class _Tally:
    """What was counted so far."""

    def __init__(self) -> None:
        self.looked_at = self.hits = self.also_now = self.only_now = self.textless = 0
        self.members: dict[int, bool] = {}
        self.examples: list[Example] = []


def rehearse(
    messages: Iterable[Message],
    *,
    rule: str,
    draft: RulesSettings,
    current: RulesSettings,
    authors: Mapping[int, Author],
    since: datetime,
    suspect: Suspect | None = None,
    own_names: frozenset[str] = frozenset(),
) -> Outcome:
    """Judge stored messages, oldest first, by the draft and by the rule as it stands; those before `since` lead in.

    Texts are the last ones kept, also of edited messages. Trust and standing are today's. `suspect` is the classifier,
    for the rule that listens to it, `own_names` are the chat's and its members'.
    """
    drafted, standing = only(draft, rule), only(current, rule)
    stands = getattr(current, rule).mode == "on"
    asked = tuple(one for one in RULES if one.name == rule)
    talk, tally = _Talk(authors, drafted, suspect=suspect, own_names=own_names), _Tally()
    for message in messages:
        sender = message.sender_id or message.sender_chat_id or 0
        scene = talk.scene(message, sender)
        if _is_immune(message, talk.author(sender)):
            continue
        hit = judge(message, scene, drafted, asked=asked).hit
        if hit is not None and message.album is not None:
            talk.remove(sender, message.message_id)
        if message.at >= since:
            now = judge(message, scene, standing, asked=asked).hit if stands else None
            _count(tally, message, sender, scene, hit=hit, now=now)
    hit_members = tally.members
    return Outcome(
        looked_at=tally.looked_at,
        hits=tally.hits,
        members=len(hit_members),
        trusted=sum(hit_members.values()),
        proven=sum(talk.author(sender).proven for sender in hit_members),
        also_now=tally.also_now,
        only_now=tally.only_now,
        textless=tally.textless,
        examples=tuple(tally.examples),
    )


def only(rules: RulesSettings, rule: str) -> RulesSettings:
    """The settings with this rule acting and every other one off."""
    modes = {one.name: "on" if one.name == rule else "off" for one in RULES}
    return rules.model_copy(
        update={name: getattr(rules, name).model_copy(update={"mode": mode}) for name, mode in modes.items()}
    )


def _is_immune(message: Message, author: Author) -> bool:
    return immune(message.origin, author.role if message.origin is Origin.MEMBER else Role.MEMBER)


def _count(tally: _Tally, message: Message, sender: int, scene: Scene, *, hit: Hit | None, now: Hit | None) -> None:
    tally.looked_at += 1
    tally.textless += message.kind == "text" and not message.text
    tally.only_now += now is not None and hit is None
    if hit is None:
        return
    tally.hits += 1
    tally.also_now += now is not None
    is_first = sender not in tally.members
    tally.members[sender] = tally.members.get(sender, False) or scene.trusted
    # One example a member says more than five of the one who wrote most.
    if is_first and len(tally.examples) < EXAMPLES:
        words = " ".join(message.text.split())[:EXCERPT] or hit.quote
        tally.examples.append(Example(message_id=message.message_id, user_id=sender, text=words))
