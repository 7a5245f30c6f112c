"""An amended target keeps its old versions; a body that ends has successors."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from stories import Story, story
from tiendo.errors import RegisterError
from tiendo.plan import Milestone
from tiendo.store import models as rows
from tiendo.store.body_rows import successors_of
from tiendo.store.queries.plans import target_versions, whole_plan
from tiendo.usecases.register.bodies import Successor, succeed_body
from tiendo.usecases.register.targets import Amendment, amend_target

pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture
def people(tmp_path: Path) -> Story:
    return story(tmp_path)


def test_an_amended_goal_counts_and_the_old_one_stays(people: Story) -> None:
    before = whole_plan(people.plan)
    lowered = replace(before.targets[0], goal=Decimal(90))
    path = (Milestone("TN", date(2022, 12, 31), Decimal("78.5")), Milestone("TN", date(2024, 12, 31), Decimal(86)))
    amend_target(call=people.call("office"), target=people.targets["TN"], amended=Amendment(
        lowered, date(2023, 4, 1), "Nghị quyết 05-NQ/ĐU ngày 01/4/2023", milestones=path))
    after = whole_plan(people.plan)
    assert after.targets == (lowered, *before.targets[1:])
    assert set(after.milestones) == set(path)
    assert after.components == before.components
    first, second = target_versions(people.targets["TN"])
    assert (first.target, first.milestones, first.since, first.why) == (before.targets[0], before.milestones, None, "")
    assert (second.target, second.milestones, second.since, second.why) == (
        lowered, path, date(2023, 4, 1), "Nghị quyết 05-NQ/ĐU ngày 01/4/2023")


def test_an_amendment_is_held_to_the_plans_rules(people: Story) -> None:
    target = whole_plan(people.plan).targets[0]
    for amended, codes in (
        (replace(target, goal=None), ["P402"]), (replace(target, unit="đồngg"), ["P304"]),
        (replace(target, code="TN2"), ["S217"]),
    ):
        with pytest.raises(RegisterError) as caught:
            amend_target(call=people.call("office"), target=people.targets["TN"],
                         amended=Amendment(amended, date(2023, 4, 1), "Nghị quyết"))
        assert [problem.code for problem in caught.value.problems] == codes


def test_a_split_body_is_followed_by_shares_of_one(people: Story) -> None:
    with pytest.raises(RegisterError) as caught:
        succeed_body(call=people.call("administrator"), before="VP", on=date(2025, 7, 1),
                     successors=(Successor("P", Decimal("0.7")), Successor("Q", Decimal("0.4"))), basis="")
    assert [problem.code for problem in caught.value.problems] == ["S210", "S218"]
    succeed_body(call=people.call("administrator"), before="VP", on=date(2025, 7, 1), basis="Nghị quyết 202/2025/QH15",
                 successors=(Successor("P", Decimal("0.7")), Successor("Q", Decimal("0.3"))))
    assert successors_of("VP") == (("P", date(2025, 7, 1), Decimal("0.7")), ("Q", date(2025, 7, 1), Decimal("0.3")))
    assert rows.Body.objects.get(code="VP").valid_to == date(2025, 7, 1)
