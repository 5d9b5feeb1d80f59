from __future__ import annotations

import pytest

from domain.entrance.challenges import Question
from domain.entrance.questions import marked, read_question
from domain.refusals import Refusal


@pytest.mark.parametrize(
    "text",
    [
        "What is this about?\n- Trading\n+ Cycling",
        "What is\nthis about?\n\n-Trading\n+Cycling\n",
        "What is this about?\n• Trading\n✅ Cycling".replace("✅", "✓"),
    ],
)
def test_a_question_has_an_option_a_line_and_a_plus_before_the_right_one(text: str) -> None:
    question = read_question(text)
    assert question == Question(text="What is this about?", options=("Trading", "Cycling"), answer=1)
    assert list(marked(question)) == [("Trading", False), ("Cycling", True)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "questions-form"),
        ("Well?", "questions-form"),
        ("Well?\n+ yes", "questions-form"),
        ("Well?\n- yes\n- no", "questions-form"),
        ("Well?\n+ yes\n+ no", "questions-form"),
        ("- yes\n+ no", "questions-form"),
        ("Well?\n+ 1\n" + "\n".join(f"- {n}" for n in range(2, 9)), "questions-form"),
        ("Well?\n+ yes\n- yes", "questions-twice"),
        ("W" * 301 + "\n+ yes\n- no", "questions-long"),
        ("Well?\n- no\n+ " + "y" * 61, "questions-long"),
    ],
)
def test_what_is_no_question_is_refused_with_how_to_write_one(text: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_question(text)
    assert refused.value.phrase.key == key
