from collections.abc import AsyncIterator

import msgspec
import pytest
from httpx import ASGITransport, AsyncClient
from starlette.applications import Starlette

from sandbox.pages import routes
from tests.sandbox.pages.happenings import said

HISTORY = msgspec.json.encode([said(1, "早")])


@pytest.fixture
async def client() -> AsyncIterator[AsyncClient]:
    transport = ASGITransport(app=Starlette(routes=routes()))
    async with AsyncClient(transport=transport, base_url="http://sandbox") as given:
        yield given


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html"),
        ("/sandbox/pages/chat.css", "text/css"),
        ("/sandbox/pages/page.css", "text/css"),
        ("/sandbox/pages/chat.js", "text/javascript"),
        ("/sandbox/pages/words?language=zh", "application/json"),
    ],
)
async def test_the_page_gets_all_it_needs(client: AsyncClient, path: str, kind: str) -> None:
    response = await client.get(path)

    assert response.status_code == 200
    assert response.headers["content-type"].startswith(kind)


async def test_other_files_are_not_given(client: AsyncClient) -> None:
    response = await client.get("/sandbox/pages/transcript.html")

    assert response.status_code == 404


async def test_every_word_the_page_uses_is_there_in_both_languages(client: AsyncClient) -> None:
    english = await client.get("/sandbox/pages/words?language=en")
    chinese = await client.get("/sandbox/pages/words?language=zh")

    assert english.json().keys() == chinese.json().keys()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("fragment?language=zh&timezone=Asia/Shanghai&viewer=1", "2026年6月14日 星期日"),
        ("transcript?language=en&title=Club", "<title>Club</title>"),
        ("plain?language=en", "── Sunday, 14 June 2026"),
        ("plain?language=en&timezone=Nowhere/Else", "07:00"),
    ],
)
async def test_a_posted_history_is_made_readable(client: AsyncClient, path: str, expected: str) -> None:
    response = await client.post(f"/sandbox/pages/{path}", content=HISTORY)

    assert response.status_code == 200
    assert expected in response.text


async def test_what_is_no_history_is_refused(client: AsyncClient) -> None:
    response = await client.post("/sandbox/pages/plain", content=b'{"a": 1}')

    assert response.status_code == 400
