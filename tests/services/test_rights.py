from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from models import chats
from models.chats import LEFT, PAUSED, Chat
from services.rights import NEEDED, UNWANTED, Mark, inspect, is_sound, missing_rights
from services.settings import change

if TYPE_CHECKING:
    from models.work import Work
    from services.words import Words

CHAT, LOG = -1001, -1002
NOW = datetime(2026, 5, 29, 12, tzinfo=UTC)
SOUND = Chat(chat_id=CHAT, kind="supergroup", title="Chat", bot_status="administrator", bot_rights=NEEDED)


async def marks(work: Work, chat: Chat, *, reads_all: bool = False) -> dict[str, Mark]:
    await chats.put(work, chat, now=NOW)
    return {finding.text.key: finding.mark for finding in await inspect(work, CHAT, reads_all=reads_all)}


async def test_a_chat_in_order_has_nothing_to_mend(work: Work) -> None:
    await chats.put(work, SOUND, now=NOW)
    assert is_sound(await inspect(work, CHAT, reads_all=False))


@pytest.mark.parametrize("right", NEEDED)
async def test_every_right_missing_is_found(work: Work, right: str) -> None:
    held = tuple(one for one in NEEDED if one != right)
    found = await marks(work, replace(SOUND, bot_rights=held))
    assert found["verify-right-missing"] is Mark.BAD


@pytest.mark.parametrize(
    ("chat", "reads_all", "key", "mark"),
    [
        (replace(SOUND, bot_status="member", bot_rights=()), False, "verify-not-admin", Mark.BAD),
        (replace(SOUND, bot_status="member", bot_rights=()), False, "verify-blind", Mark.BAD),
        (replace(SOUND, bot_status="member", bot_rights=()), True, "verify-reads", Mark.GOOD),
        (replace(SOUND, kind="group"), False, "verify-basic-group", Mark.BAD),
        (replace(SOUND, bot_rights=(*NEEDED, UNWANTED)), False, "verify-too-much", Mark.NOTE),
        (replace(SOUND, state=PAUSED), False, "verify-unreachable", Mark.BAD),
        (replace(SOUND, state=LEFT), False, "verify-unreachable", Mark.BAD),
    ],
)
async def test_what_is_wrong_is_found(work: Work, chat: Chat, key: str, mark: Mark, *, reads_all: bool) -> None:
    assert (await marks(work, chat, reads_all=reads_all))[key] is mark


async def test_a_chat_never_seen_is_out_of_reach(work: Work) -> None:
    [finding] = await inspect(work, CHAT, reads_all=True)
    assert (finding.text.key, finding.mark) == ("verify-unreachable", Mark.BAD)


async def test_the_digest_is_shown_with_its_hour(work: Work) -> None:
    assert (await marks(work, SOUND))["verify-digest"] is Mark.GOOD
    await change(work, chat_id=CHAT, path="digest.enabled", value=False, by=None, now=NOW)
    assert (await marks(work, SOUND))["verify-digest-off"] is Mark.NOTE


async def test_the_log_chat_is_tried(work: Work) -> None:
    assert (await marks(work, SOUND))["verify-log-off"] is Mark.NOTE
    await change(work, chat_id=CHAT, path="log_chat", value=LOG, by=None, now=NOW)
    assert (await marks(work, SOUND))["verify-log-unreachable"] is Mark.BAD
    await chats.put(work, Chat(chat_id=LOG, kind="channel", title="Log"), now=NOW)
    assert (await marks(work, SOUND))["verify-log"] is Mark.GOOD


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_every_finding_can_be_said(work: Work, words: Words, language: str) -> None:
    await chats.put(work, replace(SOUND, bot_rights=NEEDED[:2]), now=NOW)
    lines = [
        words.plain(finding.line, language=language, timezone="UTC")
        for finding in await inspect(work, CHAT, reads_all=False)
    ]
    assert all(line[0] in "✅❌ℹ" for line in lines)


async def test_rights_missing_are_those_wanted_and_not_held(work: Work) -> None:
    await chats.put(work, replace(SOUND, bot_rights=NEEDED[:1]), now=NOW)
    assert await missing_rights(work, CHAT, NEEDED[:2]) == NEEDED[1:2]
    assert await missing_rights(work, CHAT, ()) == ()


@pytest.mark.parametrize("chat", [None, replace(SOUND, bot_status=None, bot_rights=())])
async def test_where_nothing_is_known_nothing_is_missing(work: Work, chat: Chat | None) -> None:
    if chat:
        await chats.put(work, chat, now=NOW)
    assert await missing_rights(work, CHAT, NEEDED) == ()
