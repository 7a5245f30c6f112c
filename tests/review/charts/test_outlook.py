"""What the chart of a target adds to its figures and path: the outlook, marks, breaks."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tiendo.assessing import Stage
from tiendo.plan import Direction, value_text
from tiendo.review.charts import Mark, Track, chart, chart_words
from tiendo.review.charts.frame import Frame
from tiendo.review.charts.track import Point, Stop

BEGIN, END = date(2020, 12, 31), date(2025, 12, 31)
TRACK = Track(
    BEGIN, END, date(2023, 3, 31),
    tuple(Point(date(year, 12, 31), Decimal(value)) for year, value in ((2020, 10), (2021, 12), (2022, 20))),
    (Stop(BEGIN, Decimal(10)), Stop(END, Decimal(50))), Direction.AT_LEAST)
FAN = (Stage(date(2024, 12, 31), Decimal(30), Decimal(25), Decimal(35)),
       Stage(END, Decimal(36), Decimal(28), Decimal(44)))
CUT = Mark(date(2022, 1, 1), "chuỗi đứt 01/01/2022", breaks=True)


def looks(track: Track) -> list[str]:
    return re.findall(r'class="(c-[\w]+)"', chart(track, "31/03/2023"))


def written(track: Track) -> list[str]:
    return re.findall(r">([^<]+)</text>", chart_words(track, lambda value: value_text(value, None, "vi")))


def test_an_outlook_is_a_band_a_line_and_its_end_after_the_last_figure() -> None:
    plain, told = looks(TRACK), looks(replace(TRACK, fan=FAN))
    assert [look for look in told if look not in plain] == ["c-fan", "c-fanline", "c-fandot"]
    frame = Frame(replace(TRACK, fan=FAN), 0, 0, 100, 50)
    middle, region = frame.fan()
    assert (len(middle), len(region), middle[0] == region[0]) == (3, 5, True)


def test_without_a_figure_there_is_nothing_to_go_on_from() -> None:
    assert "c-fan" not in looks(replace(TRACK, points=(), fan=FAN))


def test_a_wide_outlook_is_cut_and_leaves_the_figures_readable() -> None:
    wide = (Stage(END, Decimal(60), Decimal(-1000), Decimal(5000)),)
    assert replace(TRACK, fan=wide).span == (Fraction(-14), Fraction(74))
    frame = Frame(replace(TRACK, fan=wide), 0, 0, 100, 50)
    assert {y for _, y in frame.fan()[1]} == {0.0, 50.0, frame.y(Decimal(20))}


def test_a_break_hatches_what_stands_before_it_and_parts_the_line() -> None:
    broken = replace(TRACK, marks=(CUT,))
    found = looks(broken)
    assert ("c-hatch" in found, found.count("c-cut"), found.count("c-break")) == (True, 1, 0)
    frame = Frame(broken, 0, 0, 100, 50)
    assert [len(run) for run in frame.runs()] == [2, 1]
    assert "chuỗi đứt 01/01/2022" in written(broken)


def test_an_amendment_is_a_line_with_its_day_and_breaks_nothing() -> None:
    amended = replace(TRACK, marks=(Mark(date(2023, 1, 1), "sửa chỉ tiêu 01/01/2023"),))
    found = looks(amended)
    assert ("c-hatch" in found, found.count("c-break"), amended.broken_on) == (False, 1, None)
    assert "sửa chỉ tiêu 01/01/2023" in written(amended)


def test_a_mark_outside_the_term_is_not_drawn() -> None:
    assert replace(TRACK, marks=(replace(CUT, on=date(2019, 1, 1)),)).broken_on is None


def test_the_middle_of_the_outlook_is_written_and_the_goal_makes_room_for_it() -> None:
    near = (Stage(END, Decimal(49), Decimal(40), Decimal(58)),)
    drawn = chart_words(replace(TRACK, fan=near), lambda value: value_text(value, None, "vi"))
    assert re.findall(r'class="c-goalword (c-\w+)"', drawn) == ["c-start"]
    assert re.findall(r'class="c-fanword c-end"[^>]*>([^<]+)<', drawn) == ["49"]
    assert re.findall(r'class="c-goalword (c-\w+)"', chart_words(TRACK, str)) == ["c-end"]
