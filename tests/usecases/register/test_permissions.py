"""The permission matrix attacked: every act, by everybody, inside and outside their part of the tree.

What is expected is read from the page people read, docs/reference/permissions.md, and worked out by names of bodies;
the acts work by paths and rows. Both must say the same.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import transaction

from stories import NOW, PEOPLE, REPORT, Story, load, other_plan, story, ward_plan
from tiendo.errors import NotAllowedError, TiendoError
from tiendo.plan import Decision, Plan, write_plan
from tiendo.store import models as rows
from tiendo.store import places
from tiendo.store.permissions import PUBLIC
from tiendo.store.queries.people import accounts as list_accounts
from tiendo.store.queries.people import actor_of, actor_of_token, tokens_of
from tiendo.store.version_rows import Amendment
from tiendo.usecases.register import (
    accounts,
    bodies,
    drafts,
    figures,
    findings,
    inbox,
    periods,
    plan_upload,
    plans,
    remarks,
    reminders,
    review,
    safekeeping,
    targets,
    works,
)
from tiendo.usecases.register.call import Call, allow

pytestmark = pytest.mark.usefixtures("register")
PAGE = Path(__file__).parents[3] / "docs" / "reference" / "permissions.md"
ABOVE = {"VP": "P", "KT": "P", "P": "T", "VQ": "Q", "Q": "T", "T": None}
DAY = date(2023, 3, 31)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the tree with something of everything in it."""

    body: str
    unit: str
    plan: int
    record: Plan
    target: int
    figure: int
    approved: int
    claim: int
    decision: int
    finding: int
    question: int
    grant: int


def page() -> dict[str, dict[str, str]]:
    """The table as people read it: act -> role -> how far it reaches."""
    lines = [line.strip("| \n").split(" | ") for line in PAGE.read_text(encoding="utf-8").splitlines()
             if line.startswith("| ")]
    roles = [cell.split(" · ")[1].strip() for cell in lines[0][1:]]
    table = {}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("| `"):
            act, *cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            table[act.split("`")[1]] = dict(zip(roles, cells, strict=True))
    return table


def beneath(body: str | None, above: str) -> bool:
    """Whether a body is another or stands beneath it."""
    while body is not None and body != above:
        body = ABOVE[body]
    return body == above


def expected(act: str, person: tuple[str, str], where: tuple[str | None, str | None]) -> bool:
    """Whether the page lets somebody (role, body) do an act at a place (the plan's body, the unit)."""
    role, held = person
    plan, unit = where
    scope = page()[act][role]
    return bool(scope) and {
        "all": True, "unit": unit is not None and beneath(unit, held), "plan": plan is not None and plan == held,
        "beneath": plan is not None and beneath(plan, held),
    }[scope]


def verdict(spot: Spot) -> inbox.Verdict:
    return inbox.Verdict(Decision.ACCEPTED, spot.target, "2023-Q1", DAY, Decimal("0.42"))


def entry(spot: Spot) -> figures.Entry:
    return figures.Entry(spot.target, "2023-Q1", DAY, Decimal("0.5"))


def task(spot: Spot) -> int:
    return rows.Task.objects.get(plan=spot.plan).pk


def folder_of(plan: Plan, room: Path) -> Path:
    write_plan(plan, room / "plan")
    return room / "plan"


# each act with its call, and the place it speaks of: (the plan's body, the unit)
ACTS: dict[str, Callable[[Call, Spot, Path], object]] = {
    "view_board": lambda call, at, _: review.assess_register(call=call, plan=at.plan, as_of=DAY),
    "view_unit": lambda call, at, _: allow(call, "view_unit", places.of_unit(at.plan, at.unit)),
    "view_file": lambda call, at, _: allow(call, "view_file", places.of_unit(at.plan, at.unit)),
    "view_overview": lambda call, at, _: allow(call, "view_overview", places.of_plan(at.plan)),
    "view_log": lambda call, at, _: allow(call, "view_log", places.of_plan(at.plan)),
    "receive_report": lambda call, at, _: inbox.receive_report(
        call=call, plan=at.plan, source=("a.txt", b"a"), unit=(at.unit, "2023-Q1"), limit=100),
    "decide_claim": lambda call, at, _: inbox.decide_claim(call=call, claim=at.claim, verdict=verdict(at)),
    "undo_decision": lambda call, at, _: inbox.undo_decision(call=call, decision=at.decision),
    "submit_figure": lambda call, at, _: figures.submit_figure(call=call, entry=entry(at)),
    "withdraw_figure": lambda call, at, _: figures.withdraw_figure(call=call, figure=at.figure, why="Nhầm"),
    "attach_evidence": lambda call, at, _: remarks.attach_evidence(
        call=call, figure=at.figure, name="a.txt", data=b"a", limit=10),
    "comment": lambda call, at, _: remarks.comment(call=call, figure=at.figure, text="Xem lại"),
    "give_opinion": lambda call, at, _: remarks.give_opinion(
        call=call, figure=at.figure, value=Decimal("0.6"), motive="Khác", method="Rà soát"),
    "approve_figure": lambda call, at, _: figures.approve_figure(call=call, figure=at.figure),
    "send_back_figure": lambda call, at, _: figures.send_back_figure(call=call, figure=at.figure, message="Xem lại"),
    "unlock_figure": lambda call, at, _: figures.unlock_figure(call=call, figure=at.approved, why="Rà lại"),
    "open_period": lambda call, at, _: periods.open_period(
        call=call, plan=at.plan, period="2023-Q2", opens_on=DAY, closes_on=DAY),
    "close_period": lambda call, at, _: periods.close_period(call=call, plan=at.plan, period="2023-Q1"),
    "remind": lambda call, at, _: reminders.remind(call=call, plan=at.plan, days=(7,)),
    "check_plan": lambda call, at, _: findings.check_plan(call=call, plan=at.plan),
    "ask_unit": lambda call, at, _: findings.ask_unit(
        call=call, finding=at.finding, message="Giải trình", due_on=date(2023, 5, 1), unit=at.unit),
    "answer_question": lambda call, at, _: findings.answer_question(call=call, question=at.question, text="Đã sửa"),
    "close_finding": lambda call, at, _: findings.close_finding(call=call, finding=at.finding, why="Đã rõ"),
    "write_review": lambda call, at, room: review.write_register_review(
        call=call, plan=at.plan, as_of=DAY, out=room / "review"),
    "edit_draft": lambda call, at, _: drafts.begin_draft(call=call, plan=at.plan, as_of=DAY),
    "edit_work": lambda call, at, _: works.edit_work(call=call, plan=at.plan, table="tasks", at=(task(at), 0), typed={
        "product": "Biên bản"}, why="Làm rõ"),
    "report_task": lambda call, at, _: works.report_task(call=call, plan=at.plan, at=(task(at), 0), typed={
        "done_on": "2023-03-01"}, why="Đã xong"),
    "amend_target": lambda call, at, _: targets.amend_target(call=call, target=at.target, amended=Amendment(
        at.record.targets[3], DAY, "Nghị quyết điều chỉnh")),
    "load_plan": lambda call, at, room: load(
        at.record if at.record.name.endswith("30") else _renamed(at.record), room / "again", call),
    "add_bodies": lambda call, at, room: plan_upload.add_bodies(call=call, path=folder_of(at.record, room)),
    "save_plan": lambda call, at, room: plans.save_plan(call=call, plan=at.plan, folder=room / "saved"),
    "add_account": lambda call, _at, _: accounts.add_account(call=call, username="moi", password=None),
    "shut_account": lambda call, _at, _: accounts.shut_account(call=call, account=1, why="Nghỉ việc"),
    "grant_role": lambda call, at, _: accounts.grant_role(
        call=call, account=1, role="leader", body=at.body, position="Bí thư"),
    "end_role": lambda call, at, _: accounts.end_role(call=call, grant=at.grant, why="Chuyển công tác"),
    "succeed_body": lambda call, at, _: bodies.succeed_body(
        call=call, before=at.unit, on=DAY, successors=(bodies.Successor("KT", Decimal(1)),), basis="Nghị quyết"),
    "issue_token": lambda call, _at, _: accounts.issue_token(call=call, name="máy", ends_on=date(2024, 1, 1)),
    "backup": lambda call, _at, room: safekeeping.backup(call=call, path=room / "so.zip"),
    "restore": lambda call, _at, room: safekeeping.restore(call=call, path=room / "so.zip"),
}
NOWHERE = {"add_account", "add_bodies", "shut_account", "backup", "restore"}  # acts on the register as a whole
OF_PLAN = {"view_overview", "view_log", "open_period", "close_period", "remind", "check_plan", "close_finding",
           "write_review", "edit_draft", "edit_work", "load_plan", "save_plan"}
OF_BODY = {"grant_role", "end_role"}
SLOW = {"write_review"}  # writes four files: looked at once for each who may, not for each place


def _renamed(plan: Plan) -> Plan:
    return replace(plan, name=f"{plan.name}-30")


def place(act: str, spot: Spot, held: str | None) -> tuple[str | None, str | None]:
    """The place an act speaks of: the plan's body and the unit."""
    if act in NOWHERE:
        return None, None
    if act == "issue_token":
        return held, held
    if act in OF_PLAN:
        return spot.body, None
    if act == "succeed_body":
        return spot.unit, spot.unit
    return (spot.body, spot.body) if act in OF_BODY else (spot.body, spot.unit)


def spot_of(people: Story, body: str, unit: str, plan: int, record: Plan) -> Spot:
    """Everything an act can speak of in one plan, put in by the operator."""
    call = people.operator
    numbers = {one.code: one.pk for one in rows.Target.objects.filter(plan=plan)}
    periods.open_period(call=call, plan=plan, period="2023-Q1", opens_on=date(2023, 3, 1), closes_on=date(2023, 4, 5))
    report = inbox.receive_report(call=call, plan=plan, source=("bc.txt", REPORT.encode()), unit=(unit, "2023-Q1"),
                                  limit=10**6).report
    poverty = next(one for one in rows.Claim.objects.filter(report=report) if "0,42" in one.quote)
    income = next(one for one in rows.Claim.objects.filter(report=report) if "79,4" in one.quote)
    decided = inbox.decide_claim(call=call, claim=income.pk, verdict=inbox.Verdict(
        Decision.ACCEPTED, numbers["TN"], "2023-Q1", DAY, Decimal("79.4")))
    given = rows.ClaimDecision.objects.get(pk=decided).figure
    assert given
    finding = rows.Finding.objects.create(plan_id=plan, report_id=report, mark=f"{plan}", code="C101", severity="error",
                                          kind="miscitation", quote="x", found_at=NOW, values={})
    question = findings.ask_unit(call=call, finding=finding.pk, message="Giải trình", due_on=date(2023, 5, 1))
    deputy = accounts.add_account(call=call, username=f"deputy-{body}", password=None)
    grant = accounts.grant_role(call=call, account=deputy, role="leader", body=body, position="Phó Bí thư")
    old = rows.Figure.objects.get(plan=plan, code="HN/22").pk
    rows.Task.objects.get_or_create(plan_id=plan, defaults={
        "code": "NV1", "text": "Rà soát", "owner_body": rows.Body.objects.get(code=unit), "owner_position": "Trưởng",
        "source_document": rows.Document.objects.get(plan=plan, code="bc")})
    return Spot(body, unit, plan, record, numbers["HN"], given.pk, old, poverty.pk, decided, finding.pk, question,
                grant)


def tried(call: Call, act: str, spot: Spot, room: Path) -> bool:
    """Whether an act is permitted; what it did is taken back."""
    with transaction.atomic():
        try:
            ACTS[act](call, spot, room)
        except NotAllowedError:
            return False
        except TiendoError:
            return True
        finally:
            transaction.set_rollback(True)
    return True


def everybody(people: Story) -> Iterator[tuple[str, Call, tuple[str, str] | None]]:
    actors = people.actors()
    for name, role, body, _ in PEOPLE:
        yield name, Call(actors[name], NOW), (role, body)
    yield "public", Call(PUBLIC, NOW), None


def test_every_act_is_tried() -> None:
    assert set(ACTS) == set(page())


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_everybody_may_do_what_the_page_says_and_nothing_else(tmp_path: Path) -> None:
    people = story(tmp_path)
    spots = (spot_of(people, "P", "VP", people.plan, ward_plan()),
             spot_of(people, "Q", "VQ", people.other, other_plan()))
    wrong = []
    for number, spot in enumerate(spots):
        for name, call, person in everybody(people):
            for act in ACTS:
                where = place(act, spot, person[1] if person else None)
                allowed = (person is not None and expected(act, person, where)) or page()[act]["public"] == "all"
                if act in SLOW and allowed and number == 0 and name != "office":
                    continue
                if tried(call, act, spot, tmp_path / f"{number}-{name}-{act}") is not allowed:
                    wrong.append((act, name, spot.body, "may not" if allowed else "may"))
    assert "\n".join(map(str, wrong)) == ""


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_a_role_ends_on_its_day(tmp_path: Path) -> None:
    people = story(tmp_path)
    grant = rows.RoleGrant.objects.get(account__username="office").pk
    accounts.end_role(call=people.operator, grant=grant, why="Chuyển công tác")
    assert people.actors()["office"].grants == ()


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_a_token_speaks_for_its_account_until_it_is_revoked(tmp_path: Path) -> None:
    people = story(tmp_path)
    token = accounts.issue_token(call=people.call("reporter"), name="máy thống kê", ends_on=date(2023, 6, 1))
    assert actor_of_token(token, NOW) == people.actors()["reporter"]
    assert actor_of_token(token + "x", NOW) is None
    assert actor_of_token(token, NOW.replace(month=6)) is None
    with pytest.raises(TiendoError):
        accounts.revoke_token(call=people.call("office"), token=rows.ApiToken.objects.get().pk)
    accounts.revoke_token(call=people.call("reporter"), token=rows.ApiToken.objects.get().pk)
    assert actor_of_token(token, NOW) is None
    assert token not in {one.sha256 for one in rows.ApiToken.objects.all()}
    assert [(one.name, one.revoked_at) for one in tokens_of(people.actors()["reporter"].account or 0)] == [
        ("máy thống kê", NOW)]


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_a_shut_account_acts_no_more_and_its_tokens_neither(tmp_path: Path) -> None:
    people = story(tmp_path)
    token = accounts.issue_token(call=people.call("reporter"), name="máy", ends_on=date(2023, 6, 1))
    number = people.actors()["reporter"].account or 0
    accounts.shut_account(call=people.call("administrator"), account=number, why="Nghỉ việc")
    assert (actor_of(number, NOW.date()), actor_of_token(token, NOW)) == (None, None)
    assert [one.username for one in list_accounts() if not one.active] == ["reporter"]
