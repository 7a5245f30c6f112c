"""A register to look at: a plan folder with a sign-in for each role, an open period, a report that waits, findings.

Only for demo mode (`TIENDO_DEMO`): its pages show the names and the password, so nothing real may ever stand there.
"""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tiendo.errors import Problem, RegisterError
from tiendo.plan import Plan, read_plan
from tiendo.quantity import Period
from tiendo.store.permissions import Role
from tiendo.store.queries import people
from tiendo.store.queries import plans as queries
from tiendo.store.queries.periods import due_in, periods_of
from tiendo.usecases.read_reports import Step, no_step
from tiendo.usecases.register.accounts import add_member
from tiendo.usecases.register.call import Call
from tiendo.usecases.register.findings import check_plan
from tiendo.usecases.register.inbox import receive_report
from tiendo.usecases.register.periods import open_period
from tiendo.usecases.register.plans import load_plan
from tiendo.words import say

__all__ = ["NAMES", "PASSWORD", "Demo", "Member", "prepare_demo"]

PASSWORD = "ro-nguoi-ro-viec"  # noqa: S105 - shown on the sign-in page of a demonstration only
INBOX = "-inbox"  # the end of the name of the folder beside it, with reports nobody has decided on yet
NAMES = {
    Role.REPORTER: "don-vi", Role.APPROVER: "truong-don-vi", Role.OFFICE: "van-phong", Role.LEADER: "lanh-dao",
    Role.SUPERIOR: "cap-tren", Role.AUDITOR: "kiem-tra", Role.ADMINISTRATOR: "quan-tri",
}  # the name each role signs in by
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of a demonstration: the name to sign in by, role, body's code and position."""

    username: str
    role: Role
    body: str
    position: str


@dataclass(frozen=True, slots=True)
class Demo:
    """A plan to look at, the period that is open, and who may sign in."""

    plan: int
    period: str
    people: tuple[Member, ...]


def prepare_demo(*, call: Call, folder: Path, on_step: Step = no_step) -> Demo:
    """Load a folder, open the period of its newest figures, add one account a role, hand in what waits beside it.

    What is there already stays, with all that was done in it since: a second start opens the same register. Raises
    RegisterError (S802) where the register has accounts of its own.
    """
    today = call.at.date()
    real = [one.username for one in people.accounts() if one.username not in NAMES.values()]
    if real:
        raise RegisterError([Problem("S802", values={"names": ", ".join(real[:3])})])
    number = queries.plan_named(read_plan(folder).name)
    if number is None:
        number = load_plan(call=call, folder=folder, on_step=on_step).plan
    plan = queries.whole_plan(number)
    period = _period(plan)
    if period.code not in {one.period.code for one in periods_of(number, today)}:
        open_period(call=call, plan=number, period=period.code, opens_on=today - _WEEK, closes_on=today + _WEEK)
    members = tuple(_member(plan, role, body) for role, body in _places(plan, period).items())
    there = {one.username for one in people.accounts()}
    for one in members:
        if one.username not in there:
            add_member(call=call, username=one.username, password=PASSWORD, email=f"{one.username}@demo.invalid",
                       grant=(one.role, one.body, one.position))
    _hand_in(call, number, folder.resolve().with_name(folder.resolve().name + INBOX), (members[0].body, period.code))
    check_plan(call=call, plan=number)
    return Demo(number, period.code, members)


def _member(plan: Plan, role: Role, body: str) -> Member:
    named = next(one.name_vi for one in plan.bodies if one.code == body)
    return Member(NAMES[role], role, body, say(f"store.demo_{role}", "vi", body=named))


def _hand_in(call: Call, plan: int, inbox: Path, unit: tuple[str, str]) -> None:
    """Hand in the reports that wait in the folder for a unit and a period, unless they are there."""
    there = queries.report_names(plan)
    for path in sorted(inbox.glob("*.*")) if inbox.is_dir() else ():
        if path.name not in there:
            receive_report(call=call, plan=plan, source=(path.name, path.read_bytes()), unit=unit,
                           limit=path.stat().st_size)


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
