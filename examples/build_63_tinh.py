"""Build the plan folder 63-tinh from the public series: `python examples/build_63_tinh.py SOURCE_FOLDER`.

SOURCE_FOLDER holds VNbudget_plan.csv, VNbudget_final.csv and pci.csv of the R package vietnamdata (see
63-tinh/README.md). Budget amounts are in million dong; nothing is changed but the names of provinces, and the ranks
are counted from the scores.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from tiendo.assessing import rank_units
from tiendo.plan import Assignment, Body, Direction, Kind, Plan, PlanDocument, Ranking, Target, write_plan
from tiendo.quantity import Figure, FigureStatus, Period, Source

HERE = Path(__file__).parent / "63-tinh"
YEARS = range(2011, 2015)
RANKED = range(2009, 2015)
TAKEN_ON = date(2018, 6, 25)  # the day of the collection's last change: from then on the accounts are public there
FINAL, PLANNED, SCORES = "quyet-toan-bo-tai-chinh", "du-toan-bo-tai-chinh", "pci-vcci"
PROVINCES = "BTC"


def provinces() -> dict[str, tuple[str, str, str]]:
    """The name a source uses -> code, Vietnamese name, English name."""
    with (HERE / "names" / "provinces.csv").open(encoding="utf-8", newline="") as file:
        return {row["source"]: (row["code"], row["name_vi"], row["name_en"]) for row in csv.DictReader(file)}


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a source file."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def amounts(path: Path) -> dict[tuple[str, int], Decimal]:
    """Total revenue by province and year, as printed; a year without a number has none."""
    return {(row["prov"], int(row["year"])): Decimal(row["total.rev"])
        for row in rows(path) if row["total.rev"] != "NA"}


def year(number: int) -> Period:
    """A whole year."""
    return Period(date(number, 1, 1), date(number, 12, 31), str(number))


def rankings(path: Path, known: dict[str, tuple[str, str, str]]) -> Iterator[Ranking]:
    """The places by the weighted PCI score of each year; a year in which some score has no province has no places."""
    scores: dict[int, dict[str, Decimal | None]] = defaultdict(dict)
    scored = [row for row in rows(path) if int(row["year"]) in RANKED]
    nameless = {row["year"] for row in scored if row["prov"] not in known}
    for row in scored:
        if row["year"] not in nameless:
            scores[int(row["year"])][row["prov"]] = Decimal(row["pci_weighted"])
    for number, told in sorted(scores.items()):
        for one in rank_units(told, Direction.AT_LEAST):
            if one.rank is not None:
                yield Ranking(known[one.unit][0], "Năng lực cạnh tranh cấp tỉnh (PCI)", year(number), one.rank,
                              "VCCI và USAID (xếp từ điểm PCI có trọng số)", SCORES, of=one.of)


def documents() -> tuple[PlanDocument, ...]:
    """What the numbers come from; the days of issue are not in the sources."""
    term = {"term_from": date(2011, 1, 1), "term_to": date(2014, 12, 31)}
    return (
        PlanDocument(PLANNED, "Số liệu công khai", None, "Dự toán thu ngân sách các tỉnh, thành phố, 2011–2014",
                     "Bộ Tài chính", None, PROVINCES, **term),
        PlanDocument(FINAL, "Số liệu công khai", None, "Quyết toán thu ngân sách các tỉnh, thành phố, 2011–2014",
                     "Bộ Tài chính", None, PROVINCES),
        PlanDocument(SCORES, "Số liệu công khai", None, "Chỉ số năng lực cạnh tranh cấp tỉnh (PCI), 2009–2014",
                     "Liên đoàn Thương mại và Công nghiệp Việt Nam", None),
    )


def target(code: str, vi: str, en: str) -> Target:
    """Revenue not below the plan assigned, every year."""
    return Target(
        f"THU-{code}", PLANNED, code, f"Thu ngân sách so với dự toán giao: {vi}",
        f"Budget revenue against the plan assigned: {en}", "triệu đồng", Direction.AT_LEAST, Kind.RELATIVE_TO_ASSIGNED,
        Decimal(100),
        date(2014, 12, 31), code, "Giám đốc Sở Tài chính", "Ngân sách", PLANNED, "cột total.rev", sector_en="Budget",
    )


def plan(folder: Path) -> Plan:
    """The whole plan."""
    known = provinces()
    planned, final = amounts(folder / "VNbudget_plan.csv"), amounts(folder / "VNbudget_final.csv")
    return Plan(
        bodies=(Body(PROVINCES, "63 tỉnh, thành phố", "The 63 provinces", "country"),
                *(Body(code, vi, en, "province", PROVINCES) for code, vi, en in known.values())),
        documents=documents(), targets=tuple(target(*names) for names in known.values()),
        assignments=tuple(
            Assignment(f"THU-{code}", year(number), planned[name, number], PLANNED, date(number - 1, 12, 31), PROVINCES)
            for name, (code, _, _) in known.items() for number in YEARS if (name, number) in planned
        ),
        figures=tuple(
            Figure(f"THU-{code}/{number}", f"THU-{code}", code, year(number), date(number, 12, 31), final[name, number],
                   FigureStatus.ACTUAL, Source(FINAL), "Bộ Tài chính", "Bộ Tài chính (quyết toán công khai)", TAKEN_ON)
            for name, (code, _, _) in known.items() for number in YEARS if (name, number) in final
        ),
        rankings=tuple(rankings(folder / "pci.csv", known)), name="63-tinh", body=PROVINCES, document=PLANNED,
        title_vi="Thu ngân sách 63 tỉnh, thành phố so với dự toán, 2011–2014",
        title_en="Budget revenue of 63 provinces against plan, 2011–2014",
    )


if __name__ == "__main__":
    with TemporaryDirectory() as draft:
        write_plan(plan(Path(sys.argv[1])), Path(draft) / "63-tinh")
        for path in (Path(draft) / "63-tinh").iterdir():
            (HERE / path.name).write_bytes(path.read_bytes())
