"""The newest texts of the chats this process serves, so that what is said again is noticed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from domain.messages import Origin
from domain.roles import role_of
from domain.rules.echoes import RecentTexts, sketch_of
from domain.rules.immunity import immune
from models import members, messages

if TYPE_CHECKING:
    from domain.messages import Message
    from domain.rules.judgement import Scene
    from domain.rules.repeats import RepeatsSettings
    from models.work import Work

# After a restart only so much is read again, so that it takes no longer than a moment.
AGAIN = timedelta(minutes=10)
MOST_AGAIN = 500


async def hear(work: Work, message: Message, scene: Scene, settings: RepeatsSettings) -> Scene:
    """The scene with the earlier messages that say the same; the message itself is kept for the next.

    Those the rule spares are not listened to: nothing of theirs is ever removed with somebody else's.
    """
    sender = message.sender_id or message.sender_chat_id
    if settings.mode == "off" or sender is None or not message.text or scene.spared(settings.spares):
        return scene
    recent = await _recent(work, message)
    sketch = sketch_of(message.text)
    echoes = recent.find(sketch, sender=sender, at=message.at)
    if not message.edited:
        recent.add(sketch, chat_id=message.chat_id, message_id=message.message_id, sender=sender, at=message.at)
    return replace(scene, echoes=echoes)


async def _recent(work: Work, message: Message) -> RecentTexts:
    known = work.cache.get("recent texts")
    recent = known if isinstance(known, RecentTexts) else RecentTexts()
    if recent is not known:
        work.cache.put("recent texts", recent)
    if recent.begin(message.chat_id):
        await _read_again(work, message, recent)
    return recent


async def _read_again(work: Work, message: Message, recent: RecentTexts) -> None:
    """What members wrote in the chat shortly before the message, as far as no rule spares them."""
    written = await messages.newest_texts(
        work, chat_ids={message.chat_id}, since=message.at - AGAIN, until=message.at, most=MOST_AGAIN
    )
    known = await members.find_many(work, {(one.chat_id, one.user_id) for one in written})
    for one in written:
        member = known.get((one.chat_id, one.user_id))
        if member is None or member.approved_at is not None or one.message_id == message.message_id:
            continue
        is_owner = one.user_id in work.defaults.owner_ids
        role = role_of(status=member.status, assigned=member.role, is_process_owner=is_owner)
        if not immune(Origin.MEMBER, role):
            recent.add(
                sketch_of(one.text), chat_id=one.chat_id, message_id=one.message_id, sender=one.user_id, at=one.sent_at
            )
