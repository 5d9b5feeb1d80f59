"""What a message can be or have besides its words, by the names that locks go by (Rose's, where she has one).

A comment answers a post that Telegram brought from the linked channel, whoever wrote it.
"""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

# Told by Telegram itself; what the text shows (cjk, rtl, emoji only …) is found out by the rule that asks.
Trait: TypeAlias = Literal[
    "album",
    "anonchannel",
    "audio",
    "button",
    "cashtag",
    "checklist",
    "command",
    "comment",
    "contact",
    "document",
    "email",
    "emojicustom",
    "emojigame",
    "externalreply",
    "forward",
    "forwardbot",
    "forwardchannel",
    "forwardchat",
    "forwardstory",
    "forwarduser",
    "game",
    "gif",
    "giveaway",
    "inline",
    "invoice",
    "location",
    "mention",
    "paidmedia",
    "phone",
    "photo",
    "poll",
    "quote",
    "spoiler",
    "sticker",
    "stickeranimated",
    "stickerpremium",
    "story",
    "text",
    "url",
    "video",
    "videonote",
    "voice",
]
TRAITS: tuple[Trait, ...] = get_args(Trait)

_OTHERWISE: dict[str, Trait] = {
    "animation": "gif",
    "dice": "emojigame",
    "paid_media": "paidmedia",
    "venue": "location",
    "video_note": "videonote",
}
# By Telegram's field name of what a message carries.
OF_KIND: dict[str, Trait] = {trait: trait for trait in TRAITS} | _OTHERWISE
# By the type of an entity, in Bot API's words and in those of Desktop exports.
OF_ENTITY: dict[str, Trait] = {
    "bot_command": "command",
    "cashtag": "cashtag",
    "custom_emoji": "emojicustom",
    "email": "email",
    "link": "url",
    "mention": "mention",
    "mention_name": "mention",
    "phone": "phone",
    "phone_number": "phone",
    "spoiler": "spoiler",
    "text_link": "url",
    "text_mention": "mention",
    "url": "url",
}
