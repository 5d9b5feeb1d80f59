"""What the bot is and says about itself."""

from typing import TYPE_CHECKING

from sandbox.errors import bad_request

if TYPE_CHECKING:
    from sandbox.calling import Call
    from sandbox.methods.method import Method, Methods
    from sandbox.world import World


def get_me(world: "World", _call: "Call") -> object:
    """GetMe."""
    return {
        **world.bot.payload(),
        "can_join_groups": True,
        "can_read_all_group_messages": world.reads_all,
        "supports_inline_queries": False,
        "supports_guest_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


def close(_world: "World", _call: "Call") -> object:
    """Close and logOut."""
    return True


def _setter(store: str, field: str, limit: int) -> "Method":
    def change(world: "World", call: "Call") -> object:
        text = call.text(field)
        if len(text) > limit:
            raise bad_request(f"bot {field.replace('_', ' ')} is too long")
        texts: dict[str, str] = getattr(world.profile, store)
        if text:
            texts[call.text("language_code")] = text
        else:
            texts.pop(call.text("language_code"), None)
        return True

    return change


def _getter(store: str, field: str) -> "Method":
    def read(world: "World", call: "Call") -> object:
        texts: dict[str, str] = getattr(world.profile, store)
        default = world.bot.first_name if field == "name" else ""
        return {field: texts.get(call.text("language_code")) or texts.get("") or default}

    return read


METHODS: "Methods" = {
    "getMe": get_me,
    "close": close,
    "logOut": close,
    "setMyName": _setter("names", "name", 64),
    "getMyName": _getter("names", "name"),
    "setMyDescription": _setter("descriptions", "description", 512),
    "getMyDescription": _getter("descriptions", "description"),
    "setMyShortDescription": _setter("short_descriptions", "short_description", 120),
    "getMyShortDescription": _getter("short_descriptions", "short_description"),
}
