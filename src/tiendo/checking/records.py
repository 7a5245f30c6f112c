"""A finding: one thing in a document or a plan that a named unit should look at, as a value with a place."""

from dataclasses import dataclass

from tiendo.errors import Lang, Place, Problem
from tiendo.words import say


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem (code C…, severity, place, what is wrong), the words it stands on, and what is suggested.

    `kind` is one of miscitation, tally, arithmetic, contradiction, outlier, cascade. `suggestion` is what probably
    was meant ("15-NQ/TW"), or None where nothing can be said honestly; `other` is the second place of a
    contradiction. `unit` is the name of the unit the question goes to, None where nobody says whose words it is.
    """

    problem: Problem
    kind: str
    quote: str
    suggestion: str | None = None
    other: Place | None = None
    unit: str | None = None

    def message(self, lang: Lang) -> str:
        """What is wrong, and where its other half stands; without the place and the suggestion."""
        said, other = self.problem.message(lang), self.other
        if other is None:
            return said
        here = self.problem.place is not None and self.problem.place.file == other.file
        where = other.say(lang)
        return f"{said} ({say('checking.see', lang, place=where.removeprefix(f'{other.file}, ') if here else where)})"

    def say(self, lang: Lang) -> str:
        """The finding in one line: where, what is wrong, what is suggested."""
        where = f"{self.problem.place.say(lang)}: " if self.problem.place else ""
        tail = "" if self.suggestion is None else " " + say("checking.suggest", lang, suggestion=self.suggestion)
        return f"{where}{self.message(lang)} [{self.problem.code}]{tail}"
