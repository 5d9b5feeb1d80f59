from __future__ import annotations

from typing import TYPE_CHECKING

from tests.handlers.scene import MEMBER

if TYPE_CHECKING:
    from tests.handlers.scene import Scene


async def test_words_nobody_waits_for_get_a_hint(scene: Scene) -> None:
    (sent,) = await scene.write("hello", chat_id=MEMBER)
    assert "/help" in sent.text
