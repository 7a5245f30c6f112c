"""Amounts: a number with its scale and unit, ranges, moves from one value to another, fractions, bare numbers.

Numbers that count nothing are left out here: parts of dates, durations, names ("tổ 5", "lần thứ 16"), list
numbers, ages. What an amount says (level, growth, share) is for `measure`.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import zip_longest

from tiendo.quantity.item import SPACE_DOUBT
from tiendo.quantity.number import COMMA_DOUBT
from tiendo.reading.engine.records import Token
from tiendo.reading.vi.magnitude import SCALES, magnitude, number, scale_at
from tiendo.reading.vi.numeral import numeral


class Unit(StrEnum):
    """Kinds of units: they differ in what a bare number of them means."""

    PERCENT = "percent"
    POINT = "point"
    TIMES = "times"
    MONEY = "money"
    MEASURED = "measured"
    COUNT = "count"
    RANK = "rank"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of a sentence. `first` and `last` are token indexes (end exclusive) with its unit.

    `unit` is as a claim writes it ("tỷ đồng"); `of` is the second number of a fraction N/M; `moved` says that
    `value` and `value_to` are old and new, not the ends of a range; `bound` is what stands behind ("trở lên");
    `sign` is a sign written before the number ("(-12,7%)"); `noun` is the token where its unit begins.
    """

    first: int
    last: int
    value: Decimal
    unit: str
    kind: Unit
    rule: str
    scale: int = 0
    value_to: Decimal | None = None
    of: int | None = None
    moved: bool = False
    bound: str | None = None
    doubt: str | None = None
    sign: int = 0
    noun: int | None = None


def counts(amount: Amount) -> bool:
    """Whether an amount counts things or people."""
    return amount.kind is Unit.COUNT or amount.unit in _PEOPLE


_PEOPLE = {"người", "hộ", "nghìn người", "triệu người", "nghìn hộ"}
_KINDS = {"%": Unit.PERCENT, "‰": Unit.PERCENT, "điểm %": Unit.POINT, "lần": Unit.TIMES, "đồng": Unit.MONEY,
          "USD": Unit.MONEY, "EUR": Unit.MONEY}
_DASHES = {"-", "–", "—"}
_TO = {"đến", "tới"}
_WHOLE = {"đồng", "USD", "người", "hộ"}
_SIGNS = {"-", "–", "−", "+"}
_LONGEST_MOVE = 12  # tokens between the two values of a move
_PLAUSIBLE_RATE = (Decimal(10_000), Decimal(35_000))  # đồng for one US dollar, 1995-2035


def find_amounts(tokens: Sequence[Token], taken: Collection[int], timed: Collection[int]) -> list[Amount]:
    """The amounts of a sentence, from left to right; `taken` tokens are spoken for, `timed` ones are periods."""
    found: list[Amount] = []
    at, size = 0, len(tokens)
    while at < size:
        if at in taken or not (tokens[at].kind in {"number", "fraction"} or "ordinal" in tokens[at].tags):
            at += 1
            continue
        amount = _read(tokens, at) if tokens[at].kind != "word" else _in_words(tokens, at)
        if amount is not None:
            found.append(amount)
        at = amount.last if amount else at + 1
    return _settled(_joined(found, tokens, timed))


def _read(tokens: Sequence[Token], at: int) -> Amount | None:
    token = tokens[at]
    if at and ("ordinal_name" in tokens[at - 1].tags or tokens[at - 1].text.endswith("thứ")):
        return None
    if token.kind == "fraction":
        return _fraction(tokens, at)
    found = magnitude(tokens, at)
    unit = _unit(tokens, found.after, found.scale) if found else None
    if found is None or unit is None:
        return None
    name, kind, after = unit
    if found.doubt == SPACE_DOUBT and kind is Unit.NONE:
        return None
    bound = tokens[after].tags.get("bound_after") if after < len(tokens) else None
    return Amount(at, after, found.value, name, kind, found.rule or f"amount.{kind}", scale=SCALES[found.scale],
                  bound=bound, doubt=found.doubt, sign=_sign(tokens, at), noun=found.after)


def _in_words(tokens: Sequence[Token], at: int) -> Amount | None:
    """"ba chỉ tiêu": numbers in words count only what plans are judged by."""
    found = numeral(tokens, at)
    if found is None or found[1] >= len(tokens) or "tally" not in tokens[found[1]].tags:
        return None
    value, noun = found
    name, kind, last = _unit(tokens, noun, "") or ("", Unit.NONE, noun)
    named = at and ("ordinal_name" in tokens[at - 1].tags or tokens[at - 1].text.endswith("thứ"))
    return None if named else Amount(at, last, Decimal(value), name, kind, "amount.in_words", noun=noun)


def _sign(tokens: Sequence[Token], at: int) -> int:
    """"(-12,7%)", "đạt – 4,13%": 1 or -1 for a sign that is no dash of a range or a list, else 0."""
    if not at or tokens[at - 1].text not in _SIGNS or tokens[at - 1].end != tokens[at].start:
        return 0
    if at > 1 and tokens[at - 2].text not in {"(", ":"} and tokens[at - 2].kind != "word":
        return 0
    return -1 if tokens[at - 1].text in _DASHES else 1


def _unit(tokens: Sequence[Token], at: int, scale: str) -> tuple[str, Unit, int] | None:
    """The unit at a place: as a claim writes it, its kind, and where it ends; None when nothing is counted."""
    tags = tokens[at].tags if at < len(tokens) else {}
    prefix = f"{scale} " if scale else ""
    known = _known(tokens, at) if tags else None
    if known or "not_a_fact" in tags:
        return (f"{prefix}{known[0]}", *known[1:]) if known else None
    if scale.endswith("tỷ") or scale == "triệu":
        per, after = _per(tokens, at)
        return f"{scale} đồng{per}", Unit.MONEY, after
    unknown = _unknown(tokens, at)
    if unknown:
        return f"{prefix}{unknown[0]}", Unit.COUNT, unknown[1]
    return ("", Unit.NONE, at) if not scale else None


def _known(tokens: Sequence[Token], at: int) -> tuple[str, Unit, int] | None:
    """A unit or a counted noun of the lexicon, with what follows its stroke."""
    tags = tokens[at].tags
    unit = tags.get("unit")
    if unit == "điểm" and at + 1 < len(tokens) and tokens[at + 1].text == "%":
        return "điểm %", Unit.POINT, at + 2
    counted = None if unit or "not_a_fact" in tags else _counted(tags, tokens[at].text)
    if unit is None and counted is None:
        return None
    per, after = _per(tokens, at + 1)
    return f"{unit or counted}{per}", _KINDS.get(unit, Unit.MEASURED) if unit else Unit.COUNT, after


def _counted(tags: Mapping[str, str], text: str) -> str | None:
    """The counted noun of a token, as a claim writes it."""
    return tags.get("counted_as") or (text if "count" in tags else None)


def _unknown(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """A noun the lexicon does not know, right behind its number: of two syllables where two stand there."""
    words = [token.text for token in tokens[at:at + 2] if token.kind == "word" and not token.tags]
    if not words or tokens[at].tags or tokens[at].kind != "word" or len(words[0]) < 2 or not words[0].isalpha():
        return None
    if at > 1 and "numbered" in tokens[at - 2].tags and len(tokens[at - 1].text) < 3:
        return None
    return " ".join(words), at + len(words)


def _per(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """"/người/năm", "/vạn dân", "/10.000 dân" behind a unit."""
    per = ""
    while at + 1 < len(tokens) and tokens[at].text == "/":
        word = tokens[at + 1]
        if word.kind == "number" and at + 2 < len(tokens) and tokens[at + 2].text in {"dân", "người", "người dân"}:
            per += f"/{word.text} {tokens[at + 2].text}"
            at += 3
            continue
        counted = word.tags.keys() & {"count", "classifier"} and "tally" not in word.tags  # "đồng/lượt khách"
        if word.kind != "word" or (word.tags.keys() & {"against", "tally", "verb", "head"} and not counted) or (
                at + 2 < len(tokens) and tokens[at + 2].kind == "number"):
            break
        per += f"/{word.tags.get('unit', word.text)}"
        at += 2
    return per, at


def _fraction(tokens: Sequence[Token], at: int) -> Amount | None:
    """"15/17 xã" is a count of a whole; "289/761 tỷ đồng", "8,3/10 điểm" is a value beside what it is held to."""
    above, below = (part.strip() for part in tokens[at].text.split("/"))
    over, under = number(above), number(below)
    if over is None or under is None or not under[0]:
        return None
    scale, noun = scale_at(tokens, at + 1)
    name, kind, after = _unit(tokens, noun, scale) or ("", Unit.NONE, at + 1)
    if kind in {Unit.COUNT, Unit.NONE} or name in _WHOLE - {"đồng", "USD"}:
        counts = over[0] == int(over[0]) and under[0] == int(under[0])
        return Amount(at, after, over[0], name, kind if kind is Unit.NONE else Unit.COUNT, "amount.fraction",
                      of=int(under[0]), noun=noun) if counts else None
    return Amount(at, after, over[0], name, kind, "amount.of_quota", scale=SCALES[scale], doubt=over[1], noun=noun)


def _joined(found: list[Amount], tokens: Sequence[Token], timed: Collection[int]) -> list[Amount]:
    """Ranges and moves made one: "10.097 đến 10.320 tỷ đồng", "từ 33% năm 2003 xuống 16% năm 2013"."""
    joined: list[Amount] = []
    for amount in found:
        if joined:
            joined[-1] = _shared(joined[-1], amount, tokens)
            pair = _range(joined[-1], amount, tokens) or _move(joined[-1], amount, tokens, timed)
            if pair and pair.rule == "amount.range" and len(joined) > 1:
                moved = _move(joined[-2], pair, tokens, timed)  # "từ 110.000 xuống 80.000 - 85.000 đồng"
                if moved:
                    joined[-2:] = [replace(moved, value_to=pair.value)]
                    continue
            if pair:
                joined[-1] = pair
                continue
        joined.append(amount)
    return joined


def _shared(old: Amount, new: Amount, tokens: Sequence[Token]) -> Amount:
    """"đạt 14,2 và 13,7 tiêu chí/xã": two numbers, one unit."""
    beside = new.first - old.last == 1 and tokens[old.last].text == "và" and new.of is None and old.of is None
    opened = old.first > 0 and bool(tokens[old.first - 1].tags.keys() & {"verb", "adverb", "bound"})
    if old.kind is not Unit.NONE or new.kind in {Unit.NONE, Unit.TIMES} or not beside or not opened:
        return old
    return replace(old, unit=new.unit, kind=new.kind, scale=new.scale, noun=None, rule="amount.shared_unit")


def _fits(old: Amount, new: Amount) -> bool:
    return old.of is None and new.of is None and old.value_to is None and (
        old.unit in {new.unit, new.unit.split("/")[0]} or old.kind is Unit.NONE)


def _range(old: Amount, new: Amount, tokens: Sequence[Token]) -> Amount | None:
    gap = new.first - old.last
    bounded = gap == 2 and tokens[old.last].text in _TO and "bound" in tokens[old.last + 1].tags
    if not (gap == 1 or bounded) or not _fits(old, new) or new.kind is Unit.NONE:
        return None
    between = tokens[old.last].text
    if between not in _DASHES and between not in _TO:
        return None
    if old.value >= new.value:
        return None
    return replace(new, first=old.first, value=old.value, value_to=new.value, rule="amount.range",
                   doubt=old.doubt or new.doubt)


def _move(old: Amount, new: Amount, tokens: Sequence[Token], timed: Collection[int]) -> Amount | None:
    """Two values with only a verb of arrival, bounds and periods between them."""
    if not _fits(old, new) or new.kind is Unit.NONE or new.first - old.last > _LONGEST_MOVE:
        return None
    arrives, bound = False, new.bound
    for index in range(old.last, new.first):
        token = tokens[index]
        tags = token.tags
        bound = tags.get("bound", bound)
        if tags.get("verb") == "to":
            arrives = True
        elif not ("bound" in tags or "adverb" in tags or index in timed or "time" in tags
                  or (not arrives and new.kind is Unit.COUNT and token.kind == "word")):
            return None
    if not arrives or _changes(tokens, old):
        return None
    return replace(new, first=old.first, value=old.value, value_to=new.value, rule="amount.move", moved=True,
                   bound=bound)


def _changes(tokens: Sequence[Token], old: Amount) -> bool:
    """"giảm 2% xuống còn 5%": the first number is a change of its own, unless "từ" opens the move."""
    at = old.first - 1
    while at >= 0 and ("bound" in tokens[at].tags or "adverb" in tokens[at].tags):
        if tokens[at].text.endswith("từ"):
            return False
        at -= 1
    return at >= 0 and tokens[at].tags.get("verb") in {"up", "down", "share", "excess"}


def _settled(amounts: list[Amount]) -> list[Amount]:
    """A comma before three digits settled where the unit or a second currency says what it is."""
    return [
        _settle(amount, following) if amount.doubt == COMMA_DOUBT else amount
        for amount, following in zip_longest(amounts, amounts[1:])
    ]


def _settle(amount: Amount, following: Amount | None) -> Amount:
    unit = amount.unit.split("/")[0].removeprefix("nghìn ").removeprefix("triệu ").removeprefix("tỷ ")
    if amount.kind in {Unit.PERCENT, Unit.POINT, Unit.TIMES}:
        return replace(amount, doubt=None)
    if (not amount.scale and unit in _WHOLE) or (amount.kind is Unit.COUNT and not amount.scale):
        return _as_thousands(amount)
    if following and unit == "đồng" and following.unit.endswith("USD") and following.first - amount.last < 6:
        dong = amount.value.scaleb(amount.scale)
        dollars = following.value.scaleb(following.scale)
        low, high = _PLAUSIBLE_RATE
        if dollars and low <= dong / dollars <= high:
            return replace(amount, doubt=None)
        if dollars and low <= dong * 1000 / dollars <= high:
            return _as_thousands(amount)
    return amount


def _as_thousands(amount: Amount) -> Amount:
    to = None if amount.value_to is None else amount.value_to * 1000
    return replace(amount, value=amount.value * 1000, value_to=to, doubt=None)
