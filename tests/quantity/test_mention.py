"""Periods said in running text, and said back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.quantity import Period, find_periods, say_period
from tiendo.words import LANGS, catalogue


def codes(text: str, year: int | None = None) -> list[str]:
    return [mention.code for mention in find_periods(text, year=year)]


def test_find_periods_reads_them_in_order() -> None:
    """A report's opening: the term, the period under review, the day the figures stand at."""
    text = "nhiệm kỳ 2020-2025; 6 tháng đầu năm 2023 so với cùng kỳ năm 2022; tính đến ngày 30/6/2023"
    assert [(m.code, m.compared, m.as_at) for m in find_periods(text)] == [
        ("2020/2025", False, False), ("2023-H1", False, False), ("2022", True, False), ("2023-06-30", False, True),
    ]


def test_find_periods_reads_a_list_of_years_one_by_one() -> None:
    text = "Cờ thi đua năm 2020, 2022 và năm 2023"
    assert [text[m.start:m.end] for m in find_periods(text)] == ["năm 2020", "2022", "2023"]


@pytest.mark.parametrize(("text", "expected"), [
    ("so với cùng kỳ", ["2022"]),
    ("so với cùng kỳ quý I/2022", ["2022-Q1"]),
    ("cùng kỳ 6 tháng đầu năm 2021", ["2021-H1"]),
    ("so với tháng 12 năm 2011", ["2011-12"]),
    ("so với 2010", ["2010"]),
])
def test_find_periods_marks_what_is_compared_with(text: str, expected: list[str]) -> None:
    found = find_periods(text, year=2023)
    assert ([m.code for m in found], [m.compared for m in found]) == (expected, [True])


@pytest.mark.parametrize("text", [
    "", "31/02/2023", "32/01/2023", "tháng 13/2023", "quý V/2023", "quý vị đại biểu", "9 tháng", "so với 2010 USD",
    "tăng từ 1950 đến 2010 USD", "số 06/2022/QH15", "30/2020/NĐ-CP", "2020", "5 năm", "năm 2020.000",
    "nửa đầu nhiệm kỳ", "3 tháng đầu tiên", "2025-2020",
])
def test_find_periods_leaves_everything_else_alone(text: str) -> None:
    assert codes(text, 2023) == []


def test_find_periods_stops_a_year_list_at_a_count() -> None:
    assert codes("năm 2020 và 2000 hộ") == ["2020"]


def test_find_periods_reads_a_span_of_one_month_as_the_month() -> None:
    assert codes("1 tháng đầu năm 2023") == ["2023-01"]


def test_year_before_counts_from_the_readers_year() -> None:
    assert (codes("năm ngoái", 2020), codes("cùng kỳ năm trước", 2020), codes("năm nay", 2020)) == (
        ["2019"], ["2019"], ["2020"],
    )


@pytest.mark.parametrize(("code", "vi", "en"), [
    ("2023", "năm 2023", "2023"),
    ("2023-H1", "6 tháng đầu năm 2023", "first half of 2023"),
    ("2023-H2", "6 tháng cuối năm 2023", "second half of 2023"),
    ("2023-Q1", "quý I năm 2023", "Q1 2023"),
    ("2022-09", "tháng 9 năm 2022", "September 2022"),
    ("2022-01/2022-09", "9 tháng đầu năm 2022", "January to September 2022"),
    ("2022-03/2022-09", "từ tháng 3 đến tháng 9 năm 2022", "March to September 2022"),
    ("2021-10/2022-03", "từ tháng 10 năm 2021 đến tháng 3 năm 2022", "October 2021 to March 2022"),
    ("2020/2025", "giai đoạn 2020-2025", "2020–2025"),
    ("2022-05-05", "ngày 05/5/2022", "5 May 2022"),
    ("2022-01-15", "ngày 15/01/2022", "15 January 2022"),
])
def test_say_period_says_it_in_both_languages(code: str, vi: str, en: str) -> None:
    """Days below 10 and the months 1 and 2 take a leading 0 (domain.md 3.3)."""
    assert (say_period(code, "vi"), say_period(code, "en")) == (vi, en)


def test_say_period_refuses_what_is_no_code() -> None:
    with pytest.raises(ValueError, match="no period"):
        say_period("2023-Q5", "vi")


YEARS = st.integers(1900, 2099)
MONTHS = st.integers(1, 12)
PERIODS = st.one_of(
    YEARS.map(str),
    st.builds("{}-H{}".format, YEARS, st.integers(1, 2)),
    st.builds("{}-Q{}".format, YEARS, st.integers(1, 4)),
    st.builds("{}-{:02d}".format, YEARS, MONTHS),
    st.builds("{0}-{1:02d}/{2}-{3:02d}".format, YEARS, MONTHS, YEARS, MONTHS),
    st.builds("{}/{}".format, YEARS, YEARS),
    st.builds(lambda days: (date(1900, 1, 1) + timedelta(days)).isoformat(), st.integers(0, 73000)),
).filter(lambda code: Period.parse(code) is not None)


@given(PERIODS)
def test_find_periods_reads_back_what_say_period_says(code: str) -> None:
    """The loop test stands on this. A span of the months 1 to 6 comes back as the half it is."""
    (mention,) = find_periods(say_period(code, "vi"))
    found, meant = Period.parse(mention.code), Period.parse(code)
    assert found is not None
    assert meant is not None
    assert (found.start, found.end) == (meant.start, meant.end)


def test_lists_of_the_catalogue_are_whole() -> None:
    for lang in LANGS:
        words = catalogue("quantity", lang)
        assert [len(words[key].split()) for key in ("months", "months_of_days", "quarters")] == [12, 12, 4]
