from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest

from domain.roles import Role
from handlers.catalog import COMMANDS
from handlers.command import Scope
from handlers.usage import help_key
from models import deep_links
from tests.handlers.scene import ADMIN, CREATOR, GROUP, MEMBER, NOW

if TYPE_CHECKING:
    from handlers.command import AnyCommand
    from models.work import Work
    from services.words import Words
    from tests.handlers.scene import Scene

LANGUAGES = ("en", "zh")
MOST_CHARACTERS = 4096


def listed(text: str) -> set[str]:
    lines = [line for line in text.splitlines() if line.startswith("/")]
    return {name for line in lines for name in re.findall(r"(?:^|(?<= ))/(\w+)", line)}


def named(*, least: Role, private: bool, without: frozenset[Scope]) -> set[str]:
    return {
        command.name
        for command in COMMANDS
        if command.least_role(private=private) <= least and command.scope not in without and not command.variant_of
    }


@pytest.mark.parametrize(
    ("by", "role"),
    [(MEMBER, Role.MEMBER), (ADMIN, Role.MANAGER), (CREATOR, Role.OWNER)],
    ids=["member", "admin", "creator"],
)
async def test_a_group_is_shown_what_the_asker_may_use_there(scene: Scene, by: int, role: Role) -> None:
    [sent] = await scene.write("/help", by=by)
    assert listed(sent.text) == named(least=role, private=False, without=frozenset({Scope.PRIVATE}))


async def test_private_chat_about_no_group_is_shown_members_commands(scene: Scene) -> None:
    [sent] = await scene.write("/help", by=ADMIN, chat_id=ADMIN)
    assert listed(sent.text) == named(
        least=Role.MEMBER, private=True, without=frozenset({Scope.GROUP, Scope.CONNECTED})
    )
    assert "Add me to a group" in sent.text


async def test_private_chat_about_a_group_is_shown_its_managers_commands(scene: Scene, work: Work) -> None:
    await deep_links.connect(work, user_id=ADMIN, chat_id=GROUP, at=NOW)
    [sent] = await scene.write("/help", by=ADMIN, chat_id=ADMIN)
    assert listed(sent.text) == named(least=Role.MANAGER, private=True, without=frozenset({Scope.GROUP}))


async def test_who_has_left_sees_nothing_of_the_group_they_were_connected_to(scene: Scene, work: Work) -> None:
    await deep_links.connect(work, user_id=ADMIN, chat_id=GROUP, at=NOW)
    await scene.status(ADMIN, "left")
    [sent] = await scene.write("/help", by=ADMIN, chat_id=ADMIN)
    assert "Add me to a group" in sent.text


@pytest.mark.parametrize("text", ["/help role", "/help /role", "/help ROLE"])
async def test_one_command_is_explained(scene: Scene, text: str) -> None:
    [sent] = await scene.write(text, by=ADMIN)
    lines = html.unescape(re.sub("<[^>]+>", "", sent.text)).splitlines()
    assert lines == [
        "/role – Give somebody a role",
        "",
        "Write it like this: /role @name manager|specialist|director|member|default",
        "For example: /role @alice manager",
        "Who may use it: manager and above",
    ]


async def test_the_forms_of_a_command_are_told_with_it_and_not_listed(scene: Scene) -> None:
    [every] = await scene.write("/help", by=ADMIN)
    [one] = await scene.write("/help mute", by=ADMIN)
    assert every.text.count("Letters in front") == 1
    assert "Other forms: /dmute · /smute · /tmute" in one.text


async def test_of_what_everybody_may_use_it_is_not_said_who_may(scene: Scene) -> None:
    [sent] = await scene.write("/help top", by=ADMIN)
    assert "Who may" not in sent.text


async def test_a_member_is_not_offered_the_groups_language(scene: Scene) -> None:
    [here] = await scene.write("/help")
    [private] = await scene.write("/help", chat_id=MEMBER)
    assert "language" not in listed(here.text)
    assert "language" in listed(private.text)


async def test_aliases_and_rights_are_named(scene: Scene) -> None:
    [alias] = await scene.write("/help 帮助")
    [right] = await scene.write("/help mute", by=ADMIN)
    assert "In Chinese, plain words do it too: 帮助" in alias.text
    assert "I need the admin right “ban users” for it." in right.text


@pytest.mark.parametrize("text", ["/help role", "/help nothing"])
async def test_what_cannot_be_used_is_not_explained(scene: Scene, text: str) -> None:
    [sent] = await scene.write(text, by=MEMBER)
    assert sent.text.startswith("There is no command")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_has_words(words: Words, language: str, command: AnyCommand) -> None:
    key = help_key(command)
    assert words.has(key, language)
    assert words.has(f"help-section-{command.section}", language)
    takes_more = bool(command.arguments.model_fields) and command.name != "start"
    assert words.has(f"{key}.usage", language) is takes_more


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_whole_list_is_one_message(scene: Scene, work: Work, language: str) -> None:
    from services.settings import change

    await change(work, chat_id=GROUP, path="language", value=language, by=CREATOR, now=NOW)
    sent = await scene.write("/help", by=CREATOR)
    assert len(sent) == 1
    assert len(sent[0].text) < MOST_CHARACTERS
