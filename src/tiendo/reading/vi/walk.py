"""The sentence being walked, and one number of it in its place."""

from dataclasses import dataclass

from tiendo.reading.engine.records import Sentence
from tiendo.reading.records import Claim
from tiendo.reading.vi.amount import Amount
from tiendo.reading.vi.clause import Line, View
from tiendo.reading.vi.organisation import Organisation
from tiendo.reading.vi.rank import Rank
from tiendo.reading.vi.thread import Thread


@dataclass(frozen=True, slots=True)
class Item:
    """One number in its place with what a rule reads it by; `rank` where it is a place among peers."""

    view: View
    following: Amount | None
    rank: Rank | None

    @property
    def amount(self) -> Amount:
        """The number."""
        return self.view.amount


@dataclass(frozen=True, slots=True)
class Walk:
    """The sentence being walked: its thread, the claims so far, each with the amount it came from, and its bodies."""

    sentence: Sentence
    line: Line
    thread: Thread
    claims: list[tuple[Amount, Claim]]
    bodies: list[Organisation]
