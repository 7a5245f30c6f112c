"""The number ledger: every number of the report gets its entry here, or it cannot be written.

A builder, used while a review is composed: it hands out bound numbers and keeps what each stands on. Numbers
that show the same figure share one entry.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tiendo.plan import Plan, Target, amount_text, value_text
from tiendo.quantity import Figure, find_amounts, find_ratios, say_period
from tiendo.review.naming import Naming
from tiendo.review.prose import Runs, together
from tiendo.review.records import LedgerEntry, Number
from tiendo.words import Lang, say


class Ledger:
    """Hands out numbers bound to entries; `entries` gives them in order of first use, as S001, S002 and so on."""

    def __init__(self, plan: Plan, lang: Lang) -> None:
        """Keep the plan's names and the language of what is shown."""
        self._naming = Naming(plan, lang)
        self._lang = lang
        self._entries: dict[str, LedgerEntry] = {}

    @property
    def entries(self) -> tuple[LedgerEntry, ...]:
        """The ledger so far."""
        return tuple(self._entries.values())

    def document_name(self, code: str) -> str:
        """A document as people cite it; a file nobody declared stays as it is."""
        return self._naming.document(code)

    def figure(self, target: Target, figure: Figure, unit: str | None = None) -> Number:
        """A reported value of a target, with its source sentence and approval; `unit` when it is said in another."""
        if figure.value is None:
            raise ValueError(f"{figure.id} has no value to show")
        source = figure.source
        part = f" ({self._naming.part(target.code, figure.component)})" if figure.component else ""
        number = self._bind(f"figure {figure.id}", LedgerEntry(
            "", f"{self._naming.target(target)}{part}, {say_period(figure.period.code, self._lang)}",
            amount_text(figure.value, target.unit, target.scale, self._lang), figure.value, target.unit,
            figure=figure, document=self._naming.document(source.document), page=source.page,
            sentence=source.sentence, reported_by=self._naming.reporter(figure), approved_by=figure.approved_by,
            approved_on=figure.approved_on,
        ))
        if unit is None:
            return number
        return replace(number, shown=amount_text(abs(figure.value), unit, target.scale, self._lang))

    def stated(self, key: str, entry: LedgerEntry) -> Number:
        """A number a document states and nobody reports (a goal, a rank, a plan); `entry.id` is given here."""
        return self._bind(key, entry)

    def computed(self, key: str, label: str, value: Decimal, unit: str, inputs: Sequence[Number] = ()) -> Number:
        """A number made from others; the first word of `key` names the rule in words (`review.computed_<word>`)."""
        how = say(f"review.computed_{key.split(maxsplit=1)[0]}", self._lang)
        return self._bind(f"computed {key}", LedgerEntry(
            "", label, amount_text(value, unit, None, self._lang), value, unit, computed=how,
            inputs=tuple(dict.fromkeys(number.entry for number in inputs)),
        ))

    def count(self, key: str, label: str, value: int, unit: str, inputs: Sequence[Number] = ()) -> Number:
        """A count, shown without its unit: the sentence around it has the noun."""
        number = self.computed(key, label, Decimal(value), unit, inputs)
        return replace(number, shown=value_text(Decimal(value), None, self._lang))

    def quoted(self, text: str, document: str, label: str) -> Runs:
        """Words of a document (a task, a name) with their numbers bound to that document."""
        cuts = {(one.start, one.end): (one.value, one.unit or "") for one in find_amounts(text) if not one.value_to}
        cuts |= {(one.start, one.end): (Decimal(one.count), "") for one in find_ratios(text)}
        parts: list[str | Number] = []
        done = 0
        for (start, end), (value, unit) in sorted(cuts.items()):
            parts += [text[done:start], self._bind(f"quoted {document} {text} {start}", LedgerEntry(
                "", label, text[start:end].strip(), value, unit, sentence=text,
                document=self._naming.document(document),
            ))]
            done = end
        return together([*parts, text[done:]])

    def _bind(self, key: str, entry: LedgerEntry) -> Number:
        known = self._entries.get(key)
        if known is None:
            known = replace(entry, id=f"S{len(self._entries) + 1:03d}", key=key)
            self._entries[key] = known
        elif known.value != entry.value:
            raise ValueError(f"two numbers under one key: {key}: {known.value} and {entry.value}")
        return Number(known.id, known.shown)
