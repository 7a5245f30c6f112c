"""A finding: one thing in a document or a plan that a named unit should look at, as a value with a place."""

from dataclasses import dataclass

from tiendo.errors import Lang, Problem
from tiendo.words import say


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem (code C…, severity, place, what is wrong), the words it stands on, and what is suggested.

    `kind` is one of miscitation, arithmetic, contradiction, tally. `suggestion` is what probably was meant
    ("15-NQ/TW"), or None where nothing can be said honestly.
    """

    problem: Problem
    kind: str
    quote: str
    suggestion: str | None = None

    def say(self, lang: Lang) -> str:
        """The finding in one line: where, what is wrong, what is suggested."""
        tail = "" if self.suggestion is None else " " + say("checking.suggest", lang, suggestion=self.suggestion)
        return self.problem.say(lang) + tail
