"""The plan's list of documents keeps the rules of citations."""

from dataclasses import replace

from checking.plans import BODIES, RESOLUTION, a_document, finance_plan
from tiendo.checking.own_documents import document_findings
from tiendo.plan import Plan


def test_right_list_raises_no_question() -> None:
    assert list(document_findings(finance_plan())) == []


def test_symbol_of_another_kind_with_its_row_and_unit() -> None:
    """documents.csv: kind Nghị quyết, symbol 09-CT/TU."""
    wrong = a_document("nq9", "Nghị quyết", "09-CT/TU", "2021-06-18", issuer="Thành ủy", body="TU")
    (one,) = document_findings(Plan(bodies=BODIES, documents=(RESOLUTION, wrong), body="P", document="nq"))
    assert one.problem.place
    assert (one.problem.code, one.suggestion, one.unit, one.problem.place.say("vi")) == (
        "C101", "09-NQ/TU", "Thành ủy", "documents.csv, dòng 3")


def test_number_and_day_out_of_order() -> None:
    first = a_document("kh8", "Kế hoạch", "08-KH/QU", "2021-04-07")
    second = a_document("kh9", "Kế hoạch", "09-KH/QU", "2021-03-01")
    made = replace(finance_plan(), documents=(RESOLUTION, first, second))
    assert [(one.problem.code, one.quote) for one in document_findings(made)] == [
        ("C109", "Kế hoạch 08-KH/QU Ban Thường vụ Quận ủy"), ("C109", "Kế hoạch 09-KH/QU Ban Thường vụ Quận ủy")]


def test_issuer_of_another_organ() -> None:
    wrong = a_document("kh", "Kế hoạch", "08-KH/TU", "2021-04-07", issuer="Ban Thường vụ Quận ủy")
    made = replace(finance_plan(), documents=(RESOLUTION, wrong))
    assert [one.problem.code for one in document_findings(made)] == ["C103"]


def test_documents_without_symbol_are_passed_over() -> None:
    made = replace(finance_plan(), documents=(replace(RESOLUTION, symbol=None),))
    assert list(document_findings(made)) == []
