"""What stands around the code says what is true of it."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from bot.configuration import Configuration, load
from bot.metrics import Metrics
from domain.reports.metrics import METRICS
from models.rollups import HOUR_COUNTS, MEMBER_COUNTS, PAIR_COUNTS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
ASSIGNMENT = re.compile(r"([A-Z_]+)=(.*)")
ADDRESS = re.compile(r"https?:|\bfile:|index-url|find-links|trusted-host", re.IGNORECASE)
LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"")
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
FENCED = re.compile(r"```.*?```", re.DOTALL)
METRIC = re.compile(r"\bsteward_[a-z_]+")

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LOCKS = ("run.txt", "dev.txt")
INSTALLERS = ("Makefile", "Dockerfile", "compose.yaml", ".ci/run", "requirements/run.in", "requirements/dev.in")


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def explained_variables() -> Iterator[tuple[str, str]]:
    """Every variable of .env.example with the comment right above it."""
    explanation: list[str] = []
    for line in text_of(".env.example").splitlines():
        assignment = ASSIGNMENT.fullmatch(line)
        if assignment:
            yield assignment[1], " ".join(explanation)
        explanation = [*explanation, line.removeprefix("#").strip()] if line.startswith("#") else []


def requirements(name: str) -> list[str]:
    """The requirements of a lock file, each with what belongs to it on one line."""
    joined = text_of(f"requirements/{name}").replace("\\\n", " ")
    return [line for line in joined.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def anchors(page: Path) -> set[str]:
    """The addresses within a page that its headings have."""
    headings = HEADING.findall(FENCED.sub("", page.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def local_links(page: Path) -> list[str]:
    """Where a page points within the repository."""
    text = FENCED.sub("", page.read_text(encoding="utf-8"))
    found = [unquote(one or other) for one, other in LINK.findall(text)]
    return [link for link in found if not re.match(r"[a-z]+:", link)]


def broken(page: Path) -> list[str]:
    wrong = []
    for link in local_links(page):
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            wrong.append(link)
    return wrong


def metric_names() -> set[str]:
    """Every name under which the process's metrics can be asked for."""
    endings = {"counter": ("_total",), "gauge": ("",), "histogram": ("_bucket", "_sum", "_count")}
    return {metric.name + ending for metric in Metrics().registry.collect() for ending in endings[metric.type]}


def test_every_setting_of_the_process_stands_in_the_example_and_no_other() -> None:
    names = [name for name, _ in explained_variables()]
    assert sorted(names) == sorted(name.upper() for name in Configuration.model_fields)


def test_every_variable_of_the_example_is_explained() -> None:
    assert [name for name, explanation in explained_variables() if len(explanation.split()) < 4] == []


def test_the_example_holds_the_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Configuration.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    copy = tmp_path / ".env"
    copy.write_text(text_of(".env.example"), encoding="utf-8")
    copy.chmod(0o600)
    assert load(copy) == Configuration(_env_file=None)


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_requirement_has_a_version_and_a_hash(name: str) -> None:
    locked = requirements(name)
    assert locked
    assert [
        line for line in locked if not re.match(r"[\w.-]+(\[[\w,-]+\])?==\S+ .*--hash=sha256:[0-9a-f]{64}", line)
    ] == []


def test_what_runs_the_bot_is_locked_alike_for_development() -> None:
    versions = [{line.split()[0] for line in requirements(name)} for name in LOCKS]
    assert versions[0] - versions[1] == set()


@pytest.mark.parametrize("name", [*(f"requirements/{lock}" for lock in LOCKS), *INSTALLERS])
def test_no_address_of_a_package_index_is_written_down(name: str) -> None:
    lines = [line for line in text_of(name).splitlines() if "grep" not in line and "--no-emit" not in line]
    assert [line for line in lines if ADDRESS.search(line)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_within_the_repository_lead_somewhere(page: Path) -> None:
    assert broken(page) == []


def test_every_page_of_the_documentation_can_be_reached() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page.suffix == ".md" and page not in reached:
            reached.add(page)
            waiting += [(page.parent / link.partition("#")[0]).resolve() for link in local_links(page)]
    assert [page.name for page in PAGES if page not in reached] == []


def test_both_readmes_have_the_same_sections_and_pictures_of_their_own() -> None:
    english, chinese = text_of("README.md"), text_of("README.zh-CN.md")
    levels = [re.findall(r"^(#+) ", FENCED.sub("", text), re.MULTILINE) for text in (english, chinese)]
    assert levels[0] == levels[1]
    assert "digest.en.png" in english
    assert "digest.zh.png" in chinese


@pytest.mark.parametrize("picture", sorted((ROOT / "docs" / "images").iterdir()), ids=lambda path: path.name)
def test_pictures_are_light(picture: Path) -> None:
    assert picture.stat().st_size < 300_000


@pytest.mark.parametrize("dashboard", sorted((ROOT / "docs" / "dashboards").glob("*.json")), ids=lambda path: path.name)
def test_every_metric_of_a_dashboard_exists(dashboard: Path) -> None:
    board = json.loads(dashboard.read_text(encoding="utf-8"))
    asked = {name for panel in board["panels"] for query in panel["targets"] for name in METRIC.findall(query["expr"])}
    assert asked
    assert asked - metric_names() == set()


def test_every_metric_in_the_pages_exists() -> None:
    written = {name for page in PAGES for name in METRIC.findall(page.read_text(encoding="utf-8"))}
    assert written - metric_names() == set()


def test_every_figure_and_roll_up_is_defined_in_the_documentation() -> None:
    page = text_of("docs/explanation/metrics.md")
    names = [*(metric.name for metric in METRICS), *MEMBER_COUNTS, *HOUR_COUNTS, *PAIR_COUNTS]
    assert [name for name in names if f"`{name}`" not in page] == []


def test_ci_runs_lint_and_the_tests_of_the_readme() -> None:
    script = text_of(".ci/run")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert [command for command in ("make lint", "make test") if f"\n{command}\n" not in script] == []
    assert "make test" in text_of("README.md")
