"""A call of a Bot API method: its arguments however they were sent, read as Telegram reads them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sandbox.errors import bad_request
from sandbox.payload import Json, decode


@dataclass(frozen=True, kw_only=True, slots=True)
class Upload:
    """A file sent with the call."""

    name: str
    content: bytes
    mime_type: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One call: the method's name in lower case, arguments and files."""

    method: str
    arguments: Mapping[str, object] = field(default_factory=dict)
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether an argument was given at all."""
        return self.arguments.get(name) is not None or name in self.uploads

    def text(self, name: str) -> str:
        """A string argument, empty when it is missing."""
        value = self.arguments.get(name)
        if value is None:
            return ""
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return "true" if value else "false"
        return str(value)

    def integer(self, name: str, default: int = 0, *, low: int | None = None, high: int | None = None) -> int:
        """An integer argument, clamped to its bounds as Telegram does."""
        text = self.text(name).strip()
        try:
            number = int(text) if text else default
        except ValueError:
            number = default
        if low is not None:
            number = max(low, number)
        return number if high is None else min(high, number)

    def flag(self, name: str) -> bool:
        """A boolean argument."""
        return self.text(name).strip().lower() in {"true", "yes", "1"}

    def value(self, name: str, what: str) -> object:
        """An argument that is a JSON document, decoded; None when it is missing."""
        value = self.arguments.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return decode(value)
        except ValueError as error:
            raise bad_request(f"can't parse {what} JSON object") from error

    def items(self, name: str, what: str) -> list[object] | None:
        """An argument that is a JSON array; None when it is missing."""
        value = self.value(name, what)
        if value is None:
            return None
        if not isinstance(value, list):
            raise bad_request(f"expected an Array of {what}")
        return value

    def mapping(self, name: str, what: str) -> Json | None:
        """An argument that is a JSON object; None when it is missing."""
        value = self.value(name, what)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise bad_request(f"object expected as {what}")
        return value

    def seen(self) -> Json:
        """The arguments as the record of calls shows them."""
        shown: Json = {}
        for name, value in self.arguments.items():
            shown[name] = _readable(value)
        shown.update({name: f"<file {upload.name}>" for name, upload in self.uploads.items()})
        return shown


def _readable(value: object) -> object:
    """JSON sent as text shows as what it means; ids and words stay as they are."""
    if isinstance(value, str) and value[:1] in {"[", "{"}:
        try:
            return decode(value)
        except ValueError:
            return value
    if isinstance(value, str) and value.lstrip("-").isdigit() and len(value) < 18:
        return int(value)
    return value
