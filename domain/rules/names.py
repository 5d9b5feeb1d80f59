"""Lists of @usernames and ids, as settings keep them."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field

MOST = 500
NAME = re.compile(r"[a-z][a-z0-9_]{3,31}|-?[0-9]{1,16}")
BEFORE = re.compile(r"(?:https?://)?(?:t\.me/|telegram\.me/)?@?")


def names(written: tuple[str, ...]) -> tuple[str, ...]:
    """Each username or id once, in lower case, without @ and t.me/. Raises ValueError for what is neither."""
    found = []
    for one in written:
        name = BEFORE.sub("", one.strip().lower(), count=1).rstrip("/")
        if not NAME.fullmatch(name):
            raise ValueError(f"neither a username nor an id: {one}")
        found.append(name)
    return tuple(dict.fromkeys(found))


# Usernames and ids as a setting keeps them.
Names = Annotated[tuple[str, ...], Field(max_length=MOST), AfterValidator(names)]


def is_named(listed: tuple[str, ...], *, username: str, chat_id: int | None) -> bool:
    """Whether somebody or some chat is on a list, by username or by id."""
    return bool(listed) and ((username != "" and username in listed) or str(chat_id) in listed)
