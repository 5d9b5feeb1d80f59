"""Telegram's two Markdown dialects, parsed as strictly as Telegram does."""

from sandbox.entities import in_order
from sandbox.errors import ApiError, bad_request
from sandbox.markup import link_entity
from sandbox.payload import Json
from sandbox.people import Person
from sandbox.utf16 import cut, length

_RESERVED = "_*[]()~`>#+-=|{}.!"
_MARKS = {"*": "bold", "_": "italic", "__": "underline", "~": "strikethrough", "||": "spoiler"}
_NAMES = {
    "bold": "Bold",
    "italic": "Italic",
    "underline": "Underline",
    "strikethrough": "Strikethrough",
    "spoiler": "Spoiler",
    "code": "Code",
    "pre": "Pre",
    "text_link": "TextUrl",
}
_LEGACY = {"*": "bold", "_": "italic", "`": "code", "[": "text_link"}


class _Parser:
    """MarkdownV2 in one pass: plain text, finished entities and those still open."""

    def __init__(self, source: str, people: dict[int, Person]) -> None:
        self.source = source
        self.people = people
        self.position = 0
        self.plain: list[str] = []
        self.units = 0
        self.open: list[tuple[str, int, int]] = []
        self.entities: list[Json] = []

    def run(self) -> tuple[str, list[Json]]:
        while self.position < len(self.source):
            self._step()
        if self.open:
            kind, _, begin = self.open[-1]
            raise _unparsable(f"Can't find end of {_NAMES[kind]} entity at byte offset {self._byte(begin)}")
        return "".join(self.plain), in_order(self.entities)

    def _step(self) -> None:
        character = self.source[self.position]
        following = self.source[self.position + 1 : self.position + 2]
        if character == "\\" and following and ord(following) < 127:
            self._emit(following, 2)
        elif character == "`":
            self._code()
        elif character == "[":
            self.open.append(("text_link", self.units, self.position))
            self.position += 1
        elif character == "]" and any(kind == "text_link" for kind, _, _ in self.open):
            self._link()
        elif character in _RESERVED:
            self._mark(character, following)
        else:
            self._emit(character, 1)

    def _emit(self, text: str, step: int) -> None:
        self.plain.append(text)
        self.units += length(text)
        self.position += step

    def _byte(self, index: int) -> int:
        return len(self.source[:index].encode())

    def _mark(self, character: str, following: str) -> None:
        mark = character * 2 if character in "_|" and following == character else character
        kind = _MARKS.get(mark)
        if kind is None:
            raise _unparsable(f"Character '{character}' is reserved and must be escaped with the preceding '\\'")
        begin = self.position
        self.position += len(mark)
        if not any(opened == kind for opened, _, _ in self.open):
            self.open.append((kind, self.units, begin))
            return
        opened, offset, began = self.open.pop()
        if opened != kind:
            where = self._byte(began)
            raise _unparsable(f"Can't find end of {_NAMES[opened]} entity at byte offset {where}")
        self._close(kind, offset)

    def _close(self, kind: str, offset: int, **extra: object) -> None:
        if self.units > offset:
            entity: Json = {"offset": offset, "length": self.units - offset, "type": kind}
            self.entities.append({**entity, **extra})

    def _code(self) -> None:
        fence = "```" if self.source.startswith("```", self.position) else "`"
        begin = self.position
        end = self.source.find(fence, begin + len(fence))
        while end > 0 and self.source[end - 1] == "\\":
            end = self.source.find(fence, end + 1)
        kind = "pre" if len(fence) == 3 else "code"
        if end < 0:
            raise _unparsable(f"Can't find end of {_NAMES[kind]} entity at byte offset {self._byte(begin)}")
        body = self.source[begin + len(fence) : end].replace("\\`", "`").replace("\\\\", "\\")
        language = ""
        if kind == "pre" and "\n" in body:
            head, _, rest = body.partition("\n")
            language, body = (head, rest) if head.isalnum() else ("", body.removeprefix("\n"))
        offset = self.units
        self._emit(body, 0)
        self.position = end + len(fence)
        self._close(kind, offset, **({"language": language} if language else {}))

    def _link(self) -> None:
        kind, offset, begin = self.open.pop()
        if kind != "text_link":
            raise _unparsable(f"Can't find end of {_NAMES[kind]} entity at byte offset {self._byte(begin)}")
        self.position += 1
        url = self._address() or cut("".join(self.plain), offset, self.units - offset)
        entity: Json = {"offset": offset, "length": self.units - offset, "type": "text_link"}
        if self.units > offset and link_entity(entity, url, self.people):
            self.entities.append(entity)

    def _address(self) -> str:
        """The address in parentheses after a link's words; without one the words themselves serve."""
        if self.source[self.position : self.position + 1] != "(":
            return ""
        end = self.source.find(")", self.position)
        while end > 0 and self.source[end - 1] == "\\":
            end = self.source.find(")", end + 1)
        if end < 0:
            raise _unparsable(f"Can't find end of a URL at byte offset {self._byte(self.position)}")
        url = self.source[self.position + 1 : end].replace("\\)", ")").replace("\\\\", "\\")
        self.position = end + 1
        return url


def parse_markdown(source: str, people: dict[int, Person], *, version: int) -> tuple[str, list[Json]]:
    """The plain text and entities of MarkdownV2, or of the old Markdown (version 1)."""
    return _Parser(source, people).run() if version == 2 else _parse_legacy(source, people)


def _parse_legacy(source: str, people: dict[int, Person]) -> tuple[str, list[Json]]:
    plain = ""
    entities: list[Json] = []
    index = 0
    while index < len(source):
        character = source[index]
        if character == "\\" and source[index + 1 : index + 2] in {"_", "*", "`", "["}:
            plain += source[index + 1]
            index += 2
        elif character not in _LEGACY:
            plain += character
            index += 1
        else:
            plain, index = _legacy_entity(source, index, plain, entities, people)
    return plain, entities


def _legacy_entity(
    source: str, index: int, plain: str, entities: list[Json], people: dict[int, Person]
) -> tuple[str, int]:
    mark = source[index]
    kind = _LEGACY[mark]
    closing = "]" if mark == "[" else mark
    if source.startswith("```", index):
        mark = closing = "```"
        kind = "pre"
    end = source.find(closing, index + len(mark))
    if end < 0:
        where = len(source[:index].encode())
        raise _unparsable(f"Can't find end of the entity starting at byte offset {where}")
    inner = source[index + len(mark) : end]
    after = end + len(closing)
    entity: Json = {"offset": length(plain), "length": length(inner), "type": kind}
    if kind == "text_link":
        close = source.find(")", after)
        if source[after : after + 1] != "(" or close < 0:
            return plain + inner, after
        linked = bool(inner) and link_entity(entity, source[after + 1 : close], people)
        after = close + 1
        if not linked:
            return plain + inner, after
    if inner:
        entities.append(entity)
    return plain + inner, after


def _unparsable(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")
