"""Which plan a number is held to, in the text's words, and who assigned it.

One amount may have two denominators: "đạt 104,24% dự toán Trung ương giao và 85,63% dự toán tỉnh giao" says how much
of the centre's plan and how much of the province's. A claim keeps both words: `plan` ("dự toán tỉnh giao", "kế hoạch
cả năm") and `assigned_by` ("tỉnh"). Words: `lexicon/assigner.toml`.
"""

from dataclasses import dataclass

from tiendo.reading.vi.case import opening_comparison
from tiendo.reading.vi.clause import View
from tiendo.reading.vi.link import Link
from tiendo.reading.vi.wording import fold, wording

_PLANS = {"plan", "resolution"}
_ENDINGS = ("kế hoạch", "dự toán")  # also of verbs: "thấp hơn kế hoạch"
_LONGEST = 120  # characters in which a plan says whose it is


@dataclass(frozen=True, slots=True)
class Plan:
    """The words of a plan, and of who assigned it (None where the text does not say)."""

    words: str
    assigned_by: str | None


def plan_held_to(view: View, link: Link) -> Plan | None:
    """The plan behind a number, else between the linking word and the number ("vượt dự toán tỉnh giao 12%")."""
    behind = _plan(view, view.amount.last, view.tail)
    between = _plan(view, link.index, view.amount.first) if link.index is not None and not behind else None
    opening = opening_comparison(view)
    return behind or between or (_plan(view, *opening) if opening else None)


def plan_told(view: View) -> Plan | None:
    """The plan that a planned value is named by: "dự toán Trung ương giao 1.250 tỷ đồng", "tỉnh giao 1.400 tỷ"."""
    named = _plan(view, view.piece, view.amount.first)
    given = None if named else next((index for index in range(view.piece, view.amount.first)
                                     if view.tokens[index].text.startswith("giao")), None)
    if given is None:
        return named
    text = " ".join(view.line.text[view.tokens[view.piece].start:view.tokens[given].end].split())
    who = _assigner(text[-_LONGEST:])
    return Plan(text, who) if who else None


def _plan(view: View, start: int, end: int) -> Plan | None:
    tokens = view.tokens
    first = next((index for index in range(start, end)
                  if tokens[index].tags.get("against") in _PLANS or tokens[index].text.endswith(_ENDINGS)), None)
    last = end
    while first is not None and last > first and (
            tokens[last - 1].kind == "mark" or tokens[last - 1].tags.keys() & {"verb", "bound"}):
        last -= 1
    if first is None or first == last:
        return None
    shorter = next((ending for ending in _ENDINGS if tokens[first].text.endswith(f" {ending}")), tokens[first].text)
    begin = tokens[first].end - len(shorter) if "verb" in tokens[first].tags else tokens[first].start
    text = view.line.text[begin:tokens[last - 1].end]  # "thấp hơn ¦kế hoạch tỉnh giao¦ 0,15%"
    return Plan(" ".join(text.split()), _assigner(text[:_LONGEST]))


def _assigner(text: str) -> str | None:
    folded = fold(text)
    for rule in wording("assigner").rules:
        found = rule.pattern.search(folded)
        if found:
            return " ".join(text[slice(*found.span("who"))].split())
    return None
