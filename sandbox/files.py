"""Files people and bots sent."""

import hashlib
from dataclasses import dataclass

from sandbox.payload import Json


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredFile:
    """A file with the ids Telegram knows it by."""

    file_id: str
    unique_id: str
    name: str
    content: bytes
    mime_type: str = "application/octet-stream"

    @property
    def path(self) -> str:
        """Where it is downloaded from."""
        return f"files/{self.unique_id}/{self.name}"

    def reference(self) -> Json:
        """The fields every file object starts with."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
        }


class FileStore:
    """Every file of the sandbox, by id and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def put(self, content: bytes, *, name: str, kind: str, mime_type: str = "application/octet-stream") -> StoredFile:
        """Keep a file; the same content under the same name is the same file."""
        digest = hashlib.sha256(b"%b\0%b\0%b" % (kind.encode(), name.encode(), content)).hexdigest()
        unique = f"AQAD{digest[:12]}"
        stored = StoredFile(
            file_id=f"BQACAgIAAx{digest[:44]}",
            unique_id=unique,
            name=name,
            content=content,
            mime_type=mime_type,
        )
        self._by_id[stored.file_id] = stored
        self._by_path[stored.path] = stored
        return stored

    def by_id(self, file_id: str) -> StoredFile | None:
        """The file with an id."""
        return self._by_id.get(file_id)

    def by_path(self, path: str) -> StoredFile | None:
        """The file at a download path."""
        return self._by_path.get(path)
