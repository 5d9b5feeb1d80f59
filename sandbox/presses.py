"""Pressed buttons that wait for their answers."""

from dataclasses import dataclass

from sandbox.people import Person


@dataclass(slots=True, kw_only=True)
class Callback:
    """A pressed button that waits for its answer."""

    id: str
    chat_id: int
    message_id: int
    person: Person
    at: float
    answered: bool = False
