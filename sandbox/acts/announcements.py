"""What happens to a chat and leaves nothing but a service message."""

from sandbox.acts.act import Act, When


class ChangePhoto(Act, frozen=True, kw_only=True):
    """An administrator gives the chat another photo."""

    chat_id: int
    person_id: int
    at: When = None


class RemovePhoto(Act, frozen=True, kw_only=True):
    """An administrator takes the chat's photo away."""

    chat_id: int
    person_id: int
    at: When = None


class StartVideoChat(Act, frozen=True, kw_only=True):
    """An administrator starts a video chat."""

    chat_id: int
    person_id: int
    at: When = None


class EndVideoChat(Act, frozen=True, kw_only=True):
    """An administrator ends the video chat, which lasted so many seconds."""

    chat_id: int
    person_id: int
    seconds: int = 60
    at: When = None


class AutoDelete(Act, frozen=True, kw_only=True):
    """An administrator lets messages disappear after so many seconds; 0 keeps them again."""

    chat_id: int
    person_id: int
    seconds: int
    at: When = None


class Boost(Act, frozen=True, kw_only=True):
    """A member boosts the chat."""

    chat_id: int
    person_id: int
    count: int = 1
    at: When = None
