"""A unit drops a report; it is read at once; a named person accepts, changes, refuses, and may undo."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from stories import REPORT, Story, story
from tiendo.errors import ConflictError, NotAllowedError, NotThereError, RegisterError
from tiendo.plan import Decision, read_plan
from tiendo.store.queries.figures import figure_of, history_of
from tiendo.store.queries.plans import file_bytes, whole_plan
from tiendo.store.queries.reports import ClaimView, claims_of, document_of, report_of, reports_of
from tiendo.store.states import State
from tiendo.usecases.gather import gather
from tiendo.usecases.register.figures import approve_figure
from tiendo.usecases.register.inbox import Received, Verdict, decide_claim, receive_report, undo_decision
from tiendo.usecases.register.periods import open_period
from tiendo.usecases.register.plans import save_plan

pytestmark = pytest.mark.usefixtures("register")
LIMIT = 2**20


@pytest.fixture
def people(tmp_path: Path) -> Story:
    found = story(tmp_path)
    open_period(call=found.call("office"), plan=found.plan, period="2023-Q1", opens_on=date(2023, 3, 20),
                closes_on=date(2023, 4, 5))
    return found


def drop(people: Story, name: str = "Báo cáo quý I.txt", data: bytes = REPORT.encode()) -> Received:
    return receive_report(call=people.call("reporter"), plan=people.plan, source=(name, data), unit=("VP", "2023-Q1"),
                          limit=LIMIT)


def poverty(report: int) -> ClaimView:
    """The claim "Tỷ lệ hộ nghèo giảm còn 0,42%"."""
    return next(one for one in claims_of(report) if "0,42" in one.quote)


def accept(people: Story, **more: object) -> Verdict:
    plain = Verdict(Decision.ACCEPTED, people.targets["HN"], "2023-Q1", date(2023, 3, 31), Decimal("0.42"))
    return replace(plain, **more)  # type: ignore[arg-type]


def codes(caught: pytest.ExceptionInfo[RegisterError]) -> list[str]:
    return [problem.code for problem in caught.value.problems]


def test_a_report_is_kept_read_and_proposed_at_once(people: Story) -> None:
    received = drop(people)
    view = report_of(received.report)
    document = document_of(received.report)
    assert (view.name, view.unit, str(view.period), view.by, view.open) == \
        ("Báo cáo quý I.txt", "VP", "2023-Q1", "reporter", received.proposals)
    assert document is not None
    assert (document.text, file_bytes(view.sha256)) == (REPORT, REPORT.encode())
    found = poverty(received.report)
    assert document.text[found.start:found.end] == found.quote
    assert [(one.target, one.number, one.value) for one in found.proposals][:1] == \
        [("HN", people.targets["HN"], Decimal("0.42"))]


def test_an_accepted_claim_is_a_figure_with_its_sentence(people: Story) -> None:
    received = drop(people)
    decide_claim(call=people.call("reporter"), claim=poverty(received.report).number, verdict=accept(people))
    found = whole_plan(people.plan).figures[-1]
    assert (found.value, found.source.document, found.source.sentence, found.approved_by) == \
        (Decimal("0.42"), "Báo cáo quý I.txt", "Tỷ lệ hộ nghèo giảm còn 0,42%.", None)
    assert report_of(received.report).open == received.proposals - 1


def test_a_refusal_keeps_its_reason(people: Story) -> None:
    received = drop(people)
    claim = poverty(received.report)
    decide_claim(call=people.call("reporter"), claim=claim.number,
                 verdict=Verdict(Decision.REFUSED, reason="Số ước, chưa rà soát"))
    decision = poverty(received.report).decision
    assert decision is not None
    assert (decision.decision, decision.reason, decision.decided_by, decision.figure) == \
        (Decision.REFUSED, "Số ước, chưa rà soát", "Chuyên viên Văn phòng", None)


@pytest.mark.parametrize(("verdict", "code"), [
    (Verdict(Decision.REFUSED), "S210"),
    (Verdict(Decision.REFUSED, reason="  "), "S210"),
    (Verdict(Decision.ACCEPTED), "S213"),
    (Verdict(Decision.CHANGED, reason="Theo niên giám"), "S214"),
])
def test_a_decision_that_says_too_little_is_refused(people: Story, verdict: Verdict, code: str) -> None:
    claim = poverty(drop(people).report)
    with pytest.raises(RegisterError) as caught:
        decide_claim(call=people.call("office"), claim=claim.number, verdict=verdict)
    assert codes(caught) == [code]


def test_another_value_than_the_report_states_is_a_change_with_a_reason(people: Story) -> None:
    claim = poverty(drop(people).report)
    with pytest.raises(RegisterError) as caught:
        decide_claim(call=people.call("reporter"), claim=claim.number, verdict=accept(people, value=Decimal("0.45")))
    assert codes(caught) == ["S213"]
    decide_claim(call=people.call("reporter"), claim=claim.number, verdict=accept(
        people, decision=Decision.CHANGED, value=Decimal("0.45"), reason="Theo rà soát ngày 31/3"))
    found = whole_plan(people.plan).figures[-1]
    assert (found.value, found.note) == (Decimal("0.45"), "Theo rà soát ngày 31/3")


def test_a_claim_is_decided_once_and_the_second_is_told(people: Story) -> None:
    claim = poverty(drop(people).report)
    decide_claim(call=people.call("reporter"), claim=claim.number, verdict=accept(people))
    with pytest.raises(ConflictError) as caught:
        decide_claim(call=people.call("second-reporter"), claim=claim.number,
                     verdict=Verdict(Decision.REFUSED, reason="Nhầm"))
    assert [(one.code, one.values["by"]) for one in caught.value.problems] == [("S212", "Chuyên viên Văn phòng")]


def test_undo_opens_the_claim_again_and_keeps_what_was_done(people: Story) -> None:
    claim = poverty(drop(people).report)
    first = decide_claim(call=people.call("reporter"), claim=claim.number, verdict=accept(people))
    figure = poverty(report_of(reports_of(people.plan)[0].number).number).decision
    assert figure
    assert figure.figure
    undo_decision(call=people.call("reporter"), decision=first)
    assert (poverty(reports_of(people.plan)[0].number).decision, figure_of(figure.figure).state) == \
        (None, State.WITHDRAWN)
    decide_claim(call=people.call("reporter"), claim=claim.number, verdict=accept(people))
    assert [one.state for one in history_of(figure.figure)] == [State.WITHDRAWN, State.SUBMITTED]
    with pytest.raises(NotThereError):
        undo_decision(call=people.call("reporter"), decision=first)


def test_an_approved_acceptance_is_not_undone(people: Story) -> None:
    claim = poverty(drop(people).report)
    decision = decide_claim(call=people.call("reporter"), claim=claim.number, verdict=accept(people))
    standing = poverty(reports_of(people.plan)[0].number).decision
    assert standing
    assert standing.figure
    approve_figure(call=people.call("approver"), figure=standing.figure)
    with pytest.raises(ConflictError) as caught:
        undo_decision(call=people.call("reporter"), decision=decision)
    assert codes(caught) == ["S209"]
    assert poverty(reports_of(people.plan)[0].number).decision == standing


def test_a_report_nobody_can_read_is_kept_with_why(people: Story) -> None:
    received = drop(people, "quét.pdf", b"%PDF-1.4 nothing in it")
    assert (received.claims, [one.severity for one in received.problems]) == (0, ["error"])
    assert report_of(received.report).problems == received.problems


@pytest.mark.parametrize(("name", "data", "code"), [
    ("a.txt", b"", "S501"), ("a.txt", b"x" * (LIMIT + 1), "S502"), ("a.exe", b"MZ\x90\x00", "S503"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "S503"),
])
def test_files_of_no_use_are_refused_and_leave_nothing(people: Story, name: str, data: bytes, code: str) -> None:
    with pytest.raises(RegisterError) as caught:
        drop(people, name, data)
    assert (codes(caught)[-1], reports_of(people.plan)) == (code, ())


@pytest.mark.parametrize(("sent", "kept"), [
    ("../../etc/passwd.txt", "-..-etc-passwd.txt"), ("a;b.txt", "a-b.txt"), (".txt", "txt"), ("a\x00b.txt", "a-b.txt"),
])
def test_a_report_is_kept_under_a_name_of_ours(people: Story, sent: str, kept: str) -> None:
    data = REPORT.encode() if kept.endswith(".txt") else b"%PDF-1.4"
    assert drop(people, sent, data).name == kept


def test_two_reports_of_one_name_are_told_apart(people: Story) -> None:
    assert [drop(people).name, drop(people).name] == ["Báo cáo quý I.txt", "Báo cáo quý I-2.txt"]


def test_a_reporter_of_another_unit_neither_hands_in_nor_decides(people: Story) -> None:
    claim = poverty(drop(people).report)
    with pytest.raises(NotAllowedError):
        receive_report(call=people.call("stranger"), plan=people.plan, source=("a.txt", b"a"), unit=("VP", "2023-Q1"),
                       limit=LIMIT)
    with pytest.raises(NotAllowedError):
        decide_claim(call=people.call("stranger"), claim=claim.number, verdict=accept(people))


def test_a_saved_folder_carries_what_came_in_and_can_be_read_again(people: Story, tmp_path: Path) -> None:
    """An accepted and approved claim travels as a figure with its sentence, its report as a document of the plan."""
    report = drop(people).report
    decide_claim(call=people.call("reporter"), claim=poverty(report).number, verdict=accept(people))
    income = next(one for one in claims_of(report) if "79,4" in one.quote)
    decide_claim(call=people.call("reporter"), claim=income.number,
                 verdict=Verdict(Decision.REFUSED, reason="Chưa chốt"))
    standing = poverty(report).decision
    assert standing
    assert standing.figure
    approve_figure(call=people.call("approver"), figure=standing.figure)
    save_plan(call=people.call("office"), plan=people.plan, folder=tmp_path / "out")
    saved = read_plan(tmp_path / "out")
    assert [(one.id, one.source.document, one.source.sentence, one.approved_by) for one in saved.figures[-1:]] == [
        ("HN/2023-Q1", "Báo cáo quý I.txt", "Tỷ lệ hộ nghèo giảm còn 0,42%.", "Chánh Văn phòng")]
    assert [(one.decision, one.reason) for one in saved.acceptances] == [(Decision.REFUSED, "Chưa chốt")]
    assert saved.documents[-1].code == "Báo cáo quý I.txt"
    assert [path.name for path in gather(folder=tmp_path / "out").reports[0].path.parents][:1] == ["reports"]
