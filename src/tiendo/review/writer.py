"""What every part of the report is written with: the plan, the day, the language, the names and the ledger."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tiendo.plan import Plan, Target, amount_text, value_text
from tiendo.quantity import say_day
from tiendo.review.ledger import Ledger
from tiendo.review.naming import Naming
from tiendo.review.prose import Part, Runs, runs
from tiendo.review.records import LedgerEntry, Number, Paragraph
from tiendo.words import Lang, say


@dataclass(frozen=True, slots=True)
class Writer:
    """One report in the making, in one language."""

    plan: Plan
    as_of: date
    lang: Lang
    names: Naming
    ledger: Ledger

    @classmethod
    def of(cls, plan: Plan, as_of: date, lang: Lang) -> "Writer":
        """A writer with an empty ledger."""
        return cls(plan, as_of, lang, Naming(plan, lang), Ledger(plan, lang))

    def said(self, key: str, **values: object) -> str:
        """The words `review.<key>` without bound numbers."""
        return say(f"review.{key}", self.lang, **values)

    def runs(self, key: str, **parts: Part) -> Runs:
        """The phrase `review.<key>` with bound numbers."""
        return runs(f"review.{key}", self.lang, **parts)

    def paragraph(self, key: str, style: str = "body", **parts: Part) -> Paragraph:
        """One paragraph of one phrase."""
        return Paragraph(self.runs(key, **parts), style)

    def day(self, day: date | None) -> str:
        """A day in words, a dash for none."""
        return say_day(day, self.lang) if day else "–"

    def stated(self, target: Target, what: str, value: Decimal) -> Number:
        """A number of the resolution itself (baseline, goal): its source is the document and the place in it."""
        document = self.names.record(target.source_document)
        unit = goal_unit(target)
        return self.ledger.stated(f"{what} {target.code}", LedgerEntry(
            "", self.said(f"label_{what}", name=self.names.target(target)),
            amount_text(value, unit, target.scale, self.lang), value, unit,
            document=self.names.document(target.source_document), sentence=target.source_place,
            approved_by=document.issuer if document else None, approved_on=document.issued_on if document else None,
        ))

    def bare(self, number: Number, value: Decimal, target: Target) -> Number:
        """The same bound number without its unit: the table has a column for it."""
        return Number(number.entry, value_text(value, target.scale, self.lang))


def goal_unit(target: Target) -> str:
    """The unit a target's goal is in: per cent of the assigned plan for relative_to_assigned."""
    return "%" if target.kind == "relative_to_assigned" else target.unit
