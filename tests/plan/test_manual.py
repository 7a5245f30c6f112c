"""The reference page says what the code does."""

import re
from pathlib import Path

from tiendo.plan import TABLES
from tiendo.plan.manual import reference_page
from tiendo.words import catalogue

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "plan-folder.md"


def test_the_page_is_made_from_the_schema() -> None:
    """After a change: python -m tiendo.plan.manual > docs/reference/plan-folder.md."""
    assert PAGE.read_text(encoding="utf-8") == reference_page()


def test_every_column_has_its_line() -> None:
    sections = re.split(r"^## ", reference_page(), flags=re.MULTILINE)
    found = {
        section.split(".csv", 1)[0]: re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) for section in sections
        if re.match(r"\w+\.csv", section)
    }
    assert found == {table.name: [column.name for column in table.columns] for table in TABLES}


def test_every_problem_is_in_the_manual() -> None:
    codes = [key for key in catalogue("plan", "vi") if re.fullmatch(r"P\d{3}", key)]
    assert re.findall(r"^\| (P\d{3}) \|", reference_page(), re.MULTILINE) == codes
