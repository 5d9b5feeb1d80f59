"""Each check is content with what should be seen, and with nothing less."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.demo import checks
from bot.demo.script import SCRIPT
from tests.bot.demo.seen import NINE, called, morning, pressed, told, wrote

if TYPE_CHECKING:
    from bot.demo.script import Beat
    from services.words import Words

WARNED = "Spam, I removed it. Rule 4: New here? Chat a little first; links come later."
MUTED = "Flood, I removed it. Rule 2: No flooding: say one thing in one message."
DIGEST = "📊 Daily digest · Club\n\n↗️ Messages 74 · +35% vs Sat\n"


@pytest.mark.parametrize("beat", SCRIPT, ids=lambda beat: beat.title)
def test_nothing_came_true_before_anything_happened(words: Words, beat: Beat) -> None:
    assert beat.check(morning(words)) is None


@pytest.mark.parametrize(("third", "expected"), [("🔥 1 day", "3 answered, streaks of 5, 7, 1 days"), ("🔥 9", None)])
def test_check_ins_need_the_streaks_of_the_past(words: Words, third: str, expected: str | None) -> None:
    seen = wrote(wrote(wrote(morning(words), "here", 1), "here_too", 2), "here_in_chinese", 3)
    seen = told(told(told(seen, "🔥 5 days", to=1), "🔥 7 days", to=2), third, to=3)
    assert checks.checked_in(seen) == expected


@pytest.mark.parametrize(
    ("deleted", "warning", "status", "expected"),
    [
        (True, WARNED, 200, "deleted after 250 ms, warned with rule 4"),
        (False, WARNED, 200, None),
        (True, "Spam, go away", 200, None),
        (True, WARNED.replace("Spam", "Ann"), 200, None),
    ],
)
def test_a_spammer_is_deleted_and_warned_by_name_and_rule(
    words: Words, *, deleted: bool, warning: str, status: int, expected: str | None
) -> None:
    seen = wrote(morning(words), "spam", 7, deleted=deleted)
    seen = told(called(seen, "deleteMessage", status, message_id=7), warning)
    assert checks.spammer_stopped(seen) == expected


@pytest.mark.parametrize(
    ("menu", "answered", "happened"),
    [("Now: a mute of 1 day", True, True), ("Now: only the message goes", True, False), ("Now: a mute of 1 day", False, False)],
)
def test_a_setting_is_changed_when_the_menu_says_so_and_the_press_was_answered(
    words: Words, *, menu: str, answered: bool, happened: bool
) -> None:
    seen = pressed(told(wrote(morning(words), "settings", 5), menu, to=5, buttons=True))
    seen = called(seen, "answerCallbackQuery") if answered else seen
    assert (checks.setting_changed(seen) is not None) == happened


@pytest.mark.parametrize(
    ("muted_id", "deleted", "notice", "expected"),
    [
        (17, True, MUTED, "muted after 250 ms, 2 messages deleted"),
        (16, True, MUTED, None),
        (17, False, MUTED, None),
        (17, True, "Flood", None),
    ],
)
def test_a_flooder_is_muted_by_a_call_and_told_why(
    words: Words, *, muted_id: int, deleted: bool, notice: str, expected: str | None
) -> None:
    seen = wrote(morning(words), "flood", 8, 9, deleted=deleted)
    seen = told(called(seen, "restrictChatMember", user_id=muted_id), notice)
    assert checks.flooder_muted(seen) == expected


def test_a_mute_that_telegram_refused_is_none(words: Words) -> None:
    seen = wrote(morning(words), "flood", 8, deleted=True)
    seen = told(called(seen, "restrictChatMember", 400, user_id=17), MUTED)
    assert checks.flooder_muted(seen) is None


@pytest.mark.parametrize(("ranked", "buttons", "happened"), [(3, True, True), (2, True, False), (3, False, False)])
def test_a_ranking_has_three_members_and_buttons(words: Words, *, ranked: int, buttons: bool, happened: bool) -> None:
    text = "\n".join(["🏆 Club", *("🥇 Ann", "🥈 Ben", "🥉 Cleo")[:ranked]])
    seen = told(wrote(morning(words), "top", 5), text, to=5, buttons=buttons)
    assert (checks.ranking_shown(seen) is not None) == happened


@pytest.mark.parametrize(("name", "happened"), [("Dan", True), ("Ann", False)])
def test_own_figures_are_those_of_whoever_asked(words: Words, *, name: str, happened: bool) -> None:
    seen = told(wrote(morning(words), "me", 5), f"👤 {name}", to=5)
    assert (checks.own_figures_shown(seen) is not None) == happened


@pytest.mark.parametrize(
    ("deleted", "said", "expected"),
    [(False, "hello", "let in with one press, left alone"), (True, "hello", None), (False, "Newt, stop", None)],
)
def test_an_honest_question_is_left_alone(words: Words, *, deleted: bool, said: str, expected: str | None) -> None:
    seen = told(wrote(morning(words), "question", 5, deleted=deleted), said)
    assert checks.question_stands(seen) is None
    assert checks.question_stands(called(seen, "restrictChatMember", user_id=18)) == expected


@pytest.mark.parametrize(
    ("texts", "late", "happened"),
    [
        ((DIGEST,), 1, True),
        ((DIGEST, DIGEST), 1, False),
        ((DIGEST,), -1, False),
        ((DIGEST.replace("74", "75"),), 1, False),
        ((DIGEST.replace("Club", "Pub"),), 1, False),
    ],
)
def test_one_digest_comes_at_nine_with_the_figure_of_the_chat(
    words: Words, *, texts: tuple[str, ...], late: int, happened: bool
) -> None:
    seen = morning(words)
    for text in texts:
        seen = told(seen, text, at=NINE + timedelta(seconds=late))
    assert (checks.digest_posted(seen) is not None) == happened


@pytest.mark.parametrize(("status", "expected"), [(200, "1 calls"), (400, None), (429, None)])
def test_a_refused_call_does_not_stay_hidden(words: Words, status: int, expected: str | None) -> None:
    assert checks.nothing_refused(called(morning(words), "sendMessage", status)) == expected
