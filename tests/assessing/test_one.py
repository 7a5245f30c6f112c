"""The definition as a whole: every kind has its rule, every target gets a verdict, whatever the plan holds."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessing.stories import DUE, MID_TERM, START, a_figure, a_part, a_target, assigned, figures, judged
from tiendo.assessing import Assessment, Evidence, Standing, assess, assess_plan, tally
from tiendo.assessing.one import RULES
from tiendo.plan import Direction, EndRule, Kind, Milestone, Plan, PlanDocument, Target
from tiendo.quantity import Figure

VALUES = st.decimals(-120, 120, places=1)
DAYS = st.dates(date(2020, 1, 1), date(2027, 12, 31))
CODES = ("2020", "2021", "2022", "2022-Q1", "2022-H2", "2022-12-31", "2023", "2023-03", "2025", "2020/2025", "2026")


def test_every_kind_has_a_rule() -> None:
    assert set(RULES) == set(Kind)


def test_assess_plan_keeps_the_plans_order() -> None:
    targets = tuple(a_target(Kind.LEVEL_END, "9", baseline="0") for _ in range(3))
    plan = Plan(targets=tuple(replace(one, code=code) for one, code in zip(targets, "CAB", strict=True)))
    assert [one.target for one in assess_plan(plan, MID_TERM)] == ["C", "A", "B"]


def test_assess_plan_takes_the_term_from_the_resolution() -> None:
    document = PlanDocument("nq", "Nghị quyết", None, "NQ", "Đại hội", None, term_from=date(2023, 1, 1))
    plan = Plan(targets=(a_target(Kind.LEVEL_END, "9", baseline_on=None),), documents=(document,))
    assert [one.reason for one in assess_plan(plan, MID_TERM)] == ["reason_nothing_due"]


def test_target_without_goal_cannot_be_assessed() -> None:
    assert judged(a_target(Kind.LEVEL_END, None)).reason == "reason_no_goal"


def test_term_that_ends_before_it_begins_breaks_nothing() -> None:
    """The plan refuses such a target; the definition still answers."""
    target = a_target(Kind.LEVEL_END, "9", baseline="0", due_on=date(2020, 1, 1))
    assert [judged(target, *told).standing for told in ((), (a_figure("2019", "9"),))] == ["unproven", "unproven"]


def test_same_day_asked_twice_gets_the_same_answer() -> None:
    told = figures(y2021="3", y2022="5")
    target = a_target(Kind.CUMULATIVE, "8")
    assert judged(target, *told) == judged(target, *told)


@st.composite
def targets(draw: st.DrawFn) -> Target:
    """Any target a plan may hold, and some it may not."""
    kind = draw(st.sampled_from(Kind))
    scaled = kind in {Kind.RATING, Kind.MILESTONE}
    value = st.integers(0, 2).map(Decimal) if scaled else VALUES
    low, high = sorted((draw(value), draw(value)))
    return a_target(
        kind, None if kind is Kind.STRUCTURE else low, goal_upper=draw(st.sampled_from([None, high])),
        baseline=draw(st.none() | value), baseline_on=draw(st.none() | DAYS), due_on=draw(DAYS),
        direction=draw(st.sampled_from(Direction)),
        unit="mức" if scaled else draw(st.sampled_from(["%", "%/năm", "vụ"])),
        scale="vn.cong_nhan" if scaled else None, strict=draw(st.booleans()), end_rule=draw(st.sampled_from(EndRule)),
        frequency=draw(st.sampled_from(["month", "quarter", "half", "year", "end"])),
    )


@st.composite
def told(draw: st.DrawFn, target: Target) -> tuple[Figure, ...]:
    """Any figures somebody may have reported for it."""
    value = st.integers(0, 2).map(Decimal) if target.scale else VALUES
    rows = draw(st.lists(st.tuples(
        st.sampled_from(CODES), st.none() | value, st.booleans(), st.booleans(), st.sampled_from(["A", "B"]),
        st.integers(-40, 120), st.none() | st.integers(0, 7),
    ), max_size=8))
    shown = []
    for number, (code, amount, draft, estimate, part, days, old) in enumerate(rows):
        figure = a_figure(code, amount, draft=draft, estimate=estimate, id=str(number), note="Chưa có.",
                          component=part if target.kind is Kind.STRUCTURE else None,
                          supersedes=None if old is None else str(old))
        shown.append(replace(figure, as_of=figure.period.end + timedelta(days=days)))
    return tuple(shown)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Target, Evidence]:
    """A target with all its evidence."""
    target = draw(targets())
    value = st.integers(0, 2).map(Decimal) if target.scale else VALUES
    points = draw(st.lists(st.tuples(DAYS, value, st.none() | value), max_size=3))
    plans = draw(st.lists(st.tuples(st.sampled_from(["2021", "2022"]), VALUES, DAYS), max_size=3))
    parts = (a_part("A", Direction.AT_LEAST, "60", draw(st.sampled_from([None, "50"]))),
             a_part("B", Direction.AT_MOST, "40", draw(st.sampled_from([None, "50", "45"]))))
    return target, Evidence(
        draw(told(target)), tuple(Milestone("T", *point) for point in points),
        tuple(assigned(code, str(amount), day.isoformat()) for code, amount, day in plans),
        parts if target.kind is Kind.STRUCTURE else (), draw(st.sampled_from([None, START])),
    )


@settings(max_examples=300)
@given(cases(), DAYS)
def test_every_target_gets_a_verdict_that_can_be_said(case: tuple[Target, Evidence], as_of: date) -> None:
    target, evidence = case
    found = judged(target, *evidence.figures, as_of=as_of, milestones=evidence.milestones,
                   assignments=evidence.assignments, components=evidence.components, since_on=evidence.since_on)
    assert tally([found]).total == 1


@given(cases(), DAYS)
def test_figures_dated_later_change_no_verdict(case: tuple[Target, Evidence], as_of: date) -> None:
    target, evidence = case
    known = replace(evidence, figures=tuple(one for one in evidence.figures if one.as_of <= as_of))
    assert assess(target, evidence, as_of) == assess(target, known, as_of)


@given(cases(), DAYS, st.integers())
def test_order_of_evidence_changes_no_verdict(case: tuple[Target, Evidence], as_of: date, seed: int) -> None:
    target, evidence = case
    mixed = replace(evidence, figures=tuple(Random(seed).sample(evidence.figures, len(evidence.figures))))  # noqa: S311 - no secret
    assert assess(target, evidence, as_of) == assess(target, mixed, as_of)


@given(cases(), DAYS)
def test_open_label_before_the_due_day_and_closed_label_after(case: tuple[Target, Evidence], as_of: date) -> None:
    """Còn thời gian thì "chậm", hết hạn thì "không đạt": không bao giờ lẫn nhau."""
    target, evidence = case
    wrong = {Standing.ON_PATH, Standing.BEHIND} if as_of >= target.due_on else {Standing.MISSED}
    assert assess(target, evidence, as_of).standing not in wrong


@given(cases(), DAYS)
def test_no_verdict_of_worth_stands_without_a_figure(case: tuple[Target, Evidence], as_of: date) -> None:
    target, evidence = case
    found: Assessment = assess(target, evidence, as_of)
    if found.figure is None or all(one.approved_by is None for one in evidence.figures):
        assert found.standing in {Standing.UNPROVEN, Standing.NOT_ASSESSABLE}


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.STRUCTURE])
def test_estimate_at_the_end_closes_no_kind(kind: Kind) -> None:
    target = a_target(kind, "1", baseline="0")
    shown = [a_figure(str(year), "1", estimate=year == 2025) for year in range(2021, 2026)]
    plans = tuple(assigned(str(year), "1", "2020-12-08") for year in range(2021, 2026))
    found = judged(target, *shown, assignments=plans, as_of=DUE)
    assert found.reason == "reason_closing_estimate"
