"""The whole a share is taken of, where the text names it without brackets.

"65,6 tỷ đồng, bằng 19,20% ¦kế hoạch vốn 341,8 tỷ đồng¦", "65,6 tỷ đồng ¦trên kế hoạch 341,8 tỷ đồng¦, bằng 19,2%",
"65,6¦/341,8 tỷ đồng¦, đạt 19,2%", "đạt 19,2% (65,6¦/341,8 tỷ đồng¦)". Only words that name a plan or a sum may stand
between: any other word ("và tăng", "trong đó") may begin another thing, and then nothing is held against anything.
"""

import re
from collections.abc import Iterator, Sequence

from tiendo.checking.bases import Base, follows, is_amount
from tiendo.checking.case import Case
from tiendo.checking.shown import OTHER_READING, Shown, quota_of, shown, spelled_amount
from tiendo.quantity import Amount
from tiendo.reading import Claim

Shared = tuple[Claim, Claim, Base]  # a share, the value it is told of, and the whole it is taken of

_PLANNED = r"kế\s+hoạch|dự\s+toán|chỉ\s+tiêu|vốn|tổng(?:\s+(?:số|mức|vốn|diện\s+tích|sản\s+lượng))?"
_NAMING = (
    r"đầu\s+tư(?:\s+công)?|(?:cả\s+)?năm(?:\s+(?:19|20)\d\d)?|được|giao|phân\s+bổ|đề\s+ra|pháp\s+lệnh|là|của|cần"
    r"|giải\s+ngân|ngân\s+sách|nhà\s+nước|thu|chi|trung\s+ương|thủ\s+tướng|chính\s+phủ|thành\s+phố|tỉnh|quận|huyện"
    r"|thị\s+xã|phường|xã|hđnd|ubnd")
_WORD = rf"(?:(?:{_PLANNED}|{_NAMING})(?!\w)\s*)"
_WHOLE = re.compile(rf"\s*(?:(?:so\s+với|của|trên)\s+)?(?={_WORD}*(?:{_PLANNED})){_WORD}+", re.IGNORECASE)
_OVER = re.compile(rf"\s*(?:/|(?:trên|so\s+với)\s)\s*{_WORD}*", re.IGNORECASE)
_SAME_PLAN = re.compile(  # the words behind a share that name no other plan than the one before it
    r"\s*(?:(?:kế\s+hoạch|dự\s+toán|chỉ\s+tiêu|vốn|cả\s+năm|năm|được\s+giao|giao|đề\s+ra)(?!\w)\s*)*(?:[,.;:()\n]|$)",
    re.IGNORECASE)
_BOUND = re.compile(r"\s*[,(]?\s*(?:(?:tương\s+ứng|tương\s+đương|tức|cụ\s+thể)\s*(?:là|với)?\s*)?", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_PER_CENT = re.compile(r"%")


def told_wholes(case: Case, sentence: Sequence[Claim], at: int, value: Claim | None) -> Iterator[Shared]:
    """The share at a place of a sentence with its value and its whole; `value` is the level told before it."""
    share = sentence[at]
    if not _is_share(share):
        return
    if value is not None and share.relation != "level" and (named := _whole_behind(case, sentence, at)):
        yield share, value, named
    elif _names_no_other(case, share):
        yield from _whole_before(case, sentence, at, value)


def quota_told_after(case: Case, sentence: Sequence[Claim], at: int) -> Iterator[Shared]:
    """A rate with its two numbers behind it: "tỷ lệ giải ngân đạt 19,2% (65,6/341,8 tỷ đồng)"."""
    if at + 1 < len(sentence) and (whole := _own_whole(sentence[at + 1])):
        rate, value = sentence[at], sentence[at + 1]
        if _is_share(rate) and _BOUND.fullmatch(_up_to_digits(case, rate, value)):
            yield rate, value, whole


def _is_share(claim: Claim) -> bool:
    """One rate that was reached, of a plan or of nothing else named: beside its two numbers "đạt 96%" is a share."""
    told = claim.unit == "%" and claim.relation in {"attainment", "share", "level"} and claim.value_to is None
    return told and claim.against in {None, "plan"} and claim.status != "target"


def _whole_behind(case: Case, sentence: Sequence[Claim], at: int) -> Base | None:
    """The amount that the words behind a share's number name: "bằng 19,20% ¦kế hoạch vốn 541,8 tỷ đồng¦"."""
    share, after = sentence[at], sentence[at + 1:at + 2]
    if not after or not _is_one_level(after[0]):
        return None
    return Base.of(after[0]) if _WHOLE.fullmatch(_up_to_digits(case, share, after[0])) else None


def _whole_before(case: Case, sentence: Sequence[Claim], at: int, value: Claim | None) -> Iterator[Shared]:
    """The whole told between a value and its share, or written as one with the value."""
    share, before = sentence[at], sentence[at - 1]
    if value is not None and value is before and (quota := _own_whole(value)):
        yield share, value, quota
    elif at > 1 and _is_one_level(before) and follows(case, before, share):
        part = sentence[at - 2]
        over = _OVER.fullmatch(_up_to_digits(case, part, before)) is not None
        if over and is_amount(part) and part.status != "target" and part.value_to is None:
            yield share, part, Base.of(before)


def _own_whole(claim: Claim) -> Base | None:
    """What stands behind the stroke of "65,6/341,8 tỷ đồng"; nothing for a value without one."""
    quota = quota_of(claim) if _is_one_level(claim) else None
    if quota is None or quota[1].doubt not in {None, *OTHER_READING}:
        return None
    whole, unit = quota[1], quota[1].unit or ""
    return Base(tuple(_readings(whole)), unit, spelled_amount(whole.value, unit, whole.decimals))


def _readings(amount: Amount) -> Iterator[Shown]:
    """A printed number as written, then the other reading of its doubtful mark."""
    number = shown(amount.value, amount.decimals)
    yield number
    if amount.doubt:
        yield number.times(OTHER_READING[amount.doubt])


def _is_one_level(claim: Claim) -> bool:
    return is_amount(claim) and claim.value_to is None


def _names_no_other(case: Case, share: Claim) -> bool:
    """Whether the words behind a share's number name no plan of another period or giver."""
    sign = _PER_CENT.search(share.quote)
    return sign is not None and _SAME_PLAN.match(case.document.text, share.start + sign.end()) is not None


def _up_to_digits(case: Case, first: Claim, second: Claim) -> str:
    """The text from behind the first claim's number and unit to the digits of the second."""
    digit = _DIGIT.search(second.quote)
    sign = _PER_CENT.search(first.quote)
    start = first.start + sign.end() if sign else first.end
    return case.document.text[start:second.start + (digit.start() if digit else 0)]
