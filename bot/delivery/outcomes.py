"""What an answer of Telegram, or its absence, means for the row that was sent."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.telegram_api import TOO_MANY_REQUESTS, ApiError, NotSent, Unknown
from domain.deliveries import NO_CHAT, SENDING, Again, Failed, Gone, Moved, Plain, Sent, Uncertain

if TYPE_CHECKING:
    from bot.telegram_api import TelegramError
    from domain.deliveries import Delivery, Verdict

FORBIDDEN = 403
# The token is not (or no longer) known: nothing is wrong with the row.
UNKNOWN_BOT = (401, 404)
LONGEST_WAIT_SECONDS = 60.0
# Telegram counts whole seconds; a little more never asks too early.
RETRY_MARGIN_SECONDS = 0.25

DONE_ALREADY = (
    "message to delete not found",
    "message to unpin not found",
    "message is not modified",
    "query is too old",
    "query id is invalid",
    "chat_not_modified",
)
# A person, not the chat's end, keeps the bot from writing.
SHUT_OUT = ("blocked by the user", "user is deactivated", "can't initiate conversation", "can't send messages to")
CHAT_ENDED = ("chat not found", "group chat was deactivated", "chat was deleted", "peer_id_invalid")


def back_off(tries: int, *, first: float) -> timedelta:
    """Doubling from `first` seconds, a minute at most."""
    return timedelta(seconds=min(first * 2 ** min(tries - 1, 10), LONGEST_WAIT_SECONDS))


def succeeded(result: object) -> Sent:
    """The row is done; a new message has an id, unless only one person sees it: such a one goes by itself."""
    if not isinstance(result, dict) or "ephemeral_message_id" in result:
        return Sent()
    message_id = result.get("message_id")
    return Sent(message_id=message_id if isinstance(message_id, int) else None)


def failed(delivery: Delivery, error: TelegramError) -> Verdict:
    """What to do after an error, by kind of call and of error."""
    if isinstance(error, NotSent):
        return Again(wait=back_off(delivery.tries, first=0.5), error=str(error))
    if isinstance(error, ApiError):
        return refused(delivery, error)
    if delivery.repeatable:
        return Again(wait=back_off(delivery.tries, first=1.0), error=str(error))
    return Uncertain(error=str(error))


def interrupted(delivery: Delivery) -> Verdict:
    """What to do when the process had to stop before an answer came."""
    return failed(delivery, Unknown("stopped before the answer"))


def refused(delivery: Delivery, error: ApiError) -> Verdict:
    """Telegram said no: wait, move, give up the chat, or give up the row."""
    said = error.description.lower()
    if error.migrate_to is not None:
        return Moved(chat_id=error.migrate_to)
    if delivery.method not in SENDING and any(text in said for text in DONE_ALREADY):
        return Sent()
    later = waiting(error) or unreachable(delivery, error.code, said)
    if later is not None:
        return later
    if "can't parse entities" in said and "parse_mode" in delivery.parameters:
        return Plain(error=str(error))
    return Failed(error=str(error))


def waiting(error: ApiError) -> Again | None:
    """Whether the row is fine and only came too early."""
    if error.code in UNKNOWN_BOT:
        return Again(wait=timedelta(seconds=LONGEST_WAIT_SECONDS), error=str(error))
    if error.code == TOO_MANY_REQUESTS:
        wait = timedelta(seconds=(error.retry_after or 1.0) + RETRY_MARGIN_SECONDS)
        return Again(wait=wait, error=str(error), flooded=True)
    return None


def unreachable(delivery: Delivery, code: int, said: str) -> Gone | None:
    """Whether the refusal is about the whole chat. A missing right is about the call alone."""
    if delivery.chat_id == NO_CHAT:
        return None
    if code == FORBIDDEN and "rights" not in said:
        return Gone(left=not any(text in said for text in SHUT_OUT), error=f"{code} {said}"[:255])
    # Other calls name further chats and people that may be the ones not found.
    if delivery.method in SENDING and any(text in said for text in CHAT_ENDED):
        return Gone(left=True, error=f"{code} {said}"[:255])
    return None
