"""A plan goes into the register and comes out again the same, on both databases."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from small_plan import small_plan, tell
from strategies import plans
from tiendo.errors import RegisterError
from tiendo.plan import Body, Plan, read_plan
from tiendo.store import models as rows
from tiendo.store.decision_rows import insert_decisions, keep_bytes
from tiendo.store.figure_rows import insert_figures, references
from tiendo.store.plan_in import insert_plan
from tiendo.store.plan_out import folder_form, plan_record
from tiendo.store.stamp import Stamp

pytestmark = pytest.mark.usefixtures("register")
EXAMPLE = Path(__file__).parents[2] / "examples" / "quan-song-to"
STAMP = Stamp(datetime(2023, 4, 3, tzinfo=UTC), date(2023, 4, 3), None, "operator")


def put(plan: Plan) -> int:
    """A plan into the register, its decisions without the figures they made."""
    ids = insert_plan(plan)
    for name in dict.fromkeys(row.report for row in plan.acceptances):
        rows.Report.objects.create(plan_id=ids.plan, name=name, blob_id=keep_bytes(b"x"), received_at=STAMP.at)
    known = references(ids.plan)
    insert_figures(plan.figures, known, STAMP, "folder")
    insert_decisions(plan.acceptances, known, {}, STAMP)
    return ids.plan


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(plans())
def test_a_plan_put_in_is_the_plan_that_comes_out(plan: Plan) -> None:
    with transaction.atomic():
        assert folder_form(put(plan)) == plan
        transaction.set_rollback(True)


@pytest.mark.parametrize("plan", [small_plan(), read_plan(EXAMPLE)], ids=["small", "example"])
def test_known_plans_come_out_the_same(plan: Plan) -> None:
    assert folder_form(put(plan)) == plan


def test_digits_after_the_point_are_kept() -> None:
    """3.60 is not 3.6 in a folder under version control, and -0.0 is what somebody wrote."""
    plan = small_plan()
    values = (Decimal("3.60"), Decimal("-0.0"), Decimal("100000000000000000000.001"))
    figures = tuple(replace(plan.figures[0], id=f"F{at}", as_of=date(2022, 12, 1 + at), value=value)
                    for at, value in enumerate(values))
    found = plan_record(put(replace(plan, figures=figures))).figures
    assert [format(one.value, "f") for one in found if one.value is not None] == \
        ["3.60", "-0.0", "100000000000000000000.001"]


def test_no_data_is_not_zero() -> None:
    found = next(one for one in plan_record(put(small_plan())).figures if one.id == "HN/22")
    assert (found.value, found.note) == (None, "Chưa rà soát xong")


def test_a_correction_may_stand_before_what_it_corrects() -> None:
    plan = small_plan()
    turned = replace(plan, figures=(plan.figures[1], plan.figures[0], *plan.figures[2:]))
    assert set(folder_form(put(turned)).figures) == set(plan.figures)


def test_two_plans_share_the_bodies_they_agree_on() -> None:
    plan = small_plan()
    put(plan)
    more = Body("KT", "Kinh tế", "Economy", "unit", "P")
    second = replace(plan, name="phuong-a-2025-2030", bodies=(*plan.bodies, more))
    number = put(second)
    assert (folder_form(number), rows.Body.objects.count()) == (second, 3)


def test_bodies_that_stand_otherwise_are_named_all_at_once() -> None:
    plan = small_plan()
    put(plan)
    renamed = tuple(replace(body, name_vi=f"{body.name_vi} mới", level="other") for body in plan.bodies)
    with pytest.raises(RegisterError) as caught:
        insert_plan(replace(plan, name="khac", bodies=renamed))
    assert tell(caught.value.problems) == [
        ("S101", "bodies.csv", row, column) for row in (2, 3) for column in ("name_vi", "level")]


def test_a_plan_of_the_same_name_is_refused() -> None:
    put(small_plan())
    with pytest.raises(RegisterError) as caught:
        insert_plan(small_plan())
    assert tell(caught.value.problems) == [("S102", "", None, None)]


def test_codes_longer_than_an_index_keeps_are_refused() -> None:
    plan = small_plan()
    project = replace(plan.projects[0], code="D" * 201)
    with pytest.raises(RegisterError) as caught:
        insert_plan(replace(plan, projects=(project,), disbursements=()))
    assert tell(caught.value.problems) == [("S103", "projects.csv", 2, "code")]


def test_two_figures_of_one_place_are_refused() -> None:
    plan = small_plan()
    double = replace(plan.figures[0], id="TN/22/2")
    with pytest.raises(RegisterError) as caught:
        put(replace(plan, figures=(plan.figures[0], double)))
    assert [(one.code, dict(one.values)) for one in caught.value.problems] == [
        ("S106", {"id": "TN/22/2", "other": "TN/22"})]
