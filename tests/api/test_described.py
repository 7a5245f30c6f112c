"""No answer of the API is outside its own description: calls made up by schemathesis, well formed and not."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import SearchStrategy

from stories import story
from tiendo.site.wsgi import application
from tiendo.store.models import Account
from tiendo.store.queries.people import actor_of
from tiendo.usecases.register.accounts import issue_token
from tiendo.usecases.register.call import Call
from tiendo.usecases.register.periods import open_period

EXAMPLES = 15  # calls an address and method


@pytest.mark.parametrize("own_register", ["sqlite"], indirect=True)
def test_no_answer_is_outside_its_description(own_register: str, tmp_path: Path) -> None:
    people, now = story(tmp_path), timezone.localtime()
    open_period(call=Call(people.operator.actor, now), plan=people.plan, period="2023-Q1", opens_on=date(2023, 1, 1),
                closes_on=date(2099, 1, 1))
    actor = actor_of(Account.objects.get(username="office").pk, now.date())
    assert own_register
    assert actor
    secret = issue_token(call=Call(actor, now), name="máy", ends_on=date(2099, 1, 1))
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application, headers={"Host": "localhost"})
    ways: list[Any] = [operation.ok() for operation in schema.get_all_operations()]  # type: ignore[union-attr]  # - Ok
    for way in ways:
        _tried(way.as_strategy(), {"Authorization": f"Bearer {secret}", "Host": "localhost"})
    assert len(ways) == 6


def _tried(calls: SearchStrategy[Any], headers: dict[str, str]) -> None:
    @given(case=calls)
    @settings(max_examples=EXAMPLES, deadline=None, phases=[Phase.generate], database=None,
              suppress_health_check=list(HealthCheck))
    def run(case: Any) -> None:
        case.call_and_validate(headers=headers)

    run()
