"""The number ledger: every number of the report gets its entry here, or it cannot be written.

A builder, used while a review is composed: it hands out bound numbers and keeps what each stands on. Numbers
that show the same figure share one entry.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tiendo.plan import Plan, Target, amount_text
from tiendo.quantity import Figure, say_period
from tiendo.review.records import LedgerEntry, Number
from tiendo.words import Lang, say


class Ledger:
    """Hands out numbers bound to entries; `entries` gives them in order of first use, as S001, S002 and so on."""

    def __init__(self, plan: Plan, lang: Lang) -> None:
        """Keep the plan, whose documents the entries name, and the language of what is shown."""
        self._titles = {document.code: _document_name(document) for document in plan.documents}
        self._lang = lang
        self._entries: dict[str, LedgerEntry] = {}

    @property
    def entries(self) -> tuple[LedgerEntry, ...]:
        """The ledger so far."""
        return tuple(self._entries.values())

    def document_name(self, code: str) -> str:
        """A document as people cite it; a report's file name stays as it is."""
        return self._titles.get(code, code)

    def figure(self, target: Target, figure: Figure) -> Number:
        """A reported value of a target, with its source sentence and approval."""
        if figure.value is None:
            raise ValueError(f"{figure.id} has no value to show")
        name = target.name_vi if self._lang == "vi" else target.name_en
        label = f"{name}, {say_period(figure.period.code, self._lang)}"
        return self._bind(f"figure {figure.id}", LedgerEntry(
            "", label, amount_text(figure.value, target.unit, target.scale, self._lang), figure.value, target.unit,
            figure=figure, document=self.document_name(figure.source.document), page=figure.source.page,
            sentence=figure.source.sentence, reported_by=figure.reported_by, approved_by=figure.approved_by,
            approved_on=figure.approved_on,
        ))

    def stated(self, key: str, entry: LedgerEntry) -> Number:
        """A number a document states and nobody reports (a goal, a rank, a plan); `entry.id` is given here."""
        return self._bind(key, entry)

    def computed(self, key: str, label: str, value: Decimal, unit: str, inputs: Sequence[Number] = ()) -> Number:
        """A number made from others; `key` names the rule in words (`review.computed_<key>`)."""
        how = say(f"review.computed_{key.split(maxsplit=1)[0]}", self._lang)
        return self._bind(f"computed {key}", LedgerEntry(
            "", label, amount_text(value, unit, None, self._lang), value, unit, computed=how,
            inputs=tuple(dict.fromkeys(number.entry for number in inputs)),
        ))

    def _bind(self, key: str, entry: LedgerEntry) -> Number:
        known = self._entries.get(key)
        if known is None:
            known = replace(entry, id=f"S{len(self._entries) + 1:03d}")
            self._entries[key] = known
        return Number(known.id, known.shown)


def _document_name(document: object) -> str:
    kind, symbol, title = (getattr(document, name) for name in ("kind", "symbol", "title"))
    return f"{kind} số {symbol}" if symbol else title
