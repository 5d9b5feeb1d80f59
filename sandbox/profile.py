"""What the bot tells about itself: names, descriptions, commands, menu button, rights it asks for."""

from dataclasses import dataclass, field

from sandbox.payload import Json


@dataclass(slots=True, kw_only=True)
class Profile:
    """The bot's settings at Telegram; texts and commands are kept per language."""

    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    rights: dict[bool, Json] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)
