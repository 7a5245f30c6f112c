"""Where a series breaks: the body made anew, the definition changed; another goal breaks nothing."""

from dataclasses import replace
from datetime import date

from assessing.stories import a_target
from tiendo.assessing import Break, BreakCause, Definition, breaks_of, definition_breaks
from tiendo.assessing.forecast.breaks import last_break
from tiendo.plan import Body, Kind, Plan

TARGET = a_target(Kind.LEVEL_END, "90", baseline="60")
CHANGED = date(2023, 1, 1)


def test_a_body_made_anew_breaks_its_series_on_its_first_day() -> None:
    """From 1 July 2025 a merged ward has another territory than the ward of the same name before."""
    begin = date(2025, 7, 1)
    plan = Plan(bodies=(Body("quan", "Phường mới", "New ward", "ward", valid_from=begin),), targets=(TARGET,))
    assert breaks_of(plan, TARGET) == (Break(begin, BreakCause.BODY),)


def test_the_end_of_a_body_breaks_its_series_on_the_next_day() -> None:
    plan = Plan(bodies=(Body("quan", "Quận", "District", "district", valid_to=date(2025, 6, 30)),), targets=(TARGET,))
    assert breaks_of(plan, TARGET) == (Break(date(2025, 7, 1), BreakCause.ENDED),)


def test_a_body_without_days_breaks_nothing() -> None:
    assert breaks_of(Plan(bodies=(Body("quan", "Quận", "District", "district"),)), TARGET) == ()


def test_another_name_unit_kind_or_scale_is_another_definition() -> None:
    first = Definition(None, "Tỷ lệ hộ nghèo", "%", "level_end", None)
    changes = ({"name": "Tỷ lệ hộ nghèo theo chuẩn mới"}, {"unit": "‰"}, {"kind": "maintain"}, {"scale": "vn.xep_loai"})
    found = [definition_breaks([first, replace(first, since=CHANGED, **change)]) for change in changes]
    assert found == [(Break(CHANGED, BreakCause.DEFINITION),)] * 4


def test_a_version_that_counts_the_same_breaks_nothing() -> None:
    first = Definition(None, "Tỷ lệ hộ nghèo", "%", "level_end", None)
    assert definition_breaks([first, replace(first, since=CHANGED)]) == ()


def test_the_last_break_that_has_come_counts() -> None:
    breaks = [Break(date(year, 1, 1), BreakCause.DEFINITION) for year in (2022, 2021, 2024)]
    assert (last_break(breaks, CHANGED), last_break(breaks, date(2020, 1, 1))) == (breaks[0], None)
