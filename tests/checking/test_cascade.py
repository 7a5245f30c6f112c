"""Gaps in the cascade: who carries out what a superior decided, and on what basis."""

from dataclasses import replace
from datetime import date

import pytest

from checking.plans import BODIES, RESOLUTION, a_document
from checking.texts import tell
from tiendo.checking import Finding
from tiendo.checking.cascade import cascade_findings
from tiendo.plan import Plan, PlanDocument, Programme

AS_OF = date(2023, 3, 31)
CITY = a_document("kh-tu", "Kế hoạch", "11-KH/TU", "2021-02-03", body="TU", issuer="Ban Thường vụ Thành ủy")


def plan(*documents: PlanDocument, programmes: tuple[Programme, ...] = ()) -> Plan:
    return Plan(bodies=BODIES, documents=(RESOLUTION, *documents), programmes=programmes, body="P", document="nq")


def found(*documents: PlanDocument, programmes: tuple[Programme, ...] = (), as_of: date = AS_OF) -> list[Finding]:
    return list(cascade_findings(plan(*documents, programmes=programmes), as_of))


def test_superiors_document_nobody_carries_out() -> None:
    """Kế hoạch 11-KH/TU của Thành ủy, hai năm sau chưa có kế hoạch thực hiện của quận."""
    (one,) = found(CITY)
    assert tell([one]) == [("C511", "warning", "Văn bản kh-tu", None)]
    assert (one.kind, one.unit) == ("cascade", "Quận ủy Sông Tô")
    assert one.problem.place
    assert one.problem.place.say("vi") == "documents.csv, dòng 3, cột implements"


OURS = a_document("kh-qu", "Kế hoạch", "06-KH/QU", "2021-03-05", implements=("kh-tu",))
NAMED = Programme("kh6", "plan", "Phục hồi kinh tế", "P", None, ("kh-tu",))


@pytest.mark.parametrize(("documents", "programmes", "as_of"), [
    ((CITY, OURS), (), AS_OF),
    ((CITY,), (NAMED,), AS_OF),
    ((CITY,), (), date(2021, 4, 30)),  # the superior's plan is not three months old
    ((replace(CITY, kind="Quyết định"),), (), AS_OF),
    ((replace(CITY, kind="Thông báo"),), (), AS_OF),
    ((replace(CITY, replaced_by="nq", replaced_on=date(2022, 1, 1)),), (), AS_OF),
    ((replace(CITY, issued_on=date(2024, 1, 1)),), (), AS_OF),
    ((replace(CITY, body=None, implements=("nq",)),), (), AS_OF),
])
def test_what_is_carried_out_new_over_or_of_another_kind_is_left_alone(
    documents: tuple[PlanDocument, ...], programmes: tuple[Programme, ...], as_of: date,
) -> None:
    assert found(*documents, programmes=programmes, as_of=as_of) == []


def test_resolution_carried_out_through_a_superiors_own_plan() -> None:
    """Nghị quyết của Thành phố được quận thực hiện qua kế hoạch của Thành ủy."""
    resolution = a_document("nq-tp", "Nghị quyết", "05-NQ/ĐH", "2020-10-14", body="TU")
    assert found(resolution, replace(CITY, implements=("nq-tp",)), OURS) == []


def test_plan_that_cites_no_parent() -> None:
    """Kế hoạch 06-KH/QU không nêu thực hiện văn bản nào."""
    (one,) = found(replace(OURS, implements=()))
    assert tell([one]) == [("C512", "warning", "Văn bản kh-qu", None)]
    assert one.problem.values["document"] == "Kế hoạch 06-KH/QU"


def test_plan_whose_programme_names_the_parent_has_one() -> None:
    ours = replace(OURS, implements=())
    assert found(CITY, ours, programmes=(replace(NAMED, document="kh-qu"),)) == []


def test_programme_without_document_and_parent() -> None:
    (one,) = found(programmes=(replace(NAMED, implements=()),))
    assert one.problem.place
    assert (one.problem.code, one.problem.place.say("vi")) == ("C512", "programmes.csv, dòng 2, cột implements")


def test_parent_that_was_replaced_since() -> None:
    old = replace(CITY, replaced_by="moi", replaced_on=date(2022, 6, 1))
    new = a_document("moi", "Kế hoạch", "45-KH/TU", "2022-06-01", body="TU", implements=("kh-tu",))
    (one,) = [one for one in found(old, new, OURS) if one.problem.code == "C513" and one.quote == OURS.title]
    assert one.problem.values == {
        "document": "Kế hoạch 06-KH/QU", "parent": "Kế hoạch 11-KH/TU", "on": "01/6/2022", "by": "Kế hoạch 45-KH/TU"}
    assert [each.problem.code for each in found(old, OURS, as_of=date(2022, 1, 1))] == []


def test_child_older_than_its_parent() -> None:
    """Kế hoạch ngày 05/01/2021 thực hiện kế hoạch ngày 03/02/2021."""
    (one,) = found(CITY, replace(OURS, issued_on=date(2021, 1, 5)))
    assert tell([one]) == [("C514", "error", "Văn bản kh-qu", None)]
    assert (one.problem.values["day"], one.problem.values["parent_day"]) == ("05/01/2021", "03/02/2021")


def test_body_without_superior_has_no_cascade_above() -> None:
    alone = replace(plan(CITY), bodies=tuple(replace(body, parent=None) for body in BODIES))
    assert [one.problem.code for one in cascade_findings(alone, AS_OF)] == ["C512"]


def test_bodies_that_are_their_own_parents_do_not_hang() -> None:
    ring = replace(plan(CITY), bodies=(replace(BODIES[0], parent="P"), replace(BODIES[2], parent="TU")))
    assert [one.problem.code for one in cascade_findings(ring, AS_OF)] == ["C511"]
