"""What a number says of its subject. The rules run in the order of RELATIONS; the first that answers wins.

Conventions of the gold standard (corpus README): "bằng X% so với cùng kỳ" is attainment, "tỷ lệ … đạt" a level,
"chiếm" and "tỷ trọng" a share, "tỷ lệ giải ngân" an attainment, "gấp N lần" a level in times.
"""

from tiendo.reading.engine.rules import Rule
from tiendo.reading.vi.amount import Unit, counts
from tiendo.reading.vi.case import PAST, PLANS, Case, Said
from tiendo.reading.vi.clause import View, beside_yardstick

_RATES = {Unit.PERCENT, Unit.POINT, Unit.TIMES}
_ADDED_VALUE = {"giá trị", "số vốn", "vốn", "số tiền", "phần"}
_AVERAGE = {"mức", "bình quân", "trung bình", "chung", "mức bình quân", "mức trung bình", "bình quân chung", "tỷ lệ"}
_OF_WHOM = ("của", "toàn", "cả nước", "chung")
_PARTS = {"trong đó", "gồm", "bao gồm", "gồm có", "chia ra"}
_LONGEST_PART = 30  # tokens from "trong đó" to the bracket behind one of the parts


def _moved(case: Case) -> Said | None:
    return Said("from_to") if case.view.amount.moved else None


def _excess(case: Case) -> Said | None:
    if case.link.verb == "excess" and (case.link.direct or case.kind in _RATES):
        return Said("excess")
    if case.link.verb == "short" and case.link.direct and case.against not in PAST:
        return Said("excess", -1)
    if case.link.verb == "lack" and case.link.direct and case.against in PLANS and case.kind in _RATES:
        return Said("excess", -1)
    if case.link.verb in {"up", "down"} and case.link.direct and _plan_between(case):
        return Said("excess", 1 if case.link.verb == "up" else -1)
    waits = case.after_excess and case.kind is Unit.PERCENT and not case.named
    return Said("excess") if waits and case.link.verb in {None, "excess"} else None


def _plan_between(case: Case) -> bool:
    """"cao hơn kế hoạch 5%", "thấp hơn 2% so với dự toán": a difference to a plan, not to the past."""
    index = case.link.index
    return index is not None and case.view.tokens[index].text.endswith("hơn") and case.against in PLANS


def _added_value(case: Case) -> Said | None:
    """"giá trị tăng thêm 118 tỷ đồng" is how much was added, a level."""
    index = case.link.index
    if index is None or case.view.tokens[index].text != "tăng thêm" or case.kind is not Unit.MONEY:
        return None
    before = case.view.tokens[index - 1].text if index > case.view.piece else ""
    return Said("level") if before in _ADDED_VALUE else None


def _reference(case: Case) -> Said | None:
    """"thấp hơn mức 0,20% Nghị quyết đề ra": the value that another is held to, not the difference."""
    view, index = case.view, case.link.index
    if index is None or not view.tokens[index].text.endswith("hơn"):
        return None
    between = [token.text for token in view.tokens[index + 1:view.amount.first] if "bound" not in token.tags]
    last = view.amount.last
    average = bool(between) and _AVERAGE.issuperset(between) and last < len(view.tokens) \
        and view.tokens[last].text.startswith(_OF_WHOM)  # "thấp hơn mức bình quân 1,8% của hệ thống"
    return Said("level") if average or between in (["mức"], ["con số"], ["mức", "là"]) else None


def _growth_verb(case: Case) -> Said | None:
    if case.link.verb == "short" and case.link.direct:
        return Said("growth", -1)  # "hụt 12% so với cùng kỳ"
    if case.link.verb not in {"up", "down"}:
        return None
    more = case.view.tokens[case.view.amount.first - 1].text == "thêm"  # "tăng vốn thêm 545 triệu USD"
    named_between = case.between and (more or case.kind is not Unit.MONEY)
    if not case.link.direct and case.kind not in _RATES and not named_between:
        return None
    return Said("growth", 1 if case.link.verb == "up" else -1)


def _came_from(case: Case) -> Said | None:
    """"tăng từ 31% của vụ trước": the value it came from, where none says what it became."""
    amount, tokens = case.view.amount, case.view.tokens
    bounded = any("bound_after" in token.tags for token in tokens[amount.last:case.view.tail])
    changes = case.link.verb in {"up", "down"} and case.link.direct and tokens[amount.first - 1].text == "từ"
    if not changes or amount.value_to is not None or amount.bound is not None or bounded:
        return None
    return case.before if case.before and case.before.relation == "share" else Said("level")


def _negative(case: Case) -> Said | None:
    """"lợi nhuận âm 3,5 tỷ đồng" is a level below nought; of what grows or is compared "âm 2,1%" is a fall."""
    if case.link.verb != "minus" or not case.link.direct:
        return None
    grows = case.kind in _RATES and case.head != "rate"
    return Said("growth" if grows or case.against in PAST else "level", -1)


def _arrival(case: Case) -> Said | None:
    """"còn 7,05%", "lên 1.970 USD": where it arrived is a level; in percentage points it is the way."""
    if case.link.verb != "to" or not case.link.direct:
        return None
    if case.kind is Unit.PERCENT and (case.head == "share" or (case.structure and case.head is None)):
        return Said("share")  # "cơ cấu …: nông nghiệp chỉ còn 4,1%"
    if case.kind is Unit.PERCENT and case.against in PAST:
        return Said("attainment")  # "giảm còn 45% so với trước dịch"
    if case.kind is Unit.POINT:
        text = case.view.tokens[case.link.index or 0].text
        return Said("growth", -1 if "xuống" in text else 1)
    return Said("level")


def _share_verb(case: Case) -> Said | None:
    return Said("share") if case.link.verb == "share" and case.kind in {Unit.PERCENT, Unit.POINT} else None


def _share_of_counted(case: Case) -> Said | None:
    """"100% trường đạt chuẩn": a part of all schools."""
    amount = case.view.amount
    if case.kind is not Unit.PERCENT or case.link.verb or case.named or amount.last >= case.view.tail:
        return None
    token = case.view.tokens[amount.last]
    return Said("share") if token.text[0].isalpha() and not token.tags.keys() & {"against", "than", "verb"} else None


def _attainment(case: Case) -> Said | None:
    if case.kind is not Unit.PERCENT or case.against is None or (case.head == "growth" and case.against in PAST):
        return None
    if case.link.verb in {"equal", "reach", "times"} or (case.against in PLANS and case.link.verb is None):
        return Said("attainment")
    return Said("attainment") if case.against == "same_period" and not (case.before or case.named) else None


def _plan_value(case: Case) -> Said | None:
    """"không đạt mục tiêu 6,7% Quốc hội đề ra": the plan's own value, not how much of it."""
    planned = case.link.verb == "reach" and case.link.direct and case.link.against in PLANS
    return Said("growth" if case.head == "growth" else "level") if planned else None


def _equal(case: Case) -> Said | None:
    """"bằng 58,8%" without a base is measured by what the others are measured by."""
    return Said("attainment") if case.link.verb == "equal" and case.kind is Unit.PERCENT else None


def _disbursement(case: Case) -> Said | None:
    if case.kind is not Unit.PERCENT:
        return None
    return Said("attainment") if case.head == "disbursement" or (
        case.head == "flow" and case.link.verb == "reach") else None


def _growth_name(case: Case) -> Said | None:
    return Said("growth") if case.head == "growth" and case.kind in _RATES else None


def _share_name(case: Case) -> Said | None:
    return Said("share") if case.head == "share" and case.kind is Unit.PERCENT else None


def _rate_name(case: Case) -> Said | None:
    return Said("level") if case.head == "rate" and case.kind in _RATES else None


def _times(case: Case) -> Said | None:
    return Said("level") if case.link.verb == "times" else None


def _structure(case: Case) -> Said | None:
    """"cơ cấu kinh tế: dịch vụ đạt 38,68%": parts of a whole."""
    return Said("share") if case.structure and case.kind is Unit.PERCENT else None


def _signed(case: Case) -> Said | None:
    """"(-12,7%)", "(+4,3%)": a sign and nothing else says a change."""
    if not case.view.amount.sign or case.link.verb or case.kind not in _RATES:
        return None
    return Said("growth")


def _quota(case: Case) -> Said | None:
    """"289/761 tỷ đồng, đạt 38%": how much of the quota before it."""
    return Said("attainment") if case.quota and case.kind is Unit.PERCENT and not case.named else None


def _reached(case: Case) -> Said | None:
    """"thu ngân sách 46,2 tỷ đồng, đạt 61%", "2.450 lao động (KH: 2.400 lao động), đạt 102%": of the plan."""
    reached = case.link.verb == "reach" and case.link.direct and case.link.index is not None \
        and case.view.tokens[case.link.index].text.startswith(("đạt", "hoàn thành"))
    summed = case.last is not None and case.last.relation == "level" and (case.last_kind is Unit.MONEY or case.planned)
    return Said("attainment") if reached and summed and case.kind is Unit.PERCENT and not case.named \
        and case.head not in {"rate", "growth", "share"} else None


def _spent(case: Case) -> Said | None:
    """"giải ngân …, đạt 38%, trong đó chương trình A đạt 26%": parts of what was disbursed."""
    attained = case.before is not None and case.before.relation == "attainment"
    reached = case.link.verb in {"reach", "equal", None} and case.kind is Unit.PERCENT
    return Said("attainment") if case.disbursed and attained and reached and case.head in {None, "amount"} else None


def _same_again(case: Case) -> Said | None:
    """"tăng tương ứng 0,7% và 2,4%": a bare number behind "và" says what the one before it said."""
    if case.named or case.kind not in _RATES:
        return None
    index, at = case.link.index, case.view.amount.first - 1
    if index is not None:  # "tăng 7.315 người (tương ứng 4,5%)"
        grown = case.last is not None and case.last.relation == "growth"
        return case.last if grown and case.view.tokens[index].text.startswith(("tương ứng", "tương đương")) else None
    return case.before if case.before and at > 0 and case.view.tokens[at].text == "và" else None


def _changed_too(case: Case) -> Said | None:
    """"Giảm 8 hộ nghèo, 15 hộ cận nghèo": counts listed behind one verb of change."""
    return case.listed if case.link.verb is None and counts(case.view.amount) else None


def _yardstick(case: Case) -> Said | None:
    """"thấp hơn yêu cầu (15%)": what a result is held to is a level."""
    return Said("level") if beside_yardstick(case.view) and case.link.verb is None else None


def _share_beside(case: Case) -> Said | None:
    """"31 trường đạt chuẩn (72,1%)": a percentage alone in the bracket behind a count is its part."""
    alone = case.view.opened is not None and case.view.opened == case.view.amount.first - 1
    grown = case.last if case.last and case.last.relation == "growth" and case.link.verb is None else None
    if alone and grown and case.kind is Unit.PERCENT and case.view.opened == case.view.gap and not case.named:
        return grown  # "giảm 9 vụ (20,9%)", "tăng 1.240 tỷ đồng (8,6%)": the same change
    if alone and case.head == "flow" and case.kind is Unit.PERCENT and case.link.verb is None:
        return Said("attainment")  # "thuế bảo vệ môi trường (42,7%)": of what was planned
    part = case.counted or (case.last is not None and case.last.relation == "level" and _of_parts(case.view))
    return Said("share") if alone and part and case.kind is Unit.PERCENT and case.link.verb is None else None


def _of_parts(view: View) -> bool:
    """"…, trong đó ngân sách trung ương 1.212 tỷ đồng (81,6%)": whether the number before is a part of a whole."""
    first = max(0, view.piece - _LONGEST_PART)
    return any(token.text in _PARTS for token in view.tokens[first:view.piece])


def _carried(case: Case) -> Said | None:
    """A bare number after "và" or a comma says what the one before said: "giảm 7% so với … và 11% so với …"."""
    if case.before is None or case.kind not in _RATES or (case.named and _apart(case)):
        return None
    index = case.link.index
    return case.before if index is None or case.view.tokens[index].text == "là" else None


def _apart(case: Case) -> bool:
    """A named number behind a semicolon, or with a bound of its own, goes on with nothing ("…; nợ xấu dưới 2%")."""
    view = case.view
    bounded = any("bound" in view.tokens[index].tags for index in range(view.piece, view.amount.first))
    parted = view.piece > view.gap and view.tokens[view.piece - 1].text == ";"
    return case.before is not None and case.before.relation == "growth" and (bounded or parted)


def _share_of_whole(case: Case) -> Said | None:
    """"khoảng 50% tổng chi ngân sách", "bằng 41,6% GRDP": the whole stands behind."""
    after = case.view.amount.last
    if case.kind is not Unit.PERCENT or after >= case.view.tail or case.head == "rate":
        return None
    token = case.view.tokens[after]
    if token.text.startswith("tổng"):
        return Said("share")
    stated = case.link.verb in {"equal", "reach", None} and case.against is None
    whole = stated and token.tags.get("head") in {"amount", "flow"}
    return Said("share") if whole and (case.link.verb == "equal" or not case.named) else None


def _share_unsaid(case: Case) -> Said | None:
    """"vốn nhà nước khoảng 30%", "châu Á với 50,6%": a percentage of a thing that no other word explains."""
    if case.kind is not Unit.PERCENT or not case.named:
        return None
    index = case.link.index
    return Said("share") if index is None or case.view.tokens[index].text == "với" else None


def _level(_: Case) -> Said:
    return Said("level")


RELATIONS: tuple[Rule[Case, Said], ...] = (
    Rule("relation.move", _moved),
    Rule("relation.excess", _excess),
    Rule("relation.added_value", _added_value),
    Rule("relation.reference", _reference),
    Rule("relation.came_from", _came_from),
    Rule("relation.growth_verb", _growth_verb),
    Rule("relation.negative", _negative),
    Rule("relation.arrival", _arrival),
    Rule("relation.share_verb", _share_verb),
    Rule("relation.signed", _signed),
    Rule("relation.same_again", _same_again),
    Rule("relation.times", _times),
    Rule("relation.share_of_whole", _share_of_whole),
    Rule("relation.share_of_counted", _share_of_counted),
    Rule("relation.plan_value", _plan_value),
    Rule("relation.attainment", _attainment),
    Rule("relation.equal", _equal),
    Rule("relation.disbursement", _disbursement),
    Rule("relation.quota", _quota),
    Rule("relation.reached", _reached),
    Rule("relation.spent", _spent),
    Rule("relation.growth_name", _growth_name),
    Rule("relation.share_name", _share_name),
    Rule("relation.rate_name", _rate_name),
    Rule("relation.changed_too", _changed_too),
    Rule("relation.yardstick", _yardstick),
    Rule("relation.share_beside", _share_beside),
    Rule("relation.structure", _structure),
    Rule("relation.carried", _carried),
    Rule("relation.share_unsaid", _share_unsaid),
    Rule("relation.level", _level),
)
