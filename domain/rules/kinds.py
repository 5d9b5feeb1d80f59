"""The kinds of messages that can be locked: what a message is or has, and what its words show."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from domain.pictographs import has_emoji, is_emoji_only
from domain.rules.addresses import hosts_in, places_in
from domain.scripts import RANGES, RTL_RANGES
from domain.traits import TRAITS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from domain.messages import Message
    from domain.rules.judgement import Scene

# Two letters: one alone may be part of a drawn face, as in ¯\_(ツ)_/¯.
_CJK = f"[{RANGES['han']}{RANGES['kana']}{RANGES['hangul']}]"
CJK = re.compile(f"{_CJK}(?s:.*?){_CJK}")
CYRILLIC = re.compile(f"[{RANGES['cyrillic']}](?s:.*?)[{RANGES['cyrillic']}]")
# Letters, or the marks that turn the direction of all that follows.
RTL = re.compile(f"[{RTL_RANGES}](?s:.*?)[{RTL_RANGES}]|[\u202b\u202e\u2067]")
# No language stacks three marks of these blocks on one letter.
ZALGO = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3}")
NEAREST = 3


def _shows(pattern: re.Pattern[str]) -> Callable[[Message, Scene], bool]:
    return lambda message, _scene: any(not text.isascii() and pattern.search(text) for text in message.words)


def _invites(message: Message, scene: Scene) -> bool:
    return any(not place.name.endswith("bot") and place.name not in scene.own_names for place in places_in(message))


def _leads_to_bot(message: Message, _scene: Scene) -> bool:
    return any(place.name.endswith("bot") for place in places_in(message))


# Found out by looking, where Telegram itself tells nothing.
SHOWN: Mapping[str, Callable[[Message, Scene], bool]] = {
    "all": lambda _message, _scene: True,
    "botlink": _leads_to_bot,
    "cjk": _shows(CJK),
    "comment": lambda message, scene: scene.stranger and "comment" in message.traits,
    "cyrillic": _shows(CYRILLIC),
    "emoji": lambda message, _scene: message.custom_emoji > 0 or any(map(has_emoji, message.words)),
    "emojionly": lambda message, _scene: is_emoji_only(message.said),
    "invitelink": _invites,
    "rtl": _shows(RTL),
    "url": lambda message, _scene: any(hosts_in(message)),
    "zalgo": _shows(ZALGO),
}
KINDS = tuple(sorted({*TRAITS, *SHOWN}))
OTHERWISE = {
    "animation": "gif",
    "file": "document",
    "image": "photo",
    "link": "url",
    "picture": "photo",
    "roundvideo": "videonote",
    "全部": "all",  # matching data, noqa: zh
    "链接": "url",  # matching data, noqa: zh
    "网址": "url",  # matching data, noqa: zh
    "图片": "photo",  # matching data, noqa: zh
    "照片": "photo",  # matching data, noqa: zh
    "视频": "video",  # matching data, noqa: zh
    "动图": "gif",  # matching data, noqa: zh
    "贴纸": "sticker",  # matching data, noqa: zh
    "语音": "voice",  # matching data, noqa: zh
    "音频": "audio",  # matching data, noqa: zh
    "文件": "document",  # matching data, noqa: zh
    "转发": "forward",  # matching data, noqa: zh
    "投票": "poll",  # matching data, noqa: zh
    "名片": "contact",  # matching data, noqa: zh
    "位置": "location",  # matching data, noqa: zh
    "游戏": "game",  # matching data, noqa: zh
    "命令": "command",  # matching data, noqa: zh
    "表情": "emoji",  # matching data, noqa: zh
}


def kind_named(word: str) -> str | None:
    """The kind a word means, singular or plural, or None."""
    name = word.strip().lower()
    single = name.removesuffix("s")
    return next((found for found in (name, OTHERWISE.get(name), single, OTHERWISE.get(single)) if found in KINDS), None)


def near_kinds(word: str) -> tuple[str, ...]:
    """Kinds with a name like the word, the nearest first."""
    name = word.strip().lower()
    sharing = [kind for kind in KINDS if len(name) > 1 and (name in kind or kind in name)]
    close = get_close_matches(name, KINDS, n=NEAREST, cutoff=0.5)
    return tuple(dict.fromkeys((*close, *sharing)))[:NEAREST]
