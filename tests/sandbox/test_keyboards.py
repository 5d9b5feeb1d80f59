import pytest

from sandbox.errors import ApiError
from sandbox.keyboards import inline_keyboard
from sandbox.payload import Json


def button(**fields: object) -> Json:
    return {"text": "Yes", **fields}


def keyboard(*rows: list[Json]) -> Json:
    return {"inline_keyboard": list(rows)}


@pytest.mark.parametrize(
    "action",
    [
        {"callback_data": "x"},
        {"callback_data": "x" * 64},
        {"callback_data": "签" * 21},
        {"url": "https://a.io"},
        {"url": "tg://user?id=1"},
        {"copy_text": {"text": "x"}},
        {"switch_inline_query": ""},
        {"callback_data": "x", "style": "danger"},
    ],
)
def test_buttons_are_kept(action: Json) -> None:
    asked = keyboard([button(**action)])
    assert inline_keyboard(asked) == asked


def test_other_markup_is_no_inline_keyboard() -> None:
    assert inline_keyboard({"remove_keyboard": True}) is None


def test_empty_rows_vanish() -> None:
    assert inline_keyboard(keyboard([], [])) is None


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (keyboard([button(callback_data="")]), "BUTTON_DATA_INVALID"),
        (keyboard([button(callback_data="x" * 65)]), "BUTTON_DATA_INVALID"),
        (keyboard([button(callback_data="签" * 22)]), "BUTTON_DATA_INVALID"),
        (
            keyboard([button()]),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            keyboard([button(url="no address")]),
            "inline keyboard button URL 'no address' is invalid: Wrong HTTP URL",
        ),
        (keyboard([button(callback_data="x")] * 9), "reply markup is too long"),
        (keyboard(*[[button(callback_data="x")] * 8] * 13), "reply markup is too long"),
        (keyboard([button(callback_data="x", text=" ")]), "BUTTON_TEXT_INVALID"),
        ([], "object expected as reply markup"),
        ({"inline_keyboard": [1]}, 'field "inline_keyboard" must be an Array of Arrays'),
    ],
)
def test_wrong_keyboards_are_refused(markup: object, reason: str) -> None:
    with pytest.raises(ApiError) as refused:
        inline_keyboard(markup)
    assert refused.value.description == f"Bad Request: {reason}"
