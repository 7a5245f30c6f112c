"""What a share, a growth or an excess is measured by: its value before it and its base, in one sentence.

Precision first. A value and the relations behind it are held together only where nothing but link words stands
between them ("2.914,7 tỷ đồng, ¦bằng 109,8% dự toán Thành phố giao¦ (2.655 tỷ đồng) ¦và 107,1% dự toán quận giao¦");
a base is the amount in brackets behind its relation, or the one planned amount of the same thing close before it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tiendo.checking.case import Case
from tiendo.checking.shown import Shown, in_unit, readings, stated
from tiendo.quantity import convert, is_counted
from tiendo.reading import Claim

RELATIONS = frozenset({"attainment", "growth", "excess"})
MEASURED = RELATIONS | {"share"}  # a share is a relation beside its amount, and a value by itself
RATES = frozenset({"%", "điểm %", "‰", "lần"})

_LINK = re.compile(
    r"[\s,(–-]*(?:(?:và|đã|đạt|bằng|tức|tỷ\s+lệ|tương\s+đương|hoàn\s+thành|chiếm|tăng|giảm|vượt|tăng\s+trưởng|cao\s+hơn|thấp\s+hơn)"
    r"[\s,]*){0,3}")
_WHAT_IS_COUNTED = re.compile(r"^[^,.;:()\d]{1,60}(?=,)")  # "9 trường ¦đạt chuẩn quốc gia¦, vượt 1 trường"
_CLOSED = re.compile(r"\s*\)")
_DIGIT = re.compile(r"\d")
_BRACKET = re.compile(
    r"[^.,;:()\d]{0,40}\(\s*(?:(?:kế\s+hoạch|dự\s+toán|chỉ\s+tiêu|kh|cùng\s+kỳ|năm\s+trước)[^.,;()\d]{0,25})?"
    r"(?:năm\s+(?:19|20)\d\d\s*)?(?:giao|được\s+giao|là|đạt|:)?\s*", re.IGNORECASE)
_IDLE = re.compile(
    r"\b(?:tổng|số|kết\s+quả|tỷ\s+lệ|nhà\s+nước|kế\s+hoạch|dự\s+toán|chỉ\s+tiêu|được\s+giao|giao|giải\s+ngân|vốn"
    r"|trên\s+địa\s+bàn|cả\s+năm|năm|toàn|của|quận|huyện|tỉnh|thành\s+phố|phường|xã)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Base:
    """The amount a relation is measured by: what its number may be, its unit, its words.

    `perhaps_change`: the text does not say whether the amount is the base or how much more or less the value is.
    """

    numbers: tuple[Shown, ...]
    unit: str
    text: str
    perhaps_change: bool = False

    @classmethod
    def of(cls, claim: Claim, *, perhaps_change: bool = False) -> "Base":
        """A base that the text states."""
        return cls(readings(claim), claim.unit or "", stated(claim), perhaps_change)

    def into(self, unit: str) -> tuple[Shown, ...]:
        """What the base may be in another unit; nothing where the units differ in dimension."""
        found = (in_unit(number, self.unit, unit) for number in self.numbers)
        return tuple(number for number in found if number is not None)


def follows(case: Case, first: Claim, second: Claim) -> bool:
    """Whether a claim stands right behind another and speaks on: "65,6 tỷ đồng, ¦bằng 19,2%¦"."""
    return second.start >= first.end and _LINK.fullmatch(_gap(case, first, second)) is not None


def _gap(case: Case, first: Claim, second: Claim) -> str:
    """The text between two claims up to the digits of the second, without a bracket that closes the first."""
    digit = _DIGIT.search(second.quote)
    lead = second.quote[:digit.start()] if digit else second.quote
    between = case.between(first, second)
    closed = _CLOSED.match(between)
    if closed is None and is_counted(first.unit) and thing(second.subject) <= thing(first.subject):
        between = _WHAT_IS_COUNTED.sub("", between)
    return between[closed.end() if closed else 0:] + lead


def is_amount(claim: Claim) -> bool:
    """A level that shares can be taken of: money, hectares, tonnes; not itself a share."""
    return claim.relation == "level" and claim.unit not in {None, *RATES}


def is_level(claim: Claim) -> bool:
    """A value reached that something can be said of: an amount, or a rate like "tỷ lệ hộ nghèo 0,16%"."""
    return claim.relation in {"level", "share"} and claim.status != "target" and claim.value_to is None


def value_before(case: Case, sentence: Sequence[Claim], at: int) -> Claim | None:
    """The level that a relation speaks of: right before it, or before the relations it is listed with."""
    for back in range(at - 1, -1, -1):
        claim = sentence[back]
        if not follows(case, claim, sentence[back + 1]) and not bracketed(case, claim, sentence[back + 1]):
            return None
        if back and sentence[back - 1].relation in RELATIONS and bracketed(case, sentence[back - 1], claim):
            continue
        if is_level(claim):
            return claim
        if claim.relation not in RELATIONS:
            return None
    return None


def bracketed(case: Case, relation: Claim, amount: Claim) -> bool:
    """Whether an amount stands in brackets right behind a relation: "109,8% dự toán giao (¦2.655 tỷ đồng¦)"."""
    if amount.start < relation.end or relation.relation not in MEASURED:
        return False
    digit = _DIGIT.search(amount.quote)
    lead = case.between(relation, amount) + (amount.quote[:digit.start()] if digit else "")
    return _BRACKET.fullmatch(lead) is not None and _CLOSED.match(case.document.text, amount.end) is not None


def bracket_base(case: Case, sentence: Sequence[Claim], at: int) -> Base | None:
    """The base in brackets behind a relation: a level of another time, or a planned amount."""
    relation, after = sentence[at], sentence[at + 1:at + 2]
    if not after or not bracketed(case, relation, after[0]) or after[0].value_to is not None:
        return None
    sure = relation.relation in {"attainment", "share"} or (
        after[0].status == "target" and relation.relation == "growth")
    return Base.of(after[0], perhaps_change=not sure)


def planned_base(value: Claim, *nearby: Sequence[Claim]) -> Base | None:
    """The one planned amount of the same thing, in the sentence or else in the one before."""
    for claims in nearby:
        found = [claim for claim in claims if _is_plan_of(claim, value)]
        if found:
            return Base.of(found[0]) if len(found) == 1 else None
    return None


def _is_plan_of(claim: Claim, value: Claim) -> bool:
    same = claim.value is not None and convert(Decimal(1), claim.unit or "", value.unit or "") is not None
    return same and claim.status == "target" and is_amount(claim) and claim.value_to is None \
        and thing(claim.subject) == thing(value.subject)


def thing(subject: str | None) -> frozenset[str]:
    """The telling syllables of a subject: "tổng thu ngân sách nhà nước trên địa bàn" is "thu ngân sách"."""
    return frozenset(_IDLE.sub(" ", (subject or "").casefold()).split())
