"""Tallies: how many of the targets or tasks were met, exceeded, done or missed.

"17/17 chỉ tiêu đều đạt và vượt", "còn thiếu 3 tiêu chí", "18 chỉ tiêu …, có 12 chỉ tiêu đạt", and bare numbers
behind a tallied noun ("22 đạt, 2 không đạt").
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tiendo.reading.engine.records import Token
from tiendo.reading.engine.rules import Rule
from tiendo.reading.vi.amount import Amount, Unit
from tiendo.reading.vi.clause import View

_REACH = 14  # words between a count and its outcome
_BETWEEN = {"adverb", "bound"}
_ENDS = {",", ";", ".", ")", "và", ":"}  # behind a number that counts something named before
_STATED = {":", "là", "được"}


@dataclass(frozen=True, slots=True)
class Tally:
    """A count with its outcome; `of` is the whole, where the text says it."""

    outcome: str
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """An amount that may be a tally: its view, the next amount, and the last whole count of the same noun."""

    view: View
    following: Amount | None
    whole: Amount | None
    noun: str | None  # the tallied noun of the sentence so far: target, task or None
    listed: str | None = None  # what the tally right before, in one list with this one, came to


def _outcome_after(count: Count) -> str | None:
    view = count.view
    limit = count.following.first if count.following else len(view.tokens)
    for index in range(view.amount.last, min(limit, view.amount.last + _REACH, len(view.tokens))):
        token = view.tokens[index]
        outcome = token.tags.get("outcome")
        if outcome:
            return _weighed(outcome, count, index)
        if index in view.line.breaks:
            return None
    return None


def _weighed(outcome: str, count: Count, index: int) -> str:
    """"3/20 chỉ tiêu đạt 99%" is not met; "12/45 đơn vị giải ngân đạt 60%", "17/68 trường thiếu …" judge no plan."""
    after = count.following
    judged = tallied_noun(count.view) is not None
    near = after is not None and after.first - index <= 2 and not any(
        at in count.view.line.breaks for at in range(index, after.first))
    if outcome == "met" and after and near and after.kind is Unit.PERCENT and after.value < 100:
        return "not_met" if judged else "other"
    lacks = outcome == "not_met" and "thiếu" in count.view.tokens[index].text
    return "other" if lacks and not judged else outcome


def _outcome_before(view: View) -> str | None:
    at = view.amount.first - 1
    at -= at >= view.gap and view.tokens[at].text == "được" and view.amount.of is not None
    while at >= view.gap and view.tokens[at].tags.keys() & _BETWEEN and "outcome" not in view.tokens[at].tags \
            and view.tokens[at].text != "thêm":
        at -= 1
    if at > view.piece and view.tokens[at].text in {"là", ":", "lên", "thành"} and view.amount.of is not None:
        at = next((index for index in range(at - 1, view.piece - 1, -1) if "outcome" in view.tokens[index].tags), at)
    return view.tokens[at].tags.get("outcome") if at >= view.gap else None  # "số trường đạt chuẩn là 44/52 trường"


def tallied_noun(view: View) -> str | None:
    """The tallied noun of an amount: target, task, or None."""
    noun = view.amount.noun
    if view.amount.kind is not Unit.COUNT or noun is None or "/" in view.amount.unit:
        return None
    return view.tokens[noun].tags.get("tally")


def _of_task(outcome: str, noun: str | None) -> str:
    """A task that is completed is done; a target that is completed is met."""
    return "done" if noun == "task" and outcome == "met" else outcome


def _fraction(count: Count) -> Tally | None:
    """"N/M" of a counted noun, or of targets named before it."""
    amount = count.view.amount
    if amount.of is None or (amount.kind is not Unit.COUNT and count.noun is None and not _names_target(count.view)):
        return None
    outcome = _outcome_after(count) or _outcome_before(count.view) or count.listed or "other"
    return Tally(_of_task(outcome, tallied_noun(count.view)), amount.of)


def _names_target(view: View) -> bool:
    return any("tally" in view.tokens[index].tags for index in range(view.piece, view.amount.first))


def _judged(count: Count) -> Tally | None:
    """"12 chỉ tiêu đạt và vượt", "còn thiếu 3 tiêu chí", "hoàn thành 2 dự án"."""
    noun = tallied_noun(count.view)
    amount = count.view.amount
    if noun is None or amount.value_to is not None or amount.value != int(amount.value):
        return None
    if _held_to_plan(count):
        return None
    outcome = _of_tasks(count) if noun == "task" else _outcome_after(count) or _outcome_before(count.view)
    if outcome is None:
        return None
    whole = int(count.whole.value) if count.whole and count.whole.value > count.view.amount.value else None
    return Tally(_of_task(outcome, noun), whole)


def _held_to_plan(count: Count) -> bool:
    """"vượt 4 công trình so với kế hoạch": a difference, not how many were exceeded."""
    view = count.view
    before = view.tokens[view.amount.first - 1] if view.amount.first > view.piece else None
    after = [view.tokens[index].tags for index in range(view.amount.last, view.tail)]
    return before is not None and before.tags.get("verb") == "excess" and any("than" in tags for tags in after)


def _of_tasks(count: Count) -> str | None:
    """A task is done by the verb before it, or missed by the word right behind it; of a told whole any verb counts."""
    before = _outcome_before(count.view)
    if before and (before != "other" or count.whole):
        return before
    following = count.view.amount.last
    tokens = count.view.tokens
    if following < len(tokens) and tokens[following].text == "đều":
        return _outcome_after(count)  # "cả 12 nhiệm vụ đều hoàn thành"
    behind = tokens[following].tags.get("outcome") if following < len(tokens) else None
    return behind if behind == "not_met" or (count.whole and behind == "met") else None


def _bare(count: Count) -> Tally | None:
    """"… trong đó 22 đạt và vượt, 2 không đạt": a number right before its outcome, the noun said before."""
    amount = count.view.amount
    if amount.kind is not Unit.NONE or amount.of is not None or count.noun is None or amount.value != int(amount.value):
        return None
    behind = count.view.tokens[amount.last].tags.get("outcome") if amount.last < len(count.view.tokens) else None
    return _part(count, behind, count.noun)


def _part(count: Count, outcome: str | None, noun: str | None) -> Tally | None:
    """A bare number with its outcome, of the whole said before."""
    amount = count.view.amount
    whole = int(count.whole.value) if count.whole and count.whole.value >= amount.value else None
    return Tally(_of_task(outcome, noun), whole) if outcome else None


def _told(count: Count) -> Tally | None:
    """"312 nhiệm vụ: hoàn thành 280, quá hạn 4", "các chỉ tiêu không đạt: 3": a number right behind its outcome."""
    view = count.view
    outcome = outcome_told(view.tokens, view.amount)
    named = [token.tags["tally"] for token in view.tokens[view.gap:view.amount.first] if "tally" in token.tags]
    noun = named[-1] if named else count.noun
    return _part(count, outcome, noun) if outcome and noun else None


def outcome_told(tokens: Sequence[Token], amount: Amount) -> str | None:
    """The outcome right before a bare whole number that ends its clause ("hoàn thành 280,"); a colon may part them."""
    ends = amount.last >= len(tokens) or tokens[amount.last].text in _ENDS
    if amount.kind is not Unit.NONE or amount.of is not None or not ends or amount.value != int(amount.value):
        return None
    at = amount.first - 1
    while at >= 0 and tokens[at].text in _STATED:
        at -= 1
    return tokens[at].tags.get("outcome") if at >= 0 else None


TALLIES: tuple[Rule[Count, Tally], ...] = (
    Rule("tally.fraction", _fraction),
    Rule("tally.judged", _judged),
    Rule("tally.bare", _bare),
    Rule("tally.told", _told),
)
