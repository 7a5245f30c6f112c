"""A small register with people in it, for tests of its rules and its acts.

The tree: city T holds ward P (whose plan this is) and ward Q (whose plan is another). Under P stand the units VP, which
leads the targets of the small plan, and KT, which leads none.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from small_plan import small_plan
from tiendo.plan import Body, Plan, write_plan
from tiendo.store.permissions import OPERATOR, Actor
from tiendo.store.queries.people import actor_of
from tiendo.store.queries.plans import target_numbers
from tiendo.usecases.register.accounts import add_account, grant_role
from tiendo.usecases.register.call import Call
from tiendo.usecases.register.plans import load_plan

NOW = datetime(2023, 4, 3, 2, 30, tzinfo=UTC)
TODAY = date(2023, 4, 3)
REPORT = (
    "Phường A\n\nVăn phòng báo cáo kết quả quý I/2023.\n\n"
    "Thu nhập bình quân đầu người đạt 79,4 triệu đồng/người/năm.\n\nTỷ lệ hộ nghèo giảm còn 0,42%.\n"
)


def ward_plan() -> Plan:
    """The small plan of ward P under city T, beside a unit that leads nothing, and without the decision on a report."""
    plan = small_plan()
    bodies = (Body("T", "Thành phố", "City", "city"), replace(plan.bodies[0], parent="T"), plan.bodies[1],
              Body("KT", "Phòng Kinh tế", "Economic Division", "unit", "P"))
    targets = tuple(replace(one, name_vi=name) for one, name in zip(plan.targets, (
        "Thu nhập bình quân đầu người", "Cơ cấu kinh tế", "Xếp loại Đảng bộ", "Tỷ lệ hộ nghèo"), strict=True))
    return replace(plan, bodies=bodies, targets=targets, acceptances=())


def other_plan() -> Plan:
    """The plan of ward Q, which nobody of ward P may touch."""
    plan = ward_plan()
    bodies = (plan.bodies[0], Body("Q", "Phường Q", "Ward Q", "ward", "T"), Body("VQ", "Văn phòng Q", "Office Q",
              "unit", "Q"))
    targets = tuple(replace(one, body="Q", lead_body="VQ", co_bodies=()) for one in plan.targets)
    return Plan(
        bodies=bodies, documents=tuple(replace(one, body="Q" if one.body == "P" else "VQ") for one in plan.documents),
        targets=targets, components=plan.components, milestones=plan.milestones, assignments=plan.assignments,
        figures=tuple(replace(one, body="Q") for one in plan.figures), name="phuong-q-2020-2025",
        title_vi="Nghị quyết Phường Q", title_en="Resolution of Ward Q", body="Q", document="nq",
    )


@dataclass(frozen=True, slots=True)
class Story:
    """A loaded register: the plans' numbers, the targets' numbers of ward P, and the calls of its people."""

    plan: int
    other: int
    targets: dict[str, int]
    operator: Call

    def call(self, name: str) -> Call:
        """The call of somebody of the register, now."""
        return Call(self.actors()[name], NOW)

    def actors(self) -> dict[str, Actor]:
        """Everybody by sign-in name, as of today."""
        from tiendo.store.models import Account

        found = {row.username: actor_of(row.pk, TODAY) for row in Account.objects.all()}
        return {name: actor for name, actor in found.items() if actor}


PEOPLE = (
    ("reporter", "reporter", "VP", "Chuyên viên Văn phòng"), ("second-reporter", "reporter", "VP", "Cán sự Văn phòng"),
    ("stranger", "reporter", "KT", "Chuyên viên Kinh tế"), ("approver", "approver", "VP", "Chánh Văn phòng"),
    ("office", "office", "P", "Thường trực Đảng ủy"), ("leader", "leader", "P", "Bí thư"),
    ("superior", "superior", "T", "Chuyên viên Thành ủy"), ("auditor", "auditor", "P", "Ủy ban Kiểm tra"),
    ("administrator", "administrator", "T", "Quản trị"), ("other-office", "office", "Q", "Thường trực Q"),
)


def load(plan: Plan, room: Path, call: Call) -> int:
    """Load a plan through its folder, as a person does; gives its number."""
    folder = room / plan.name
    write_plan(plan, folder)
    return load_plan(call=call, folder=folder).plan


def story(room: Path) -> Story:
    """A register with both wards' plans and everybody of `PEOPLE`."""
    operator = Call(OPERATOR, NOW)
    plan, other = load(ward_plan(), room, operator), load(other_plan(), room, operator)
    for name, role, body, position in PEOPLE:
        account = add_account(call=operator, username=name, password=None, email=f"{name}@phuong-a.test")
        grant_role(call=operator, account=account, role=role, body=body, position=position,
                   from_on=date(2023, 1, 1))
    return Story(plan, other, target_numbers(plan), operator)
