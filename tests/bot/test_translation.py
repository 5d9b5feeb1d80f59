"""Where a message points: addresses in texts, in captions, behind words and behind buttons."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from bot.telegram_shapes import Message
from bot.translation import translate
from domain.messages import Link

Json = dict[str, Any]
URL, SHOP = "https://example.org/a", "https://shop.example/b"


def read(**fields: object) -> Message:
    """A member's message in a supergroup, as it comes over the wire."""
    plain: Json = {
        "message_id": 5,
        "date": 1_790_000_000,
        "chat": {"id": -1001, "type": "supergroup"},
        "from": {"id": 11, "is_bot": False, "first_name": "Ann"},
    }
    return msgspec.json.decode(msgspec.json.encode(plain | fields), type=Message)


def links(**fields: object) -> tuple[Link, ...]:
    return translate(read(**fields)).links


@pytest.mark.parametrize(("words", "entities"), [("text", "entities"), ("caption", "caption_entities")])
def test_addresses_are_found_in_texts_and_captions_alike(words: str, entities: str) -> None:
    said = f"😀 see {URL} or here"
    found = links(
        **{
            words: said,
            entities: [
                {"type": "url", "offset": 7, "length": len(URL)},
                {"type": "text_link", "offset": len(said) - 3, "length": 4, "url": SHOP},
            ],
        }
    )
    assert found == (Link(url=URL, hidden=False), Link(url=SHOP, hidden=True))


@pytest.mark.parametrize(
    "button",
    [{"text": "a", "url": SHOP}, {"text": "a", "login_url": {"url": SHOP}}, {"text": "a", "web_app": {"url": SHOP}}],
)
def test_an_address_behind_a_button_is_a_hidden_link(button: Json) -> None:
    keyboard = [[{"text": "no address", "callback_data": "x"}], [button]]
    assert links(text="hello", reply_markup={"inline_keyboard": keyboard}) == (Link(url=SHOP, hidden=True),)


def test_buttons_come_after_what_the_text_shows() -> None:
    entities = [{"type": "url", "offset": 0, "length": len(URL)}]
    keyboard = {"inline_keyboard": [[{"text": "a", "url": SHOP}]]}
    found = links(text=URL, entities=entities, reply_markup=keyboard)
    assert [link.url for link in found] == [URL, SHOP]


def test_a_message_without_addresses_has_none() -> None:
    assert links(text="hello") == ()
