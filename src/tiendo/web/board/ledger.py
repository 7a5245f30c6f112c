"""A target's ledger: approved figures for everybody; for those who look after the unit also what stands beside them."""

from dataclasses import dataclass

from tiendo.assessing import evidence_for
from tiendo.quantity import Figure
from tiendo.review.page.figures import FigureView
from tiendo.store.queries import figures as queries
from tiendo.store.queries.figures import EvidenceView, OpinionView, RemarkView, TargetFile
from tiendo.web.board.scene import Row, Scene
from tiendo.web.board.tables import Sheet
from tiendo.words import say

__all__ = ["Entry", "Ledger", "ledger_of", "ledger_sheet"]

COLUMNS = ("period", "data_day", "latest", "unit", "kind_of_number", "sentence", "document", "reported", "approved",
           "approved_on", "remark")


@dataclass(frozen=True, slots=True)
class Entry:
    """An approved figure: its record, how it is shown, and for insiders its number and what stands beside it."""

    figure: Figure
    view: FigureView
    number: int | None = None
    remarks: tuple[RemarkView, ...] = ()
    evidence: tuple[EvidenceView, ...] = ()
    opinions: tuple[OpinionView, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """The approved figures up to the day, newest first; `waiting` are others that stand, for insiders only."""

    entries: tuple[Entry, ...]
    waiting: tuple[queries.FigureView, ...] = ()

    @property
    def opinions(self) -> tuple[tuple[Entry, OpinionView], ...]:
        """Every other value somebody put beside a figure."""
        return tuple((entry, one) for entry in self.entries for one in entry.opinions)


def ledger_of(scene: Scene, row: Row, file: TargetFile | None) -> Ledger:
    """The ledger of a target; `file` is what insiders see of it, None for the public."""
    known = [one for one in evidence_for(scene.plan, row.line.target.code).figures
             if one.approved_by is not None and one.as_of <= scene.on]
    ordered = sorted(known, key=lambda one: (one.period.end, one.as_of, one.id), reverse=True)
    shown = list(zip(ordered, row.view.figures, strict=True))
    if file is None:
        return Ledger(tuple(Entry(figure, view) for figure, view in shown))
    numbers = {one.code: one.number for one in file.figures}
    entries = tuple(_beside(figure, view, numbers[figure.id], file) for figure, view in shown)
    counted = {figure.id for figure in known}
    waiting = tuple(one for one in file.figures if one.stands and one.code not in counted)
    return Ledger(entries, waiting)


def _beside(figure: Figure, view: FigureView, number: int, file: TargetFile) -> Entry:
    remarks, evidence, opinions = file.beside[number]
    return Entry(figure, view, number, tuple(remarks), tuple(evidence), tuple(opinions))


def ledger_sheet(scene: Scene, row: Row, ledger: Ledger, name: str) -> Sheet:
    """The ledger as a table to keep."""
    head = tuple(say(f"web.sheet_{column}", scene.lang) for column in COLUMNS)
    return Sheet(name, head, [(
        entry.view.period, entry.figure.as_of,
        entry.figure.value if row.line.target.scale is None else entry.view.shown.shown if entry.view.shown else None,
        row.view.unit, say(f"web.status_{entry.figure.status}", scene.lang), entry.figure.source.sentence,
        entry.view.place, entry.view.reported_by, entry.view.approved_by, entry.figure.approved_on,
        " ".join(filter(None, (say("review.page_replaced", scene.lang) if entry.view.struck else "", entry.view.note))),
    ) for entry in ledger.entries])
