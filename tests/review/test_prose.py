"""Phrases with bound numbers, days and names as official papers write them."""

from dataclasses import replace
from datetime import date

import pytest

from review.reviews import gathered
from small_plan import period
from tiendo.quantity import say_day
from tiendo.review.naming import Naming
from tiendo.review.prose import capital, inside, lower, plain, runs, together, when
from tiendo.review.records import Number
from tiendo.words import Lang

N = Number("S001", "95,91%")


def test_a_phrase_keeps_its_numbers_and_joins_its_words() -> None:
    assert runs("review.rate_short", "vi", rate=N) == ("bằng ", N, " dự toán được giao")


def test_a_phrase_of_another_room_is_said_with_its_number() -> None:
    assert runs("assessing.goal_at_least", "vi", goal=N) == ("từ ", N, " trở lên")


def test_parts_stand_one_after_the_other_and_neighbouring_words_become_one() -> None:
    assert together(["a", ("b", N), (), "c"], ", ") == ("a, b", N, ", , c")
    assert plain(together(["a", "b"])) == "ab"


@pytest.mark.parametrize(("words", "small", "large"), [
    (("Đạt ", N), ("đạt ", N), ("Đạt ", N)), ((N, " là"), (N, " là"), (N, " là")), ((), (), ()),
    (("UBND quận",), ("UBND quận",), ("UBND quận",)),
])
def test_first_letters_follow_their_place(words: tuple[str | Number, ...], small: object, large: object) -> None:
    assert (inside(words), capital(words)) == (small, large)


def test_abbreviations_keep_their_capitals() -> None:
    assert [lower(word) for word in ("Đạt", "UBND quận", "Vượt", "")] == ["đạt", "UBND quận", "vượt", ""]


@pytest.mark.parametrize(("day", "lang", "text"), [
    ("2023-03-31", "vi", "31/3/2023"), ("2023-02-05", "vi", "05/02/2023"), ("2022-12-26", "vi", "26/12/2022"),
    ("2023-03-31", "en", "31 March 2023"),
])
def test_days_are_written_as_the_rules_ask(day: str, lang: Lang, text: str) -> None:
    """Days below 10 and months 1 and 2 take a nought, months 3 to 9 do not (domain.md 3.3)."""
    assert say_day(date.fromisoformat(day), lang) == text


@pytest.mark.parametrize(("code", "text"), [
    ("2022", "năm 2022"), ("2023-03-15", "đến ngày 15/3/2023"), ("2022-H1", "6 tháng đầu năm 2022"),
    ("2022-Q3", "quý III năm 2022"),
])
def test_the_time_of_a_value_is_said_as_a_report_says_it(code: str, text: str) -> None:
    assert when(period(code), "vi") == text


def test_documents_are_cited_in_full_and_reports_by_their_file() -> None:
    names = Naming(gathered().plan, "vi")
    assert names.document("bc-tk-2022.html") == "Báo cáo số 35/BC-CCTK ngày 24/3/2023 của Chi cục Thống kê quận Sông Tô"
    assert names.document("khong-co.pdf") == "khong-co.pdf"


def test_who_reported_a_figure_is_said_by_name() -> None:
    names = Naming(gathered().plan, "vi")
    figure = next(one for one in gathered().plan.figures if one.id == "A01")
    assert [names.reporter(one) for one in (figure, replace(figure, reported_by="TCKH"))] == [
        "Ban Tổ chức Quận ủy", "Phòng Tài chính – Kế hoạch"]
