"""One piece of work for each of many things, on several processes, the answers in the order of the things.

Processes are started anew ("spawn"), so that nothing of this one's threads, files and locks goes with them. Only a few
answers wait at a time: memory does not grow with the number of things. An exception of the work is raised here as it
would be without processes. A process that the system ends (out of memory, a crash in foreign code) loses the one
thing it worked on: what else was under way is tried again, alone, and what ends its process again is given to `lost`.
"""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

Thing = TypeVar("Thing")
Answer = TypeVar("Answer")

AHEAD = 4  # answers a process may be ahead of the one that is waited for


def in_order(
    work: Callable[[Thing], Answer], things: Iterable[Thing], jobs: int, lost: Callable[[Thing], Answer],
) -> Iterator[Answer]:
    """What `work` (a module's own function) gives for each thing, in their order, on `jobs` processes."""
    rest = iter(things)
    again: list[Thing] = []
    while True:
        with _pool(jobs) as pool:
            try:
                yield from _answers(pool, work, rest, again, jobs * AHEAD)
            except BrokenProcessPool:
                pass
            else:
                return
        for thing in again:
            yield _alone(work, thing, lost)
        again = []


def _answers(
    pool: ProcessPoolExecutor, work: Callable[[Thing], Answer], rest: Iterator[Thing], waiting: list[Thing], ahead: int,
) -> Iterator[Answer]:
    """The answers while all goes well; `waiting` holds the things whose answers were not given yet."""
    futures: deque[Future[Answer]] = deque()
    while True:
        for thing in islice(rest, ahead - len(waiting)):
            waiting.append(thing)
            futures.append(pool.submit(work, thing))
        if not futures:
            return
        answer = futures[0].result()
        futures.popleft()
        waiting.pop(0)
        yield answer


def _alone(work: Callable[[Thing], Answer], thing: Thing, lost: Callable[[Thing], Answer]) -> Answer:
    """The answer for a thing in a process of its own."""
    with _pool(1) as pool:
        try:
            return pool.submit(work, thing).result()
        except BrokenProcessPool:
            return lost(thing)


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Processes that leave Ctrl+C to this one; whoever stops early waits only for what is being read right now."""
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), signal.signal, (signal.SIGINT, signal.SIG_IGN))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)
