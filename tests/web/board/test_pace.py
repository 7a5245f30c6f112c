"""The pace of a budget year beside the one before, in per cent of each year's whole plan."""

from datetime import date
from decimal import Decimal

from tiendo.plan import Disbursement
from tiendo.web.board.curve import years_of
from tiendo.web.board.pace import pace_of


def row(year: int, paid: str | None, as_of: str, plan: str = "100") -> Disbursement:
    known = None if paid is None else Decimal(paid)
    return Disbursement("DA-01", year, Decimal(plan), known, date.fromisoformat(as_of), "UBND quận giao", "bc")


TABLE = (row(2021, "40", "2021-06-30"), row(2021, "95", "2022-01-31"), row(2022, "60", "2022-06-30", "200"))


def test_two_years_stand_beside_each_other_by_their_own_plans() -> None:
    pace = pace_of(years_of(TABLE, date(2022, 12, 31)))
    assert pace is not None
    assert (pace.year, pace.rows) == (2022, (
        ((date(2022, 6, 30), Decimal(30)), (date(2021, 6, 30), Decimal(40))),
        (None, (date(2022, 1, 31), Decimal(95)))))
    assert [pace.shapes.count(f'class="{look}"') for look in ("s-paid", "s-last", "s-plan", "s-dead", "s-dot")] == [
        1, 1, 1, 1, 1]
    assert "31/01</text>" in pace.shapes


def test_one_year_alone_or_a_silent_one_has_nothing_beside_it() -> None:
    assert pace_of(years_of(TABLE, date(2021, 12, 31))) is None
    assert pace_of(years_of((TABLE[2], row(2021, None, "2021-06-30")), date(2022, 12, 31))) is None
    assert pace_of(years_of((row(2020, "1", "2020-06-30"), TABLE[2]), date(2022, 12, 31))) is None
    assert pace_of(()) is None


def test_more_than_the_plan_is_not_cut() -> None:
    pace = pace_of(years_of((*TABLE, row(2022, "250", "2022-09-30", "200")), date(2022, 12, 31)))
    assert pace is not None
    assert pace.shares[-1] == (date(2022, 9, 30), Decimal(125))
