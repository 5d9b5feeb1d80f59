"""Why Telegram refused a call."""

import pytest

from domain.deliveries import REPEATABLE, RIGHT_FOR, right_wanting


@pytest.mark.parametrize(
    ("method", "error", "right"),
    [
        ("deleteMessage", "400 Bad Request: message can't be deleted", "can_delete_messages"),
        ("deleteMessage", "400 Bad Request: message can't be deleted for everyone", None),
        ("deleteMessages", "400 Bad Request: message identifier is not specified", None),
        (
            "restrictChatMember",
            "400 Bad Request: not enough rights to restrict/unrestrict chat member",
            "can_restrict_members",
        ),
        ("banChatMember", "400 Bad Request: CHAT_ADMIN_REQUIRED", "can_restrict_members"),
        ("banChatMember", "400 Bad Request: user is an administrator of the chat", None),
        (
            "pinChatMessage",
            "403 Forbidden: not enough rights to manage pinned messages in the chat",
            "can_pin_messages",
        ),
        ("sendMessage", "400 Bad Request: not enough rights to send text messages to the chat", None),
    ],
)
def test_a_refusal_tells_whether_a_right_was_wanting(method: str, error: str, right: str | None) -> None:
    assert right_wanting(method, error) == right


def test_only_calls_there_are_take_a_right() -> None:
    assert set(RIGHT_FOR) <= set(REPEATABLE)
