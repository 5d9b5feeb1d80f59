"""A message in a chat."""

from dataclasses import dataclass, field

from sandbox.payload import Json


@dataclass(slots=True, kw_only=True)
class Message:
    """A message with its Bot API shape, its true author and what happened to it since."""

    chat_id: int
    id: int
    date: int
    author_id: int
    payload: Json
    outgoing: bool = False
    service: str = ""
    kind: str = "text"
    reply_to: int | None = None
    thread_id: int | None = None
    seen_by: int | None = None
    deleted: bool = False
    reactions: dict[int, tuple[str, ...]] = field(default_factory=dict)
    poll_id: str | None = None

    @property
    def words(self) -> str:
        """The text or the caption."""
        for name in ("text", "caption"):
            value = self.payload.get(name)
            if isinstance(value, str):
                return value
        return ""
