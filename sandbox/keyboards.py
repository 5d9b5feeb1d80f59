"""Reply markup: checked as Telegram checks it."""

from sandbox.errors import ApiError, bad_request
from sandbox.payload import Json

_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
_STYLES = {"danger", "success", "primary"}
MAX_BUTTONS = 100
MAX_PER_ROW = 8
_URL_STARTS = ("http://", "https://", "tg://", "mailto:", "tel:")


def inline_keyboard(markup: object) -> Json | None:
    """The inline keyboard of a message, or None where the markup is of another kind."""
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" not in markup:
        return None
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" must be an Array of Arrays')
    checked = [[_button(button) for button in row] for row in rows if row]
    if sum(map(len, checked)) > MAX_BUTTONS or any(len(row) > MAX_PER_ROW for row in checked):
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": checked} if checked else None


def _button(button: object) -> Json:
    if not isinstance(button, dict):
        raise _refuse("InlineKeyboardButton must be an Object")
    text = button.get("text")
    if not isinstance(text, str):
        raise _refuse('Field "text" must be of type String')
    actions = [name for name in _ACTIONS if name in button]
    if not actions:
        raise _refuse("Text buttons are unallowed in the inline keyboard")
    if not text.strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    _check_action(button, actions[0])
    style = button.get("style")
    if style is not None and style not in _STYLES:
        raise _refuse("Invalid button style specified")
    shown: Json = {"text": text}
    shown.update({name: button[name] for name in ("icon_custom_emoji_id", "style") if name in button})
    shown[actions[0]] = button[actions[0]]
    return shown


def _check_action(button: Json, action: str) -> None:
    value = button[action]
    if action == "callback_data" and not (isinstance(value, str) and 1 <= len(value.encode()) <= 64):
        raise bad_request("BUTTON_DATA_INVALID")
    if action == "url" and not (isinstance(value, str) and _is_url(value)):
        raise bad_request(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")
    if action == "copy_text" and not _copyable(value):
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _is_url(value: str) -> bool:
    return value.startswith(_URL_STARTS) or ("." in value and " " not in value)


def _copyable(value: object) -> bool:
    text = value.get("text") if isinstance(value, dict) else None
    return isinstance(text, str) and 1 <= len(text) <= 256


def _refuse(reason: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {reason}")
