"""Telegram's HTML: parsed as strictly as Telegram does, and written back for readers."""

import re
from dataclasses import dataclass

from sandbox.entities import in_order
from sandbox.errors import ApiError, bad_request
from sandbox.payload import Json
from sandbox.people import Person
from sandbox.utf16 import length

_TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_USER_LINK = re.compile(r"tg://user\?id=(\d+)$")


@dataclass(kw_only=True, slots=True)
class _Open:
    tag: str
    argument: str
    offset: int
    start: int


class _Parser:
    """One pass over the source, keeping the plain text and the tags still open."""

    def __init__(self, source: str, people: dict[int, Person]) -> None:
        self.source = source
        self.people = people
        self.position = 0
        self.units = 0
        self.plain: list[str] = []
        self.size = 0
        self.open: list[_Open] = []
        self.entities: list[Json] = []

    def run(self) -> tuple[str, list[Json]]:
        while self.position < len(self.source):
            character = self.source[self.position]
            if character == "&":
                self._reference()
            elif character != "<":
                end = self._next_special()
                self._emit(self.source[self.position : end])
                self.position = end
            elif self.source[self.position + 1 : self.position + 2] == "/":
                self._end_tag()
            else:
                self._start_tag()
        if self.open:
            raise _unparsable(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return "".join(self.plain), in_order(self.entities)

    def _next_special(self) -> int:
        ends = [self.source.find(mark, self.position) for mark in "&<"]
        return min((end for end in ends if end >= 0), default=len(self.source))

    def _emit(self, piece: str) -> None:
        self.plain.append(piece)
        self.size += len(piece)
        self.units += length(piece)

    def _reference(self) -> None:
        character, end = _decode_reference(self.source, self.position)
        self._emit(character)
        self.position = end

    def _byte(self, index: int) -> int:
        return len(self.source[:index].encode())

    def _start_tag(self) -> None:
        begin = self.position
        end = _skip_until_space_or(self.source, begin + 1, ">")
        if end >= len(self.source):
            raise _unparsable(f"Unclosed start tag at byte offset {self._byte(begin)}")
        tag = self.source[begin + 1 : end].lower()
        if tag not in _TYPES:
            raise _unparsable(f'Unsupported start tag "{tag}" at byte offset {self._byte(begin)}')
        attributes, end = self._attributes(tag, begin, end)
        argument = _argument(tag, attributes)
        if tag == "span" and argument != "spoiler":
            offset = self._byte(begin)
            raise _unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {offset}')
        self.open.append(_Open(tag=tag, argument=argument, offset=self.units, start=self.size))
        self.position = end + 1

    def _attributes(self, tag: str, begin: int, index: int) -> tuple[dict[str, str], int]:
        attributes: dict[str, str] = {}
        while True:
            index = _skip_spaces(self.source, index)
            if self.source[index : index + 1] == ">":
                return attributes, index
            name_at = index
            index = _skip_until_space_or(self.source, index, "=>")
            name = self.source[name_at:index]
            if not name:
                where = self._byte(begin)
                raise _unparsable(f'Empty attribute name in the tag "{tag}" at byte offset {where}')
            index = _skip_spaces(self.source, index)
            if self.source[index : index + 1] != "=":
                if tag == "blockquote" and name == "expandable":
                    attributes[name] = "1"
                    continue
                where = self._byte(begin)
                raise _unparsable(
                    f'Expected equal sign in declaration of an attribute of the tag "{tag}" at byte offset {where}'
                )
            attributes[name], index = self._value(tag, begin, _skip_spaces(self.source, index + 1))

    def _value(self, tag: str, begin: int, index: int) -> tuple[str, int]:
        if index >= len(self.source):
            raise _unparsable(f'Unclosed start tag "{tag}" at byte offset {self._byte(begin)}')
        quote = self.source[index]
        if quote in "'\"":
            end = self.source.find(quote, index + 1)
            if end < 0 or end + 1 >= len(self.source):
                raise _unparsable(f"Unclosed start tag at byte offset {self._byte(begin)}")
            return _decode(self.source[index + 1 : end]), end + 1
        match = _NAME_TOKEN.match(self.source, index)
        end = match.end() if match else index
        if end >= len(self.source) or not (self.source[end].isspace() or self.source[end] == ">"):
            raise _unparsable(f"Unexpected end of name token at byte offset {self._byte(index)}")
        return self.source[index:end].lower(), end

    def _end_tag(self) -> None:
        begin = self.position
        where = self._byte(begin)
        if not self.open:
            raise _unparsable(f"Unexpected end tag at byte offset {where}")
        end = _skip_until_space_or(self.source, begin + 2, ">")
        found = self.source[begin + 2 : end]
        end = _skip_spaces(self.source, end)
        if self.source[end : end + 1] != ">":
            raise _unparsable(f"Unclosed end tag at byte offset {where}")
        opened = self.open[-1]
        if found and found.lower() != opened.tag:
            raise _unparsable(
                f'Unmatched end tag at byte offset {where}, expected "</{opened.tag}>", found "</{found}>"'
            )
        self.open.pop()
        self.position = end + 1
        if self.units > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        entity: Json = {
            "offset": opened.offset,
            "length": self.units - opened.offset,
            "type": _TYPES[opened.tag],
        }
        if opened.tag == "a":
            url = opened.argument or "".join(self.plain)[opened.start :]
            if not link_entity(entity, url, self.people):
                return
        elif opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.argument
        elif opened.tag == "blockquote" and opened.argument:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "code":
            entity["language"] = opened.argument
        elif opened.tag == "pre" and self.entities and self._same_span(self.entities[-1], entity):
            inner = self.entities.pop()
            if inner.get("language"):
                entity["language"] = inner["language"]
        self.entities.append(entity)

    @staticmethod
    def _same_span(inner: Json, outer: Json) -> bool:
        return inner["type"] == "code" and all(inner[name] == outer[name] for name in ("offset", "length"))


def parse_html(source: str, people: dict[int, Person]) -> tuple[str, list[Json]]:
    """The plain text and entities of Telegram HTML; refused with Telegram's own words."""
    text, entities = _Parser(source, people).run()
    for entity in entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return text, entities


def link_entity(entity: Json, url: str, people: dict[int, Person]) -> bool:
    """Make an entity a link or a mention; false where Telegram would leave plain text."""
    match = _USER_LINK.match(url)
    if match:
        person = people.get(int(match[1]))
        if person is not None:
            entity.update(type="text_mention", user=person.payload())
        return person is not None
    if "://" not in url and not url.startswith(("mailto:", "tel:")):
        if "." not in url or " " in url:
            return False
        url = f"http://{url}"
    entity["url"] = f"{url}/" if re.fullmatch(r"https?://[^/?#]+", url) else url
    return True


def _argument(tag: str, attributes: dict[str, str]) -> str:
    if tag == "a":
        return attributes.get("href", "")
    if tag == "code":
        return attributes.get("class", "").removeprefix("language-")
    if tag == "span":
        return attributes.get("class", "").removeprefix("tg-")
    if tag == "tg-emoji":
        return attributes.get("emoji-id", "")
    return attributes.get("expandable", "")


def _decode_reference(source: str, index: int) -> tuple[str, int]:
    match = _REFERENCE.match(source, index)
    if match is None:
        return "&", index + 1
    if match[3]:
        return _NAMED[match[3]], match.end()
    code = int(match[1], 16) if match[1] else int(match[2])
    if not 0 < code < 0x10FFFF or 0xD800 <= code < 0xE000:
        return "&", index + 1
    return chr(code), match.end()


def _decode(value: str) -> str:
    out: list[str] = []
    index = 0
    while index < len(value):
        if value[index] == "&":
            character, index = _decode_reference(value, index)
            out.append(character)
        else:
            out.append(value[index])
            index += 1
    return "".join(out)


def _skip_spaces(source: str, index: int) -> int:
    while index < len(source) and source[index].isspace():
        index += 1
    return index


def _skip_until_space_or(source: str, index: int, stops: str) -> int:
    while index < len(source) and not source[index].isspace() and source[index] not in stops:
        index += 1
    return index


def _unparsable(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")
