"""What runs on from sentence to sentence: the period, the year for dates without one, the term, the body."""

import re
from collections import Counter
from dataclasses import dataclass

from tiendo.reading.vi.name import Name
from tiendo.reading.vi.period import NOW, OPEN_YEAR, SAME, TERM, Mention

_YEAR_SAID = re.compile(
    r"(?P<same>cùng k[ỳì](?: năm)?|so với(?: thực hiện)?(?: năm)?) (?P<y1>(?:19|20)\d\d)(?![\d.,]*\d)"
    r"|(?P<wish>đến năm|vào năm|tới năm|đến hết năm|đến cuối năm) (?P<y3>(?:19|20)\d\d)"
    r"|(?:năm|quý [iv1-4]{1,3}|\d{1,2}/\d{1,2}|tháng \d{1,2})[ /.-](?P<y2>(?:19|20)\d\d)(?!\d|\s?[-–]\s?\d)",
)
_TERM_SAID = re.compile(r"nhiệm kỳ (?P<a>(?:19|20)\d\d)\s?[-–]\s?(?P<b>(?:19|20)\d\d)")


@dataclass(slots=True)
class Context:
    """What a document has said so far; the reader changes it as it walks.

    `year` is the last year a figure's period named, `period` the last period and where it was said, `usual`
    the year the document speaks of most (`sure`: as a fact, not
    only as a goal), `unknown` whether the last period had a year nobody knows, `term` its term, `status` what the sentence before ended with.
    """

    usual: str | None = None
    sure: bool = False
    year: str | None = None
    period: str | None = None
    period_from: str | None = None
    term: str | None = None
    unknown: bool = False
    status: str | None = None
    topic: Name | None = None
    organisation: str | None = None

    def resolve(self, code: str) -> str | None:
        """A period's code with what it leaves open filled in; None where nothing fills it."""
        if code == TERM:
            return self.term
        if code == NOW:
            return self.usual if self.sure else self.year
        if code.startswith(SAME):
            return self._same(code.removeprefix(SAME))
        if OPEN_YEAR not in code:
            return code
        year = self.year or (self.usual if self.sure else None)
        return code.replace(OPEN_YEAR, year) if year else None

    def _same(self, year: str) -> str:
        """"cùng kỳ năm 2011": the period at hand in that year."""
        if self.period is None or ("/" in self.period and "-" not in self.period):
            return year
        return re.sub(r"(?:19|20)\d\d", year, self.period)

    def note(self, mention: Mention) -> None:
        """Remember a period that was said; one whose year nobody knows makes the period unknown."""
        code = self.resolve(mention.code)
        self.period, self.period_from, self.unknown = code, mention.rule, code is None
        if code and ("/" not in code or "-" in code):
            self.year = code[:4]


def opening_context(text: str) -> Context:
    """The context a document begins with: the year and the term its text names most."""
    low = text.lower()
    years: Counter[str] = Counter()
    wished: Counter[str] = Counter()
    for found in _YEAR_SAID.finditer(low):
        if found["y1"]:
            years[str(int(found["y1"]) + 1)] += 1
        elif found["y2"]:
            years[found["y2"]] += 1
        else:
            wished[found["y3"]] += 1
    terms = Counter(f"{found['a']}/{found['b']}" for found in _TERM_SAID.finditer(low))
    return Context(
        usual=_most(years) or _most(wished), sure=bool(years), term=_most(terms),
    )


def _most(votes: Counter[str]) -> str | None:
    """What was said most; of equals the latest."""
    return max(votes, key=lambda said: (votes[said], said), default=None)
