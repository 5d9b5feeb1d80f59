from pathlib import Path

import domain.activities
from domain.activities.catalog import ACTIVITIES


def test_every_activity_has_its_file_and_its_line() -> None:
    folder = Path(domain.activities.__file__).parent
    files = {file.stem for file in folder.glob("*.py")} - {"__init__", "catalog"}
    assert {activity.name for activity in ACTIVITIES} == files
