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
    weight: int = 0


def _one(_thing: object) -> int:
    return 1


class Memory(Generic[T]):
    """At most `most` things by their keys, or as much as `most` says in the unit of `weigh`; the oldest asked goes.

    Keys carry the register's version, so nothing is ever out of date: what changed has another key. The newest thing
    stays whatever it weighs.
    """

    def __init__(self, most: int, weigh: Callable[[T], int] = _one) -> None:
        """Keep nothing yet; `weigh` says what a thing takes (its bytes), one where it is not given."""
        self._most, self._weigh = most, weigh
        self._lock = Lock()
        self._places: OrderedDict[Hashable, _Place[T]] = OrderedDict()
        self._total = 0

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The thing of a key, made now if it is not there; what `make` raises is raised and nothing kept."""
        with self._lock:
            place = self._places.setdefault(key, _Place())
            self._places.move_to_end(key)
        with place.lock:
            if not place.made:
                try:
                    place.made.append(make())
                finally:
                    self._settled(key, place)
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
            self._total = 0

    def _settled(self, key: Hashable, place: _Place[T]) -> None:
        """Count what was made, and let go of the oldest until all that is kept fits; nothing made leaves nothing."""
        with self._lock:
            if self._places.get(key) is not place:
                return  # forgotten meanwhile
            if not place.made:
                del self._places[key]
                return
            place.weight = self._weigh(place.made[0])
            self._total += place.weight
            for old in [one for one in self._places if one != key]:
                if self._total <= self._most:
                    break
                self._total -= self._places.pop(old).weight
