"""Below the targets: findings as questions to a named unit, limitations, tasks by the six clarities."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from reviews import example, review_of
from small_plan import small_plan
from tiendo.checking import Finding
from tiendo.errors import Place, Problem
from tiendo.plan import Limitation, Task
from tiendo.review.page.rest import FindingView, findings, limitations, programmes, sources, tasks
from tiendo.review.page.scene import scene_of

FOLDER = "/home/van-thu/bao cao/"


def a_finding(file: str, **rest: Any) -> Finding:
    values = {"named": "Nghị quyết", "symbol": "09-CT/TU", "letters": "CT", "means": "Chỉ thị"}
    problem = Problem("C101", Place(FOLDER + file, paragraph=4), values)
    return Finding(problem, "miscitation", "Nghị quyết số 09-CT/TU", "09-NQ/TU", **rest)


def asked(*found: Finding) -> list[FindingView]:
    return list(findings(scene_of(review_of(small_plan(), "2023-03-31", found), "vi")))


def test_finding_is_a_question_to_the_unit_it_names() -> None:
    first, = asked(a_finding("bc.docx", unit="Phòng Nội vụ"))
    assert (first.unit, first.quote, first.suggestion, first.code) == (
        "Phòng Nội vụ", "Nghị quyết số 09-CT/TU", "09-NQ/TU", "C101")
    assert first.message.startswith("Tên loại “Nghị quyết” trái với ký hiệu 09-CT/TU")


@pytest.mark.parametrize(("file", "unit"), [
    ("bc.docx", "Văn phòng"),  # the plan's document bc, issued by that office
    ("bc-vp.txt", "Office"),  # a report figures were accepted from: their target's lead body
    ("la.pdf", "đơn vị lập văn bản"),
])
def test_finding_that_names_no_unit_asks_whose_document_it_is(file: str, unit: str) -> None:
    plan = small_plan()
    bodies = tuple(replace(body, name_vi=body.name_en) for body in plan.bodies)
    review = review_of(replace(plan, bodies=bodies), "2023-03-31", [a_finding(file)])
    assert [one.unit for one in findings(scene_of(review, "vi"))] == [unit]


def test_finding_names_file_and_place_and_no_folder_of_a_machine() -> None:
    other = Place(FOLDER + "khac.docx", page=2)
    first, = asked(a_finding("bc.docx", other=other))
    assert (first.file, first.place, "khac.docx, trang 2" in first.message, "van-thu" in str(first)) == (
        "bc.docx", "đoạn 4", True, False)


def test_tasks_put_what_is_late_first_and_count_a_late_end_as_late() -> None:
    found = tasks(scene_of(example("2023-03-31"), "vi"))
    assert [(one.code, one.state, one.done) for one in found] == [
        ("NV-01", "late", ""), ("NV-02", "open", ""), ("NV-08", "open", ""),
        ("NV-03", "done", "ngày 18/11/2022, sau hạn"), ("NV-04", "done", "ngày 28/10/2022, đúng hạn"),
        ("NV-05", "done", "ngày 09/12/2022, đúng hạn"), ("NV-06", "done", "ngày 26/12/2022, đúng hạn"),
        ("NV-07", "done", "ngày 22/9/2022, đúng hạn")]


def test_tasks_given_after_the_day_are_not_shown() -> None:
    assert tasks(scene_of(example("2022-03-31"), "vi")) == ()


def test_task_without_product_or_day_is_unclear_and_says_what_is_missing() -> None:
    plan = small_plan()
    vague = Task("NV2", "Tăng cường kiểm tra", "VP", "Chánh Văn phòng", None, None, "bc")
    found = tasks(scene_of(review_of(replace(plan, tasks=(vague,)), "2023-03-31"), "vi"))
    assert [(one.state, one.product, one.due) for one in found] == [("unclear", "chưa nêu", "chưa nêu")]


def test_limitations_stay_open_until_closed_with_proof() -> None:
    found = list(limitations(scene_of(example("2023-03-31"), "vi")))
    assert [bool(one.closed) for one in found] == [False, False, False, False, True]
    assert found[-1].proof.startswith("Quyết định phê duyệt kết quả rà soát hộ nghèo")


def test_limitation_closed_after_the_day_is_still_open_on_it() -> None:
    later = Limitation("HC2", "P", "Úng ngập", "VP", date(2022, 1, 1), "bc", closed_on=date(2023, 6, 1), proof="Ảnh")
    review = review_of(replace(small_plan(), limitations=(later,)), "2023-03-31")
    assert [(one.closed, one.proof) for one in limitations(scene_of(review, "vi"))] == [("", "")]


def test_programmes_name_the_documents_they_implement() -> None:
    first, *_, last = programmes(scene_of(example("2023-03-31"), "vi"))
    assert (first.kind, first.document, first.implements) == ("Chương trình", "02-CTr/QU", "01-NQ/ĐH")
    assert (last.kind, last.document, last.implements) == ("Kế hoạch", "21-KH/QU", "40-KH/TU")


def test_ledger_begins_with_the_reports_entries_under_their_own_numbers() -> None:
    review = example("2023-03-31")
    found = list(sources(scene_of(review, "vi")))
    assert [(one.id, one.label, one.shown) for one in found] == [
        (entry.id, entry.label, entry.shown) for entry in review.ledger]


def test_ledger_tells_what_a_unit_wrote_from_where_a_document_states_it() -> None:
    found = {one.id: one for one in sources(scene_of(example("2023-03-31"), "vi"))}
    goal, figure = found["S007"], found["S008"]
    assert (goal.sentence, goal.where) == ("", (
        "Nghị quyết số 01-NQ/ĐH ngày 14/8/2020 của Đại hội đại biểu Đảng bộ quận Sông Tô lần thứ V, Phần II, mục 2, "
        "chỉ tiêu 1. "
        "Ban hành: Đại hội đại biểu Đảng bộ quận Sông Tô lần thứ V, 14/8/2020"))
    assert figure.sentence.startswith("Giá trị sản xuất trên địa bàn quận năm 2022")
    assert figure.where == (
        "Báo cáo số 35/BC-CCTK ngày 24/3/2023 của Chi cục Thống kê quận Sông Tô. Báo cáo: Chi cục Thống kê quận Sông "
        "Tô. Phê duyệt: Chánh Văn phòng Quận ủy, 29/3/2023")
