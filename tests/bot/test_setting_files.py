from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bot.processes import finished

if TYPE_CHECKING:
    from pathlib import Path

TOKEN = "4242:TEST-token-of-no-value"
CHAT = ("--chat", "-1001")


async def run(folder: Path, *arguments: str) -> tuple[int, str]:
    return await finished(folder, "settings", *arguments, bot_token=TOKEN)


async def test_a_file_goes_from_one_group_into_another(tmp_path: Path) -> None:
    file = tmp_path / "rules.yaml"
    assert (await run(tmp_path, "export", *CHAT, "--file", "rules.yaml"))[0] == 0
    file.write_text(file.read_text().replace("messages: 7", "messages: 9"))
    code, output = await run(tmp_path, "import", "--chat", "-1002", "--file", "rules.yaml")
    assert code == 0, output
    assert "Messages: 7 → 9" in output
    code, output = await run(tmp_path, "export", "--chat", "-1002")
    assert code == 0
    assert "messages: 9" in output


async def test_a_file_with_a_mistake_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text("steward: 1\nsettings: {language: zh, rules: {flod: 1}}\n")
    code, output = await run(tmp_path, "import", *CHAT, "--file", "rules.yaml")
    assert (code, output) == (1, "Line 2: there is no setting “rules.flod”. Nothing was changed.\n")
    assert "language: en" in (await run(tmp_path, "export", *CHAT))[1]
