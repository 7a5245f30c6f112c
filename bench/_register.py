"""A large seeded register for the benchmarks: many bodies, each with a plan of targets and monthly figures.

Plans go in by the rows of the product's own load, in one act each, without the folder between.
"""

import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from tiendo.plan import Body, Direction, Kind, Plan, PlanDocument, Target
from tiendo.quantity import Figure, FigureStatus, Period, Source
from tiendo.store import figure_rows, places
from tiendo.store.plan_in import insert_plan
from tiendo.usecases.register.call import Call, doing

__all__ = ["fill", "plan_of"]

SEED = 20_241


def fill(call: Call, bodies: int, targets: int, months: int) -> None:
    """Put the plans of so many bodies into an empty register; the same every time."""
    chance = random.Random(SEED)  # noqa: S311 - figures of a benchmark, no secrets
    for number in range(bodies):
        plan = plan_of(number, targets, months, chance)
        with doing("load_plan", call, places.of_new_plan(plan), f"plan {plan.name}") as now:
            ids = insert_plan(replace(plan, figures=()))
            figure_rows.insert_figures(plan.figures, figure_rows.references(ids.plan), now.stamp, "folder")


def plan_of(number: int, targets: int, months: int, chance: random.Random) -> Plan:
    """The plan of one ward: five divisions lead its targets, a monthly report gives the figures of each."""
    body, units = f"P{number}", [f"P{number}-{unit}" for unit in range(5)]
    return Plan(
        bodies=(Body(body, f"Phường {number}", f"Ward {number}", "ward"),
                *(Body(unit, f"Phòng {unit}", f"Division {unit}", "unit", body) for unit in units)),
        documents=(PlanDocument("nq", "Nghị quyết", "01-NQ/ĐU", "Nghị quyết Đại hội", "Đại hội", date(2020, 8, 1), body,
                                term_from=date(2020, 8, 1), term_to=date(2025, 12, 31)),
                   PlanDocument("bc", "Báo cáo", "12/BC", "Báo cáo tháng", "Văn phòng", date(2021, 1, 31), body)),
        targets=tuple(_target(at, body, units[at % 5]) for at in range(targets)),
        figures=tuple(_figure(at, month, body, units[at % 5], chance.randint(-8, 8))
                      for at in range(targets) for month in range(months)),
        name=f"phuong-{number}", title_vi=f"Nghị quyết Phường {number}", title_en=f"Resolution of Ward {number}",
        body=body, document="nq")


def _target(at: int, body: str, unit: str) -> Target:
    return Target(
        f"CT-{at:02d}", "nq", body, f"Chỉ tiêu số {at} của phường", f"Target {at} of the ward", "%", Direction.AT_LEAST,
        Kind.LEVEL_END, Decimal(90), date(2025, 12, 31), unit, "Trưởng phòng", f"Lĩnh vực {at % 4}", "nq", f"mục {at}",
        baseline=Decimal(20), baseline_on=date(2020, 12, 31), frequency="month")


def _figure(at: int, month: int, body: str, unit: str, off: int) -> Figure:
    year, place = divmod(month, 12)
    period = Period.parse(f"{2021 + year}-{place + 1:02d}")
    if period is None:
        raise ValueError(f"{year} {place}")
    value = Decimal(20) + Decimal(month * (5 + at % 8) + off) / 4
    return Figure(
        f"{at}-{month}", f"CT-{at:02d}", body, period, period.end, value, FigureStatus.ACTUAL,
        Source("bc", 1, f"Tháng {place + 1}/{2021 + year} đạt mức đã nêu ở mục {at}."), unit,
        "Chánh Văn phòng", period.end + timedelta(days=10))
