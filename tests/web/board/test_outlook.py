"""The outlook on the scoreboard and a target's page: beside the standing, with its range, its past and its breaks."""

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from small_plan import figure
from stories import NOW, Story, load, story, ward_plan
from tiendo.plan import Plan
from tiendo.store.permissions import OPERATOR
from tiendo.store.queries.plans import target_numbers, whole_plan
from tiendo.usecases.register.call import Call
from tiendo.usecases.register.targets import Amendment, amend_target

pytestmark = [pytest.mark.usefixtures("register"), pytest.mark.parametrize("register", ["sqlite"], indirect=True)]
WARD = "/plans/phuong-a-2020-2025/"
DAY = "?day=2023-03-31"


def reported() -> Plan:
    """The ward's plan with a few years of income before its term: enough to go on from."""
    plan = ward_plan()
    older = tuple(figure(f"TN/{year}", "TN", value, f"20{year}-12-31")
                  for year, value in (("17", "55"), ("18", "59"), ("19", "64")))
    return replace(plan, figures=(*older, *plan.figures))


@pytest.fixture
def number(tmp_path: Path) -> int:
    return load(reported(), tmp_path, Call(OPERATOR, NOW))


def words(where: str, lang: str = "vi") -> str:
    client = Client(headers={"host": "localhost"})
    client.cookies["tiendo_lang"] = lang
    answer = client.get(WARD + where)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def row_of(page: str, code: str) -> str:
    return next(part for part in page.split('<tr role="row"')[1:] if f"/targets/{code}/" in part)


def test_the_scoreboard_has_a_column_of_its_own_for_the_outlook(number: int) -> None:
    income = row_of(words(DAY), "TN")
    assert number
    assert ('class="whisker"' in income, 'class="out-word"' in income, 'class="chip' in income) == (True, True, True)
    assert income.index('class="chip') < income.index('class="out-word"')


def test_a_target_without_an_outlook_says_how_many_figures_it_has(number: int) -> None:
    rating, poverty = row_of(words(DAY), "XL"), row_of(words(DAY), "HN")
    assert number
    assert ("Thứ bậc do cấp có thẩm quyền xếp" in rating, 'class="whisker"' in poverty) == (True, False)


def test_the_sheet_has_the_answer_the_range_and_why(number: int) -> None:
    client = Client(headers={"host": "localhost"})
    sheet = csv.DictReader(io.StringIO(client.get(f"{WARD}{DAY}&format=csv").content.decode("utf-8-sig")))
    income = next(row for row in sheet if row["Mã"] == "TN")
    assert number
    assert income["Triển vọng đến ngày"] == "2025-12-31"
    low, middle, high = (float(income[f"Triển vọng, {end}"]) for end in ("cận dưới", "giữa", "cận trên"))
    assert low < middle < high
    assert income["Triển vọng, vì sao"].startswith("Nếu đà của ")


def test_the_chart_shows_the_outlook_and_a_table_says_the_same(number: int) -> None:
    page = words(f"targets/TN/{DAY}")
    assert number
    assert ('class="c-fan"' in page, "Số liệu của biểu đồ" in page, "Thử lại trên số liệu đã biết" in page) == (
        True, True, True)
    table = page.split("Số liệu của biểu đồ</summary>")[1].split("</table>")[0]
    assert [day in table for day in ("31/12/2023", "31/12/2024", "31/12/2025")] == [True, True, True]


def test_another_definition_cuts_the_series_and_the_page_says_so(number: int) -> None:
    """The income is counted by another method from 2023 on: what came before is not comparable."""
    before = whole_plan(number)
    amend_target(call=Call(OPERATOR, NOW), target=target_numbers(number)["TN"], amended=Amendment(
        replace(before.targets[0], name_vi="Thu nhập bình quân theo cách tính mới"), date(2023, 1, 1), "Cách tính mới",
        milestones=before.milestones))
    page = words(f"targets/TN/{DAY}")
    assert ('class="c-fan"' in page, "c-hatch" in page, "Cách tính đổi" in page) == (False, True, True)
    assert "Từ khi cách tính đổi (01/01/2023) mới có" in page
    assert "Từ khi cách tính đổi" not in words("targets/TN/?day=2022-12-31")


def test_english_says_all_of_it(number: int) -> None:
    page = words(f"targets/TN/{DAY}", "en")
    assert number
    assert ("Outlook" in page, "If the course of" in page, "Triển vọng" in page) == (True, True, False)


def test_a_standing_is_the_same_with_and_without_an_outlook(tmp_path: Path) -> None:
    people: Story = story(tmp_path)
    page = row_of(words(DAY), "TN")
    assert people.plan
    assert ('class="whisker"' in page, 'class="chip' in page) == (False, True)
