"""Where a series breaks: the body made anew, the definition changed; another goal breaks nothing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from assessing.stories import a_target
from tiendo.assessing import Break, BreakCause, definition_breaks
from tiendo.assessing.forecast.breaks import breaks_of, last_break
from tiendo.plan import Body, Kind, Plan

TARGET = a_target(Kind.LEVEL_END, "90", baseline="60")
CHANGED = date(2023, 1, 1)


def test_a_body_made_anew_breaks_its_series_on_its_first_day() -> None:
    """From 1 July 2025 a merged ward has another territory than the ward of the same name before."""
    begin = date(2025, 7, 1)
    plan = Plan(bodies=(Body("quan", "Phường mới", "New ward", "ward", valid_from=begin),), targets=(TARGET,))
    assert breaks_of(plan, TARGET) == (Break(begin, BreakCause.BODY),)


def test_a_body_without_a_first_day_breaks_nothing() -> None:
    plan = Plan(bodies=(Body("quan", "Quận", "District", "district", valid_to=date(2025, 6, 30)),), targets=(TARGET,))
    assert breaks_of(plan, TARGET) == ()


def test_another_name_unit_kind_or_scale_is_another_definition() -> None:
    changes = ({"name_vi": "Tỷ lệ hộ nghèo theo chuẩn mới"}, {"unit": "%"}, {"kind": Kind.MAINTAIN},
               {"scale": "vn.xep_loai"})
    found = [definition_breaks([(None, TARGET), (CHANGED, replace(TARGET, **change))]) for change in changes]
    assert found == [(Break(CHANGED, BreakCause.DEFINITION),)] * 4


def test_an_amended_goal_breaks_nothing() -> None:
    eased = replace(TARGET, goal=Decimal(70), due_on=date(2026, 12, 31))
    assert definition_breaks([(None, TARGET), (CHANGED, eased)]) == ()


def test_the_last_break_that_has_come_counts() -> None:
    breaks = [Break(date(year, 1, 1), BreakCause.DEFINITION) for year in (2022, 2021, 2024)]
    assert (last_break(breaks, CHANGED), last_break(breaks, date(2020, 1, 1))) == (breaks[0], None)
