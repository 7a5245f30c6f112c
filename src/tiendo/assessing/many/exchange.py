"""Plans as the tables of the exchange: what `tiendo export --parquet` writes and columns read.

Here the definition's own words are turned into columns once: goals by `goal_of`, the order of figures by `rank_of`,
what takes a figure's place by `supersedes`. Numbers become whole numbers of the smallest step any number of the same
indicator needs (`steps`). Figures of another body than the target's are not evidence and stay behind.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, permutations
from typing import Protocol, TypeVar

import pyarrow as pa

from tiendo.assessing.case import conflict
from tiendo.assessing.evidence import Evidence, day_of, rank_of
from tiendo.assessing.goal import goal_of, goal_of_part
from tiendo.assessing.many.assess import RULES
from tiendo.assessing.many.evidence import ACTUAL, CORRECTS, DAY, NOTED, UNDER_WAY, VALUED, WHOLE
from tiendo.assessing.many.schema import SCHEMAS
from tiendo.assessing.many.steps import MILLIONTH, Steps, steps_of
from tiendo.assessing.one import with_plain_assignment
from tiendo.assessing.years import is_year
from tiendo.errors import PlanError
from tiendo.plan import Body, Component, Kind, Milestone, Plan, Ranking, Target
from tiendo.quantity import Figure, FigureStatus, Period, canonical_unit

Row = dict[str, object]

_COMPOUND = frozenset({"%", "%/năm"})


class _OfTarget(Protocol):
    @property
    def target(self) -> str: ...


Told = TypeVar("Told", bound=_OfTarget)


@dataclass(frozen=True, slots=True)
class Series:
    """One target with all its plan says about it, and its number in the exchange."""

    number: int
    plan: str
    target: Target
    evidence: Evidence
    indicator: str  # what targets of other bodies with the same unit are compared by


def exchange(plans: Sequence[Plan]) -> dict[str, pa.Table]:
    """The tables of all plans together, by name; PlanError names every number columns cannot hold."""
    found = list(series_of(plans))
    steps, problems = steps_of((one.indicator, one.target, one.evidence) for one in found)
    if problems:
        raise PlanError(problems)
    rows: dict[str, list[Row]] = {name: [] for name in SCHEMAS}
    first = 1
    for one in found:
        for name, added in _rows(one, steps[one.indicator, one.target.unit], first).items():
            rows[name] += added
        first += len(one.evidence.figures)
    _number_spans(rows["figures"])
    for plan in plans:
        rows["bodies"] += [_body(one) for one in plan.bodies]
        rows["rankings"] += [_ranking(one) for one in plan.rankings]
    return {name: pa.Table.from_pylist(rows[name], schema=schema) for name, schema in SCHEMAS.items()}


def _number_spans(figures: Iterable[Row]) -> None:
    """Number the periods figures tell of: numbers group faster than codes."""
    known: dict[object, int] = {}
    for row in figures:
        row["span"] = known.setdefault(row["period"], len(known))


def series_of(plans: Iterable[Plan]) -> Iterator[Series]:
    """Every target of the plans with its evidence (`evidence_for`), each plan read once."""
    number = 0
    for plan in plans:
        figures, milestones = _by_target(plan.figures), _by_target(plan.milestones)
        assignments, components = _by_target(plan.assignments), _by_target(plan.components)
        since = {one.code: one.term_from for one in plan.documents}
        names = {one.code: one.name_vi for one in plan.bodies}
        for target in plan.targets:
            code = target.code
            yield Series(number, plan.name, target, Evidence(
                tuple(one for one in figures[code] if one.body == target.body), tuple(milestones[code]),
                tuple(assignments[code]), tuple(components[code]), since.get(target.document),
            ), indicator_of(target, names))
            number += 1


def indicator_of(target: Target, names: Mapping[str, str]) -> str:
    """A target's name without its body's own name at the end ("Thu ngân sách: An Giang" is "Thu ngân sách")."""
    return target.name_vi.removesuffix(f": {names.get(target.body, '')}")


def _by_target(rows: Iterable[Told]) -> Mapping[str, list[Told]]:
    found: dict[str, list[Told]] = defaultdict(list)
    for row in rows:
        found[row.target].append(row)
    return found


def _rows(series: Series, steps: Steps, first: int) -> dict[str, list[Row]]:
    """What one target adds to each table; `first` is the number of its first figure."""
    evidence = series.evidence
    came = sorted(evidence.assignments, key=lambda one: one.assigned_on)
    passed = sorted(evidence.milestones, key=lambda one: one.on)
    return {
        "targets": [_target(series, steps)],
        "figures": list(_figures(series, steps, first)),
        "ties": list(_ties(series, first)),
        "milestones": [_milestone(series, steps, seq, one) for seq, one in enumerate(passed)],
        "assignments": [
            {"series": series.number, "seq": seq, "period": one.period.code, "starts_on": one.period.start,
             "ends_on": one.period.end, "assigned_on": one.assigned_on, "value": steps.of(one.value),
             "document": one.document} for seq, one in enumerate(came)
        ],
        "components": [_component(series, steps, part, one) for part, one in enumerate(evidence.components, start=1)],
    }


def _target(series: Series, steps: Steps) -> Row:
    target = with_plain_assignment(series.target)
    goal, unit = goal_of(target), canonical_unit(target.unit)
    return {
        "series": series.number, "plan": series.plan, "code": target.code, "body": target.body,
        "indicator": series.indicator, "name_en": target.name_en, "sector": target.sector, "unit": target.unit,
        "kind": target.kind.value, "rule": RULES[target.kind], "direction": (goal or target).direction.value,
        "strict": target.strict if goal is None else goal.strict, "end_rule": target.end_rule.value,
        "frequency": target.frequency, "low": None if goal is None else steps.of(goal.low),
        "high": None if goal is None else steps.of(goal.high), "per_unit": steps.per_unit,
        "top": goal is not None and goal.top, "compound": unit in _COMPOUND,
        "baseline": None if target.baseline is None else steps.of(target.baseline),
        "begins_on": target.baseline_on or series.evidence.since_on, "due_on": target.due_on,
        "has_milestones": bool(series.evidence.milestones), "weight": int(target.weight * MILLIONTH),
    }


def _figures(series: Series, steps: Steps, first: int) -> Iterator[Row]:
    """The figures in the order of evidence, with whose place each takes and which no rule may choose between."""
    figures = sorted(series.evidence.figures, key=lambda one: (*rank_of(one), one.id))
    parts = _parts(series.evidence, figures)
    replaced = _replaced(figures)
    lower = _lower(series.target, figures)
    number = first
    for place, (_, equals) in enumerate(groupby(figures, rank_of), start=1):
        same = list(equals)
        for one in same:
            yield {
                "series": series.number, "rule": RULES[series.target.kind], "part": parts[one.component],
                "place": place, "no": number, "replaced_on": replaced.get(one.id), "lower": number - first in lower,
                "value": None if one.value is None else steps.of(one.value),
                "late": day_of(one) > series.target.due_on, "facts": _facts(one), **_told(one),
            }
            number += 1


def _ties(series: Series, first: int) -> Iterator[Row]:
    """The pairs of figures no rule may choose between, each way round, with what is known of the other one."""
    figures = sorted(series.evidence.figures, key=lambda one: (*rank_of(one), one.id))
    replaced = _replaced(figures)
    for _, equals in groupby(enumerate(figures, start=first), lambda pair: rank_of(pair[1])):
        for (no, one), (rival, other) in permutations(equals, 2):
            if one.component == other.component and one.value != other.value:
                key = conflict(one, other).key
                yield {"series": series.number, "no": no, "rival": rival, "key": key,
                       "approved": other.approved_by is not None, "replaced_on": replaced.get(other.id)}


def _lower(target: Target, figures: Sequence[Figure]) -> set[int]:
    """Which of the figures of a running total some earlier one exceeds."""
    found, highest = set(), None
    for number, one in enumerate(figures if target.kind is Kind.CUMULATIVE else ()):
        if one.value is not None and highest is not None and one.value < highest:
            found.add(number)
        highest = one.value if highest is None or (one.value is not None and one.value > highest) else highest
    return found


def _year(period: Period) -> int | None:
    """The year a figure of a period may stand for: the whole year, or the level on its last day."""
    last_day = period.start == period.end and (period.end.month, period.end.day) == (12, 31)
    return period.end.year if last_day or is_year(period) else None


def _told(figure: Figure) -> Row:
    return {
        "span": None, "year": _year(figure.period),
        "id": figure.id, "period": figure.period.code, "starts_on": figure.period.start, "ends_on": figure.period.end,
        "as_of": figure.as_of, "actual": figure.status is FigureStatus.ACTUAL,
        "corrects": figure.supersedes is not None,
        "approved": figure.approved_by is not None, "noted": bool(figure.note), "document": figure.source.document,
        "page": figure.source.page, "sentence": figure.source.sentence, "reported_by": figure.reported_by,
        "approved_by": figure.approved_by, "note": figure.note,
    }


def _facts(figure: Figure) -> int:
    """The day a figure speaks of and what is so of it, as one number (`evidence.facts_of` says it in columns)."""
    period = figure.period
    told = ((figure.status is FigureStatus.ACTUAL, ACTUAL), (figure.value is not None, VALUED),
            (figure.supersedes is not None, CORRECTS), (bool(figure.note), NOTED),
            (figure.as_of < period.end, UNDER_WAY), (period.start < period.end, WHOLE))
    return (day_of(figure) - date(1970, 1, 1)).days * DAY + sum(bit for true, bit in told if true)


def _parts(evidence: Evidence, figures: Sequence[Figure]) -> dict[str | None, int]:
    """The number of each part: 0 none, then the plan's parts in order, then names the plan does not know."""
    codes: dict[str | None, int] = {None: 0}
    for name in (*(one.code for one in evidence.components), *(one.component for one in figures)):
        codes.setdefault(name, len(codes))
    return codes


def _replaced(figures: Sequence[Figure]) -> dict[str, object]:
    """From which day on an approved figure takes the place of each."""
    found: dict[str, object] = {}
    for one in sorted(figures, key=lambda one: one.as_of):
        if one.approved_by is not None and one.supersedes is not None:
            found.setdefault(one.supersedes, one.as_of)
    return found


def _milestone(series: Series, steps: Steps, seq: int, one: Milestone) -> Row:
    low = steps.of(one.value)
    high = low if one.value_upper is None else steps.of(one.value_upper)
    return {"series": series.number, "seq": seq, "on": one.on, "low": low, "high": high}


def _component(series: Series, steps: Steps, part: int, one: Component) -> Row:
    goal = goal_of_part(one)
    return {
        "series": series.number, "part": part, "code": one.code, "direction": goal.direction.value,
        "strict": goal.strict, "top": goal.top, "low": steps.of(goal.low), "high": steps.of(goal.high),
        "baseline": None if one.baseline is None else steps.of(one.baseline),
    }


def _body(one: Body) -> Row:
    return {name: getattr(one, name) for name in ("code", "name_vi", "name_en", "level", "parent", "valid_from",
        "valid_to")}


def _ranking(one: Ranking) -> Row:
    return {
        "body": one.body, "subject": one.subject, "year": one.period.end.year, "rank": one.rank, "of": one.of,
        "ranked_by": one.ranked_by, "criteria_met": one.criteria_met, "criteria_total": one.criteria_total,
        "document": one.source_document,
    }
