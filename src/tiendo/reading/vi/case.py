"""What a relation rule looks at: the number in its place, its link, what it is held to, what was said before.

`against_of` says what a number is held to: by the words behind it, between its verb and it, or opening the sentence.
"""

from dataclasses import dataclass

from tiendo.reading.vi.amount import Unit
from tiendo.reading.vi.clause import View
from tiendo.reading.vi.link import Link

PLANS = {"plan", "resolution"}
PAST = {"same_period", "previous"}
_REACHED = {"equal", "reach"}
_COMPARING = {"up", "down", "minus"} | _REACHED
_LONGEST_OPENING = 14  # tokens of "So với cùng kỳ năm 2022, …"


@dataclass(frozen=True, slots=True)
class Said:
    """The relation of a number and its sign (-1 for a fall or a shortfall)."""

    relation: str
    sign: int = 1


@dataclass(frozen=True, slots=True)
class Case:
    """Everything a relation rule looks at.

    `head` is what the name's first word makes of a bare number (growth, share, rate, disbursement, flow,
    amount); `against` is what the number is measured by; `before` is what the number of the same kind before
    it said; `named` whether the number has a name of its own; `structure` whether the sentence tells parts of
    a whole; `after_excess` whether a "vượt …" of the same piece still waits for its number; `quota` whether the
    number before was held to a quota ("289/761 tỷ đồng"), `disbursed` whether the sentence tells a disbursement,
    `counted` whether the number before was a count, `last` what the number before said, of `last_kind`;
    `listed` the change that the count before, in one list with this one, told;
    `planned` whether the number before was a plan's value in a bracket;
    `between` whether the name stands behind the verb ("giảm số hộ nghèo … 400 hộ").
    """

    view: View
    link: Link
    head: str | None
    against: str | None
    before: Said | None
    named: bool
    structure: bool
    after_excess: bool
    quota: bool = False
    disbursed: bool = False
    counted: bool = False
    last: Said | None = None
    last_kind: Unit | None = None
    between: bool = False
    listed: Said | None = None
    planned: bool = False

    @property
    def kind(self) -> Unit:
        """The kind of the number's unit."""
        return self.view.amount.kind


def against_of(view: View, link: Link) -> str | None:
    """What the tail, else the link, measures the number by."""
    for index in range(view.amount.last, view.tail):
        kind = view.tokens[index].tags.get("against")
        if kind is not None:
            return kind if index + 1 not in view.line.timed or kind != "plan" or _names_year(view, index + 1) else None
        if "than" in view.tokens[index].tags:
            return _compared_in(view, index + 1)
        if index in view.line.timed:
            continue
        if index > view.amount.last + 1:
            break
    return link.against or _opening(view, link)


def opening_comparison(view: View) -> tuple[int, int] | None:
    """"So với cùng kỳ, …": the comparison that opens a sentence holds for the numbers behind its comma."""
    tokens = view.tokens
    if "than" not in tokens[0].tags:
        return None
    end = next((index for index in range(1, min(_LONGEST_OPENING, len(tokens))) if index in view.line.breaks), None)
    return (0, end) if end is not None and end <= view.amount.first and tokens[end].text == "," else None


def _opening(view: View, link: Link) -> str | None:
    """What the opening of the sentence compares with: a change with anything, what is reached only with a plan."""
    span = opening_comparison(view) if link.verb in _COMPARING else None
    if span is None:
        return None
    kinds = [view.tokens[index].tags["against"] for index in range(*span) if "against" in view.tokens[index].tags]
    against = kinds[0] if kinds else "previous"
    return against if link.verb not in _REACHED or against in PLANS else None


def _names_year(view: View, index: int) -> bool:
    """"kế hoạch năm 2020" is a plan; "kế hoạch 2011-2015" behind a yearly average is its period."""
    token = view.tokens[index]
    return not any("/" in period.code for period in view.line.periods_in(token.start, token.end))


def _compared_in(view: View, start: int) -> str:
    """What a comparison holds a number to; something assigned is a plan, anything not named the past."""
    if any(view.tokens[index].text in {"giao", "được giao"} for index in range(start, view.tail)):
        return "plan"
    kinds = [view.tokens[i].tags["against"] for i in range(start, view.tail) if "against" in view.tokens[i].tags]
    return kinds[0] if kinds else "previous"
