"""What changed since I last looked: kept for the person, to the instant, on whatever machine; a cookie for the rest."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from stories import NOW, Story, story, ward_plan
from tiendo.store.queries.log import acts_of
from tiendo.store.queries.looks import approved_after, looked_at
from tiendo.usecases.register.call import Call
from tiendo.usecases.register.figures import Entry, approve_figure, submit_figure
from tiendo.usecases.register.looks import mark_seen
from tiendo.usecases.register.periods import open_period
from web.test_matrix import signed_in

pytestmark = pytest.mark.usefixtures("register")
PAGE = f"/plans/{ward_plan().name}/changes/"


@pytest.fixture
def people(tmp_path: Path) -> Story:
    """Ward P with its first quarter open."""
    found = story(tmp_path)
    open_period(call=found.call("office"), plan=found.plan, period="2023-Q1", opens_on=date(2023, 3, 20),
                closes_on=date(2023, 4, 20))
    return found


def approved(people: Story, hours: int) -> None:
    """Poverty of the quarter, approved some hours from now."""
    number = submit_figure(call=people.call("reporter"), entry=Entry(
        people.targets["HN"], "2023-Q1", date(2023, 3, 31), Decimal("0.42")))
    call = people.call("approver")
    approve_figure(call=Call(call.actor, call.at + timedelta(hours=hours)), figure=number)


def test_a_look_tells_the_figures_of_the_same_day_before_it_from_those_after(people: Story) -> None:
    leader = people.call("leader")
    account = leader.actor.account
    assert (looked_at(account, people.plan), looked_at(None, people.plan)) == (None, None)
    mark_seen(call=Call(leader.actor, NOW + timedelta(hours=1)), plan=people.plan)
    looked = looked_at(account, people.plan)
    assert looked == NOW + timedelta(hours=1)
    approved(people, 2)
    assert approved_after(people.plan, looked) == {"HN/2023-Q1"}
    mark_seen(call=Call(leader.actor, NOW + timedelta(hours=3)), plan=people.plan)
    assert approved_after(people.plan, looked_at(account, people.plan) or NOW) == frozenset()


def test_a_look_is_the_persons_own_and_makes_no_line_of_the_log(people: Story) -> None:
    lines = len(acts_of())
    mark_seen(call=people.call("leader"), plan=people.plan)
    other = people.call("office").actor.account
    assert (looked_at(other, people.plan), looked_at(people.call("leader").actor.account, people.other),
            len(acts_of())) == (None, None, lines)


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_what_is_seen_on_one_machine_is_seen_on_the_other(people: Story) -> None:
    one, other = signed_in("leader"), signed_in("leader")
    answer = one.post(PAGE)
    assert (answer.status_code, answer.cookies["tiendo_seen"].value) == (302, "")
    shown = other.get(PAGE).content.decode()
    looked = looked_at(people.call("leader").actor.account, people.plan)
    assert looked is not None
    assert f"{looked.astimezone():%d/%m/%Y %H:%M}" in shown
    assert signed_in("public").post(PAGE).cookies["tiendo_seen"].value != ""
