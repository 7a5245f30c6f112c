"""A register to try things on: the example district, an account for each role, an open period, checked reports.

Only in demo mode (`TIENDO_DEMO`): the pages show the names and the password, so nothing real may ever stand there.
"""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tiendo.store.permissions import Role
from tiendo.store.queries import people
from tiendo.store.queries.periods import periods_of
from tiendo.store.queries.plans import report_names
from tiendo.usecases.read_reports import Step, no_step
from tiendo.usecases.register.accounts import add_member
from tiendo.usecases.register.call import Call
from tiendo.usecases.register.findings import check_plan
from tiendo.usecases.register.inbox import receive_report
from tiendo.usecases.register.periods import open_period
from tiendo.usecases.register.plans import load_plan

PASSWORD = "quan-song-to-2023"  # noqa: S105 - shown on the sign-in page of a demonstration, and nowhere else
PERIOD = "2023-H1"
INBOX = "inbox"  # reports of the example that nobody has decided on yet

__all__ = ["ACCOUNTS", "PASSWORD", "Member", "make_demo"]


@dataclass(frozen=True, slots=True)
class Member:
    """One account of the demonstration: its name to sign in by, role, body and position."""

    username: str
    role: Role
    body: str
    position: str


ACCOUNTS: tuple[Member, ...] = (
    Member("don-vi", Role.REPORTER, "TNMT", "Chuyên viên Phòng Tài nguyên và Môi trường"),
    Member("truong-phong", Role.APPROVER, "TNMT", "Trưởng phòng Tài nguyên và Môi trường"),
    Member("van-phong", Role.OFFICE, "QU", "Chánh Văn phòng Quận ủy"),
    Member("lanh-dao", Role.LEADER, "QU", "Bí thư Quận ủy"),
    Member("thanh-pho", Role.SUPERIOR, "TU", "Văn phòng Thành ủy"),
    Member("kiem-tra", Role.AUDITOR, "QU", "Ủy ban Kiểm tra Quận ủy"),
    Member("quan-tri", Role.ADMINISTRATOR, "QU", "Quản trị hệ thống"),
)


def make_demo(*, call: Call, folder: Path, on_step: Step = no_step) -> None:
    """Load the example, add the accounts and open a period around today; what is there already stays."""
    plan = load_plan(call=call, folder=folder, on_step=on_step).plan
    here = {grant.username for grant in people.grants_of(call.at.date())}
    for member in ACCOUNTS:
        if member.username not in here:
            grant = (member.role.value, member.body, member.position)
            add_member(call=call, username=member.username, password=PASSWORD, email="", grant=grant)
    if not any(period.period.code == PERIOD for period in periods_of(plan, call.at.date())):
        opens, closes = call.at.date() - timedelta(days=20), call.at.date() + timedelta(days=10)
        open_period(call=call, plan=plan, period=PERIOD, opens_on=opens, closes_on=closes, grace_days=3)
    _receive(call, plan, folder / INBOX)
    check_plan(call=call, plan=plan)


def _receive(call: Call, plan: int, inbox: Path) -> None:
    """Hand in the reports that wait in the example, for the first unit, unless they are there."""
    there = report_names(plan)
    for path in sorted(inbox.glob("*")) if inbox.is_dir() else ():
        if path.name not in there:
            receive_report(call=call, plan=plan, source=(path.name, path.read_bytes()), unit=(ACCOUNTS[0].body, PERIOD),
                           limit=path.stat().st_size)
