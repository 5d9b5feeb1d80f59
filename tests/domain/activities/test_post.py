import json
from datetime import date, timedelta

import pytest

from domain.activities.post import Post, content_of, excerpt, key_of, post_of, posting
from domain.effects import Priority
from domain.phrases import Markup

FULL = Post(html="<b>Quiz</b>", pin=True, delete_after=timedelta(hours=2), thread_id=7)


@pytest.mark.parametrize("post", [Post(html="Quiz"), FULL])
def test_a_post_is_the_same_after_it_was_stored(post: Post) -> None:
    assert post_of(json.loads(json.dumps(content_of(post)))) == post


def test_a_posting_carries_every_wish_of_its_author() -> None:
    send = posting(FULL, chat_id=-1, key=key_of(3, date(2026, 5, 1), "20:00"))
    assert (send.chat_id, send.text, send.thread_id) == (-1, Markup(html="<b>Quiz</b>"), 7)
    assert (send.pin, send.delete_after, send.priority) == (True, timedelta(hours=2), Priority.POST)
    assert (send.purpose, send.key) == ("post", "post:3:2026-05-01:20:00")


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<b>Quiz</b> &lt;tonight&gt;\n<i>20:00</i>", "Quiz <tonight> 20:00"),
        ("x" * 41, "x" * 39 + "…"),
        ('<a href="https://t.me/x">here</a>', "here"),
    ],
)
def test_an_excerpt_is_one_short_line_without_markup(html: str, shown: str) -> None:
    assert excerpt(Post(html=html)) == shown
