import pytest

from sandbox.world import World
from tests.sandbox.stage import CLUB, ask, club, error

HELP = [{"command": "help", "description": "What I can do"}]


@pytest.fixture
def world() -> World:
    return club()


@pytest.mark.parametrize(
    "place",
    [
        {},
        {"language_code": "zh"},
        {"scope": {"type": "all_group_chats"}},
        {"scope": {"type": "chat", "chat_id": CLUB}},
        {"scope": {"type": "chat_member", "chat_id": CLUB, "user_id": 1}, "language_code": "en"},
    ],
)
def test_commands_are_kept_per_scope_and_language(world: World, place: dict[str, object]) -> None:
    ask(world, "setMyCommands", commands=HELP, **place)
    assert ask(world, "getMyCommands", **place) == HELP
    assert ask(world, "getMyCommands", scope={"type": "all_private_chats"}) == []


def test_deleted_commands_are_gone(world: World) -> None:
    ask(world, "setMyCommands", commands=HELP)
    ask(world, "deleteMyCommands")
    assert ask(world, "getMyCommands") == []


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"commands": HELP * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": [{"command": "Help", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "x" * 33, "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "x", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [{"command": "x", "description": "x" * 257}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": HELP, "language_code": "english"}, "invalid language code specified"),
        ({"commands": HELP, "scope": {"type": "planet"}}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"commands": HELP, "scope": {"type": "chat", "chat_id": -3}}, "chat not found"),
    ],
)
def test_wrong_commands_are_refused(world: World, arguments: dict[str, object], reason: str) -> None:
    assert error(world, "setMyCommands", **arguments) == f"Bad Request: {reason}"


@pytest.mark.parametrize(
    ("name", "field", "limit"),
    [("Name", "name", 64), ("Description", "description", 512), ("ShortDescription", "short_description", 120)],
)
def test_the_bot_describes_itself_per_language(world: World, name: str, field: str, limit: int) -> None:
    ask(world, f"setMy{name}", **{field: "x" * limit})
    ask(world, f"setMy{name}", **{field: "管家", "language_code": "zh"})
    assert ask(world, f"getMy{name}", language_code="zh") == {field: "管家"}
    assert ask(world, f"getMy{name}", language_code="de") == {field: "x" * limit}
    assert error(world, f"setMy{name}", **{field: "x" * (limit + 1)}).startswith("Bad Request: bot ")


def test_menu_buttons_are_kept_per_chat(world: World) -> None:
    ask(world, "setChatMenuButton", chat_id=1, menu_button={"type": "default"})
    assert ask(world, "getChatMenuButton", chat_id=1) == {"type": "default"}
    assert ask(world, "getChatMenuButton") == {"type": "commands"}


def test_default_rights_are_kept_for_groups_and_channels_apart(world: World) -> None:
    ask(world, "setMyDefaultAdministratorRights", rights={"can_delete_messages": True})
    groups = ask(world, "getMyDefaultAdministratorRights")
    channels = ask(world, "getMyDefaultAdministratorRights", for_channels=True)
    assert isinstance(groups, dict)
    assert isinstance(channels, dict)
    assert (groups["can_delete_messages"], channels["can_delete_messages"]) == (True, False)
