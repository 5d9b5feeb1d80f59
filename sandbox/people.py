"""Who exists: people, bots, and the three accounts Telegram itself lends to others."""

from dataclasses import dataclass

from sandbox.payload import Json

TELEGRAM_ID = 777000
ANONYMOUS_ADMIN_ID = 1087968824
CHANNEL_SENDER_ID = 136817688
_COLORS = ("#e17076", "#eda86c", "#a695e7", "#7bc862", "#6ec9cb", "#65aadd", "#ee7aae")


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """A user of Telegram, human or bot."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language: str = ""
    is_bot: bool = False
    is_premium: bool = False
    bio: str | None = None
    personal_chat_id: int | None = None
    photos: int = 0

    @property
    def name(self) -> str:
        """The full name, as chats show it."""
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name

    def payload(self) -> Json:
        """The User object."""
        user: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.last_name:
            user["last_name"] = self.last_name
        if self.username:
            user["username"] = self.username
        if self.language and not self.is_bot:
            user["language_code"] = self.language
        if self.is_premium:
            user["is_premium"] = True
        return user


def color_of(identity: int) -> str:
    """The colour a client paints a name in."""
    return _COLORS[abs(identity) % len(_COLORS)]


def service_accounts() -> dict[int, Person]:
    """Telegram's own senders: the announcer, the anonymous admin and the channel in a group."""
    accounts = (
        Person(id=TELEGRAM_ID, first_name="Telegram"),
        Person(id=ANONYMOUS_ADMIN_ID, first_name="Group", username="GroupAnonymousBot", is_bot=True),
        Person(id=CHANNEL_SENDER_ID, first_name="Channel", username="Channel_Bot", is_bot=True),
    )
    return {account.id: account for account in accounts}
