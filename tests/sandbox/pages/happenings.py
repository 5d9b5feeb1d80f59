"""Events written by hand, as the sandbox's history gives them."""

from sandbox.pages.events import Event, Face

NINE = 1_781_420_400
MEI = Face(id=1, name="Mei Chen", color="#7bc862")
TOM = Face(id=2, name="Tom")
BOT = Face(id=42, name="Steward", is_bot=True)


def said(
    number: int,
    text: str = "hello",
    sender: Face = MEI,
    *,
    html: str | None = None,
    minutes: float = 0,
    reply_to: int | None = None,
    deleted: bool = False,
    only_for: Face | None = None,
) -> Event:
    """A message some minutes after nine."""
    return Event(
        seq=number,
        at=NINE + int(minutes * 60),
        kind="message",
        message_id=number,
        sender=sender,
        text=text,
        html=text if html is None else html,
        reply_to=reply_to,
        deleted=deleted,
        target=only_for,
        seen_by=only_for.id if only_for else None,
    )


def happened(
    kind: str, *, sender: Face = BOT, target: Face | None = None, text: str = "", action: str | None = None
) -> Event:
    """Something besides a message, at nine."""
    return Event(seq=900, at=NINE, kind=kind, sender=sender, target=target, text=text, action=action)
