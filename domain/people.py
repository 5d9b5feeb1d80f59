"""People as Telegram shows them."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Sighting:
    """Somebody as an update shows them. `username` has no @."""

    user_id: int
    name: str
    username: str | None = None
    is_bot: bool = False
    client_language: str | None = None


def full_name(first: str, last: str | None) -> str:
    """First and last name as one, at most 160 characters."""
    return f"{first} {last}"[:160].strip() if last else first[:160]
