"""The page's numbers and where each one's proof stands: the review's ledger, and after it the page's own entries.

The page shows more numbers than the report (older figures, attainment, what the path asks for). They get entries
of their own, T001 and on, so that S012 on the page is S012 in the report. An older figure's proof stands in its
target's own ledger; every other entry stands in the ledger at the end of the page.
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
    """Hands out numbers bound to entries."""

    def __init__(self, review: Review, lang: Lang) -> None:
        """Begin with the review's own ledger, in the review's language."""
        self._report = {entry.id: entry for entry in review.ledger}
        self._known = {entry.figure.id: Number(entry.id, entry.shown) for entry in review.ledger if entry.figure}
        self._own = Ledger(review.plan, lang)

    @property
    def ledger(self) -> tuple[LedgerEntry, ...]:
        """The entries of the ledger at the page's end: the report's, then the page's but for older figures."""
        own = (replace(entry, id=_own_id(entry.id)) for entry in self._own.entries if entry.figure is None)
        return (*self._report.values(), *own)

    def of(self, number: Number) -> LedgerEntry:
        """The report's entry a number is bound to."""
        return self._report[number.entry]

    def in_report(self, figure: Figure) -> bool:
        """Whether the report shows a figure, so that its proof stands in the ledger at the end."""
        return figure.id in self._known

    def figure(self, target: Target, figure: Figure) -> Number:
        """A reported value, bound to the report's entry where the report shows it too."""
        return self._known.get(figure.id) or _own_number(self._own.figure(target, figure))

    def stated(self, key: str, entry: LedgerEntry) -> Number:
        """A number a document states and the report does not show (a part's goal, an assigned plan)."""
        return _own_number(self._own.stated(key, entry))

    def computed(self, key: str, label: str, value: Decimal, unit: str, inputs: Sequence[Number] = ()) -> Number:
        """A number made from others; how stands in the words under `review.computed_<first word of key>`."""
        return _own_number(self._own.computed(key, label, value, unit, inputs))

    def document(self, code: str) -> str:
        """A document as people cite it; a report's file name stays as it is."""
        return self._own.document_name(code)


def _own_number(number: Number) -> Number:
    return Number(_own_id(number.entry), number.shown)


def _own_id(entry: str) -> str:
    return "T" + entry[1:]
