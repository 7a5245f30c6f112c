"""From a finding to its answer."""

from datetime import date
from pathlib import Path

import pytest

from stories import NOW, Story, story
from tiendo.errors import ConflictError, RegisterError
from tiendo.store.permissions import OPERATOR
from tiendo.store.queries.findings import FindingView, findings_of, questions_to
from tiendo.usecases.register.call import Call
from tiendo.usecases.register.findings import answer_question, ask_unit, check_plan, close_finding
from tiendo.usecases.register.inbox import receive_report
from tiendo.usecases.register.plans import load_plan

pytestmark = pytest.mark.usefixtures("register")
EXAMPLE = Path(__file__).parents[3] / "examples" / "quan-song-to"
WRONG = "Thực hiện Nghị quyết số 15-CT/TW ngày 05/5/2022 của Bộ Chính trị.\n"


@pytest.fixture
def people(tmp_path: Path) -> Story:
    return story(tmp_path)


def found(people: Story) -> FindingView:
    """The miscitation in a report that unit VP handed in."""
    receive_report(call=people.call("reporter"), plan=people.plan, source=("bc.txt", WRONG.encode()),
                   unit=("VP", "2023-Q1"), limit=1000)
    return findings_of(people.plan)[0]


def codes(caught: pytest.ExceptionInfo[RegisterError]) -> list[str]:
    return [problem.code for problem in caught.value.problems]


def test_a_report_is_checked_when_it_comes_in(people: Story) -> None:
    finding = found(people).finding
    assert (finding.kind, finding.quote, finding.suggestion) == (
        "miscitation", "Nghị quyết số 15-CT/TW ngày 05/5/2022 của Bộ Chính trị", "15-NQ/TW")
    assert finding.problem.place
    assert finding.problem.place.file == "bc.txt"


def test_a_unit_is_asked_and_answers_and_the_office_closes(people: Story) -> None:
    finding = found(people)
    question = ask_unit(call=people.call("office"), finding=finding.number, message="Đề nghị giải trình",
                        due_on=date(2023, 4, 15))
    assert [(one.number, one.unit, one.message, one.due_on) for one in questions_to(people.plan, frozenset({"VP"}))] \
        == [(question, "VP", "Đề nghị giải trình", date(2023, 4, 15))]
    answer_question(call=people.call("reporter"), question=question, text="Ghi nhầm, đã sửa thành 15-NQ/TW")
    assert questions_to(people.plan, frozenset({"VP"})) == ()
    answered = findings_of(people.plan, report=finding.report)[0].questions[0].answers
    assert [(one.text, one.position) for one in answered] == \
        [("Ghi nhầm, đã sửa thành 15-NQ/TW", "Chuyên viên Văn phòng")]
    close_finding(call=people.call("office"), finding=finding.number, why="Đơn vị đã sửa")
    assert findings_of(people.plan) == ()
    closed = findings_of(people.plan, closed=True)
    assert [(one.closed_at, one.closed_why) for one in closed] == [(NOW, "Đơn vị đã sửa")]
    with pytest.raises(ConflictError) as caught:
        close_finding(call=people.call("office"), finding=finding.number, why="Lần nữa")
    assert codes(caught) == ["S215"]


def test_a_question_without_words_or_with_a_day_gone_by_is_refused_at_once(people: Story) -> None:
    with pytest.raises(RegisterError) as caught:
        ask_unit(call=people.call("office"), finding=found(people).number, message=" ", due_on=date(2023, 4, 1))
    assert codes(caught) == ["S210", "S211"]


def test_checking_again_finds_the_same_and_closes_what_is_gone() -> None:
    call = Call(OPERATOR, NOW)
    plan = load_plan(call=call, folder=EXAMPLE).plan
    first = check_plan(call=call, plan=plan)
    known = findings_of(plan)
    assert (check_plan(call=call, plan=plan), findings_of(plan), len(known)) == (first, known, first)


def test_a_loaded_report_does_not_say_whose_it_is_so_the_unit_is_named() -> None:
    call = Call(OPERATOR, NOW)
    plan = load_plan(call=call, folder=EXAMPLE).plan
    check_plan(call=call, plan=plan)
    finding = findings_of(plan)[0].number
    with pytest.raises(RegisterError) as caught:
        ask_unit(call=call, finding=finding, message="Giải trình", due_on=date(2023, 5, 1))
    assert codes(caught) == ["S216"]
    assert ask_unit(call=call, finding=finding, message="Giải trình", due_on=date(2023, 5, 1), unit="BTCQU")
