"""Fifty people saving at once lose nothing; a process killed at any moment leaves all or nothing; a lost database says so."""

import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection, connections

from registers import use
from stories import NOW, Story, story
from tiendo.errors import ConflictError, StoreDownError
from tiendo.store import models as rows
from tiendo.store.queries.figures import figures_of
from tiendo.usecases.register.call import Call
from tiendo.usecases.register.figures import Entry, submit_figure
from tiendo.usecases.register.periods import open_period

PEOPLE = 50
EXAMPLE = Path(__file__).parents[2] / "examples" / "quan-song-to"


@pytest.fixture
def people(own_register: str, tmp_path: Path) -> Story:
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


def test_a_load_killed_at_any_moment_leaves_all_or_nothing(own_register: str) -> None:
    """Eight loads of the example, each killed a little later than the one before, then one that may end."""
    environment = {**os.environ, "DATABASE_URL": own_register}
    tiendo = str(Path(sys.executable).with_name("tiendo"))
    command = [tiendo, "load", str(EXAMPLE)]
    began = time.monotonic()
    subprocess.run([tiendo, "init"], check=True, env=environment, capture_output=True)
    warm = time.monotonic() - began
    rng, seen = random.Random(4), set()
    for step in range(8):
        running = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   start_new_session=True)
        time.sleep(warm * (0.5 + 0.25 * step) + rng.random() * 0.1)
        running.send_signal(signal.SIGKILL)
        running.wait()
        use(own_register)
        seen.add(counts())
        connections.close_all()
    subprocess.run(command, check=True, env=environment, capture_output=True)
    use(own_register)
    whole = counts()
    assert seen <= {(0,) * len(whole), whole}


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
    with pytest.raises(StoreDownError) as caught:
        for day in range(1, 29):
            submit_figure(call=Call(people.call("reporter").actor, NOW), entry=Entry(
                people.targets["HN"], "2023", date(2023, 2, day), None, note="Chưa" * 6000))
            before = counts()
    assert [problem.code for problem in caught.value.problems] == ["S905"]
    connections.close_all()
    use(own_register)
    assert counts() == before
