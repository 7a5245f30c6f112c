"""Sums: parts that do not make the whole they are listed under, structures that do not make 100 % (C305, C306).

Only lists that say they are whole are summed: "gồm", "bao gồm", "chia ra"; under "trong đó" only parts that are
together more than their whole. A structure sums to 100 within 0.1 (domain.md 2.3) and its parts' rounding.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from tiendo.checking.bases import is_amount
from tiendo.checking.case import Case, Rule
from tiendo.checking.records import Finding
from tiendo.checking.shown import HUNDRED, Shown, in_unit, shown_of, spelled, spelled_amount, stated, total
from tiendo.quantity import is_counted
from tiendo.quantity.numeral import parse_numeral
from tiendo.reading import Claim, ClaimKind

SUM = Rule("C305", "arithmetic", "warning")
STRUCTURE = Rule("C306", "arithmetic", "warning")

_WHOLE_LIST = re.compile(
    r"(?:(?!\btrong\b|\briêng\b)[^.;]){0,60}?\b(?:bao\s+gồm|gồm|chia\s+ra)\b", re.IGNORECASE)
_SOME_LIST = re.compile(r"\s*[,(:;]?\s*trong\s+(?:đó|số\s+đó)\b", re.IGNORECASE)
_NESTED = re.compile(r"\btrong\s+(?:đó|số\s+đó)\b|\briêng\b|\bgồm\b|\.\s", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(r";\s")
_STRUCTURE = re.compile(r"\bcơ\s+cấu\b|\btỷ\s+trọng\b", re.IGNORECASE)
_NUMERAL = re.compile(r"(?<!\w)(?:\d{1,4}|[^\W\d_]+(?:\s+[^\W\d_]+){0,3}?)(?=\s)")
_LEAST, _MOST = Decimal(97), Decimal(108)  # per cent: shares that make less or more are no full structure
_SLACK = Decimal("0.1")
_AFTER = 240  # characters behind a list in which the text may name what the list leaves out


def sum_findings(case: Case) -> Iterator[Finding]:
    """Lists and structures that do not make their whole."""
    for sentence in case.sentences(ClaimKind.MEASURE):
        yield from _lists(case, sentence)
        yield from _structure(case, sentence)


def _lists(case: Case, sentence: Sequence[Claim]) -> Iterator[Finding]:
    """A whole, the word that opens its parts, and the parts to the end of the list."""
    for at, whole in enumerate(sentence[:-2]):
        lead = case.between(whole, sentence[at + 1])
        full, some = _WHOLE_LIST.match(lead), _SOME_LIST.match(lead)
        parts = _parts(case, sentence[at + 1:])
        goal, numbers = shown_of(whole), [_in_unit_of(part, whole) for part in parts]
        fit = all(_part_of_list(part, whole) for part in parts) and not _nested(case, parts)
        if not (full or some) or len(parts) < 2 or not fit or goal is None or None in numbers:
            continue
        sum_ = total([number for number in numbers if number is not None])
        short = bool(full and sum_.high < goal.low) and not _named_behind(case, parts[-1], goal.value - sum_.value)
        if sum_.low > goal.high or short:
            told = " + ".join(stated(part) for part in parts)
            yield SUM.over(case.document, whole, parts[-1], sum=told, whole=stated(whole),
                           total=spelled_amount(sum_.value, whole.unit or ""))


def _parts(case: Case, claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims up to the end of the list's clause; a list parted by semicolons goes on to the sentence's end."""
    gaps = [bool(_CLAUSE_ENDS.search(case.between(first, second))) for first, second in pairwise(claims)]
    if True not in gaps or all(gaps):
        return claims
    return claims[:gaps.index(True) + 1]


def _part_of_list(part: Claim, whole: Claim) -> bool:
    """An amount like the whole: same certainty, same period."""
    sure = not part.number_doubt and not whole.number_doubt
    return sure and is_amount(part) and is_amount(whole) and part.value_to is None \
        and (part.status, part.period) == (whole.status, whole.period)


def _in_unit_of(part: Claim, whole: Claim) -> Shown | None:
    """A part's number in the whole's unit; "10 tổ chức" are of "52 tổ chức cơ sở đảng"."""
    number = shown_of(part)
    if number is None:
        return None
    one, all_ = part.unit or "", whole.unit or ""
    if is_counted(one) and is_counted(all_) and f"{all_} ".casefold().startswith(f"{one} ".casefold()):
        return number
    return in_unit(number, one, all_)


def _nested(case: Case, parts: Sequence[Claim]) -> bool:
    """Whether some part may be a part of another part."""
    return bool(parts and _NESTED.search(case.document.text[parts[0].end:parts[-1].start]))


def _named_behind(case: Case, last: Claim, missing: Decimal) -> bool:
    """Whether the text right behind a list names what it leaves out: "Một tổ chức đang chờ xem xét"."""
    behind = case.document.text[last.end:last.end + _AFTER]
    found = (match[0] for match in _NUMERAL.finditer(behind))
    return any((int(word) if word.isdecimal() else parse_numeral(word)) == missing for word in found)


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
    if _LEAST <= sum_.value <= _MOST and not sum_.meets(HUNDRED - _SLACK, HUNDRED + _SLACK):
        yield STRUCTURE.over(case.document, shares[0], shares[-1], sum=" + ".join(stated(claim) for claim in shares),
                           total=spelled(sum_.value))
