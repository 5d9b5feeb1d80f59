"""What happens to a chat and leaves a service message."""

from typing import TYPE_CHECKING

from sandbox.acts import AutoDelete, Boost, ChangePhoto, EndVideoChat, Outcome, RemovePhoto, StartVideoChat
from sandbox.doings.doing import present_member, require, row
from sandbox.errors import Refused
from sandbox.media import file_object
from sandbox.membership import serve

if TYPE_CHECKING:
    from sandbox.payload import Json
    from sandbox.world import World

_MONTH = 30 * 86_400


def change_photo(world: "World", act: ChangePhoto) -> Outcome:
    """The chat looks otherwise."""
    stored = world.files.put(b"photo %d" % world.serial(), name="photo.jpg", kind="photo")
    return _announce(world, act, "can_change_info", "new_chat_photo", file_object("photo", stored)["photo"])


def remove_photo(world: "World", act: RemovePhoto) -> Outcome:
    """The chat has no photo any more."""
    return _announce(world, act, "can_change_info", "delete_chat_photo", content=True)


def start_video_chat(world: "World", act: StartVideoChat) -> Outcome:
    """People can talk to one another."""
    nothing: Json = {}
    return _announce(world, act, "can_manage_video_chats", "video_chat_started", nothing)


def end_video_chat(world: "World", act: EndVideoChat) -> Outcome:
    """The video chat is over."""
    return _announce(world, act, "can_manage_video_chats", "video_chat_ended", {"duration": act.seconds})


def auto_delete(world: "World", act: AutoDelete) -> Outcome:
    """From now on messages disappear by themselves; the sandbox only says so."""
    content: Json = {"message_auto_delete_time": act.seconds}
    return _announce(world, act, "can_change_info", "message_auto_delete_timer_changed", content)


def boost(world: "World", act: Boost) -> Outcome:
    """A member boosts the chat; bots that administer it hear of every boost."""
    chat = world.chat(act.chat_id)
    at = world.clock.stamp(act.at)
    person = present_member(world, chat, act.person_id, at).person
    if chat.kind not in {"supergroup", "channel"}:
        raise Refused("only supergroups and channels are boosted")
    if world.bot_administers(chat):
        for _ in range(act.count):
            one: Json = {"boost_id": str(world.serial()), "add_date": at, "expiration_date": at + _MONTH}
            one["source"] = {"source": "premium", "user": person.payload()}
            world.updates.push("chat_boost", {"chat": chat.payload(), "boost": one})
    if not chat.is_group:
        return Outcome()
    content: Json = {"boost_added": {"boost_count": act.count}}
    return Outcome(message_id=serve(world, chat, person, "boost_added", content, at=at))


def _announce(
    world: "World",
    act: "ChangePhoto | RemovePhoto | StartVideoChat | EndVideoChat | AutoDelete",
    right: str,
    service: str,
    content: object,
) -> Outcome:
    """The service message of something that takes an administrator's right."""
    chat = world.chat(act.chat_id)
    at = world.clock.stamp(act.at)
    require(world, chat, act.person_id, right, at)
    return Outcome(message_id=serve(world, chat, world.person(act.person_id), service, {service: content}, at=at))


ROWS = (
    row(ChangePhoto, change_photo),
    row(RemovePhoto, remove_photo),
    row(StartVideoChat, start_video_chat),
    row(EndVideoChat, end_video_chat),
    row(AutoDelete, auto_delete),
    row(Boost, boost),
)
