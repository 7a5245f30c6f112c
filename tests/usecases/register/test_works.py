"""Tasks and other works edited at the desk: kept with what they were, judged by the plan's own tables, met once."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from stories import Story, story
from tiendo.errors import ConflictError, NotAllowedError, NotThereError, RegisterError
from tiendo.plan import Award, Disbursement, Task
from tiendo.plan.tables import table_of
from tiendo.store.queries.log import acts_of
from tiendo.store.queries.plans import whole_plan
from tiendo.store.queries.works import WorkView, works_of
from tiendo.usecases.register.works import add_work, edit_work, report_task

pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture
def people(tmp_path: Path) -> Story:
    return story(tmp_path)


def works(people: Story, table: str = "tasks") -> tuple[WorkView, ...]:
    return works_of(people.plan, whole_plan(people.plan), table_of(table))


def task(people: Story) -> Task:
    return whole_plan(people.plan).tasks[0]


def edited(people: Story, typed: Mapping[str, str], seen: int = 0, why: str = "Theo kết luận họp") -> None:
    edit_work(call=people.call("office"), plan=people.plan, table="tasks", at=(works(people)[0].number, seen),
              typed=typed, why=why)


def told(caught: pytest.ExceptionInfo[RegisterError]) -> list[tuple[str, str | None]]:
    return [(one.code, one.place.column if one.place else None) for one in caught.value.problems]


def test_a_task_is_given_to_another_with_another_day_and_what_it_was_is_kept(people: Story) -> None:
    edited(people, {"owner_body": "KT", "owner_position": "Trưởng phòng", "due_on": "2023-06-30", "co_bodies": "VP;P"})
    found = task(people)
    assert (found.owner_body, found.owner_position, found.due_on, found.co_bodies, found.product) == (
        "KT", "Trưởng phòng", date(2023, 6, 30), ("VP", "P"), "Danh sách")
    change, = works(people)[0].changes
    assert (change.position, change.why, change.columns) == ("Thường trực Đảng ủy", "Theo kết luận họp", (
        ("owner_body", "VP", "KT"), ("owner_position", "Chánh Văn phòng", "Trưởng phòng"),
        ("due_on", "2022-12-15", "2023-06-30"), ("co_bodies", "P", "VP;P")))
    assert acts_of()[0].act == "edit_work"


def test_the_owner_says_what_came_of_its_task_and_changes_nothing_else(people: Story) -> None:
    report_task(call=people.call("reporter"), plan=people.plan, at=(works(people)[0].number, 0), typed={
        "done_on": "2023-01-10", "product": "Danh sách 214 hộ", "due_on": "2024-01-01"}, why="Chậm vì chờ rà soát")
    assert (task(people).done_on, task(people).product, task(people).due_on) == (
        date(2023, 1, 10), "Danh sách 214 hộ", date(2022, 12, 15))
    for name in ("stranger", "leader", "other-office"):
        with pytest.raises(NotAllowedError):
            report_task(call=people.call(name), plan=people.plan, at=(works(people)[0].number, works(people)[0].seen),
                        typed={"done_on": "2023-01-11"}, why="x")


@pytest.mark.parametrize(("typed", "why", "codes"), [
    ({"due_on": "31/02/2023"}, "Lùi hạn", [("Q004", "due_on")]),
    ({"owner_body": "XX"}, "Giao lại", [("P302", "owner_body")]),
    ({"text": ""}, "Xóa", [("P201", "text")]), ({"product": "Danh sách"}, "Không đổi", [("S226", None)]),
    ({"product": "Khác"}, " ", [("S210", "why")]),
], ids=["no day", "no body", "no words", "nothing", "no why"])
def test_a_bad_cell_is_told_at_its_column_and_nothing_changes(
    people: Story, typed: Mapping[str, str], why: str, codes: list[tuple[str, str]],
) -> None:
    before = task(people)
    with pytest.raises(RegisterError) as caught:
        edited(people, typed, why=why)
    assert ([column for _, column in told(caught)], task(people)) == ([column for _, column in codes], before)


def test_the_second_of_two_people_is_told(people: Story) -> None:
    edited(people, {"product": "Bản một"})
    with pytest.raises(ConflictError):
        edited(people, {"product": "Bản hai"})
    edited(people, {"product": "Bản hai"}, seen=works(people)[0].seen)
    assert [one.columns for one in works(people)[0].changes] == [
        (("product", "Danh sách", "Bản một"),), (("product", "Bản một", "Bản hai"),)]


def test_a_disbursement_and_an_award_are_added_and_a_limitation_is_closed_with_proof(people: Story) -> None:
    call = people.call("office")
    add_work(call=call, plan=people.plan, table="disbursements", why="Kho bạc báo", typed={
        "project": "DA1", "year": "2023", "plan": "7000000000", "disbursed": "1500000000", "as_of": "2023-03-31",
        "plan_basis": "UBND quận giao", "source_document": "bc"})
    add_work(call=call, plan=people.plan, table="awards", why="Quyết định mới", typed={
        "body": "P", "title": "Bằng khen", "year": "2023", "issuer": "UBND Thành phố", "source_document": "bc"})
    edit_work(call=call, plan=people.plan, table="limitations", at=(works(people, "limitations")[0].number, 0), typed={
        "closed_on": "2023-03-30", "proof": "Biên bản bàn giao vỉa hè"}, why="Đã khắc phục")
    found = whole_plan(people.plan)
    assert (found.disbursements[-1], found.awards[-1], found.limitations[0].proof) == (
        Disbursement("DA1", 2023, Decimal(7_000_000_000), Decimal(1_500_000_000), date(2023, 3, 31), "UBND quận giao",
                     "bc"), Award("P", "Bằng khen", 2023, "UBND Thành phố", "bc"), "Biên bản bàn giao vỉa hè")


def test_other_tables_and_other_plans_rows_are_not_there(people: Story) -> None:
    call = people.call("office")
    with pytest.raises(NotThereError):
        add_work(call=call, plan=people.plan, table="targets", typed={}, why="x")
    other = works_of(people.other, whole_plan(people.other), table_of("tasks"))
    assert other == ()
    with pytest.raises(NotThereError):
        edit_work(call=call, plan=people.plan, table="tasks", at=(10**9, 0), typed={"product": "x"}, why="x")


def test_a_row_made_the_twin_of_a_later_one_is_refused(people: Story) -> None:
    """Found by an attack: the rules tell the later of two twins, so the earlier could be edited into one.

    The plan the register then gave out could not be read any more.
    """
    call, later = people.call("office"), {"project": "DA1", "year": "2023", "plan": "7000000000", "disbursed": "15",
                                          "as_of": "2023-03-31", "plan_basis": "quận", "source_document": "bc"}
    add_work(call=call, plan=people.plan, table="disbursements", why="Kho bạc báo", typed=later)
    first, before = works(people, "disbursements")[0], whole_plan(people.plan).disbursements
    with pytest.raises(RegisterError) as caught:
        edit_work(call=call, plan=people.plan, table="disbursements", at=(first.number, 0),
                  typed=later, why="x")
    assert ([one.code for one in caught.value.problems], whole_plan(people.plan).disbursements) == (["P301"], before)
