import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from tests.sandbox.pages.happenings import said

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(("form", "expected"), [("html", "<title>Club</title>"), ("plain", "        早")])
def test_a_history_is_read_from_standard_input(form: str, expected: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sandbox.pages", form, "--language", "zh", "--title", "Club"],
        input=msgspec.json.encode([said(1, "早")]),
        capture_output=True,
        check=True,
        cwd=ROOT,
    )

    assert expected in done.stdout.decode()
