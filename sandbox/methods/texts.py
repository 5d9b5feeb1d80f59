"""Sending text, forwards and copies."""

from typing import TYPE_CHECKING

from sandbox.access import find, reach
from sandbox.errors import bad_request
from sandbox.forwarding import carried, origin_of_message
from sandbox.outgoing import MAX_CAPTION, message_text, send, sent, words
from sandbox.posting import render
from sandbox.utf16 import length

if TYPE_CHECKING:
    from sandbox.calling import Call
    from sandbox.messages import Message
    from sandbox.methods.method import Methods
    from sandbox.payload import Json
    from sandbox.world import World


def send_message(world: "World", call: "Call") -> object:
    """SendMessage."""
    return sent(world, call, "text", message_text(world, call))


def forward_message(world: "World", call: "Call") -> object:
    """ForwardMessage."""
    source = reach(world, call, "from_chat_id", write=False)
    message = _forwardable(find(source, _message_id(call), "message to forward"), "forwarded")
    return _forward(world, call, message)


def forward_messages(world: "World", call: "Call") -> object:
    """forwardMessages; those that are gone are left out."""
    source = reach(world, call, "from_chat_id", write=False)
    found = [source.find(number) for number in message_ids(call)]
    messages = [message for message in found if message is not None and not message.service]
    if not messages:
        raise bad_request("message to forward not found")
    return [{"message_id": _id(_forward(world, call, message))} for message in messages]


def copy_message(world: "World", call: "Call") -> object:
    """CopyMessage."""
    source = reach(world, call, "from_chat_id", write=False)
    message = _forwardable(find(source, _message_id(call), "message to copy"), "copied")
    return {"message_id": _copy(world, call, message)}


def copy_messages(world: "World", call: "Call") -> object:
    """copyMessages; those that are gone are left out."""
    source = reach(world, call, "from_chat_id", write=False)
    found = [source.find(number) for number in message_ids(call)]
    messages = [message for message in found if message is not None and not message.service]
    if not messages:
        raise bad_request("message to copy not found")
    return [{"message_id": _copy(world, call, message)} for message in messages]


def message_ids(call: "Call") -> list[int]:
    """The 1-100 message ids of a call."""
    items = call.items("message_ids", "message identifiers")
    if not items:
        raise bad_request("message identifiers are not specified")
    if len(items) > 100:
        raise bad_request("too many message identifiers specified")
    ids: list[int] = []
    for item in items:
        if isinstance(item, bool) or not str(item).lstrip("-").isdigit():
            raise bad_request("message identifier must be a Number")
        if int(str(item)) <= 0:
            raise bad_request("invalid message identifier specified")
        ids.append(int(str(item)))
    return ids


def _message_id(call: "Call") -> int:
    if not call.text("message_id"):
        raise bad_request("message identifier is not specified")
    return call.integer("message_id")


def _forwardable(message: "Message", verb: str) -> "Message":
    if message.service or message.payload.get("has_protected_content"):
        raise bad_request(f"the message can't be {verb}")
    return message


def _forward(world: "World", call: "Call", message: "Message") -> "Json":
    source = world.chats[message.chat_id]
    content = {**origin_of_message(world, source, message), **carried(message)}
    new = send(world, call, message.kind, content, poll_id=message.poll_id)
    return render(world.chats[new.chat_id], new)


def _copy(world: "World", call: "Call", message: "Message") -> int:
    content = {name: value for name, value in carried(message).items() if not name.startswith("forward_")}
    if call.has("caption") and message.kind != "text":
        text, entities = words(world, call, "caption", "caption_entities", "parse_mode")
        if length(text) > MAX_CAPTION:
            raise bad_request("message caption is too long")
        content.pop("caption_entities", None)
        content.update({"caption": text, "caption_entities": entities} if entities else {"caption": text})
    return send(world, call, message.kind, content, poll_id=message.poll_id).id


def _id(payload: "Json") -> object:
    return payload["message_id"]


METHODS: "Methods" = {
    "sendMessage": send_message,
    "forwardMessage": forward_message,
    "forwardMessages": forward_messages,
    "copyMessage": copy_message,
    "copyMessages": copy_messages,
}
