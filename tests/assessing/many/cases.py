"""Many random targets with all their evidence as one plan, and what columns and the definition say of it.

The cases are dense: figures for most years, values near the goal, ties and corrections, so that every rule speaks
often.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from assessing.stories import START, a_figure, a_part, a_target, assigned
from tiendo.assessing import Assessment, Evidence, assess_plan
from tiendo.assessing.many import Columns, exchange, verdicts
from tiendo.assessing.many.engines import duckdb
from tiendo.assessing.many.settle import settled
from tiendo.assessing.many.verdict import FLAGS, NUMBERS
from tiendo.plan import Direction, EndRule, Kind, Milestone, Plan, PlanDocument, Target
from tiendo.quantity import Figure

NAMES = ("targets", "figures", "ties", "milestones", "assignments", "components")
Case = tuple[Target, Evidence]
Row = dict[str, Any]

SCALED = {Kind.RATING, Kind.MILESTONE}
YEARLY = {Kind.GROWTH_AVG, Kind.ANNUAL_REPEAT, Kind.RELATIVE_TO_ASSIGNED, Kind.RATING}
SPANS = ("{}", "{}", "{}", "{}-H1", "{}-H2", "{}-Q1", "{}-Q3", "{}-04", "{}-12", "{}-12-31", "{}-01/{}-12", "{}/{}")


def a_case(random: Random, number: int) -> Case:
    """One target of any kind with its evidence; `number` makes every kind come in turn."""
    kind = tuple(Kind)[number % len(Kind)]
    directions = (Direction.AT_LEAST, Direction.AT_MOST, Direction.WITHIN, Direction.DONE)
    direction = random.choice(directions)
    low, high = sorted((_value(random, kind), _value(random, kind)))
    target = a_target(
        kind, None if kind is Kind.STRUCTURE or random.random() < 0.02 else low,
        goal_upper=high if direction is Direction.WITHIN or random.random() < 0.3 else None,
        baseline=random.choice([None, _value(random, kind), low]), direction=direction,
        baseline_on=random.choice([None, START, START, date(2021, 3, 15)]),
        due_on=random.choice([date(2025, 12, 31), date(2022, 12, 31), date(2023, 6, 30), date(2020, 6, 1)]),
        unit="mức" if kind in SCALED else random.choice(["%", "%/năm", "vụ"]),
        scale="vn.cong_nhan" if kind in SCALED else None, strict=random.random() < 0.3,
        end_rule=random.choice(tuple(EndRule)), frequency=random.choice(["month", "quarter", "half", "year", "year",
            "end"]),
    )
    return target, Evidence(
        _figures(random, target), _milestones(random, kind), _assignments(random),
        _parts(random) if kind is Kind.STRUCTURE and random.random() < 0.95 else (), random.choice([None, START]),
    )


def _value(random: Random, kind: Kind) -> Decimal:
    if kind in SCALED:
        return Decimal(random.randint(0, 2))
    if kind is Kind.GROWTH_AVG:
        return random.choice([Decimal("7.5"), Decimal(random.randint(-1020, 200)) / 10, Decimal(random.randint(60,
            90)) / 10])
    return random.choice([Decimal(100), Decimal(random.randint(-50, 1200)) / 10, Decimal(random.randint(0, 12))])


def _figures(random: Random, target: Target) -> tuple[Figure, ...]:
    """Figures of most years, some of other periods, some drafts, estimates, corrections and ties."""
    shapes = [f"{year}" for year in range(2021, 2027) if random.random() < 0.8] if random.random() < 0.7 else []
    shapes += [random.choice(SPANS).format(random.randint(2020, 2023), random.randint(2024, 2026))
               for _ in range(random.randint(0, 5))]
    if random.random() < 0.1:
        shapes = []
    steady = random.random() < 0.4
    shown: list[Figure] = []
    for number, code in enumerate(shapes):
        shape = code if "/" not in code or len(code) == 9 else f"{code[:4]}-01/{code[:4]}-12"
        for part in ("A", "B") if target.kind is Kind.STRUCTURE else (None,):
            figure = a_figure(
                shape, _told(random, target, part, steady=steady), draft=random.random() < 0.06,
                estimate=random.random() < 0.12, id=f"{number}{part or ''}", component=part,
                note=random.choice([None, "Chưa có."]),
                supersedes=random.choice(shown).id if shown and random.random() < 0.1 else None,
            )
            late = 0 if random.random() < 0.7 else random.choice([-40, -3, 0, 5, 90])
            shown.append(replace(figure, as_of=figure.period.end + timedelta(days=late)))
    return tuple(shown)


def _told(random: Random, target: Target, part: str | None, *, steady: bool) -> Decimal | None:
    if random.random() < 0.05:
        return None
    if part is not None:
        share = random.choice([Decimal(60), Decimal(55), Decimal("52.1")])
        return share if part == "A" else random.choice([100 - share, Decimal(40), Decimal("44.9")])
    if steady and target.goal is not None:
        return target.goal
    near = target.goal if target.goal is not None and random.random() < 0.4 else None
    return _value(random, target.kind) if near is None else near + random.choice([-1, 0, 0,
        1]) * (target.kind not in SCALED)


def _milestones(random: Random, kind: Kind) -> tuple[Milestone, ...]:
    days = [date(2021, 6, 30), date(2022, 12, 31), date(2024, 1, 1), date(2026, 1, 1)]
    points = []
    for day in random.sample(days, random.choice([0, 0, 1, 2, 3])):
        low, high = sorted((_value(random, kind), _value(random, kind)))
        points.append(Milestone("T", day, low, random.choice([None, high])))
    return tuple(points)


def _assignments(random: Random) -> tuple[Any, ...]:
    return tuple(
        assigned(f"{year}", random.choice(["100", "100", "7", "0", "-2", "3"]), f"{year - random.randint(0, 1)}-12-08")
        for year in range(2020, 2027) for _ in range(random.choice([0, 1, 1, 1, 2]))
    )


def _parts(random: Random) -> tuple[Any, ...]:
    return (a_part("A", Direction.AT_LEAST, "60", random.choice([None, "50"])),
            a_part("B", Direction.AT_MOST, "40", random.choice([None, "50", "45"])))


def plan_of(many: Sequence[Case]) -> Plan:
    """The cases as one plan: every target its own code, resolution, figures."""
    plans = [_one(f"T{number}", *case) for number, case in enumerate(many)]
    names = ("documents", "targets", "components", "milestones", "assignments", "figures")
    rows: dict[str, Any] = {name: tuple(row for plan in plans for row in getattr(plan, name)) for name in names}
    return Plan(**rows, name="p")


def _one(code: str, target: Target, evidence: Evidence) -> Plan:
    figures = tuple(
        replace(one, target=code, id=f"{code}/{one.id}", supersedes=one.supersedes and f"{code}/{one.supersedes}")
        for one in evidence.figures
    )
    return Plan(
        documents=(PlanDocument(code, "NQ", None, "", "", None, term_from=evidence.since_on),),
        targets=(replace(target, code=code, document=code, name_vi=code),), figures=figures,
        milestones=tuple(replace(one, target=code) for one in evidence.milestones),
        assignments=tuple(replace(one, target=code) for one in evidence.assignments),
        components=tuple(replace(one, target=code) for one in evidence.components),
    )


def by_columns(plan: Plan, as_of: date) -> list[Row]:
    """What columns say of a plan's targets, in the plan's order; undecided ones settled; a figure by its id."""
    tables, backend = exchange([plan]), duckdb(threads=2)
    for name, rows in tables.items():
        backend.con.register(name, rows)
    columns = Columns(*(backend.table(name) for name in NAMES))
    found = settled(backend.to_pyarrow(verdicts(columns, as_of)), columns, as_of).to_pylist()
    backend.disconnect()
    ids = {row["no"]: row["id"] for row in tables["figures"].select(["no", "id"]).to_pylist()}
    return [{**row, "figure": ids.get(row["figure"])} for row in sorted(found, key=lambda row: row["series"])]


def by_definition(plan: Plan, as_of: date) -> list[Row]:
    """The same by one.py."""
    return [_row(number, one) for number, one in enumerate(assess_plan(plan, as_of))]


def _row(series: int, one: Assessment) -> Row:
    flags = {flag.value for flag in one.flags}
    numbers = {name: getattr(one, name) for name in NUMBERS}
    return {
        "series": series, "standing": one.standing.value, "basis": one.basis.value, "reason": one.reason,
        "figure": one.figure and one.figure.id, "undecided": False,
        **{name: None if value is None else float(value) for name, value in numbers.items()},
        **{flag: flag in flags for flag in FLAGS},
    }
