"""/approve, /unapprove, /approved, /trust."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from models import members
from models.members import Presence
from models.tables import audit
from tests.handlers.scene import ADMIN, GROUP, MEMBER, NOW, STRANGER
from tests.handlers.talk import answering

if TYPE_CHECKING:
    from tests.handlers.scene import Scene


async def test_an_approval_holds_until_it_is_taken_back(scene: Scene) -> None:
    (given,) = await scene.write("/approve @max our translator", by=ADMIN)
    (listed,) = await scene.write("/approved", by=ADMIN)
    (taken,) = await scene.write("/unapprove @max", by=ADMIN)
    (empty,) = await scene.write("/approved", by=ADMIN)
    assert "leave" in given.text
    assert "One approved member:\n· Max" in listed.text
    assert "hold for" in taken.text
    assert "Nobody is approved" in empty.text


async def test_approvals_are_audited(scene: Scene) -> None:
    await scene.write("/approve @max our translator", by=ADMIN)
    await scene.write("/unapprove @max", by=ADMIN)
    rows = await scene.work.connection.execute(
        select(audit.c.action, audit.c.actor_id, audit.c.target_id, audit.c.details).order_by(audit.c.entry_id)
    )
    assert [tuple(row) for row in rows] == [
        ("approve", ADMIN, MEMBER, {"reason": "our translator"}),
        ("unapprove", ADMIN, MEMBER, {}),
    ]


@pytest.mark.parametrize(
    ("text", "fields", "answer"),
    [
        ("/unapprove @max", {}, "is not approved"),
        (f"/approve {STRANGER}", {}, "have not met"),
        ("/trust @nobody", {}, "have not met"),
        (
            "/approve",
            answering(136817688, sender_chat={"id": -1009, "type": "channel", "title": "News"}),
            "not channels",
        ),
        ("/approve", {}, "Whom do you mean?"),
        ("/trust", {}, "Whom do you mean?"),
    ],
)
async def test_what_cannot_be_approved_is_said(scene: Scene, text: str, fields: dict[str, object], answer: str) -> None:
    (sent,) = await scene.write(text, by=ADMIN, fields=fields)
    assert answer in sent.text


async def test_nobody_is_approved_twice(scene: Scene) -> None:
    await scene.write("/approve @max", by=ADMIN)
    (sent,) = await scene.write("/approve @max", by=ADMIN)
    assert "is approved already" in sent.text


@pytest.mark.parametrize("command", ["approve", "unapprove", "approved", "trust", "approval"])
async def test_members_approve_nobody(scene: Scene, command: str) -> None:
    (sent,) = await scene.write(f"/{command} @sam", by=MEMBER)
    assert "takes the role" in sent.text


async def test_trust_is_told_in_words(scene: Scene) -> None:
    first = NOW - timedelta(days=3)
    presence = Presence(messages=9, worthy=4, first_at=first, last_at=NOW)
    await members.add_presence(scene.work, {(GROUP, MEMBER): presence})
    (sent,) = await scene.write("/trust @max", by=ADMIN)
    assert "is not trusted yet" in sent.text
    assert "say something: 4 (needed: 5)" in sent.text
    assert "Days: 3 (needed: 2)" in sent.text


async def test_when_trust_was_lost_is_told(scene: Scene) -> None:
    await scene.write("/warn @max", by=ADMIN)
    (sent,) = await scene.write("/trust @max", by=ADMIN)
    assert "Lost trust by breaking a rule: 29 May 2026" in sent.text


@pytest.mark.parametrize("command", ["trust", "approval"])
async def test_who_approved_somebody_is_told(scene: Scene, command: str) -> None:
    await scene.write("/approve @max", by=ADMIN)
    (sent,) = await scene.write(f"/{command} @max", by=ADMIN)
    assert "is trusted" in sent.text
    assert "Approved by Ada" in sent.text
