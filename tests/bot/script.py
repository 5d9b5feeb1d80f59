"""What members of many groups do, 100 updates a group, and what must stand in the database afterwards."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sandbox.acts import AddBot, Join, Meet, OpenChat, React, Say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.acts import Act

CREATOR = 900
MEMBERS = tuple(range(11, 19))
RIGHTS = ("can_delete_messages", "can_restrict_members", "can_pin_messages", "can_invite_users")
STEPS = 100
CHECK_INS, AGAIN = (9, 10, 11), 25
FIGURES, BLOCKED = 40, 60
BLOCKED_WORD = "casino"


def group(number: int) -> int:
    """The id of a group of the script."""
    return -1_001_000_000_000 - number


@dataclass(kw_only=True, slots=True)
class Expected:
    """What the script leaves behind, by (chat, member), and how many answers it calls for."""

    messages: Counter[tuple[int, int]] = field(default_factory=Counter)
    characters: Counter[tuple[int, int]] = field(default_factory=Counter)
    replies: Counter[tuple[int, int, int]] = field(default_factory=Counter)
    reactions: Counter[tuple[int, int, int]] = field(default_factory=Counter)
    checkins: set[tuple[int, int]] = field(default_factory=set)
    warned: set[tuple[int, int]] = field(default_factory=set)
    answers: int = 0


def founding(groups: int) -> Iterator[Act]:
    """The groups and their members, and last the bot; of all this the bot sees its own coming."""
    yield Meet(person_id=CREATOR, first_name="Olga")
    for member in MEMBERS:
        yield Meet(person_id=member, first_name=f"Member {member}")
    for number in range(groups):
        yield OpenChat(chat_id=group(number), title=f"Group {number}", creator_id=CREATOR)
        for member in MEMBERS:
            yield Join(chat_id=group(number), person_id=member)
        yield AddBot(chat_id=group(number), by_id=CREATOR, administrator=RIGHTS)


def step(number: int, chat_id: int, expected: Expected) -> Act:
    """What happens in a group at a step; what is expected grows with it."""
    who = MEMBERS[number % len(MEMBERS)]
    before = MEMBERS[(number - 1) % len(MEMBERS)]
    if number % 9 == 5:
        expected.reactions[chat_id, who, before] += 1
        return React(chat_id=chat_id, person_id=who, message=f"{chat_id}:{number - 1}", emoji=("👍",))
    text = _text(number, chat_id, who, expected)
    expected.messages[chat_id, who] += 1
    expected.characters[chat_id, who] += len(text)
    replies = number % 9 == 3
    if replies:
        expected.replies[chat_id, who, before] += 1
    return Say(
        chat_id=chat_id,
        person_id=who,
        text=text,
        name=f"{chat_id}:{number}",
        reply_to=f"{chat_id}:{number - 1}" if replies else None,
    )


def _text(number: int, chat_id: int, who: int, expected: Expected) -> str:
    if number in CHECK_INS or number == AGAIN:
        expected.checkins.add((chat_id, who))
        expected.answers += 1
        return "签到"
    if number == FIGURES:
        expected.answers += 1
        return "/me"
    if number == BLOCKED:
        expected.warned.add((chat_id, who))
        return f"join my {BLOCKED_WORD} tonight"
    return f"what was said at step {number} of {chat_id}"
