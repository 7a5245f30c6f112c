"""Fifty people at once lose nothing; a process killed at any moment leaves nothing; a lost database says so."""

import os
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection, connections

from registers import use
from stories import NOW, REPORT, Story, story
from tiendo.errors import ConflictError, StoreDownError
from tiendo.plan import Decision
from tiendo.store import models as rows
from tiendo.store.permissions import OPERATOR
from tiendo.store.queries.figures import figures_of
from tiendo.store.queries.reports import claims_of
from tiendo.usecases.register.call import Call
from tiendo.usecases.register.figures import Entry, submit_figure
from tiendo.usecases.register.inbox import Verdict, decide_claim, receive_report
from tiendo.usecases.register.periods import open_period
from tiendo.usecases.register.plans import load_plan

PEOPLE = 50
EXAMPLE = Path(__file__).parents[2] / "examples" / "quan-song-to"


@pytest.fixture
def people(own_register: str, tmp_path: Path) -> Story:
    """Both wards in a register that keeps what is written; the year 2023 is open."""
    assert own_register
    found = story(tmp_path)
    open_period(call=found.operator, plan=found.plan, period="2023", opens_on=date(2023, 1, 1),
                closes_on=date(2023, 12, 31))
    connections.close_all()
    return found


def saved(call: Call, entry: Entry) -> str:
    """What happened to one save, on a connection of its own."""
    try:
        return f"figure {submit_figure(call=call, entry=entry)}"
    except ConflictError as error:
        return error.problems[0].code
    finally:
        connection.close()


def at_once(people: Story, entries: list[Entry]) -> list[str]:
    call = people.call("reporter")
    connections.close_all()
    with ThreadPoolExecutor(PEOPLE) as pool:
        return list(pool.map(lambda entry: saved(call, entry), entries))


def test_fifty_people_saving_at_once_lose_nothing(people: Story) -> None:
    entries = [Entry(people.targets["HN"], "2023", date(2023, 1, 1 + at % 31) if at < 31 else date(2023, 2, at - 30),
                     Decimal(at)) for at in range(PEOPLE)]
    before = (rows.Figure.objects.count(), rows.Act.objects.count())
    results = at_once(people, entries)
    assert [one for one in results if not one.startswith("figure")] == []
    assert (rows.Figure.objects.count(), rows.Act.objects.count()) == (before[0] + PEOPLE, before[1] + PEOPLE)
    values = sorted(one.value for one in figures_of(people.plan, "2023") if one.value is not None)
    assert values == [Decimal(at) for at in range(PEOPLE)]


def test_of_many_people_at_one_figure_one_is_first_and_the_others_are_told(people: Story) -> None:
    entries = [Entry(people.targets["HN"], "2023", date(2023, 3, 31), Decimal(at)) for at in range(20)]
    results = at_once(people, entries)
    assert sorted(set(results) - {"S201"}) == [one for one in results if one.startswith("figure")]
    assert (results.count("S201"), len(figures_of(people.plan, "2023"))) == (19, 1)


def counts() -> tuple[int, ...]:
    """How many rows of a few tables there are."""
    return tuple(model._default_manager.count() for model in (
        rows.Body, rows.Plan, rows.Target, rows.Figure, rows.Slot, rows.Report, rows.ClaimDecision, rows.Act))


def killed_at(statement: int, act: Callable[[], object]) -> bool:
    """Do an act in a process of its own that kills itself before its n-th statement; whether it got that far."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        asked = 0

        def count(execute: Callable[..., object], *words: object) -> object:
            nonlocal asked
            asked += 1
            if asked == statement:
                os.kill(os.getpid(), signal.SIGKILL)
            return execute(*words)

        with connection.execute_wrapper(count):
            act()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def killed_everywhere(act: Callable[[], object], points: Sequence[int]) -> set[tuple[int, ...]]:
    """What the register holds after an act killed at each of some statements, as far as it got."""
    seen = set()
    for statement in points:
        if not killed_at(statement, act):
            break
        seen.add(counts())
    connections.close_all()
    return seen


@pytest.mark.usefixtures("own_register")
def test_a_load_killed_at_any_moment_leaves_nothing() -> None:
    before = counts()
    call = Call(OPERATOR, NOW)
    points = (1, 2, 5, 12, 25, 45, 70, 100, 120)
    assert killed_everywhere(lambda: load_plan(call=call, folder=EXAMPLE), points) == {before}
    load_plan(call=call, folder=EXAMPLE)
    assert counts()[1] == before[1] + 1


def test_an_acceptance_killed_at_any_moment_leaves_nothing(people: Story) -> None:
    report = receive_report(call=people.operator, plan=people.plan, source=("bc.txt", REPORT.encode()),
                            unit=("VP", "2023"), limit=10**6).report
    claim = next(one.number for one in claims_of(report) if "0,42" in one.quote)
    call, before = people.call("reporter"), counts()

    def accept() -> int:
        return decide_claim(call=call, claim=claim, verdict=Verdict(
            Decision.ACCEPTED, people.targets["HN"], "2023", date(2023, 3, 31), Decimal("0.42")))

    assert killed_everywhere(accept, range(1, 200, 4)) == {before}
    assert counts() != before  # the last got to its end


def test_a_save_killed_at_any_moment_leaves_nothing(people: Story) -> None:
    call, before = people.call("reporter"), counts()

    def save() -> int:
        return submit_figure(call=call, entry=Entry(people.targets["HN"], "2023", date(2023, 3, 31), Decimal("0.42")))

    assert killed_everywhere(save, range(1, 200, 4)) == {before}
    assert counts() != before  # the last got to its end


def test_a_lost_database_is_told_in_words(own_register: str, tmp_path: Path) -> None:
    people = story(tmp_path)
    call = people.call("reporter")
    gone = "sqlite:////nowhere/at/all.db" if own_register.startswith("sqlite") else \
        "postgresql://tiendo@/gone?host=%2Fnowhere"
    use(gone)
    with pytest.raises(StoreDownError) as caught:
        submit_figure(call=call, entry=Entry(people.targets["HN"], "2023", date(2023, 3, 31), Decimal(1)))
    assert [problem.code for problem in caught.value.problems] == ["S905"]
    use(own_register)
    assert rows.Plan.objects.count() == 2


@pytest.mark.parametrize("own_register", ["sqlite"], indirect=True)
def test_a_full_disk_loses_nothing_already_saved(own_register: str, tmp_path: Path) -> None:
    people = story(tmp_path)
    open_period(call=people.operator, plan=people.plan, period="2023", opens_on=date(2023, 1, 1),
                closes_on=date(2023, 12, 31))
    before = counts()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
    told = []
    for day in range(1, 29):
        entry = Entry(people.targets["HN"], "2023", date(2023, 2, day), None, note="Chưa" * 6000)
        try:
            submit_figure(call=people.call("reporter"), entry=entry)
        except StoreDownError as error:
            told += [problem.code for problem in error.problems]
            break
        before = counts()
    connections.close_all()
    use(own_register)
    assert (told, counts()) == (["S905"], before)
