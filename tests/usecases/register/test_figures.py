"""The walk of one figure: put in, sent back, corrected, approved, unlocked; and two people at one figure."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from small_plan import period
from stories import NOW, Story, story
from tiendo.errors import ConflictError, NotAllowedError, RegisterError
from tiendo.quantity import Figure
from tiendo.store.permissions import PUBLIC
from tiendo.store.queries.figures import figure_of, figures_of, history_of, waiting
from tiendo.store.queries.log import acts_of
from tiendo.store.queries.periods import form_of
from tiendo.store.queries.plans import skeleton, whole_plan
from tiendo.store.states import State
from tiendo.usecases.register.call import Call
from tiendo.usecases.register.figures import (
    Entry,
    approve_figure,
    send_back_figure,
    submit_figure,
    unlock_figure,
    withdraw_figure,
)
from tiendo.usecases.register.periods import close_period, open_period, reopen_period
from tiendo.usecases.register.review import assess_register

pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture
def people(tmp_path: Path) -> Story:
    """Ward P with its first quarter open until 5 April and two days of grace."""
    found = story(tmp_path)
    open_period(call=found.call("office"), plan=found.plan, period="2023-Q1", opens_on=date(2023, 3, 20),
                closes_on=date(2023, 4, 5), grace_days=2)
    return found


def entry(people: Story, value: str | None = "0.42", **more: object) -> Entry:
    plain = Entry(people.targets["HN"], "2023-Q1", date(2023, 3, 31), Decimal(value) if value else None)
    return replace(plain, **more)  # type: ignore[arg-type]


def figure(people: Story, number: int) -> Figure:
    """A figure as the plan of the register has it."""
    code = figure_of(number).code
    return next(one for one in whole_plan(people.plan).figures if one.id == code)


def codes(caught: pytest.ExceptionInfo[RegisterError]) -> list[str]:
    return [problem.code for problem in caught.value.problems]


def test_a_submitted_figure_waits_and_counts_for_nothing(people: Story) -> None:
    number = submit_figure(call=people.call("reporter"), entry=entry(people))
    found = figure(people, number)
    assert (found.id, found.value, found.reported_by, found.approved_by, found.source.document) == \
        ("HN/2023-Q1", Decimal("0.42"), "Văn phòng", None, "bieu-VP-2023-Q1")
    assert [one.number for one in waiting(people.plan, frozenset({State.SUBMITTED}))] == [number]


def test_the_public_sees_approved_figures_only_and_the_same_standings(people: Story) -> None:
    waits = submit_figure(call=people.call("reporter"), entry=entry(people))
    code = figure_of(waits).code
    shown = assess_register(call=Call(PUBLIC, NOW), plan=people.plan, as_of=NOW.date())
    office = assess_register(call=people.call("office"), plan=people.plan, as_of=NOW.date())
    assert (code in {one.id for one in shown.plan.figures}, code in {one.id for one in office.plan.figures}) == \
        (False, True)
    assert shown.assessments == office.assessments


def test_sent_back_corrected_and_approved(people: Story) -> None:
    """The approver sends one figure back with a message; the unit corrects it; the approver approves it."""
    first = submit_figure(call=people.call("reporter"), entry=entry(people, "4.2"))
    send_back_figure(call=people.call("approver"), figure=first, message="Thiếu dấu phẩy")
    second = submit_figure(call=people.call("reporter"),
                           entry=entry(people, "0.42", corrects=first, why="Ghi nhầm dấu phẩy"))
    approve_figure(call=people.call("approver"), figure=second)
    found = figure(people, second)
    assert (found.value, found.supersedes, found.why, found.approved_by, found.approved_on) == \
        (Decimal("0.42"), "HN/2023-Q1", "Ghi nhầm dấu phẩy", "Chánh Văn phòng", NOW.date())
    assert [(one.number, one.state, one.stands) for one in history_of(second)] == [
        (first, State.SENT_BACK, False), (second, State.APPROVED, True)]
    assert [step.message for step in history_of(second)[0].steps] == ["", "Thiếu dấu phẩy"]


def test_an_approved_figure_is_corrected_only_once_unlocked_and_counts_until_then(people: Story) -> None:
    first = submit_figure(call=people.call("reporter"), entry=entry(people))
    approve_figure(call=people.call("approver"), figure=first)
    with pytest.raises(RegisterError) as caught:
        submit_figure(call=people.call("reporter"), entry=entry(people, "0.40", corrects=first, why="Rà lại"))
    assert codes(caught) == ["S206"]
    unlock_figure(call=people.call("office"), figure=first, why="Phường đề nghị rà lại")
    assert figure(people, first).approved_by == "Chánh Văn phòng"
    second = submit_figure(call=people.call("reporter"), entry=entry(people, "0.40", corrects=first, why="Rà lại"))
    assert (figure(people, first).approved_by, figure(people, second).approved_by) == ("Chánh Văn phòng", None)


def test_whoever_put_a_figure_in_does_not_approve_it(people: Story) -> None:
    number = submit_figure(call=people.call("office"), entry=entry(people))
    with pytest.raises(RegisterError) as caught:
        approve_figure(call=people.call("office"), figure=number)
    assert (codes(caught), figure_of(number).state) == (["S204"], State.SUBMITTED)


def test_two_people_at_one_figure_the_second_is_told_what_stands(people: Story) -> None:
    first = submit_figure(call=people.call("reporter"), entry=entry(people, "0.42"))
    with pytest.raises(ConflictError) as caught:
        submit_figure(call=people.call("second-reporter"), entry=entry(people, "0.45"))
    assert [(one.code, one.values["id"], one.values["value"]) for one in caught.value.problems] == \
        [("S201", "HN/2023-Q1", "0,42")]
    assert [one.number for one in figures_of(people.plan, "2023-Q1")] == [first]


def test_two_corrections_of_one_figure_the_second_is_told(people: Story) -> None:
    first = submit_figure(call=people.call("reporter"), entry=entry(people))
    submit_figure(call=people.call("reporter"), entry=entry(people, "0.40", corrects=first, why="Rà lại"))
    with pytest.raises(ConflictError) as caught:
        submit_figure(call=people.call("second-reporter"), entry=entry(people, "0.39", corrects=first, why="Tính lại"))
    assert [(one.code, one.values["id"], one.values["value"]) for one in caught.value.problems] == \
        [("S201", "HN/2023-Q1/2", "0,40")]


def test_two_approvals_the_second_is_told(people: Story) -> None:
    number = submit_figure(call=people.call("reporter"), entry=entry(people))
    approve_figure(call=people.call("approver"), figure=number)
    with pytest.raises(ConflictError) as caught:
        approve_figure(call=people.call("office"), figure=number)
    assert codes(caught) == ["S209"]


def test_no_data_says_why(people: Story) -> None:
    """Không có số liệu thì nói vì sao; để trống không phải là không."""
    with pytest.raises(RegisterError) as caught:
        submit_figure(call=people.call("reporter"), entry=entry(people, None))
    assert [(one.code, one.place.column if one.place else None) for one in caught.value.problems] == [("P508", "note")]
    number = submit_figure(call=people.call("reporter"), entry=entry(people, None, note="Quý I không rà soát"))
    assert (figure(people, number).value, figure(people, number).note) == (None, "Quý I không rà soát")


def test_every_problem_of_an_entry_is_told_at_once(people: Story) -> None:
    wrong = Entry(people.targets["CC"], "2023-Q2", date(2023, 5, 31), Decimal(68), component="XX", document="khac")
    with pytest.raises(RegisterError) as caught:
        submit_figure(call=people.call("reporter"), entry=wrong)
    assert [(one.code, one.place.column if one.place else None) for one in caught.value.problems] == [
        ("S205", "as_of"), ("S203", "period"), ("P302", "source_document"), ("P503", "component")]


def test_a_withdrawn_figure_stays_in_the_history_and_leaves_its_place(people: Story) -> None:
    first = submit_figure(call=people.call("reporter"), entry=entry(people))
    withdraw_figure(call=people.call("reporter"), figure=first, why="Nhầm kỳ")
    second = submit_figure(call=people.call("second-reporter"), entry=entry(people, "0.45"))
    assert [(one.number, one.state) for one in history_of(second)] == [
        (first, State.WITHDRAWN), (second, State.SUBMITTED)]
    assert (figure(people, second).supersedes, figure(people, second).why) == (None, None)


def test_a_withdrawn_correction_gives_its_place_back(people: Story) -> None:
    first = submit_figure(call=people.call("reporter"), entry=entry(people, "4.2"))
    send_back_figure(call=people.call("approver"), figure=first, message="Xem lại")
    wrong = submit_figure(call=people.call("reporter"), entry=entry(people, "0.24", corrects=first, why="Sửa"))
    withdraw_figure(call=people.call("reporter"), figure=wrong, why="Gõ nhầm")
    assert [(one.number, one.state) for one in figures_of(people.plan, "2023-Q1")] == [(first, State.SENT_BACK)]
    right = submit_figure(call=people.call("reporter"), entry=entry(people, "0.42", corrects=first, why="Sửa"))
    assert (figure(people, right).supersedes, len(history_of(right))) == ("HN/2023-Q1", 3)


@pytest.mark.parametrize(("day", "taken"), [
    (date(2023, 3, 19), False), (date(2023, 3, 20), True), (date(2023, 4, 5), True), (date(2023, 4, 7), True),
    (date(2023, 4, 8), False),
])
def test_a_period_takes_figures_from_its_opening_to_the_end_of_its_grace(people: Story, day: date, taken: bool) -> None:
    call = Call(people.call("reporter").actor, NOW.replace(month=day.month, day=day.day))
    found = []
    try:
        submit_figure(call=call, entry=entry(people, as_of=date(2023, 3, 15), corrects=None))
    except RegisterError as error:
        found = [problem.code for problem in error.problems]
    assert found == ([] if taken else ["S203"])


def test_a_closed_period_is_locked_but_for_what_is_unlocked(people: Story) -> None:
    first = submit_figure(call=people.call("reporter"), entry=entry(people))
    approve_figure(call=people.call("approver"), figure=first)
    close_period(call=people.call("office"), plan=people.plan, period="2023-Q1")
    with pytest.raises(RegisterError) as caught:
        submit_figure(call=people.call("reporter"), entry=replace(entry(people, "79"), target=people.targets["TN"]))
    assert codes(caught) == ["S203"]
    unlock_figure(call=people.call("office"), figure=first, why="Thành phố công bố lại")
    submit_figure(call=people.call("reporter"), entry=entry(people, "0.41", corrects=first, why="Theo số công bố lại"))
    reopen_period(call=people.call("office"), plan=people.plan, period="2023-Q1", until=date(2023, 4, 10),
                  why="Bổ sung")
    submit_figure(call=people.call("reporter"), entry=replace(entry(people, "79"), target=people.targets["TN"]))


def test_closing_twice_is_told(people: Story) -> None:
    close_period(call=people.call("office"), plan=people.plan, period="2023-Q1")
    with pytest.raises(ConflictError) as caught:
        close_period(call=people.call("office"), plan=people.plan, period="2023-Q1")
    assert codes(caught) == ["S208"]


def test_each_act_leaves_a_line_and_a_refused_one_leaves_nothing(people: Story) -> None:
    before = len(acts_of())
    number = submit_figure(call=people.call("reporter"), entry=entry(people))
    with pytest.raises(NotAllowedError):
        approve_figure(call=people.call("stranger"), figure=number)
    send_back_figure(call=people.call("approver"), figure=number, message="Xem lại")
    lines = acts_of()[:len(acts_of()) - before]
    assert [(one.act, one.account, one.position, one.unit, one.subject, one.why) for one in lines] == [
        ("send_back_figure", "approver", "Chánh Văn phòng", "VP", f"figure {number}", "Xem lại"),
        ("submit_figure", "reporter", "Chuyên viên Văn phòng", "VP", f"figure {number}", ""),
    ]


def test_a_figure_of_a_day_or_quarter_is_taken_while_the_half_year_around_it_is_collected(people: Story) -> None:
    """Accepting a claim of 15 March 2023 while 2023-H1 is collected answered: S203, the period is not open."""
    open_period(call=people.call("office"), plan=people.plan, period="2022-H1", opens_on=date(2023, 3, 20),
                closes_on=date(2023, 4, 5))
    inside = (("2022-03-15", date(2022, 3, 15)), ("2022-Q2", date(2022, 6, 30)), ("2022-H1", date(2022, 6, 29)))
    for code, day in inside:
        submit_figure(call=people.call("reporter"), entry=entry(people, period=code, as_of=day))
    with pytest.raises(RegisterError) as caught:
        submit_figure(call=people.call("reporter"), entry=entry(people, period="2022", as_of=date(2022, 12, 31)))
    assert codes(caught) == ["S203"]


def test_a_closed_quarter_stays_closed_inside_an_open_half_year(people: Story) -> None:
    open_period(call=people.call("office"), plan=people.plan, period="2023-H1", opens_on=date(2023, 3, 20),
                closes_on=date(2023, 4, 5))
    close_period(call=people.call("office"), plan=people.plan, period="2023-Q1")
    for code in ("2023-Q1", "2023-02"):
        with pytest.raises(RegisterError) as caught:
            submit_figure(call=people.call("reporter"), entry=entry(people, period=code, as_of=date(2023, 2, 28)))
        assert codes(caught) == ["S203"]


def test_the_form_shows_what_stands_inside_its_period_and_still_asks_for_the_whole(people: Story) -> None:
    number = submit_figure(call=people.call("reporter"), entry=entry(people))
    line = next(one for one in form_of(skeleton(people.plan), "VP", period("2023")) if one.target.code == "HN")
    assert (line.slot, [(one.number, one.period.code, one.value, one.state) for one in line.inner]) == \
        (None, [(number, "2023-Q1", Decimal("0.42"), State.SUBMITTED)])
