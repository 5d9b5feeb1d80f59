from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from domain import menu
from domain.roles import Role
from services.connections import LIFETIME, connected_chat
from services.settings import settings_of
from tests.handlers.keyboards import edits, keyboard, press_label
from tests.handlers.scene import ADMIN, ANONYMOUS_ADMIN, GROUP, MEMBER, OTHER_GROUP, chat_json

if TYPE_CHECKING:
    from tests.handlers.scene import Scene, Sent

IN_PRIVATE = "Continue in private ↗"
LEAVE = "Stop managing from here"


async def opened(scene: Scene) -> Sent:
    """The menu in the group."""
    return (await scene.write("/settings", by=ADMIN))[0]


def token_of(sent: Sent) -> str:
    """The token of the link into private chat."""
    return parse_qs(urlsplit(keyboard(sent)[IN_PRIVATE]).query)["start"][0]


async def in_private(scene: Scene) -> Sent:
    """The menu in private chat, reached by the link."""
    token = token_of(await opened(scene))
    return (await scene.write(f"/start {token}", by=ADMIN, chat_id=ADMIN))[0]


async def test_the_menu_opens_in_the_group(scene: Scene) -> None:
    sent = await opened(scene)
    assert sent.parameters["chat_id"] == GROUP
    assert {"Language: English", "Time zone: UTC", "Rules ›", "✕ Close"} <= set(keyboard(sent))


async def test_members_may_not_open_it(scene: Scene) -> None:
    sent = await scene.write("/settings", by=MEMBER)
    assert [keyboard(one) for one in sent] == [{}]
    assert "manager" in sent[0].text


async def test_pages_are_turned_in_one_message(scene: Scene) -> None:
    sent = await opened(scene)
    for label in ("Rules ›", "Flooding ›", "Messages: 7"):
        (sent,) = edits(await press_label(scene, sent, label, by=ADMIN, chat_id=GROUP))
    assert sent.parameters["message_id"] == 50
    assert "/set rules.flood.messages 7" in sent.text
    assert {"−1", "+1", "‹ Back"} <= set(keyboard(sent))


async def test_a_step_changes_the_setting_and_shows_it(scene: Scene) -> None:
    button = await scene.button(
        menu.SET, permission=Role.MANAGER, arguments={"path": "rules.flood.messages", "value": 8}
    )
    (sent,) = edits(await scene.press(button.token, by=ADMIN))
    assert "<b>8</b>" in sent.text
    assert (await settings_of(scene.work, GROUP)).rules.flood.messages == 8


async def test_a_toggle_stays_on_its_page(scene: Scene) -> None:
    sent = await opened(scene)
    (sent,) = edits(await press_label(scene, sent, "Check-in ›", by=ADMIN, chat_id=GROUP))
    (sent,) = edits(await press_label(scene, sent, "✅ Daily check-in", by=ADMIN, chat_id=GROUP))
    assert "◻️ Daily check-in" in keyboard(sent)
    assert (await settings_of(scene.work, GROUP)).checkin.enabled is False


async def test_a_setting_goes_back_to_its_default(scene: Scene) -> None:
    await scene.write("/set digest.at 21:30", by=ADMIN)
    sent = await opened(scene)
    for label in ("Morning digest ›", "Time: 21:30", "↺ Back to the default"):
        (sent,) = edits(await press_label(scene, sent, label, by=ADMIN, chat_id=GROUP))
    assert (await settings_of(scene.work, GROUP)).digest.at == "09:00"
    assert "↺ Back to the default" not in keyboard(sent)


async def test_a_language_chosen_is_spoken_at_once(scene: Scene) -> None:
    sent = await opened(scene)
    (sent,) = edits(await press_label(scene, sent, "Language: English", by=ADMIN, chat_id=GROUP))
    (page,) = edits(await press_label(scene, sent, "中文", by=ADMIN, chat_id=GROUP))
    assert "当前：<b>中文</b>" in page.text
    assert "语言：中文" in keyboard(await opened(scene))


async def test_closing_takes_the_menu_away(scene: Scene) -> None:
    sent = await press_label(scene, await opened(scene), "✕ Close", by=ADMIN, chat_id=GROUP)
    assert [one.parameters["message_id"] for one in sent if one.method == "deleteMessage"] == [50]


@pytest.mark.parametrize("action", [menu.OPEN, menu.SET, menu.RESET, menu.CLOSE])
async def test_no_button_obeys_a_member(scene: Scene, action: str) -> None:
    await scene.write("/set rules.flood.messages 9", by=ADMIN)
    arguments = {"path": "rules.flood.messages", "value": 8}
    button = await scene.button(action, permission=Role.MANAGER, arguments=arguments)
    sent = await scene.press(button.token, by=MEMBER)
    assert [one.method for one in sent] == ["answerCallbackQuery"]
    assert (await settings_of(scene.work, GROUP)).rules.flood.messages == 9


async def test_no_button_obeys_a_manager_of_another_group(scene: Scene) -> None:
    await scene.status(MEMBER, "administrator", chat_id=OTHER_GROUP)
    button = await scene.button(
        menu.SET, permission=Role.MANAGER, arguments={"path": "rules.flood.messages", "value": 8}
    )
    await scene.press(button.token, by=MEMBER)
    assert (await settings_of(scene.work, GROUP)).rules.flood.messages == 7


async def test_a_value_out_of_bounds_changes_nothing(scene: Scene) -> None:
    button = await scene.button(
        menu.SET, permission=Role.MANAGER, arguments={"path": "rules.flood.messages", "value": 1000}
    )
    (sent,) = await scene.press(button.token, by=ADMIN)
    assert "from 3 to 100" in sent.text
    assert (await settings_of(scene.work, GROUP)).rules.flood.messages == 7


async def test_the_link_leads_to_the_same_menu_in_private(scene: Scene) -> None:
    sent = await in_private(scene)
    assert sent.parameters["chat_id"] == ADMIN
    assert f"Group {GROUP}" in sent.text
    assert LEAVE in keyboard(sent)
    assert IN_PRIVATE not in keyboard(sent)


async def test_the_token_has_at_least_128_bits_and_fits_a_link(scene: Scene) -> None:
    one, two = token_of(await opened(scene)), token_of(await opened(scene))
    assert one != two
    assert 22 <= len(one) <= 64


async def test_pressing_in_private_changes_the_group(scene: Scene) -> None:
    sent = await in_private(scene)
    for label in ("Check-in ›", "✅ Daily check-in"):
        (sent,) = edits(await press_label(scene, sent, label, by=ADMIN, chat_id=ADMIN))
    assert (await settings_of(scene.work, GROUP)).checkin.enabled is False
    assert (await settings_of(scene.work, ADMIN)).checkin.enabled is True


async def test_commands_in_private_are_about_the_group(scene: Scene) -> None:
    await in_private(scene)
    await scene.write("/set rules.warnings.limit 5", by=ADMIN, chat_id=ADMIN)
    assert (await settings_of(scene.work, GROUP)).rules.warnings.limit == 5


async def test_who_is_no_manager_any_more_is_refused_in_private(scene: Scene) -> None:
    sent = await in_private(scene)
    await scene.status(ADMIN, "member")
    await scene.write("/set rules.warnings.limit 5", by=ADMIN, chat_id=ADMIN)
    assert edits(await press_label(scene, sent, "Rules ›", by=ADMIN, chat_id=ADMIN)) == []
    assert (await settings_of(scene.work, GROUP)).rules.warnings.limit == 3


async def test_another_person_cannot_use_the_link(scene: Scene) -> None:
    token = token_of(await opened(scene))
    await scene.status(MEMBER, "administrator")
    sent = await scene.write(f"/start {token}", by=MEMBER, chat_id=MEMBER)
    assert [keyboard(one) for one in sent] == [{}]
    assert await connected_chat(scene.work, MEMBER) is None


async def test_the_link_works_once(scene: Scene) -> None:
    token = token_of(await opened(scene))
    await scene.write(f"/start {token}", by=ADMIN, chat_id=ADMIN)
    (sent,) = await scene.write(f"/start {token}", by=ADMIN, chat_id=ADMIN)
    assert "expired" in sent.text


async def test_the_link_expires(scene: Scene) -> None:
    token = token_of(await opened(scene))
    scene.now += LIFETIME
    (sent,) = await scene.write(f"/start {token}", by=ADMIN, chat_id=ADMIN)
    assert "expired" in sent.text


async def test_an_anonymous_admins_link_helps_managers_only(scene: Scene) -> None:
    (sent,) = await scene.write("/settings", by=ANONYMOUS_ADMIN, fields={"sender_chat": chat_json(GROUP)})
    token = token_of(sent)
    (refused,) = await scene.write(f"/start {token}", by=MEMBER, chat_id=MEMBER)
    assert keyboard(refused) == {}
    (shown,) = await scene.write(f"/start {token}", by=ADMIN, chat_id=ADMIN)
    assert LEAVE in keyboard(shown)


async def test_leaving_ends_the_work_in_private(scene: Scene) -> None:
    await press_label(scene, await in_private(scene), LEAVE, by=ADMIN, chat_id=ADMIN)
    assert await connected_chat(scene.work, ADMIN) is None
    (sent,) = await scene.write("/settings", by=ADMIN, chat_id=ADMIN)
    assert keyboard(sent) == {}


async def test_without_a_group_private_chat_says_where_to_begin(scene: Scene) -> None:
    (sent,) = await scene.write("/settings", by=ADMIN, chat_id=ADMIN)
    assert "/settings in that group" in sent.text
