"""People react, press buttons and vote."""

from sandbox.acts.act import Act, Ref, When


class React(Act, frozen=True, kw_only=True):
    """A member's reactions to a message become exactly these."""

    chat_id: int
    person_id: int
    at: When = None
    message: Ref
    emoji: tuple[str, ...] = ()


class Press(Act, frozen=True, kw_only=True):
    """A person presses an inline button, found by its callback data or by its text."""

    chat_id: int
    person_id: int
    message: Ref
    at: When = None
    data: str | None = None
    text: str | None = None


class Vote(Act, frozen=True, kw_only=True):
    """A person votes in a poll; no options retract the vote."""

    person_id: int
    poll_message: Ref
    option_ids: tuple[int, ...] = ()
    chat_id: int | None = None
    at: When = None
