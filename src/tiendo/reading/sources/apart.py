"""A piece of work in a process of its own, held to a time and a memory: for parsers that hostile files can hang.

A PDF of ten kilobytes can ask for ten billion drawings; nothing inside this process could stop the C code that obeys.
A child process is forked, does the work, hands back its result and ends; one that takes too long, asks for too much
memory or crashes is ended by the system, and only the file is lost. The child has no other rights than we have: it
guards against endless work and crashes, not against a parser that was taken over. Where there is no fork (Windows)
the work is done here, without these limits.
"""

import faulthandler
import os
import pickle
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeVar

MIB = 1024 * 1024
GAVE_UP = 3  # the child's way of saying that memory ran out
BROKE = 1  # an exception nobody meant: our own mistake, not the file's

Given = TypeVar("Given")

__all__ = ["Limits", "OverLimit", "run_apart"]


class Limits(NamedTuple):
    """Seconds of computing and MiB of memory (beyond what this process has) that a piece of work may take."""

    seconds: int
    memory: int


@dataclass(frozen=True, slots=True)
class OverLimit:
    """The work was ended: which limit it met, or that it crashed."""

    why: Literal["limits", "crash"]


def run_apart(work: Callable[[], Given], limits: Limits) -> Given | OverLimit:
    """What `work` gives (it must be picklable), or why it was ended. RuntimeError for a mistake of ours in it."""
    if not hasattr(os, "fork"):
        return work()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work_and_end(work, limits, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code == 0:
        given: Given = pickle.loads(answer)  # noqa: S301 - our own child's answer
        return given
    if code == BROKE:
        raise RuntimeError(f"reading apart broke: {answer.decode(errors='replace')}")
    return OverLimit("limits" if code in {GAVE_UP, -signal.SIGXCPU} else "crash")


def _work_and_end(work: Callable[[], object], limits: Limits, writing: int) -> None:
    """The child: do the work, write the answer, end without running anything of the parent's."""
    code = BROKE
    answer = b""
    faulthandler.disable()  # a crash is the file's and is told as such; a report of it would read like ours
    try:
        _hold_to(limits)
        answer = pickle.dumps(work())
        code = 0
    except MemoryError:
        code = GAVE_UP
    finally:
        if code == BROKE:
            answer = traceback.format_exc().encode()
        _write_all(writing, answer)
        os._exit(code)


def _hold_to(limits: Limits) -> None:
    """Set the limits; the system ends a process that passes them. No core file is left of one that crashes."""
    import resource  # noqa: PLC0415 - Windows has no such module, and no fork

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 1))
    memory = _own_memory()
    if memory:
        resource.setrlimit(resource.RLIMIT_AS, (memory + limits.memory * MIB,) * 2)


def _own_memory() -> int:
    """The bytes of address space this process has, 0 where the system does not say (only Linux does)."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - no Path between fork and work
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def _write_all(writing: int, answer: bytes) -> None:
    sent = 0
    while sent < len(answer):
        sent += os.write(writing, answer[sent:sent + MIB])
