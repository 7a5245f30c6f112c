"""What pages keep: made once by however many ask at once, the oldest goes, a failure keeps nothing."""

from threading import Barrier, Thread

import pytest

from tiendo.web.memory import Memory


def test_many_who_ask_at_once_make_a_thing_once() -> None:
    memory: Memory[int] = Memory(4)
    made: list[int] = []
    start = Barrier(8)

    def ask() -> None:
        start.wait()
        memory.get("page", lambda: made.append(1) or len(made))  # type: ignore[func-returns-value]  # - append gives None

    threads = [Thread(target=ask) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert made == [1]


def test_the_one_asked_for_longest_ago_goes_first() -> None:
    memory: Memory[str] = Memory(2)
    for key in ("a", "b", "a", "c"):
        memory.get(key, lambda key=key: key)  # type: ignore[misc]  # - the key as it is now
    assert [memory.known(key) for key in ("a", "b", "c")] == ["a", None, "c"]


def test_what_could_not_be_made_is_tried_again() -> None:
    memory: Memory[int] = Memory(2)
    with pytest.raises(ZeroDivisionError):
        memory.get("page", lambda: 1 // 0)
    assert (memory.known("page"), memory.get("page", lambda: 7)) == (None, 7)


def test_what_is_kept_fits_in_what_may_be_kept_and_the_newest_always_stays() -> None:
    memory: Memory[str] = Memory(10, len)
    for key, thing in (("a", "aaaa"), ("b", "bbbb"), ("c", "cccc"), ("d", "d" * 20), ("e", "e")):
        memory.get(key, lambda thing=thing: thing)  # type: ignore[misc]  # - the thing as it is now
        kept = [one for one in "abcde" if memory.known(one)]
        if key == "c":
            assert kept == ["b", "c"]
        if key == "d":
            assert kept == ["d"]
    assert kept == ["e"]


def test_a_thing_that_could_not_be_made_takes_no_room() -> None:
    memory: Memory[str] = Memory(2)
    for at in range(5):
        with pytest.raises(ZeroDivisionError):
            memory.get(at, lambda: str(1 // 0))
    memory.get("a", lambda: "a")
    memory.get("b", lambda: "b")
    assert (memory.known("a"), memory.known("b")) == ("a", "b")
