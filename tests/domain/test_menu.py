from __future__ import annotations

from datetime import UTC, datetime

import pytest

from domain import menu, paths
from domain.effects import Button, LinkButton
from domain.menu import Menu
from domain.phrases import Page, Phrase, phrase
from domain.roles import Role
from domain.settings import ChatSettings

GROUP = -1001
NOW = datetime(2026, 5, 29, 12, tzinfo=UTC)
PAGES = [*paths.sections(), *(setting.path for setting in paths.all_settings())]


def made(*, own: frozenset[str] = frozenset(), **values: object) -> Menu:
    return Menu(chat_id=GROUP, group="Tea & Co", settings=ChatSettings.model_validate(values), own=own, now=NOW)


def buttons(page: tuple[Page, object]) -> list[Button]:
    keyboard = page[1]
    assert isinstance(keyboard, tuple)
    return [button for row in keyboard for button in row if isinstance(button, Button)]


def leading(page: tuple[Page, object], action: str) -> list[object]:
    return [button.arguments["path"] for button in buttons(page) if button.action == action]


def keys(value: object) -> list[str]:
    """Every id of words within."""
    if isinstance(value, Page):
        return [key for line in value.lines for key in keys(line)]
    if isinstance(value, Phrase):
        return [value.key, *(key for inner in value.values.values() for key in keys(inner))]
    return []


def test_every_setting_can_be_reached_from_the_first_page() -> None:
    seen: set[object] = set()
    todo: list[object] = [""]
    while todo:
        path = str(todo.pop())
        page = made().page(path)
        reached = {*leading(page, menu.OPEN), *leading(page, menu.SET)} - seen
        seen |= reached
        todo += list(reached)
    assert {setting.path for setting in paths.all_settings()} <= seen


@pytest.mark.parametrize("path", PAGES)
def test_every_button_acts_on_the_group_and_asks_for_a_manager(path: str) -> None:
    found = buttons(made().page(path))
    assert found
    assert {(button.chat_id, button.permission) for button in found} == {(GROUP, Role.MANAGER)}


@pytest.mark.parametrize("path", PAGES)
def test_a_keyboard_stays_within_telegrams_limits(path: str) -> None:
    keyboard = made().page(path)[1]
    assert sum(len(row) for row in keyboard) <= 100
    assert max(len(row) for row in keyboard) <= 8


@pytest.mark.parametrize("path", [page for page in PAGES if page])
def test_every_inner_page_leads_back_and_can_be_closed(path: str) -> None:
    page = made().page(path)
    assert path.rpartition(".")[0] in leading(page, menu.OPEN)
    assert leading(page, menu.CLOSE) == [path]


def test_the_first_page_ends_with_what_it_is_given() -> None:
    link = LinkButton(label=phrase("settings-in-private"), url="https://t.me/x")
    given = Menu(chat_id=GROUP, group="g", settings=ChatSettings(), own=frozenset(), now=NOW, last=(link,))
    assert link in given.page("")[1][-1]
    assert link not in given.page("rules")[1][-1]


@pytest.mark.parametrize("enabled", [True, False])
def test_a_toggle_offers_the_other_state(*, enabled: bool) -> None:
    page = made(checkin={"enabled": enabled}).page("checkin")
    values = [button.arguments["value"] for button in buttons(page) if button.action == menu.SET]
    assert values == [not enabled]


@pytest.mark.parametrize(("own", "expected"), [(frozenset({"digest.at"}), ["digest.at"]), (frozenset(), [])])
def test_only_what_was_set_can_go_back_to_the_default(own: frozenset[str], expected: list[str]) -> None:
    assert leading(made(own=own).page("digest.at"), menu.RESET) == expected


def test_a_page_shows_how_to_type_the_setting() -> None:
    text = made(digest={"targets": ["here", "topic:12"]}).page("digest.targets")[0]
    line = text.lines[-1]
    assert isinstance(line, Phrase)
    assert (line.values["path"], line.values["example"]) == ("digest.targets", "here, topic:12")


def test_a_long_list_is_not_offered_to_be_typed_as_a_part_of_it() -> None:
    entries = [f"word-{number}" for number in range(3000)]
    text = made(rules={"blocklist": {"entries": entries}}).page("rules.blocklist.entries")[0]
    line = text.lines[-1]
    assert isinstance(line, Phrase)
    assert line == phrase("settings-long", path="rules.blocklist.entries")


@pytest.mark.parametrize("path", ["nothing", "rules.gone", "rules.flood.gone"])
def test_a_page_that_is_no_more_leads_to_the_first(path: str) -> None:
    assert made().page(path) == made().page("")


def test_the_title_shows_where_one_is() -> None:
    assert keys(made().page("rules.flood")[0])[:4] == [
        "settings-trail",
        "settings-trail",
        "settings-title",
        "settings-label-rules",
    ]


@pytest.mark.parametrize(("path", "page"), [("digest.enabled", "digest"), ("digest.at", "digest.at"), ("gone", "gone")])
def test_after_a_press_the_page_it_was_pressed_on_is_shown(path: str, page: str) -> None:
    assert menu.page_of(path) == page
