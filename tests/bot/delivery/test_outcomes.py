"""Classification of what came back, or did not."""

from datetime import timedelta

import pytest

from bot.delivery import outcomes
from bot.telegram_api import ApiError, NotSent, TelegramError, Unknown
from domain.deliveries import (
    QUESTION,
    Again,
    Delivery,
    Failed,
    Gone,
    Moved,
    Plain,
    Sent,
    Uncertain,
    Verdict,
)

GROUP = -1001


def delivery(method: str, *, tries: int = 1, purpose: str = "post", chat_id: int = GROUP) -> Delivery:
    parameters = {"chat_id": chat_id, "text": "<b>x</b>", "parse_mode": "HTML"}
    return Delivery(chat_id=chat_id, row_id=1, tries=tries, method=method, parameters=parameters, purpose=purpose)


def test_a_new_message_has_its_id() -> None:
    assert outcomes.succeeded({"message_id": 7, "date": 1}) == Sent(message_id=7)


def test_what_one_person_alone_sees_has_no_id_to_delete_it_by() -> None:
    assert outcomes.succeeded({"message_id": 0, "ephemeral_message_id": 7, "date": 1}) == Sent(message_id=None)


def test_what_is_not_pinned_counts_as_unpinned() -> None:
    error = ApiError(400, "Bad Request: message to unpin not found")
    assert outcomes.failed(delivery("unpinChatMessage"), error) == Sent()


def test_true_is_success_without_an_id() -> None:
    assert outcomes.succeeded(result=True) == Sent(message_id=None)


@pytest.mark.parametrize("method", ["sendMessage", "deleteMessage", "answerCallbackQuery"])
def test_what_never_reached_telegram_is_tried_again(method: str) -> None:
    assert isinstance(outcomes.failed(delivery(method), NotSent("ConnectError")), Again)


def test_a_send_with_a_lost_answer_is_uncertain() -> None:
    assert isinstance(outcomes.failed(delivery("sendMessage"), Unknown("ReadTimeout")), Uncertain)


def test_the_question_about_a_post_may_be_asked_twice() -> None:
    assert isinstance(outcomes.failed(delivery("sendMessage", purpose=QUESTION), Unknown("ReadTimeout")), Again)


@pytest.mark.parametrize(
    "method",
    [
        "deleteMessage",
        "deleteMessages",
        "banChatMember",
        "unbanChatMember",
        "restrictChatMember",
        "pinChatMessage",
        "answerCallbackQuery",
        "editMessageText",
        "setMyCommands",
    ],
)
def test_what_may_be_repeated_is_repeated_after_a_lost_answer(method: str) -> None:
    assert isinstance(outcomes.failed(delivery(method), Unknown("502 Bad Gateway")), Again)


@pytest.mark.parametrize(
    ("method", "error", "verdict"),
    [
        ("deleteMessage", ApiError(400, "Bad Request: message to delete not found"), Sent()),
        ("editMessageText", ApiError(400, "Bad Request: message is not modified: …"), Sent()),
        ("answerCallbackQuery", ApiError(400, "Bad Request: query is too old and response timeout expired"), Sent()),
        (
            "sendMessage",
            ApiError(400, "Bad Request: message thread not found"),
            Failed(error="400 Bad Request: message thread not found"),
        ),
        (
            "sendMessage",
            ApiError(400, "Bad Request: can't parse entities: unclosed tag"),
            Plain(error="400 Bad Request: can't parse entities: unclosed tag"),
        ),
        ("sendMessage", ApiError(400, "Bad Request: group chat was upgraded", migrate_to=-1002), Moved(chat_id=-1002)),
        (
            "sendMessage",
            ApiError(403, "Forbidden: bot was kicked from the supergroup chat"),
            Gone(left=True, error="403 forbidden: bot was kicked from the supergroup chat"),
        ),
        (
            "sendMessage",
            ApiError(403, "Forbidden: bot was blocked by the user"),
            Gone(left=False, error="403 forbidden: bot was blocked by the user"),
        ),
        (
            "sendMessage",
            ApiError(400, "Bad Request: chat not found"),
            Gone(left=True, error="400 bad request: chat not found"),
        ),
        (
            "banChatSenderChat",
            ApiError(400, "Bad Request: chat not found"),
            Failed(error="400 Bad Request: chat not found"),
        ),
        (
            "sendMessage",
            ApiError(400, "Bad Request: not enough rights to send text messages to the chat"),
            Failed(error="400 Bad Request: not enough rights to send text messages to the chat"),
        ),
        (
            "deleteMessage",
            ApiError(400, "Bad Request: message can't be deleted"),
            Failed(error="400 Bad Request: message can't be deleted"),
        ),
    ],
)
def test_a_refusal_is_read_by_its_words(method: str, error: TelegramError, verdict: Verdict) -> None:
    assert outcomes.failed(delivery(method), error) == verdict


def test_a_flood_is_waited_out_a_little_longer_than_asked() -> None:
    verdict = outcomes.failed(delivery("sendMessage"), ApiError(429, "Too Many Requests", retry_after=7))
    assert isinstance(verdict, Again)
    assert verdict.flooded
    assert timedelta(seconds=7) < verdict.wait < timedelta(seconds=8)


def test_an_unknown_token_does_not_spend_the_row() -> None:
    assert isinstance(outcomes.failed(delivery("sendMessage"), ApiError(401, "Unauthorized")), Again)


def test_a_refused_menu_is_about_no_chat() -> None:
    refused = outcomes.failed(delivery("setMyCommands", chat_id=0), ApiError(403, "Forbidden"))
    assert isinstance(refused, Failed)


def test_waits_double_up_to_a_minute() -> None:
    waits = [outcomes.back_off(tries, first=1.0).total_seconds() for tries in (1, 2, 3, 6, 7, 500)]
    assert waits == [1, 2, 4, 32, 60, 60]


def test_a_send_broken_off_by_a_stop_is_uncertain() -> None:
    assert isinstance(outcomes.interrupted(delivery("sendMessage")), Uncertain)
