"""Invite links."""

from dataclasses import dataclass

from sandbox.payload import Json
from sandbox.people import Person


@dataclass(slots=True, kw_only=True)
class InviteLink:
    """A way into a chat."""

    url: str
    creator: Person
    name: str = ""
    expire_date: int = 0
    member_limit: int = 0
    creates_join_request: bool = False
    is_primary: bool = False
    is_revoked: bool = False
    pending: int = 0
    joined: int = 0
    subscription_period: int = 0
    subscription_price: int = 0

    def open_at(self, stamp: int) -> bool:
        """Whether it still lets people in."""
        spent = bool(self.member_limit) and self.joined >= self.member_limit
        expired = bool(self.expire_date) and self.expire_date <= stamp
        return not (self.is_revoked or spent or expired)

    def payload(self) -> Json:
        """The ChatInviteLink object."""
        shape: Json = {"invite_link": self._shown()}
        if self.name:
            shape["name"] = self.name
        shape["creator"] = self.creator.payload()
        optional = ("expire_date", "member_limit", "subscription_period", "subscription_price")
        shape.update({name: value for name in optional if (value := getattr(self, name))})
        if self.creates_join_request:
            shape["pending_join_request_count"] = self.pending
        shape.update(
            creates_join_request=self.creates_join_request,
            is_primary=self.is_primary,
            is_revoked=self.is_revoked,
        )
        return shape

    def _shown(self) -> str:
        """A bot sees its own links whole, and only the beginning of other people's."""
        if self.creator.is_bot:
            return self.url
        start, _, secret = self.url.partition("+")
        return f"{start}+{secret[:8]}..."
