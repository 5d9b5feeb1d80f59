"""Addresses of messages."""

SUPERGROUP = "-100"


def message_link(chat_id: int, message_id: int) -> str:
    """Where members can open a message of a supergroup; empty for chats whose messages have no address."""
    number = str(chat_id)
    if not number.startswith(SUPERGROUP):
        return ""
    return f"https://t.me/c/{number.removeprefix(SUPERGROUP)}/{message_id}"
