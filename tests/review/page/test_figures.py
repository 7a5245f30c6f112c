"""A target's own ledger: years as judged, parts of a structure, every approved figure."""

from dataclasses import replace

from reviews import example, review_of
from small_plan import small_plan
from tiendo.review import Line, Number, Review
from tiendo.review.page.figures import history, parts, years
from tiendo.review.page.scene import scene_of
from tiendo.review.prose import plain


def line_of(review: Review, code: str) -> Line:
    return next(line for line in review.lines if line.target.code == code)


def test_replaced_figure_stays_struck_through_with_why() -> None:
    review = review_of(small_plan(), "2023-03-31")
    rows = list(history(scene_of(review, "vi"), line_of(review, "TN")))
    assert [(row.shown.shown if row.shown else None, row.struck, row.note) for row in rows] == [
        ("79,1 triệu đồng/người/năm", False, "Cộng lại"), ("78 triệu đồng/người/năm", True, "")]


def test_figure_without_a_value_says_no_data_and_why() -> None:
    review = review_of(small_plan(), "2023-03-31")
    rows = list(history(scene_of(review, "vi"), line_of(review, "HN")))
    assert [(row.shown, row.note, row.anchor) for row in rows] == [(None, "Chưa rà soát xong", "")]


def test_figure_carries_sentence_page_reporter_approver_and_day() -> None:
    review = review_of(small_plan(), "2023-03-31")
    row = next(history(scene_of(review, "vi"), line_of(review, "XL")))
    assert (row.sentence, row.place, row.reported_by, row.approved_by, row.approved_on) == (
        "Câu có số liệu.", "Báo cáo năm 2022, trang 2", "Văn phòng", "Chánh Văn phòng", "20/3/2023")


def test_unapproved_figures_are_not_shown() -> None:
    plan = small_plan()
    drafts = tuple(replace(one, approved_by=None) for one in plan.figures)
    review = review_of(replace(plan, figures=drafts), "2023-03-31")
    assert list(history(scene_of(review, "vi"), line_of(review, "TN"))) == []


def test_figure_of_the_report_leads_to_the_ledger_and_an_older_one_is_its_own_anchor() -> None:
    review = example("2023-03-31")
    newest, *_, older = history(scene_of(review, "vi"), line_of(review, "DT-02"))
    assert isinstance(newest.shown, Number)
    assert isinstance(older.shown, Number)
    assert (newest.anchor, newest.shown.entry[0]) == ("", "S")
    assert (older.anchor, older.shown.shown) == (older.shown.entry, "12,1%")


def test_year_of_an_assigned_target_shows_amount_share_and_plan() -> None:
    review = example("2023-03-31")
    found = list(years(scene_of(review, "vi"), line_of(review, "KT-03")))
    assert [(year.period, plain(year.shown), plain(year.beside), year.goal, year.word) for year in found] == [
        ("năm 2021", "2.618,9 tỷ đồng", "105,6% của 2.480 tỷ đồng được giao", "≥\xa0105%", "Vượt"),
        ("năm 2022", "2.914,7 tỷ đồng", "109,78% của 2.655 tỷ đồng được giao", "≥\xa0105%", "Vượt")]


def test_year_without_data_says_so_and_is_not_judged() -> None:
    review = example("2022-03-31")
    found = list(years(scene_of(review, "vi"), line_of(review, "VX-04")))
    assert [(year.shown, year.standing, year.word) for year in found] == [((), "", "Chưa có số liệu")]


def test_parts_show_the_missing_one_as_missing() -> None:
    """Thiếu số liệu công nghiệp năm 2021: hai thành phần còn lại vẫn có số, không thành phần nào bị coi là 0."""
    review = example("2022-03-31")
    found = list(parts(scene_of(review, "vi"), line_of(review, "KT-02")))
    assert [(part.name, part.goal.shown, plain(part.shown), part.standing) for part in found] == [
        ("Thương mại – dịch vụ", "≥\xa068,0%", "63,9%", ""), ("Công nghiệp – xây dựng", "≤\xa031,6%", "", ""),
        ("Nông nghiệp", "≤\xa00,4%", "0,6%", "")]
