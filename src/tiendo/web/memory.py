"""What was made once is kept in this process until newer things push it out; two who ask at once make it once."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, TypeVar

__all__ = ["Memory"]

T = TypeVar("T")


@dataclass
class _Place(Generic[T]):
    """Where one thing is kept; empty until it is made."""

    lock: Lock = field(default_factory=Lock)
    made: list[T] = field(default_factory=list)


class Memory(Generic[T]):
    """At most `most` things by their keys; the one asked for longest ago goes first.

    Keys carry the register's version, so nothing is ever out of date: what changed has another key.
    """

    def __init__(self, most: int) -> None:
        """Keep nothing yet."""
        self._most = most
        self._lock = Lock()
        self._places: OrderedDict[Hashable, _Place[T]] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The thing of a key, made now if it is not there; what `make` raises is raised and nothing kept."""
        place = self._place(key)
        with place.lock:
            if not place.made:
                place.made.append(make())
        return place.made[0]

    def known(self, key: Hashable) -> T | None:
        """The thing of a key if it is there."""
        with self._lock:
            place = self._places.get(key)
            if place is None or not place.made:
                return None
            self._places.move_to_end(key)
            return place.made[0]

    def forget(self) -> None:
        """Keep nothing any more: another database is asked."""
        with self._lock:
            self._places.clear()

    def _place(self, key: Hashable) -> _Place[T]:
        with self._lock:
            place = self._places.setdefault(key, _Place())
            self._places.move_to_end(key)
            while len(self._places) > self._most:
                self._places.popitem(last=False)
            return place
