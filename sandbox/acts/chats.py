"""Chats come into being and change; people come to exist."""

from sandbox.acts.act import Act, ChatKind, Ref, When


class OpenChat(Act, frozen=True, kw_only=True):
    """A chat comes into being, with its creator as first member; the bot is not in it yet."""

    chat_id: int
    kind: ChatKind = "supergroup"
    title: str = ""
    creator_id: int
    forum: bool = False
    username: str | None = None
    language: str = "en"
    linked_chat_id: int | None = None
    at: When = None


class Meet(Act, frozen=True, kw_only=True):
    """A person exists, or is called otherwise from now on; `photos` are those of the profile, the latest first."""

    person_id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language: str = "en"
    is_bot: bool = False
    is_premium: bool = False
    bio: str | None = None
    personal_chat_id: int | None = None
    photos: int = 0


class ReopenTopic(Act, frozen=True, kw_only=True):
    """A person opens a closed topic again."""

    chat_id: int
    person_id: int
    thread_id: Ref
    at: When = None


class Retitle(Act, frozen=True, kw_only=True):
    """An administrator gives the chat another title."""

    chat_id: int
    person_id: int
    title: str
    at: When = None


class OpenTopic(Act, frozen=True, kw_only=True):
    """A person opens a topic in a forum."""

    chat_id: int
    person_id: int
    title: str
    at: When = None
    name: str | None = None


class CloseTopic(Act, frozen=True, kw_only=True):
    """A person closes a topic."""

    chat_id: int
    person_id: int
    thread_id: Ref
    at: When = None


class Migrate(Act, frozen=True, kw_only=True):
    """A basic group becomes a supergroup."""

    chat_id: int
    new_chat_id: int
    at: When = None


class Privacy(Act, frozen=True, kw_only=True):
    """The bot's owner switches privacy mode at BotFather."""

    enabled: bool
