"""How often each page asks the database: twelve times at most, whoever asks, first after an act or not.

The pages are those of the URL configuration, so a page that comes is counted without a word here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from stories import Story, story, ward_plan
from tiendo.store import models as rows
from tiendo.usecases.register.accounts import add_account, grant_role
from tiendo.usecases.register.drafts import begin_draft
from tiendo.usecases.register.figures import Entry, send_back_figure, submit_figure
from tiendo.usecases.register.findings import answer_question
from tiendo.usecases.register.inbox import receive_report
from tiendo.usecases.register.periods import open_period
from tiendo.usecases.register.remarks import attach_evidence, comment, give_opinion
from tiendo.usecases.register.targets import Amendment, amend_target
from tiendo.web import known
from tiendo.web.board import public, scene, shared, target
from usecases.register.test_permissions import Spot, spot_of
from web.test_matrix import more, signed_in

pytestmark = pytest.mark.usefixtures("register")
MOST = 12  # questions to the database a page
ROLES = ("public", "office", "leader", "reporter", "approver")
NO_PAGE = frozenset({"decide", "undo", "tongue"})  # addresses of forms only
CLOSED = frozenset({"accounts", "outline"})  # not the office's; not in this plan
WRITES = frozenset({"draft_file"})  # an act of its own: it writes a file and its line of the log


@dataclass(frozen=True, slots=True)
class Place:
    """What addresses name: one value for each part of a route, by the route's name where routes differ."""

    values: dict[str, object]
    own: dict[str, dict[str, object]]

    def address(self, route: str, parts: tuple[str, ...]) -> str:
        """The address of a route; KeyError for a part nobody has given a value for yet."""
        found = {**self.values, **self.own.get(route, {})}
        return reverse(route, kwargs={part: found[part] for part in parts})


def routes(
    patterns: list[URLPattern | URLResolver] | None = None, above: tuple[str, ...] = (),
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every named route outside the interface of programs, with the parts of its address."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        parts = (*above, *(tuple(one.pattern.converters) or tuple(one.pattern.regex.groupindex)))
        if isinstance(one, URLResolver):
            if one.app_name != "ninja":
                yield from routes(one.url_patterns, parts)
        elif one.name:
            yield one.name, parts


def forget() -> None:
    """As in a process that has just started, or after an act."""
    for memory in (known, public, scene, shared, target):
        memory.forget()


def asked(client: Client, address: str) -> tuple[int, int]:
    """The status of a page and how often it asked."""
    with CaptureQueriesContext(connection) as heard:
        answer = client.get(address)
    return answer.status_code, len(heard)


def furnished(people: Story, room: Path) -> tuple[Spot, Place]:
    """The ward's plan with something of everything in every state that a page shows."""
    assert room
    spot = spot_of(people, "P", "VP", people.plan, ward_plan())
    got = more(people.operator, spot)
    grow(people, spot, 1)
    draft = begin_draft(call=people.operator, plan=people.plan, as_of=date(2023, 3, 31))
    report: dict[str, object] = {"number": got["report"]}
    written: dict[str, object] = {"number": draft}
    return spot, Place(
        {"name": ward_plan().name, "number": spot.figure, "claim": spot.claim, "decision": spot.decision, "unit": "VP",
         "code": "TN", "kind": "docx", "provider_id": "office", "key": "1-a", "uidb36": "1", "subpath": "none"},
        {"form": {"code": "2023-Q1"}, "workbook": {"code": "2023-Q1"}, "evidence": {"number": got["evidence"]},
         "report": report, "original": report, "draft": written, "draft_history": written})


def grow(people: Story, spot: Spot, times: int) -> None:
    """More of everything: periods, figures sent back and corrected, reports, words and proofs, versions, accounts."""
    call = people.operator
    for at in range(times):
        stamp = f"{rows.Act.objects.count()}"
        year = 2010 + rows.CollectionPeriod.objects.count()
        open_period(call=call, plan=people.plan, period=f"{year}", opens_on=date(2020, 1, 1),
                    closes_on=date(2099, 12, 31))
        first = submit_figure(call=people.call("reporter"), entry=Entry(
            people.targets["HN"], f"{year}", date(year, 12, 31), Decimal(at)))
        send_back_figure(call=people.call("approver"), figure=first, message="Xem lại")
        submit_figure(call=people.call("reporter"), entry=Entry(
            people.targets["HN"], f"{year}", date(year, 12, 31), Decimal(at + 1), corrects=first, why="Nhầm"))
        back = submit_figure(call=people.call("reporter"), entry=Entry(
            people.targets["TN"], f"{year}", date(year, 12, 31), Decimal(at)))
        send_back_figure(call=people.call("approver"), figure=back, message="Xem lại")
        for figure in (spot.figure, back):
            comment(call=call, figure=figure, text="Xem lại")
            attach_evidence(call=call, figure=figure, name="a.txt", data=b"a", limit=10)
            give_opinion(call=call, figure=figure, value=Decimal(1), motive="Khác", method="Rà soát")
        receive_report(call=call, plan=people.plan, source=(f"bc-{stamp}.txt", (
            f"Văn phòng {stamp}.\n\nTỷ lệ hộ nghèo giảm còn 0,{year}%.").encode()), unit=("VP", f"{year}"), limit=10**6)
        amended = ward_plan().targets[0]
        amend_target(call=call, target=people.targets["TN"], amended=Amendment(
            type(amended)(**{name: getattr(amended, name) for name in amended.__dataclass_fields__} | {
                "goal": Decimal(100 + year)}), date(2022, 1, 1) + timedelta(days=year), "Điều chỉnh",
            milestones=tuple(one for one in ward_plan().milestones if one.target == "TN")))
        answer_question(call=call, question=spot.question, text="Đã sửa")
        account = add_account(call=call, username=f"them-{stamp}", password=None, email=f"t{stamp}@phuong-a.test")
        grant_role(call=call, account=account, role="reporter", body="VP", position="Cán sự", from_on=date(2023, 1, 1))


def counted(name: str, place: Place, found: dict[tuple[str, str, str], int]) -> None:
    """Ask every page as somebody, cold and warm."""
    client = signed_in(name)
    for route, parts in routes():
        if route in WRITES:
            continue
        address = place.address(route, parts)
        client.get(address)  # what a process learns once (templates, addresses) is not the page's
        forget()
        for how in ("cold", "warm"):
            status, count = asked(client, address)
            own = "accounts/" not in address
            assert status < (404 if own and status != 405 and route not in CLOSED else 500), (route, status)
            assert not own or name != "office" or status == 200 or route in {*NO_PAGE, *CLOSED}, (route, status)
            found[name, route, how] = count


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_every_page_asks_twelve_times_at_most_and_as_often_whatever_the_plan_holds(tmp_path: Path) -> None:
    people = story(tmp_path)
    spot, place = furnished(people, tmp_path)
    small: dict[tuple[str, str, str], int] = {}
    for name in ROLES:
        counted(name, place, small)
    grow(people, spot, 4)
    large: dict[tuple[str, str, str], int] = {}
    counted("office", place, large)
    assert {page: count for page, count in small.items() if count > MOST} == {}
    assert {page: (small[page], count) for page, count in large.items() if count > small[page]} == {}
