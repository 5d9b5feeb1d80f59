"""What is cleared away by itself: typed commands, and the lines Telegram writes about what happened."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias, get_args

from pydantic import AfterValidator

# Whose commands go once they are answered: nobody's, those of plain members, everybody's.
Commands: TypeAlias = Literal["off", "members", "all"]
ServiceKind: TypeAlias = Literal["join", "leave", "pin", "title", "photo", "video_chat", "boost", "topic", "other"]

SERVICE_KINDS: tuple[ServiceKind, ...] = get_args(ServiceKind)
EVERY = "all"
SPOKEN = {
    "全部": EVERY,  # matching data, noqa: zh
    "入群": "join",  # matching data, noqa: zh
    "退群": "leave",  # matching data, noqa: zh
    "置顶": "pin",  # matching data, noqa: zh
    "群名": "title",  # matching data, noqa: zh
    "头像": "photo",  # matching data, noqa: zh
    "语音聊天": "video_chat",  # matching data, noqa: zh
    "助力": "boost",  # matching data, noqa: zh
    "话题": "topic",  # matching data, noqa: zh
    "其他": "other",  # matching data, noqa: zh
}


def known_kinds(names: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds by their names, each once, in the order of SERVICE_KINDS. Raises ValueError for a name of none."""
    wanted = {SPOKEN.get(name, name.lower().replace("-", "_").replace(" ", "_")) for name in names}
    if not wanted <= {*SERVICE_KINDS, EVERY}:
        raise ValueError("not a kind of service message")
    return (EVERY,) if EVERY in wanted else tuple(kind for kind in SERVICE_KINDS if kind in wanted)


ServiceKinds: TypeAlias = Annotated[tuple[str, ...], AfterValidator(known_kinds)]


def is_cleared(kind: str, kinds: tuple[str, ...]) -> bool:
    """Whether service messages of a kind go."""
    return kind in kinds or EVERY in kinds
