"""Below the targets: findings as questions to a named unit, limitations, tasks by the six clarities."""

from dataclasses import replace
from datetime import date

from reviews import example, review_of
from small_plan import small_plan
from tiendo.plan import Limitation, Task
from tiendo.review.page.rest import findings, limitations, programmes, sources, tasks
from tiendo.review.page.scene import scene_of


def test_finding_asks_the_author_of_the_document_or_the_unit_whose_figures_come_from_it() -> None:
    found = list(findings(scene_of(example("2023-03-31"), "vi")))
    assert [(one.kind, one.unit, one.file, one.suggestion) for one in found] == [
        ("miscitation", "Ban Tổ chức Quận ủy", "bc-btc-2022.docx", "09-NQ/TU"),
        ("arithmetic", "Phòng Tài chính – Kế hoạch", "bc-tckh-2022.docx", "")]


def test_finding_names_the_place_and_no_folder_of_a_machine() -> None:
    assert [one.place for one in findings(scene_of(example("2023-03-31"), "vi"))] == ["đoạn 4", "đoạn 11"]


def test_tasks_put_what_is_late_first_and_count_a_late_end_as_late() -> None:
    found = tasks(scene_of(example("2023-03-31"), "vi"))
    assert [(one.code, one.state, one.done) for one in found] == [
        ("NV-01", "late", ""), ("NV-02", "open", ""), ("NV-08", "open", ""),
        ("NV-03", "done", "ngày 18/11/2022, sau hạn"), ("NV-04", "done", "ngày 28/10/2022, đúng hạn"),
        ("NV-05", "done", "ngày 09/12/2022, đúng hạn"), ("NV-06", "done", "ngày 26/12/2022, đúng hạn"),
        ("NV-07", "done", "ngày 22/09/2022, đúng hạn")]


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
        "Nghị quyết số 01-NQ/ĐH, Phần II, mục 2, chỉ tiêu 1. "
        "Ban hành: Đại hội đại biểu Đảng bộ quận Sông Tô lần thứ V, 14/08/2020"))
    assert figure.sentence.startswith("Giá trị sản xuất trên địa bàn quận năm 2022")
    assert figure.where == "bc-tk-2022.html. Báo cáo: Quận ủy Sông Tô. Phê duyệt: Chánh Văn phòng Quận ủy, 29/03/2023"
