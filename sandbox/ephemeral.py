"""Ephemeral messages: what only one member of a group gets to see (Bot API 10.2 and 10.3).

What the documentation leaves open is assumed: `message_id` is 0, the receiver has to be in the group, and a group it
has to be. A server that knows nothing of them ignores the parameters, so that everybody sees the message.
"""

from typing import TYPE_CHECKING, Literal, TypeAlias

from sandbox.errors import bad_request

if TYPE_CHECKING:
    from sandbox.calling import Call
    from sandbox.chats import Chat
    from sandbox.world import World

# As Telegram does today; as when it does not reach the receiver; as a server older than 10.2.
Ephemeral: TypeAlias = Literal["delivered", "refused", "ignored"]
_ANSWER_SECONDS = 15
_METHODS = frozenset(
    {
        "sendmessage",
        "sendanimation",
        "sendaudio",
        "senddocument",
        "sendphoto",
        "sendsticker",
        "sendvideo",
        "sendvideonote",
        "sendvoice",
        "sendcontact",
        "sendlocation",
        "sendvenue",
    }
)


def receiver_of(world: "World", call: "Call", chat: "Chat") -> int | None:
    """Who alone is to see the message of a call; None for everybody."""
    if world.ephemeral == "ignored" or call.method not in _METHODS:
        return None
    parameters = call.mapping("ephemeral_message_parameters", "ephemeral message parameters") or call.arguments
    receiver = str(parameters.get("receiver_user_id") or "")
    if not receiver:
        return None
    if not receiver.isdecimal() or not chat.is_group:
        raise bad_request("invalid receiver_user_id specified")
    member = chat.member(int(receiver), world.clock.stamp())
    if world.ephemeral == "refused" or member is None or not member.present:
        raise bad_request("USER_NOT_PARTICIPANT")
    _check_query(world, str(parameters.get("callback_query_id") or ""), int(receiver))
    return int(receiver)


def _check_query(world: "World", query_id: str, receiver_id: int) -> None:
    """An answer to a pressed button comes within 15 seconds, and to who pressed it."""
    if not query_id:
        return
    callback = world.callbacks.get(query_id)
    late = callback is not None and world.clock.seconds() - callback.at > _ANSWER_SECONDS
    if callback is None or late or callback.person.id != receiver_id:
        raise bad_request("QUERY_ID_INVALID")
