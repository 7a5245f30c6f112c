"""Work in a process of its own: its result comes back, its time and memory are held, a crash costs nothing."""

import ctypes
import os
import time

import pytest

from tiendo.reading.sources.apart import Limits, OverLimit, run_apart

FREE = Limits(seconds=20, memory=500)


def endless() -> int:
    while True:
        pass


def greedy() -> int:
    return len(b"".join(bytes(50 * 1024 * 1024) for _ in range(40)))


def crashing() -> int:
    ctypes.string_at(0)
    return 1


def broken() -> int:
    raise LookupError("lỗi của chúng ta")


def test_the_result_comes_back_from_another_process() -> None:
    assert run_apart(os.getpid, FREE) != os.getpid()


def test_a_large_result_comes_back_whole() -> None:
    assert run_apart(lambda: bytes(20_000_000), FREE) == bytes(20_000_000)


def test_endless_work_is_ended() -> None:
    start = time.process_time()
    assert run_apart(endless, Limits(seconds=1, memory=500)) == OverLimit("limits")
    assert time.process_time() - start < 0.5  # the work was not done here


def test_work_that_asks_for_too_much_memory_is_ended() -> None:
    assert run_apart(greedy, Limits(seconds=20, memory=200)) == OverLimit("limits")


def test_a_crash_is_told_apart_from_a_result() -> None:
    assert run_apart(crashing, FREE) == OverLimit("crash")


def test_a_mistake_of_ours_is_not_hidden() -> None:
    with pytest.raises(RuntimeError, match="lỗi của chúng ta"):
        run_apart(broken, FREE)
