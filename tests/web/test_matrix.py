"""Every page and every form, by everybody, inside and outside their part of the tree.

What is expected is read from docs/reference/permissions.md by the matrix of the acts; a page or form that is not
permitted answers 403, and nothing else does.
"""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client

from stories import PEOPLE, other_plan, story, ward_plan
from tiendo.store import models as rows
from tiendo.usecases.register.call import Call
from tiendo.usecases.register.drafts import begin_draft
from tiendo.usecases.register.remarks import attach_evidence
from usecases.register.test_permissions import Spot, expected, page, place, spot_of

pytestmark = pytest.mark.usefixtures("register")

Fields = Mapping[str, object]
LATER = "2099-12-31"

PAGES: Mapping[str, Callable[[Spot, dict[str, int]], str]] = {
    "view_board": lambda at, _: f"/plans/{at.record.name}/",
    "view_unit": lambda at, _: f"/desk/{at.record.name}/figures/{at.figure}/",
    "view_unit list": lambda at, _: f"/desk/{at.record.name}/inbox/",
    "view_unit report": lambda at, got: f"/desk/{at.record.name}/inbox/{got['report']}/",
    "view_unit forms": lambda at, _: f"/desk/{at.record.name}/forms/",
    "view_unit form": lambda at, _: f"/desk/{at.record.name}/forms/{at.unit}/2023-Q1/",
    "view_unit workbook": lambda at, _: f"/desk/{at.record.name}/forms/{at.unit}/2023-Q1/workbook",
    "view_unit approvals": lambda at, _: f"/desk/{at.record.name}/approvals/",
    "view_unit findings": lambda at, _: f"/desk/{at.record.name}/findings/",
    "view_file": lambda at, got: f"/desk/{at.record.name}/evidence/{got['evidence']}",
    "view_file report": lambda at, got: f"/desk/{at.record.name}/inbox/{got['report']}/original",
    "view_overview": lambda at, _: f"/desk/{at.record.name}/periods/",
    "view_unit works": lambda at, _: f"/desk/{at.record.name}/works/",
    "view_overview works": lambda at, _: f"/desk/{at.record.name}/works/?table=limitations",
    "view_log": lambda at, _: f"/desk/{at.record.name}/log/",
    "write_review": lambda at, _: f"/desk/{at.record.name}/review/",
    "write_review draft": lambda at, got: f"/desk/{at.record.name}/drafts/{got['draft']}/",
    "write_review history": lambda at, got: f"/desk/{at.record.name}/drafts/{got['draft']}/history",
    "write_review bulletin": lambda at, got: f"/desk/{at.record.name}/drafts/{got['draft']}/files/md",
    "add_account": lambda at, _: f"/desk/{at.record.name}/accounts/",
    "issue_token": lambda at, _: f"/desk/{at.record.name}/tokens/",
}  # the act that opens a page (and which page) -> its address

FORMS: Mapping[str, Callable[[Spot, dict[str, int]], tuple[str, Fields]]] = {
    "receive_report": lambda at, _: ("inbox/", {
        "unit": at.unit, "period": "2023-Q1", "report": SimpleUploadedFile("bc.txt", b"Kinh te tang 5%.")}),
    "decide_claim": lambda at, got: (f"inbox/{got['report']}/claims/{at.claim}/", {
        "decision": "refused", "reason": "Trùng"}),
    "undo_decision": lambda at, got: (f"inbox/{got['report']}/undo/{at.decision}/", {}),
    "submit_figure": lambda at, _: (f"figures/{at.figure}/", {"act": "submit_figure", "value": "79,5", "why": "Nhầm"}),
    "withdraw_figure": lambda at, _: (f"figures/{at.figure}/", {"act": "withdraw_figure", "message": "Nhầm"}),
    "attach_evidence": lambda at, _: (f"figures/{at.figure}/", {
        "act": "attach_evidence", "evidence": SimpleUploadedFile("a.txt", b"a")}),
    "comment": lambda at, _: (f"figures/{at.figure}/", {"act": "comment", "message": "Xem lại"}),
    "give_opinion": lambda at, _: (f"figures/{at.figure}/", {
        "act": "give_opinion", "value": "80", "motive": "Khác", "method": "Rà soát"}),
    "approve_figure": lambda at, _: (f"figures/{at.figure}/", {"act": "approve_figure"}),
    "send_back_figure": lambda at, _: (f"figures/{at.figure}/", {"act": "send_back_figure", "message": "Xem lại"}),
    "unlock_figure": lambda at, _: (f"figures/{at.approved}/", {"act": "unlock_figure", "message": "Rà lại"}),
    "open_period": lambda _at, _: ("periods/", {
        "act": "open", "period": "2023-Q2", "opens_on": "2023-04-01", "closes_on": LATER}),
    "close_period": lambda _at, _: ("periods/", {"act": "close", "period": "2023-Q1"}),
    "check_plan": lambda _at, _: ("findings/", {"act": "check_plan"}),
    "ask_unit": lambda at, _: ("findings/", {
        "act": "ask_unit", "finding": at.finding, "message": "Giải trình", "due_on": LATER, "unit": at.unit}),
    "answer_question": lambda at, _: ("findings/", {
        "act": "answer_question", "question": at.question, "text": "Đã sửa"}),
    "close_finding": lambda at, _: ("findings/", {"act": "close_finding", "finding": at.finding, "why": "Đã rõ"}),
    "edit_work": lambda at, _: ("works/?table=tasks", {
        "act": "edit_work", "number": rows.Task.objects.get(plan=at.plan).pk, "product": "Biên bản", "why": "Làm rõ"}),
    "report_task": lambda at, _: ("works/?table=tasks", {
        "act": "report_task", "number": rows.Task.objects.get(plan=at.plan).pk, "done_on": "2023-03-01", "why": "x"}),
    "edit_draft": lambda _at, got: (f"drafts/{got['draft']}/", {"act": "type", "place": "p1", "text": "Kính gửi."}),
    "add_account": lambda at, _: ("accounts/", {
        "act": "add_account", "username": "moi", "role": "leader", "body": at.body, "position": "Bí thư"}),
    "issue_token": lambda _at, _: ("tokens/", {"act": "issue", "name": "máy", "ends_on": LATER}),
}  # an act -> the form that carries it out, and what is typed in it


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_every_page_and_form_opens_to_whom_the_table_says_and_to_nobody_else(tmp_path: Path) -> None:
    people = story(tmp_path)
    wrong: list[tuple[str, ...]] = []
    for spot in (spot_of(people, "P", "VP", people.plan, ward_plan()),
                 spot_of(people, "Q", "VQ", people.other, other_plan())):
        got = more(people.operator, spot)
        for name, person in [*((one[0], (one[1], one[2])) for one in PEOPLE), ("public", None)]:
            client = signed_in(name)
            for told, address in PAGES.items():
                act = told.split(" ")[0]
                wrong += judged((told, name, spot.body), permitted(act, spot, person),
                                status(client.get, address(spot, got)))
            for act, form in FORMS.items():
                where, fields = form(spot, got)
                wrong += judged((act, name, spot.body), permitted(act, spot, person),
                                status(client.post, f"/desk/{spot.record.name}/{where}", dict(fields)))
    assert "\n".join(map(str, wrong)) == ""


def more(call: Call, spot: Spot) -> dict[str, int]:
    """A proof of the spot's figure, the report its claim stands in, and words for its finding."""
    rows.Finding.objects.filter(pk=spot.finding).update(
        values={"named": "Nghị quyết", "symbol": "01-CT/TU", "letters": "CT", "means": "Chỉ thị"})
    proof = attach_evidence(call=call, figure=spot.figure, name="a.txt", data=b"a", limit=10)
    draft = begin_draft(call=call, plan=spot.plan, as_of=date(2023, 3, 31))
    return {"evidence": proof, "draft": draft, "report": rows.Claim.objects.get(pk=spot.claim).report_id}


def signed_in(name: str) -> Client:
    client = Client(headers={"host": "localhost"})
    if name != "public":
        client.force_login(rows.Account.objects.get(username=name), "django.contrib.auth.backends.ModelBackend")
    return client


def permitted(act: str, spot: Spot, person: tuple[str, str] | None) -> bool:
    """What the page of permissions says."""
    where = place(act, spot, person[1] if person else None)
    return bool(person and expected(act, person, where)) or page()[act]["public"] == "all"


def status(ask: Callable[..., object], *words: object) -> int:
    """The status of an answer; what it did is taken back."""
    with transaction.atomic():
        answer = ask(*words)
        transaction.set_rollback(True)
    return int(answer.status_code)  # type: ignore[attr-defined]  # - the test client's answer


def judged(case: tuple[str, ...], allowed: bool, found: int) -> list[tuple[str, ...]]:
    """Nothing when the status is what is expected: 403 for what is not permitted, and no fault of the server."""
    return [] if (found == 403) is not allowed and found < 500 else [(*case, str(found))]


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_the_front_of_the_desk_is_for_those_who_sign_in(tmp_path: Path) -> None:
    people = story(tmp_path)
    front = f"/desk/{ward_plan().name}/"
    found = {name: signed_in(name).get(front).status_code for name in ("public", "reporter")}
    assert (people.plan > 0, found) == (True, {"public": 403, "reporter": 200})


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_a_thing_of_another_plan_is_not_there_under_this_ones_address(tmp_path: Path) -> None:
    people = story(tmp_path)
    spot = spot_of(people, "Q", "VQ", people.other, other_plan())
    got = more(people.operator, spot)
    client = signed_in("office")
    assert [client.get(f"/desk/{ward_plan().name}/{where}").status_code for where in (
        f"figures/{spot.figure}/", f"inbox/{got['report']}/", f"evidence/{got['evidence']}",
        f"drafts/{got['draft']}/")] == [404, 404, 404, 404]

