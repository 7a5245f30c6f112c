"""Sums: parts that do not make the whole they are listed under, structures that do not make 100 % (C305, C306).

Only lists that say they are whole are summed: "gồm", "bao gồm", "chia ra"; under "trong đó" only parts that are
together more than their whole. A structure sums to 100 within 0.1 (domain.md 2.3) and its parts' rounding.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tiendo.checking.arithmetic import is_amount
from tiendo.checking.case import Case, Rule
from tiendo.checking.records import Finding
from tiendo.checking.shown import HUNDRED, Shown, in_unit, shown_of, spelled, stated, total
from tiendo.reading import Claim, ClaimKind

SUM = Rule("C305", "arithmetic", "warning")
STRUCTURE = Rule("C306", "arithmetic", "warning")

_WHOLE_LIST = re.compile(r"\s*[,(:;]?\s*(?:bao\s+gồm|gồm(?:\s+có)?|chia\s+ra)\b")
_SOME_LIST = re.compile(r"\s*[,(:;]?\s*trong\s+(?:đó|số\s+đó)\b")
_NESTED = re.compile(r"\btrong\s+(?:đó|số\s+đó)\b|\briêng\b|\bgồm\b|\btừ\b|[.;]\s")
_STRUCTURE = re.compile(r"\bcơ\s+cấu\b", re.IGNORECASE)
_NEAR_WHOLE = Decimal(8)  # per cent: parts further from 100 than this are no full structure
_SLACK = Decimal("0.1")


def sum_findings(case: Case) -> Iterator[Finding]:
    """Lists and structures that do not make their whole."""
    for sentence in case.sentences(ClaimKind.MEASURE):
        yield from _lists(case, sentence)
        yield from _structure(case, sentence)


def _lists(case: Case, sentence: Sequence[Claim]) -> Iterator[Finding]:
    """A whole, the word that opens its parts, and the parts to the end of the sentence."""
    for at, whole in enumerate(sentence[:-2]):
        parts = sentence[at + 1:]
        lead = case.between(whole, parts[0])
        full, some = _WHOLE_LIST.match(lead), _SOME_LIST.match(lead)
        if not (full or some) or not all(_part_of_list(part, whole) for part in parts) or _nested(case, parts):
            continue
        numbers = [_in_unit_of(part, whole) for part in parts]
        goal = shown_of(whole)
        if goal is None or any(number is None for number in numbers):
            continue
        sum_ = total([number for number in numbers if number is not None])
        if sum_.low > goal.high or (full and sum_.high < goal.low):
            yield SUM.at(case.document, whole, sum=" + ".join(stated(part) for part in parts), whole=stated(whole),
                         total=f"{spelled(sum_.value, 3)} {whole.unit}")


def _part_of_list(part: Claim, whole: Claim) -> bool:
    """An amount like the whole: same unit, same certainty, same period."""
    return is_amount(part) and is_amount(whole) and not part.doubt and not whole.doubt and part.value_to is None \
        and (part.status, part.period) == (whole.status, whole.period)


def _in_unit_of(part: Claim, whole: Claim) -> Shown | None:
    number = shown_of(part)
    return in_unit(number, part.unit or "", whole.unit or "") if number else None


def _nested(case: Case, parts: Sequence[Claim]) -> bool:
    """Whether some part may be a part of another part."""
    return bool(_NESTED.search(case.document.text[parts[0].end:parts[-1].start]))


def _structure(case: Case, sentence: Sequence[Claim]) -> Iterator[Finding]:
    """Three shares or more of one period in a sentence that speaks of a structure."""
    shares = [claim for claim in sentence if claim.relation == "share" and claim.unit == "%"]
    numbers = [number for claim in shares if (number := shown_of(claim)) is not None and claim.value_to is None]
    same = len({(claim.period, claim.status, claim.organisation) for claim in shares}) == 1
    if len(shares) < 3 or len(numbers) != len(shares) or not same or not _STRUCTURE.search(sentence[0].sentence):
        return
    if len({claim.subject for claim in shares}) != len(shares) or _nested(case, shares):
        return
    sum_ = total(numbers)
    if abs(sum_.value - HUNDRED) <= _NEAR_WHOLE and not sum_.meets(HUNDRED - _SLACK, HUNDRED + _SLACK):
        yield STRUCTURE.at(case.document, shares[-1], sum=" + ".join(stated(claim) for claim in shares),
                           total=spelled(sum_.value))
