"""The small plan, its folder, and what reading says once the folder is damaged."""

from pathlib import Path

import pytest

from small_plan import After, Told, small_plan, tell
from tiendo.errors import PlanError
from tiendo.plan import Plan, read_plan, write_plan


@pytest.fixture
def plan() -> Plan:
    """A small valid plan with a row in every table."""
    return small_plan()


@pytest.fixture
def folder(plan: Plan, tmp_path: Path) -> Path:
    """The small plan as a folder, with the report its acceptance names."""
    place = tmp_path / "ke-hoach"
    write_plan(plan, place)
    (place / "reports").mkdir()
    (place / "reports" / "bc-vp.txt").write_text("Thu nhập đạt 73 triệu đồng.\n", encoding="utf-8")
    return place


@pytest.fixture
def after(folder: Path) -> After:
    """What `read_plan` says once some words of one file are others."""

    def change(file: str, old: str, new: str) -> list[Told]:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        with pytest.raises(PlanError) as caught:
            read_plan(folder)
        return tell(caught.value.problems)

    return change
