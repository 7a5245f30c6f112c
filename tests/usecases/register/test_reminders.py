"""Units that owe figures are written to, once for each set day before closing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.core import mail
from django.test import override_settings

from small_plan import small_plan
from stories import NOW, Story, story
from tiendo.quantity import Period
from tiendo.store.permissions import OPERATOR
from tiendo.store.queries.periods import due_in, form_of, overview, periods_of, plausible
from tiendo.store.queries.plans import skeleton
from tiendo.store.states import State
from tiendo.usecases.register.call import Call
from tiendo.usecases.register.figures import Entry, approve_figure, submit_figure
from tiendo.usecases.register.periods import open_period
from tiendo.usecases.register.reminders import remind

pytestmark = pytest.mark.usefixtures("register")
IN_MEMORY = override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend")


@pytest.fixture
def people(tmp_path: Path) -> Story:
    """Ward P's year 2023 is collected until 10 April: its four targets (one of two parts) are due from unit VP."""
    found = story(tmp_path)
    open_period(call=found.operator, plan=found.plan, period="2023", opens_on=date(2023, 3, 20),
                closes_on=date(2023, 4, 10), grace_days=5)
    return found


def on(day: int) -> Call:
    return Call(OPERATOR, NOW.replace(day=day))


def give(people: Story, call: Call) -> int:
    return submit_figure(call=call, entry=Entry(people.targets["HN"], "2023", date(2023, 3, 31), Decimal("0.42")))


def period(code: str) -> Period:
    found = Period.parse(code)
    assert found
    return found


@IN_MEMORY
def test_a_unit_is_written_to_once_for_each_day(people: Story) -> None:
    sent = []
    for day in (1, 3, 3, 4, 7, 8, 9, 10, 11):
        mail.outbox = []
        remind(call=on(day), plan=people.plan, days=(7, 3, 1))
        sent.append((day, len(mail.outbox)))
    assert sent == [(1, 0), (3, 3), (3, 0), (4, 0), (7, 3), (8, 0), (9, 3), (10, 0), (11, 0)]


@IN_MEMORY
def test_a_letter_says_what_is_missing_and_until_when(people: Story) -> None:
    mail.outbox = []
    give(people, people.call("reporter"))
    remind(call=on(3), plan=people.plan, days=(7,))
    assert {one.to[0] for one in mail.outbox} == {
        "reporter@phuong-a.test", "second-reporter@phuong-a.test", "approver@phuong-a.test"}
    assert "10/04/2023" in mail.outbox[0].body
    assert "TN, CC/DV, CC/CN, XL" in mail.outbox[0].body
    assert mail.outbox[0].subject == "Nhắc gửi số liệu kỳ 2023: còn thiếu 4"


def test_who_is_late_and_what_is_missing_is_seen_at_a_glance(people: Story) -> None:
    number = give(people, Call(people.call("reporter").actor, NOW.replace(day=12)))
    approve_figure(call=Call(people.call("approver").actor, NOW.replace(day=12)), figure=number)
    assert [(one.unit, one.due, one.given, one.approved, one.missing, one.late_at) for one in overview(
        skeleton(people.plan), periods_of(people.plan, NOW.date()))["2023"]] == [
        ("VP", 5, 1, 1, ("TN", "CC/DV", "CC/CN", "XL"), NOW.replace(day=12))]


def test_the_form_shows_what_is_known_beside_each_field(people: Story) -> None:
    number = give(people, people.call("reporter"))
    lines = {(line.target.code, line.component.code if line.component else None): line for line in form_of(
        skeleton(people.plan), "VP", period("2023"))}
    assert list(lines) == [("TN", None), ("CC", "DV"), ("CC", "CN"), ("XL", None), ("HN", None)]
    income, poor = lines["TN", None], lines["HN", None]
    assert income.last is not None
    assert (income.last.id, income.last.value, income.slot) == ("TN/22b", Decimal("79.1"), None)
    assert income.expected is not None
    assert Decimal("78.5") < income.expected.value < Decimal(95)
    assert (poor.slot, poor.value, poor.state, poor.last) == (number, Decimal("0.42"), State.SUBMITTED, None)


@pytest.mark.parametrize(("frequency", "code", "due"), [
    ("year", "2023", True), ("year", "2023-H1", False), ("half", "2023-H1", True), ("quarter", "2023-H1", True),
    ("quarter", "2023-Q1", True), ("quarter", "2023-03", False), ("month", "2023-03", True), ("month", "2023", True),
    ("end", "2023", False), ("end", "2025", True), ("year", "2020/2025", False),
])
def test_a_figure_is_due_in_a_period_as_long_as_its_frequency(frequency: str, code: str, due: bool) -> None:
    assert due_in(replace(small_plan().targets[0], frequency=frequency), period(code)) is due


@pytest.mark.parametrize(("values", "scaled", "low", "high"), [
    (("70", "72", "75"), False, "69", "81"), (("70", "72"), False, None, None), (("1", "2", "3"), True, None, None),
])
def test_a_plausible_range_is_twice_the_largest_step(
    values: tuple[str, ...], scaled: bool, low: str | None, high: str | None,
) -> None:
    found = plausible(tuple(map(Decimal, values)), scaled=scaled)
    assert found == tuple(Decimal(one) if one else None for one in (low, high))


def test_a_period_is_open_from_its_opening_to_the_end_of_its_grace(people: Story) -> None:
    assert [periods_of(people.plan, date(2023, month, day))[0].open for month, day in (
        (3, 19), (3, 20), (4, 15), (4, 16))] == [False, True, True, False]
