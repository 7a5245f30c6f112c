"""Several processes serve one register: what is done in one is on the next page of every other."""

import os
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from threading import Event, Thread

import pytest
from django.db import connection, connections, transaction
from django.test import Client

from stories import NOW, Story, story
from tiendo.store import models as rows
from tiendo.store.log_rows import write_line
from tiendo.store.permissions import Where
from tiendo.store.stamp import Stamp
from tiendo.usecases.register.figures import Entry, approve_figure, submit_figure
from tiendo.usecases.register.periods import open_period

PAGE = "/plans/phuong-a-2020-2025/targets/HN/?day=2023-03-31"
SAID = "0,37"


@pytest.fixture
def people(own_register: str, tmp_path: Path) -> Story:
    """Both wards in a register that keeps what is written; the year 2023 is open."""
    assert own_register
    found = story(tmp_path)
    open_period(call=found.operator, plan=found.plan, period="2023", opens_on=date(2023, 1, 1),
                closes_on=date(2023, 12, 31))
    return found


def shown(name: str) -> bool:
    """Whether the page has the new figure, for somebody."""
    client = Client(headers={"host": "localhost"})
    if name:
        client.force_login(rows.Account.objects.get(username=name), "django.contrib.auth.backends.ModelBackend")
    return SAID in client.get(PAGE).content.decode()


def act(people: Story) -> bool:
    """Put a figure in and approve it."""
    number = submit_figure(call=people.call("reporter"), entry=Entry(
        people.targets["HN"], "2023", date(2023, 3, 31), Decimal("0.37")))
    approve_figure(call=people.call("approver"), figure=number)
    return True


def in_another_process(work: Callable[[], bool]) -> int:
    """Do something in a process of its own; gives its number."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        os._exit(0 if work() else 1)
    return child


@pytest.mark.parametrize("name", ["", "office"])
def test_an_act_in_one_process_is_on_the_next_page_of_another(people: Story, name: str) -> None:
    before = (shown(name), shown(name))
    child = in_another_process(lambda: act(people))
    assert (before, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown(name)) == ((False, False), 0, True)


def test_a_process_that_has_the_page_in_memory_sees_what_another_did(people: Story) -> None:
    ready, go = os.pipe(), os.pipe()

    def reads() -> bool:
        """See the page without the figure, wait for the other, see it with the figure."""
        before = shown("office") or shown("")
        os.write(ready[1], b".")
        os.read(go[0], 1)
        return not before and shown("office") and shown("")

    child = in_another_process(reads)
    os.read(ready[0], 1)
    act(people)
    os.write(go[1], b".")
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_a_later_line_of_the_log_is_never_there_before_an_earlier_one(people: Story) -> None:
    """Pages are kept by the number of the last line: one that came late with a lower number would never show."""
    where = Where(rows.Body.objects.get(code="P").path)
    written, go, done = Event(), Event(), Event()

    def line(wrote: Event, until: Event | None) -> None:
        with transaction.atomic():
            write_line("comment", Stamp(NOW, NOW.date(), None, "operator"), where, "figure 1", "", {})
            if until:
                wrote.set()
                until.wait(20)
        wrote.set()
        connection.close()

    connections.close_all()
    threads = [Thread(target=line, args=(written, go)), Thread(target=line, args=(done, None))]
    threads[0].start()
    assert people.plan
    assert written.wait(20)
    threads[1].start()
    early = done.wait(0.5)
    go.set()
    for one in threads:
        one.join(20)
    assert (early, done.is_set()) == (False, True)
