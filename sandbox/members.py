"""A person's standing in a chat."""

from dataclasses import dataclass, replace
from typing import Literal

from sandbox.acts import ChatKind
from sandbox.payload import Json
from sandbox.people import Person
from sandbox.rights import ALL_RIGHTS, permissions_payload, rights_payload

Status = Literal["creator", "administrator", "member", "restricted", "left", "kicked"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """A person's standing in a chat at a moment; changes make a new value."""

    person: Person
    status: Status = "member"
    rights: frozenset[str] = frozenset()
    anonymous: bool = False
    title: str = ""
    tag: str = ""
    permissions: frozenset[str] = frozenset()
    until: int = 0
    inside: bool = True
    editable_by_bot: bool = False

    @property
    def present(self) -> bool:
        """Whether the person is in the chat."""
        if self.status == "restricted":
            return self.inside
        return self.status in {"creator", "administrator", "member"}

    @property
    def administers(self) -> bool:
        """Whether the person is creator or administrator."""
        return self.status in {"creator", "administrator"}

    def may(self, right: str) -> bool:
        """Whether an administrator's right is held."""
        return self.status == "creator" or (self.status == "administrator" and right in self.rights)

    def at(self, stamp: int) -> "Member":
        """The standing once everything that has run out by then is lifted."""
        if not self.until or self.until > stamp:
            return self
        if self.status == "kicked":
            return replace(self, status="left", until=0)
        if self.status == "restricted":
            return replace(self, status="member" if self.inside else "left", until=0, permissions=frozenset())
        return self

    def payload(self, kind: ChatKind) -> Json:
        """The ChatMember object."""
        shape: Json = {"user": self.person.payload(), "status": self.status}
        if self.status == "creator":
            shape["is_anonymous"] = self.anonymous
        elif self.status == "administrator":
            shape["can_be_edited"] = self.editable_by_bot
            shape.update(rights_payload(self.rights & ALL_RIGHTS, kind, anonymous=self.anonymous))
            shape["can_manage_voice_chats"] = shape["can_manage_video_chats"]
        elif self.status == "restricted":
            shape.update(permissions_payload(self.permissions))
            shape.update(until_date=self.until, is_member=self.inside)
        elif self.status == "kicked":
            shape["until_date"] = self.until
        if self.administers and self.title:
            shape["custom_title"] = self.title
        if self.status in {"member", "restricted"} and self.tag:
            shape["tag"] = self.tag
        return shape


def until_date(asked: int, now: int) -> int:
    """The end Telegram keeps: under 30 seconds or over 366 days from now means for ever."""
    return asked if 30 <= asked - now <= 366 * 86400 else 0
