"""A register to look at: a plan folder with one sign-in for each role and a period open now. Only for demo mode."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tiendo.plan import Plan
from tiendo.quantity import Period
from tiendo.store.permissions import Role
from tiendo.store.queries import plans as queries
from tiendo.store.queries.periods import due_in
from tiendo.usecases.read_reports import Step, no_step
from tiendo.usecases.register.accounts import add_member
from tiendo.usecases.register.call import Call
from tiendo.usecases.register.periods import open_period
from tiendo.usecases.register.plans import load_plan
from tiendo.words import say

__all__ = ["Demo", "prepare_demo"]

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Demo:
    """A plan to look at, the period that is open, and who may sign in: (sign-in name, role, body's code)."""

    plan: int
    period: str
    people: tuple[tuple[str, Role, str], ...]


def prepare_demo(*, call: Call, folder: Path, on_step: Step = no_step) -> Demo:
    """Load a folder into an empty register, open the period of its newest figures, and add one account a role.

    The accounts have no password: in demo mode the sign-in page signs them in by a button, elsewhere nobody can.
    """
    loaded = load_plan(call=call, folder=folder, on_step=on_step)
    plan = queries.whole_plan(loaded.plan)
    period = _period(plan)
    today = call.at.date()
    open_period(call=call, plan=loaded.plan, period=period.code, opens_on=today - _WEEK, closes_on=today + _WEEK)
    people = tuple((role.value, role, body) for role, body in _places(plan, period).items())
    for name, role, body in people:
        add_member(call=call, username=name, password=None, email=f"{name}@demo.invalid",
                   grant=(role, body, say(f"store.role_{role}", "vi").capitalize()))
    return Demo(loaded.plan, period.code, people)


def _period(plan: Plan) -> Period:
    """The half-year of the newest figure, or its year where nothing is due in a half."""
    newest = max(figure.as_of for figure in plan.figures)
    half = Period.parse(f"{newest.year}-H{1 if newest.month <= 6 else 2}")
    year = Period.parse(f"{newest.year}")
    if half is None or year is None:
        raise ValueError(f"{newest.year} is no year of a period")
    return half if any(due_in(target, half) for target in plan.targets) else year


def _places(plan: Plan, period: Period) -> dict[Role, str]:
    """The body at which each role is held: the unit that owes most figures, the plan's own body, the one above."""
    leads = [target.lead_body for target in plan.targets if due_in(target, period)]
    unit = max(dict.fromkeys(leads), key=leads.count)
    own = next(body for body in plan.bodies if body.code == plan.body)
    above = own.parent or own.code
    return {
        Role.REPORTER: unit, Role.APPROVER: unit, Role.OFFICE: own.code, Role.LEADER: own.code, Role.AUDITOR: own.code,
        Role.SUPERIOR: above, Role.ADMINISTRATOR: above,
    }
