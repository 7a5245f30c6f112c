"""Short ways to tell a story of a target: what was asked, what was reported, what was assigned.

Unless a story says otherwise, the term runs from the end of 2020 to the end of 2025, figures are yearly, actual,
approved, and dated on the last day of their period.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from tiendo.assessing import Assessment, Evidence, assess, reason_text
from tiendo.plan import Assignment, Component, Direction, Kind, Milestone, Target
from tiendo.quantity import Figure, FigureStatus, Period, Source
from tiendo.words import LANGS

START, DUE, MID_TERM = date(2020, 12, 31), date(2025, 12, 31), date(2023, 3, 31)
Number = str | Decimal | None


def decimal(value: Number) -> Decimal | None:
    return None if value is None else Decimal(value)


def period(code: str) -> Period:
    found = Period.parse(code)
    assert found is not None
    return found


def a_target(
    kind: Kind, goal: Number, *, direction: Direction = Direction.AT_LEAST, goal_upper: Number = None,
    baseline: Number = None, **rest: Any,
) -> Target:
    """A target of a kind with a goal; the rest as in the stories' usual plan."""
    usual: dict[str, Any] = {"unit": "trường", "due_on": DUE, "baseline_on": START}
    return Target(
        code="T", document="nq", body="quan", name_vi="Chỉ tiêu", name_en="Target", direction=direction, kind=kind,
        goal=decimal(goal), goal_upper=decimal(goal_upper), baseline=decimal(baseline), lead_body="phong",
        lead_position="Trưởng phòng", sector="Kinh tế", source_document="nq", source_place="mục 1", **{**usual, **rest},
    )


def a_figure(code: str, value: Number, **rest: Any) -> Figure:
    """A figure of a period; `as_of` may be an ISO day, `estimate=True` and `draft=True` say what they say."""
    of = period(code)
    as_of = date.fromisoformat(rest.pop("as_of")) if "as_of" in rest else of.end
    status = FigureStatus.ESTIMATE if rest.pop("estimate", False) else FigureStatus.ACTUAL
    approved = None if rest.pop("draft", False) else "Chánh Văn phòng"
    name = f"T/{code}/{as_of}/{value}/{rest.get('component', '')}"
    usual: dict[str, Any] = {"id": name, "target": "T", "body": "quan"}
    return Figure(
        period=of, as_of=as_of, value=decimal(value), status=status, source=Source("bc"), reported_by="Phòng",
        approved_by=approved, approved_on=as_of if approved else None, **{**usual, **rest},
    )


def figures(**by_year: str | None) -> tuple[Figure, ...]:
    """Yearly figures: `figures(y2021="5", y2022=None)`."""
    return tuple(a_figure(year[1:], value) for year, value in by_year.items())


def a_path(**points: str) -> tuple[Milestone, ...]:
    """The points of a plan's path at ends of years: `a_path(y2022="85")`, a band as "85..88"."""
    ends = {year[1:]: [Decimal(end) for end in value.split("..")] for year, value in points.items()}
    return tuple(Milestone("T", date(int(year), 12, 31), end[0], end[1] if len(end) > 1 else None)
                 for year, end in ends.items())


def assigned(code: str, value: str, on: str) -> Assignment:
    return Assignment("T", period(code), Decimal(value), "qd", date.fromisoformat(on), "UBND Thành phố")


def a_part(code: str, direction: Direction, goal: str, baseline: Number = None) -> Component:
    return Component("T", code, code, code, direction, Decimal(goal), None, decimal(baseline))


def judged(target: Target, *figures: Figure, as_of: date = MID_TERM, **rest: Any) -> Assessment:
    """The verdict, after its reason has been said in every language: no story ends in a missing word."""
    found = assess(target, Evidence(figures, **rest), as_of)
    said = [reason_text(target, found, lang) for lang in LANGS]
    assert all(text.endswith(".") or dict(found.reason_values).get("note") for text in said)
    return found
