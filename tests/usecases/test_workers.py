"""Work on several processes: the same answers in the same order, whatever happens to one of them."""

import os
import signal
from collections.abc import Iterator

import pytest

from tiendo.usecases.workers import in_order


def doubled(number: int) -> str:
    """Twice a number; the process that gets 13 is killed, as the system kills one that takes all memory."""
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 14:
        raise ValueError("14 is not read")
    return str(number * 2)


def lost(number: int) -> str:
    return f"{number} is lost"


def test_answers_come_in_the_order_of_the_things() -> None:
    assert list(in_order(doubled, range(12), 2, lost)) == [str(number * 2) for number in range(12)]


def test_nothing_to_do_gives_nothing() -> None:
    assert list(in_order(doubled, [], 2, lost)) == []


def test_killed_process_loses_only_what_it_worked_on() -> None:
    things = [1, 2, 13, 4, 5, 13, 6]
    assert list(in_order(doubled, things, 2, lost)) == ["2", "4", "13 is lost", "8", "10", "13 is lost", "12"]


def test_exception_of_the_work_is_raised_here() -> None:
    answers = in_order(doubled, [1, 14, 2], 2, lost)
    assert next(answers) == "2"
    with pytest.raises(ValueError, match="14 is not read"):
        next(answers)


def test_things_are_taken_only_a_few_ahead_of_the_answers() -> None:
    taken: list[int] = []

    def things() -> Iterator[int]:
        for number in range(100, 200):
            taken.append(number)
            yield number

    answers = in_order(doubled, things(), 2, lost)
    next(answers)
    assert len(taken) == 8
    answers.close()  # type: ignore[attr-defined]  # a generator - and it ends its processes
