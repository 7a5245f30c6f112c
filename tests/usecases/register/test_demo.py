"""The register to look at: the example district with one sign-in for each role."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tiendo.store import models as rows
from tiendo.store.permissions import OPERATOR, Role
from tiendo.store.queries.periods import form_of, periods_of
from tiendo.usecases.register.call import Call
from tiendo.usecases.register.demo import prepare_demo

pytestmark = pytest.mark.usefixtures("register")
EXAMPLE = Path(__file__).parents[3] / "examples" / "quan-song-to"
NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_the_example_is_loaded_with_a_sign_in_for_each_role_and_an_open_period() -> None:
    demo = prepare_demo(call=Call(OPERATOR, NOW), folder=EXAMPLE)
    assert {role for _, role, _ in demo.people} == set(Role) - {Role.PUBLIC}
    assert [one.has_usable_password() for one in rows.Account.objects.all()] == [False] * len(demo.people)
    window = periods_of(demo.plan, NOW.date())[0]
    assert (window.period.code, window.open) == (demo.period, True)
    unit = next(body for _, role, body in demo.people if role is Role.REPORTER)
    assert form_of(demo.plan, unit, window.period) != ()
