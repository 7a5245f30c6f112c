"""The open API: figures in and out with a token, refusals as problems, and no answer its description does not know."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from stories import Story, story
from tiendo.api.v1 import api
from tiendo.store.models import Account
from tiendo.store.queries.people import actor_of
from tiendo.usecases.register.accounts import issue_token
from tiendo.usecases.register.call import Call
from tiendo.usecases.register.periods import open_period

pytestmark = [pytest.mark.usefixtures("register"), pytest.mark.parametrize("register", ["sqlite"], indirect=True)]
PLAN = "/api/v1/plans/phuong-a-2020-2025"
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "api.md"


@pytest.fixture
def people(register: str, tmp_path: Path) -> Story:  # noqa: ARG001 - an empty register first
    found = story(tmp_path)
    now = timezone.localtime()
    open_period(call=Call(found.operator.actor, now), plan=found.plan, period="2023-Q1", opens_on=date(2023, 1, 1),
                closes_on=date(2099, 1, 1))
    return found


def token(name: str) -> str:
    now = timezone.localtime()
    actor = actor_of(Account.objects.get(username=name).pk, now.date())
    assert actor
    return issue_token(call=Call(actor, now), name="máy", ends_on=date(2099, 1, 1))


def client(name: str) -> Client:
    return Client(headers={"host": "localhost", "authorization": f"Bearer {token(name)}"})


def codes(answer: object) -> list[tuple[str, str | None]]:
    return [(one["code"], one["field"]) for one in answer.json()["problems"]]  # type: ignore[attr-defined]  # - json


def put(who: Client, target: str, **entry: object) -> object:
    return who.put(f"{PLAN}/targets/{target}/figures/2023-Q1", json.dumps({"as_of": "2023-03-31", **entry}),
                   content_type="application/json")


@pytest.mark.usefixtures("people")
def test_a_figure_put_in_waits_for_approval_and_keeps_its_decimals() -> None:
    who = client("reporter")
    answer = put(who, "HN", value="0.420")
    number = answer.json()["number"]  # type: ignore[attr-defined]  # - the test client's answer
    seen = who.get(f"{PLAN}/figures?period=2023-Q1").json()
    assert [(one["number"], one["value"], one["state"], one["source"]) for one in seen] == [
        (number, "0.420", "submitted", "bieu-VP-2023-Q1")]


@pytest.mark.usefixtures("people")
def test_what_is_not_approved_is_shown_only_to_who_may_see_the_unit() -> None:
    number = put(client("reporter"), "HN", value="0.42").json()["number"]  # type: ignore[attr-defined]  # - json
    other = Client(headers={"host": "localhost", "authorization": f"Bearer {token('other-office')}"})
    assert (other.get(f"{PLAN}/figures?period=2023-Q1").json(), other.get(f"/api/v1/figures/{number}").status_code) == \
        ([], 403)


@pytest.mark.usefixtures("people")
def test_refusals_say_every_problem_at_its_field() -> None:
    who = client("reporter")
    nobody = Client(headers={"host": "localhost"})
    assert [(answer.status_code, codes(answer)) for answer in (  # type: ignore[attr-defined]  # - json
        nobody.get("/api/v1/plans"), put(who, "NONE", value="1"), put(who, "HN", value="1,5"),
        put(who, "HN", value="0.4", as_of="2199-01-01"), put(client("other-office"), "HN", value="1"),
        who.get("/api/v1/plans/none/targets"), who.get(f"{PLAN}/findings"),
    )] == [
        (401, [("S806", None)]), (404, [("S104", None)]), (422, [("S805", "value")]), (422, [("S205", "as_of")]),
        (403, [("S301", None)]), (404, [("S104", None)]), (403, [("S301", None)]),
    ]


@pytest.mark.usefixtures("people")
def test_two_programs_at_one_figure_the_second_is_told_what_stands() -> None:
    who = client("reporter")
    put(who, "HN", value="0.42")
    assert (again := put(who, "HN", value="0.43")).status_code == 409  # type: ignore[attr-defined]  # - the answer
    assert codes(again) == [("S201", None)]


def test_the_page_people_read_has_every_address_and_no_other(register: str) -> None:
    told = set(re.findall(r"^\| `([A-Z]+ /\S+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    paths = api.get_openapi_schema(path_prefix="")["paths"]
    assert (register, told) == ("sqlite", {f"{way.upper()} {path}" for path, ways in paths.items() for way in ways})
