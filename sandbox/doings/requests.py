"""People ask to be let in, and think better of it."""

from typing import TYPE_CHECKING

from sandbox.acts import Outcome, RequestJoin, WithdrawRequest
from sandbox.chats import JoinRequest
from sandbox.doings.doing import followed, row
from sandbox.errors import Refused
from sandbox.membership import standing
from sandbox.posting import face, record

if TYPE_CHECKING:
    from sandbox.world import World


def request_join(world: "World", act: RequestJoin) -> Outcome:
    """A person asks to be let in; bots that may invite hear of it, and may write to the person for a while."""
    chat = world.chat(act.chat_id)
    at = world.clock.stamp(act.at)
    person = world.person(act.person_id)
    old = standing(chat, person, at)
    if old.present or old.status == "kicked":
        raise Refused(f"{person.name} is {old.status} in the chat")
    if person.id in chat.requests:
        raise Refused(f"{person.name} has asked already")
    link = followed(world, chat, act.invite_link, at)
    if link is not None:
        link.pending += 1
    chat.requests[person.id] = JoinRequest(person=person, date=at, link=link)
    bio = act.bio or person.bio
    record(world, chat, "join_request", at=at, sender=face(person), text=bio or "")
    if world.bot_member(chat).may("can_invite_users"):
        chat.asked.add(person.id)
        update: dict[str, object] = {
            "chat": chat.payload(),
            "from": person.payload(),
            "user_chat_id": person.id,
            "date": at,
        }
        if bio:
            update["bio"] = bio
        if link is not None:
            update["invite_link"] = link.payload()
        world.updates.push("chat_join_request", update)
    return Outcome()


def withdraw(world: "World", act: WithdrawRequest) -> Outcome:
    """A person takes their request back."""
    chat = world.chat(act.chat_id)
    request = chat.requests.pop(act.person_id, None)
    if request is None:
        raise Refused(f"{world.person(act.person_id).name} has not asked to be let in")
    if request.link is not None:
        request.link.pending -= 1
    return Outcome()


ROWS = (row(RequestJoin, request_join), row(WithdrawRequest, withdraw))
