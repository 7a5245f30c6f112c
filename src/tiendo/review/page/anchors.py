"""The page's numbers and where each one's proof stands: the review's ledger, and after it the page's own entries.

The page shows more numbers than the report (older figures, attainment, what the path asks for). They get entries
of their own, T001 and on, so that S012 on the page is S012 in the report.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tiendo.plan import Target
from tiendo.quantity import Figure
from tiendo.review.ledger import Ledger
from tiendo.review.records import LedgerEntry, Number, Review
from tiendo.words import Lang


class Anchors:
    """Hands out numbers bound to entries; `entries` are the review's and then the page's, in order of use."""

    def __init__(self, review: Review, lang: Lang) -> None:
        """Begin with the review's own ledger, in the review's language."""
        self._report = review.ledger
        self._known = {entry.figure.id: Number(entry.id, entry.shown) for entry in review.ledger if entry.figure}
        self._own = Ledger(review.plan, lang)

    @property
    def entries(self) -> tuple[LedgerEntry, ...]:
        """Every entry a number of the page may point to."""
        return (*self._report, *(replace(entry, id=_own_id(entry.id)) for entry in self._own.entries))

    def figure(self, target: Target, figure: Figure) -> Number:
        """A reported value, bound to the report's entry where the report shows it too."""
        return self._known.get(figure.id) or _own_number(self._own.figure(target, figure))

    def computed(self, key: str, label: str, value: Decimal, unit: str, inputs: Sequence[Number] = ()) -> Number:
        """A number made from others; how stands in the words under `review.computed_<first word of key>`."""
        return _own_number(self._own.computed(key, label, value, unit, inputs))


def _own_number(number: Number) -> Number:
    return Number(_own_id(number.entry), number.shown)


def _own_id(entry: str) -> str:
    return "T" + entry[1:]
