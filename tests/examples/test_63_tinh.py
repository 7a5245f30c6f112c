"""The 63 provinces: real figures, judged by the same definition one by one and in columns."""

import csv
from datetime import date
from pathlib import Path

from assessing.many.cases import by_columns, by_definition
from tiendo.assessing import streak, tally
from tiendo.assessing.one import assess_plan
from tiendo.plan import read_plan

FOLDER = Path(__file__).parents[2] / "examples" / "63-tinh"
DAY = date(2015, 12, 31)


def test_plan_is_well_and_whole() -> None:
    plan = read_plan(FOLDER)
    assert (len(plan.targets), len(plan.assignments), len(plan.figures)) == (63, 252, 252)


def test_tally_is_what_plain_arithmetic_on_the_tables_says() -> None:
    """Bao nhiêu tỉnh năm nào cũng đạt dự toán? Đếm lại từ hai tệp csv, không qua chương trình."""
    def read(name: str) -> dict[tuple[str, str], float]:
        with (FOLDER / name).open(encoding="utf-8", newline="") as file:
            return {(row["target"], row["period"]): float(row["value"]) for row in csv.DictReader(file)}

    planned, final = read("assignments.csv"), read("figures.csv")
    short = {target for (target, year) in planned if final[target, year] < planned[target, year]}
    found = tally(assess_plan(read_plan(FOLDER), DAY))
    counts = {standing.value: count for standing, count in found.counts if count}
    assert counts == {"exceeded": 63 - len(short), "missed": len(short)}


def test_columns_say_the_same_of_every_province() -> None:
    plan = read_plan(FOLDER)
    told, meant = by_columns(plan, DAY), by_definition(plan, DAY)
    names = ("standing", "basis", "reason", "figure", "reassigned")
    assert [[row[name] for name in names] for row in told] == [[row[name] for name in names] for row in meant]


def test_year_without_ranks_breaks_the_run() -> None:
    """Đà Nẵng đứng đầu 2009, 2010 và 2014; 2013 nguồn mất tên tỉnh nên không ai được tính liền năm."""
    ranks = [one for one in read_plan(FOLDER).rankings if one.body == "DNA"]
    assert {one.period.code: one.rank for one in ranks if one.rank == 1} == {"2009": 1, "2010": 1, "2014": 1}
    assert streak(ranks) == 1
