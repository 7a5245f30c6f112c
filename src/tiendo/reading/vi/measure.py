"""Measures as claims: one number with its name, relation, status and bound."""

from decimal import Decimal

from tiendo.reading.engine.records import revised
from tiendo.reading.engine.rules import first_answer
from tiendo.reading.records import Claim, ClaimKind
from tiendo.reading.vi.amount import Amount, Unit, counts
from tiendo.reading.vi.assigned import plan_held_to, plan_told
from tiendo.reading.vi.case import Case, Said, against_of
from tiendo.reading.vi.claim import placed, saying
from tiendo.reading.vi.link import Link, link_of
from tiendo.reading.vi.name import Name
from tiendo.reading.vi.naming import OWN_NAME, name_number
from tiendo.reading.vi.relation import RELATIONS
from tiendo.reading.vi.status import bound_of, status_of
from tiendo.reading.vi.tally import tallied_noun
from tiendo.reading.vi.thread import Thread
from tiendo.reading.vi.unit import counted_unit, written_unit
from tiendo.reading.vi.walk import Item, Walk

_SMALL_FRACTION = 10  # "1/3 diện tích" is a share; "15/17" without a noun is not
_LISTS = {"trong đó", "như", "gồm", "bao gồm", ":", "cụ thể", "gồm có"}


def measured(walk: Walk, item: Item) -> Claim | None:
    """The claim of a number with a unit; None for a bare number and for "mỗi quý 1 lần"."""
    thread = walk.thread
    amount = _as_share(item) if item.amount.kind is Unit.NONE else item.amount
    if amount is None or amount.rule == "amount.in_words":
        return None
    whole = item.amount
    if amount is not whole:
        item = revised(item, view=revised(item.view, amount=amount))
    link = link_of(item.view)
    name, how = name_number(walk, item.view, link, changes=link.direct and link.verb in {"up", "down", "excess"})
    case = _case(item, link, thread, name, how)
    case = revised(case, planned=_behind_plan(walk))
    said, rule = first_answer(RELATIONS, case) or (Said("level"), "relation.level")
    if rule == "relation.level" and amount.unit == "lần" and link.verb is None and amount.value == int(amount.value):
        return None
    if rule == "relation.plan_value":
        case = revised(case, against=None)
    status, status_rule = status_of(thread, item.view, link, said.relation)
    claim = saying(walk, ClaimKind.MEASURE, name, (amount.rule, rule, how, *status_rule))
    claim = _planned(_valued(claim, case, said, status, name), case)
    claim = placed(walk, item, claim, _span(case, said))
    _keep(thread, item, name, said, planned="status.planned" in status_rule)
    if link.labelled and thread.saved:
        thread.saved[-1].before[amount.kind] = said  # "…, tiếp đến là nhóm nhà ở (0,95%)" goes on with it
    if thread.whole is whole:
        thread.whole_name = name
    return claim


def _case(item: Item, link: Link, thread: Thread, name: Name | None, how: str) -> Case:
    """What the relation rules look at."""
    last = thread.last.amount if thread.last else None
    return Case(
        item.view, link, name.head if name else None, against_of(item.view, link), _before(item, thread, how),
        named=how in OWN_NAME, structure=thread.structure, after_excess=_after_excess(item, thread), quota=thread.quota,
        disbursed=thread.disbursed, counted=last is not None and counts(last), last=thread.last_said,
        last_kind=last.kind if last else None, between=how == "subject.between", listed=_listed_change(item, thread),
    )


def _behind_plan(walk: Walk) -> bool:
    """"… (KH: 2.400 lao động), đạt 102%": whether the number before is a plan's value in a bracket."""
    return bool(walk.claims) and "status.plan_bracket" in walk.claims[-1][1].rules


def _valued(claim: Claim, case: Case, said: Said, status: str, name: Name | None) -> Claim:
    """The claim with its signed value, unit, relation, bound and what it is held to."""
    amount, bound, sign = case.view.amount, bound_of(case.view), _sign(case, said)
    unit = "%" if said.relation == "growth" and amount.unit == "%/năm" else written_unit(_counted_by(amount, name))
    return revised(
        claim, rules=claim.rules if bound == "exact" else (*claim.rules, f"bound.{bound}"), value=amount.value * sign,
        value_to=None if amount.value_to is None else amount.value_to * sign, unit=unit, relation=said.relation,
        bound=bound, status=status, doubt=amount.doubt,
        against=case.against if _has_base(case, said) else None,
    )


def _planned(claim: Claim, case: Case) -> Claim:
    """The claim with the plan it is held to, or is the value of, and who assigned that."""
    plan = None
    if claim.against in {"plan", "resolution"}:
        plan = plan_held_to(case.view, case.link)
    elif claim.status == "target":
        plan = plan_told(case.view)
    return claim if plan is None else revised(claim, plan=plan.words, assigned_by=plan.assigned_by)


def _span(case: Case, said: Said) -> tuple[int, int]:
    """The tokens of the quote: from the linking word to the number or, with a comparison, to its end."""
    link, amount = case.link, case.view.amount
    start = link.index if link.direct and link.index is not None else amount.first - abs(amount.sign)
    return start, case.view.tail if case.against and _has_base(case, said) else amount.last


def _has_base(case: Case, said: Said) -> bool:
    """Whether a claim is held to something: a change, a part of a plan, "gấp 2,3 lần cùng kỳ"."""
    return said.relation in {"growth", "attainment", "excess"} or case.view.amount.kind is Unit.TIMES


def _before(item: Item, thread: Thread, how: str) -> Said | None:
    """What the number of the same kind before said; for a number with a name of its own only the last number."""
    said = thread.before.get(item.amount.kind)
    near = thread.last is not None and thread.last.amount.kind is item.amount.kind
    return said if near or how not in OWN_NAME else None


def _as_share(item: Item) -> Amount | None:
    """"1/3 diện tích" is a share; a bare number says nothing."""
    amount = item.amount
    if amount.of is None or not amount.value < amount.of <= _SMALL_FRACTION or amount.last >= item.view.tail:
        return None
    if amount.first and item.view.tokens[amount.first - 1].tags.keys() & {"count", "numbered", "org"}:
        return None  # "tuyến đường 2/9"
    value = (amount.value * 100 / amount.of).quantize(Decimal("0.000000001"))
    return Amount(amount.first, amount.last, value.normalize(), "%", Unit.PERCENT, "amount.part")


def _sign(case: Case, said: Said) -> int:
    """A fall is negative; so is a change with a minus before it ("tăng trưởng đạt – 4,13%", "(-12,7%)")."""
    if said.relation == "from_to":
        return 1
    view = case.view
    if view.amount.sign and (said.relation == "growth" or _states_sign(case)):
        return view.amount.sign
    before = view.tokens[view.amount.first - 1].text if view.amount.first > view.piece else ""
    minus = said.relation == "growth" and before in {"-", "–", "−"} and said.sign > 0
    return -1 if minus else said.sign


def _states_sign(case: Case) -> bool:
    """"đạt -3,5 tỷ đồng", "Lợi nhuận: -3,5 tỷ đồng": the sign is the value's own, no dash of a list."""
    before = case.view.amount.first - 2
    stated = before >= 0 and case.view.tokens[before].text == ":"
    return stated or (case.link.direct and case.link.index == before and case.link.verb in {"reach", "to"})


def _counted_by(amount: Amount, name: Name | None) -> str:
    """The unit of a bare "4,62 triệu": what its name counts ("tổng số khách hàng"), else đồng."""
    counted = counted_unit(name.text) if name and amount.kind is Unit.MONEY and amount.noun == amount.last else None
    return f"{amount.unit.removesuffix(' đồng')} {counted}" if counted else amount.unit


def _listed_change(item: Item, thread: Thread) -> Said | None:
    """The change the number before told, where its clause opened with the verb and only a comma or "và" follows."""
    last, said, view = thread.last, thread.last_said, item.view
    if last is None or said is None or said.relation != "growth" or not counts(last.amount):
        return None
    opens = all(token.kind == "mark" or token.tags.keys() & {"verb", "bound", "adverb", "status"}
                for token in last.tokens[last.piece:last.amount.first])
    listed = all(view.tokens[index].text in {",", "và"} or "bound" in view.tokens[index].tags
                 for index in range(last.tail, view.amount.first))
    return said if opens and listed else None


def _after_excess(item: Item, thread: Thread) -> bool:
    """"vượt chỉ tiêu là 10.024 tỷ đồng từ 0,7 đến 2%": the percentage says by how much."""
    last, view = thread.last, item.view
    if last is None or view.piece != last.tail or any(
            view.tokens[i].kind == "mark" for i in range(last.tail, view.amount.first)):
        return False
    return any(view.tokens[i].tags.get("verb") == "excess" for i in range(last.piece, last.amount.first))


def _keep(thread: Thread, item: Item, name: Name | None, said: Said, *, planned: bool) -> None:
    """What the numbers after this one may take over."""
    thread.topic = name or thread.topic
    thread.before[item.amount.kind] = thread.last_said = said
    thread.quota = item.amount.rule == "amount.of_quota"
    thread.disbursed = thread.disbursed or (name is not None and name.head == "disbursement")
    tokens, view = item.view.tokens, item.view
    plans = tallied_noun(view) == "target" or planned
    if plans and any(token.text in _LISTS for token in tokens[view.tail:view.tail + 3]):
        thread.status = "target"
