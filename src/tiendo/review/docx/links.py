"""The way from a number to its line of the ledger, and back to where the number first stands."""

from collections.abc import Iterable
from itertools import count

from tiendo.review.docx.xml import Xml, text_run, w
from tiendo.review.records import Number, Run

FIRST_ID = 9000  # bookmark ids of a template stay below


class Links:
    """Links and bookmarks of one document: an entry's line is called by its id, the number's first place `S001_1`."""

    def __init__(self, style: str) -> None:
        """Keep the character style of a linked number, and which numbers have been seen."""
        self._style = style
        self._ids = count(FIRST_ID)
        self._seen: set[str] = set()

    def runs(self, words: Iterable[Run]) -> list[Xml]:
        """Words as runs, bound numbers as links to their line of the ledger."""
        return [self._number(run) if isinstance(run, Number) else text_run(run) for run in words]

    def line(self, entry: str) -> Xml:
        """The name of a ledger line: the aim of its numbers' links, itself a link back where there is a number."""
        name = text_run(entry, style=self._style)
        back = w("hyperlink", name, anchor=f"{entry}_1", history=1) if entry in self._seen else name
        return self._bookmark(entry, back)

    def _number(self, number: Number) -> Xml:
        link = w("hyperlink", text_run(number.shown, style=self._style), anchor=number.entry, history=1)
        if number.entry in self._seen:
            return link
        self._seen.add(number.entry)
        return self._bookmark(f"{number.entry}_1", link)

    def _bookmark(self, name: str, inside: Xml) -> Xml:
        mark = next(self._ids)
        return w("bookmarkStart", id=mark, name=name) + inside + w("bookmarkEnd", id=mark)
