"""Where a plan's rows stand, and whom a question about one goes to."""

from dataclasses import replace

from checking.plans import a_figure, decided, finance_plan
from tiendo.checking.rows import name_of, place_of_figure, row_place
from tiendo.errors import Place

TYPED, READ = a_figure("HN", "2021", "0.7"), replace(a_figure("HN", "2022", "0.16"), id="A1")
PLAN = replace(finance_plan(TYPED, READ), acceptances=(decided("0" * 64, "0,16%", 3),))


def test_figure_stands_in_its_row_or_in_the_decision_it_comes_from() -> None:
    assert [place_of_figure(PLAN, one) for one in (TYPED, READ)] == [
        Place("figures.csv", row=2, column="value"), Place("acceptances.csv", row=2, column="value")]


def test_figure_of_no_row_stands_in_the_table() -> None:
    assert place_of_figure(PLAN, a_figure("HN", "2020", "0.9")) == Place("figures.csv")


def test_rows_count_from_the_line_below_the_header() -> None:
    assert row_place("documents", 0).row == 2


def test_body_is_called_by_its_name() -> None:
    assert (name_of(PLAN, "VP"), name_of(PLAN, "Văn phòng")) == ("Phòng Tài chính", "Văn phòng")
