from __future__ import annotations

from typing import Any

import pytest
from telegram import Bot

from bot.arrivals import Arrival, arrivals
from tests.bot.entrance import ANN, CHAT, TOKEN, Json, chat, person, raw, reacted, said

BOT = Bot(TOKEN)


def arrival(update: Json) -> Arrival:
    [found] = arrivals([raw(update)], BOT)
    return found


def parts(update: Json) -> tuple[bool, bool]:
    """Whether it is judged and counted, and whether PTB's handlers see it."""
    found = arrival(update)
    assert found.error is None
    return found.talk is not None, found.asks is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hello", (True, False)),
        ("/me", (True, True)),
        ("!me", (True, True)),
        ("/me@steward_bot now", (True, True)),
        ("签到", (True, True)),
        (" 签到 ", (True, True)),
        ("签到 please", (True, False)),
        ("/unheard_of", (True, False)),
        ("what /me says", (True, False)),
        ("look here, @Admin!", (True, True)),
        ("@administrator me@admin.org", (True, False)),
    ],
)
def test_in_a_group_only_what_asks_is_parsed_whole(text: str, expected: tuple[bool, bool]) -> None:
    assert parts(said(1, text)) == expected


def test_in_private_everything_asks_and_nothing_counts() -> None:
    assert parts(said(1, "hello", to=ANN)) == (False, True)


def test_an_edit_is_judged_and_never_answered() -> None:
    assert parts({"update_id": 1, "edited_message": said(1, "/me")["message"]}) == (True, False)


def test_a_reaction_counts() -> None:
    assert parts(reacted(1, 5, by=ANN)) == (True, False)
    assert arrival(reacted(1, 5, by=ANN)).chat_id == CHAT


@pytest.mark.parametrize("service", [{"new_chat_members": [person(ANN)]}, {"left_chat_member": person(ANN)}])
def test_comings_and_goings_are_answered_and_do_not_count(service: dict[str, Any]) -> None:
    update = said(1)
    del update["message"]["text"]
    update["message"] |= service
    assert parts(update) == (False, True)


def test_other_service_messages_are_nobodys_business() -> None:
    update = said(1)
    del update["message"]["text"]
    update["message"]["new_chat_title"] = "Club"
    assert parts(update) == (False, False)
    assert arrival(update).service is not None


def test_talk_is_no_service_line() -> None:
    assert arrival(said(1, "hello")).service is None


def test_a_kind_nobody_knows_is_no_error() -> None:
    assert arrival({"update_id": 1, "something_new": {"chat": chat(CHAT)}}).error is None


def test_what_cannot_be_read_is_an_error_of_its_own() -> None:
    broken = {"update_id": 1, "message": {"message_id": "x"}}
    first, second = arrivals([raw(broken), raw(said(2))], BOT)
    assert (first.update_id, first.error is None) == (1, False)
    assert second.talk is not None


OLD_POLL = {"id": "1", "question": "?", "options": [], "type": "regular"}


@pytest.mark.parametrize("kind", ["poll", "poll_answer", "message_reaction_count", "chat_boost"])
def test_a_kind_nobody_hears_is_let_by_whatever_its_shape(kind: str) -> None:
    assert parts({"update_id": 1, kind: OLD_POLL}) == (False, False)


def test_media_of_a_shape_unknown_to_ptb_keep_nobody_from_answering() -> None:
    update = said(1, "/warn")
    update["message"]["reply_to_message"] = {**said(2, "hello")["message"], "poll": OLD_POLL}
    asks = arrival(update).asks
    assert asks is not None
    assert asks.message is not None
    assert asks.message.reply_to_message is not None
    assert asks.message.reply_to_message.text == "hello"


def test_a_press_under_media_of_an_unknown_shape_is_heard() -> None:
    message = {**said(2, "hello")["message"], "poll": OLD_POLL}
    pressed = {"id": "7", "from": person(ANN), "chat_instance": "1", "data": "token", "message": message}
    assert parts({"update_id": 1, "callback_query": pressed}) == (False, True)
