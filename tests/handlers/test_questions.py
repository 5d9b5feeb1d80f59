from __future__ import annotations

from typing import TYPE_CHECKING

from services.questions import of_chat
from tests.handlers.scene import ADMIN, GROUP

if TYPE_CHECKING:
    from tests.handlers.scene import Scene

QUESTION = "/questions add What is this about {number}?\n- Trading\n+ Cycling"


async def test_a_question_is_added_shown_and_removed(scene: Scene) -> None:
    await scene.write(QUESTION.format(number=1), by=ADMIN)
    (said,) = await scene.write(QUESTION.format(number=2), by=ADMIN)
    assert "2 questions" in said.text
    assert "✅ Cycling" in said.text
    assert "/set entrance.way questions" in said.text
    await scene.write("/questions remove 1", by=ADMIN)
    assert [question.text for question in await of_chat(scene.work, GROUP)] == ["What is this about 2?"]


async def test_there_are_five_at_most(scene: Scene) -> None:
    for number in range(5):
        await scene.write(QUESTION.format(number=number), by=ADMIN)
    (said,) = await scene.write(QUESTION.format(number=6), by=ADMIN)
    assert "There are 5 questions already" in said.text
    assert len(await of_chat(scene.work, GROUP)) == 5


async def test_what_cannot_be_understood_is_said(scene: Scene) -> None:
    (none,) = await scene.write("/questions", by=ADMIN)
    (form,) = await scene.write("/questions add Well?", by=ADMIN)
    (number,) = await scene.write("/questions remove 3", by=ADMIN)
    assert ["no questions yet" in none.text, "one a line" in form.text, "Which one" in number.text] == [True] * 3
