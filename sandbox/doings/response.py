"""People react, press buttons and vote."""

from typing import TYPE_CHECKING

from sandbox.acts import Outcome, Press, React, Vote
from sandbox.doings.doing import message_of, present_member, resolve, row
from sandbox.errors import Refused
from sandbox.polls import vote as cast_vote
from sandbox.posting import face, hears, record, render
from sandbox.presses import Callback
from sandbox.reactions import react as set_reaction

if TYPE_CHECKING:
    from sandbox.chats import Chat
    from sandbox.messages import Message
    from sandbox.world import World


def react(world: "World", act: React) -> Outcome:
    """A member's reactions to a message become exactly these."""
    chat = world.chat(act.chat_id)
    at = world.clock.stamp(act.at)
    message = message_of(world, chat, act.message)
    member = None if chat.kind == "private" else present_member(world, chat, act.person_id, at)
    if member is not None and not member.administers:
        held = chat.permissions & member.permissions if member.status == "restricted" else chat.permissions
        if chat.is_group and "can_react_to_messages" not in held:
            raise Refused(f"{member.person.name} may not react")
    set_reaction(world, chat, message, world.person(act.person_id), act.emoji, member=member, at=at)
    return Outcome(message_id=message.id)


def press(world: "World", act: Press) -> Outcome:
    """A person presses a button; buttons with an address send the bot nothing."""
    chat = world.chat(act.chat_id)
    message = _seen_by(world, chat, act)
    if chat.kind != "private":
        present_member(world, chat, act.person_id, world.clock.stamp(act.at))
    elif act.person_id != chat.id:
        raise Refused("a private chat with the bot has the id of its person")
    button = _button(message, act)
    person = world.person(act.person_id)
    at = world.clock.stamp(act.at)
    record(world, chat, "press", at=at, message=message, sender=face(person), text=str(button.get("text", "")))
    data = button.get("callback_data")
    if data is None:
        return Outcome(message_id=message.id)
    callback = Callback(
        id=str(4_000_000_000_000_000 + world.serial()),
        chat_id=chat.id,
        message_id=message.id,
        person=person,
        at=world.clock.seconds(),
    )
    world.callbacks[callback.id] = callback
    if hears(world, chat):
        world.updates.push(
            "callback_query",
            {
                "id": callback.id,
                "from": person.payload(),
                "message": render(chat, message),
                "chat_instance": str(chat.id * 31 + 7),
                "data": data,
            },
        )
    return Outcome(message_id=message.id, callback_id=callback.id)


def vote(world: "World", act: Vote) -> Outcome:
    """A person votes, or takes the vote back."""
    named = world.names.get(act.poll_message) if isinstance(act.poll_message, str) else None
    chat_id = named[0] if named is not None else act.chat_id
    if chat_id is None:
        raise Refused("a poll named by its message id needs its chat")
    chat = world.chat(chat_id)
    message = message_of(world, chat, act.poll_message)
    poll = world.polls.get(message.poll_id or "")
    if poll is None:
        raise Refused("the message is no poll")
    if poll.closed:
        raise Refused("the poll is closed")
    if any(option not in range(len(poll.options)) for option in act.option_ids):
        raise Refused("no such option")
    if len(act.option_ids) > 1 and not poll.multiple:
        raise Refused("the poll takes one answer")
    if act.person_id in poll.votes and not poll.revoting:
        raise Refused("votes in this poll are final")
    cast_vote(world, poll, world.person(act.person_id), act.option_ids)
    return Outcome(message_id=message.id)


def _seen_by(world: "World", chat: "Chat", act: Press) -> "Message":
    """A message the person sees, be it that nobody else does."""
    message = chat.messages.get(resolve(world, chat, act.message))
    if message is not None and not message.deleted and message.seen_by == act.person_id:
        return message
    return message_of(world, chat, act.message)


def _button(message: "Message", act: Press) -> dict[str, object]:
    markup = message.payload.get("reply_markup")
    rows = markup.get("inline_keyboard", []) if isinstance(markup, dict) else []
    for buttons in rows:
        for button in buttons:
            if act.data is not None and button.get("callback_data") == act.data:
                return dict(button)
            if act.data is None and act.text is not None and act.text == button.get("text"):
                return dict(button)
    raise Refused(f"the message has no button {act.data or act.text!r}")


ROWS = (row(React, react), row(Press, press), row(Vote, vote))
