"""HTTP requests become calls: GET query, urlencoded form, multipart form or JSON."""

import re
from urllib.parse import parse_qsl

from starlette.requests import Request

from sandbox.calling import Call, Upload
from sandbox.errors import bad_request
from sandbox.payload import decode

_PARAMETER = re.compile(rb'(\w+\*?)=(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))')


async def call_of(request: Request, method: str) -> Call:
    """The call a request makes; a JSON body that is none is refused as Telegram does."""
    arguments: dict[str, object] = dict(request.query_params)
    body = await request.body()
    if not body:
        return Call(method=method, arguments=arguments)
    content_type = request.headers.get("content-type", "")
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/json":
        arguments.update(_json(body))
        return Call(method=method, arguments=arguments)
    if kind == "multipart/form-data":
        fields, uploads = _multipart(body, content_type)
        return Call(method=method, arguments=arguments | fields, uploads=uploads)
    pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
    return Call(method=method, arguments=arguments | dict(pairs))


def _json(body: bytes) -> dict[str, object]:
    try:
        value = decode(body)
    except ValueError as error:
        raise bad_request("can't parse JSON object") from error
    if not isinstance(value, dict):
        raise bad_request("object expected as request body")
    return value


def _multipart(body: bytes, content_type: str) -> tuple[dict[str, object], dict[str, Upload]]:
    match = re.search(r'boundary="?([^";]+)"?', content_type)
    if match is None:
        raise bad_request("boundary expected in multipart content type")
    fields: dict[str, object] = {}
    uploads: dict[str, Upload] = {}
    for part in body.split(b"--" + match[1].encode())[1:]:
        if part.startswith(b"--"):
            break
        head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        content = content.removesuffix(b"\r\n")
        named, mime_type = _head(head)
        name = named.get("name", "")
        if "filename" in named:
            uploads[name] = Upload(name=named["filename"], content=content, mime_type=mime_type)
        else:
            fields[name] = content.decode("utf-8", "replace")
    return fields, uploads


def _head(head: bytes) -> tuple[dict[str, str], str]:
    named: dict[str, str] = {}
    mime_type = "application/octet-stream"
    for line in head.split(b"\r\n"):
        title, _, value = line.partition(b":")
        if title.strip().lower() == b"content-disposition":
            for name, quoted, bare in _PARAMETER.findall(value):
                named[name.decode()] = (quoted or bare).decode("utf-8", "replace")
        elif title.strip().lower() == b"content-type":
            mime_type = value.strip().decode("latin-1")
    return named, mime_type
