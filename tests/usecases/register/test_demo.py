"""The register to look at: the example district with one sign-in for each role."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from tiendo.errors import RegisterError
from tiendo.store import models as rows
from tiendo.store.permissions import OPERATOR, Role
from tiendo.store.queries.periods import form_of, periods_of
from tiendo.store.queries.plans import skeleton, target_numbers
from tiendo.store.queries.reports import reports_of
from tiendo.usecases.register.accounts import add_account
from tiendo.usecases.register.call import Call
from tiendo.usecases.register.demo import PASSWORD, prepare_demo
from tiendo.usecases.register.figures import Entry, submit_figure
from tiendo.usecases.register.safekeeping import hash_register

pytestmark = pytest.mark.usefixtures("register")
EXAMPLE = Path(__file__).parents[3] / "examples" / "quan-song-to"
NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_the_example_is_loaded_with_a_sign_in_for_each_role_an_open_period_and_a_report_that_waits() -> None:
    demo = prepare_demo(call=Call(OPERATOR, NOW), folder=EXAMPLE)
    assert {one.role for one in demo.people} == set(Role) - {Role.PUBLIC}
    assert [one.check_password(PASSWORD) for one in rows.Account.objects.all()] == [True] * len(demo.people)
    window = periods_of(demo.plan, NOW.date())[0]
    assert (window.period.code, window.open) == (demo.period, True)
    unit = next(one.body for one in demo.people if one.role is Role.REPORTER)
    assert form_of(skeleton(demo.plan), unit, window.period) != ()
    assert [(one.name, one.open) for one in reports_of(demo.plan, frozenset({unit}))] == [
        ("bc-tnmt-6-thang-2023.docx", 3)]


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_a_second_start_opens_the_same_register_with_what_was_done_in_it() -> None:
    first = prepare_demo(call=Call(OPERATOR, NOW), folder=EXAMPLE)
    submit_figure(call=Call(OPERATOR, NOW), entry=Entry(
        target_numbers(first.plan)["DT-01"], first.period, date(2023, 6, 30), Decimal("99.6")))
    kept = hash_register(call=Call(OPERATOR, NOW)).rows
    later = Call(OPERATOR, NOW.replace(hour=9))
    again = prepare_demo(call=later, folder=EXAMPLE)
    assert (again, hash_register(call=later).rows) == (first, kept + 1)  # the check's line in the log


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_a_register_with_real_accounts_is_never_shown_off() -> None:
    add_account(call=Call(OPERATOR, NOW), username="nguyen-van-a", password=None)
    with pytest.raises(RegisterError) as caught:
        prepare_demo(call=Call(OPERATOR, NOW), folder=EXAMPLE)
    assert ([one.code for one in caught.value.problems], rows.Plan.objects.count()) == (["S802"], 0)
