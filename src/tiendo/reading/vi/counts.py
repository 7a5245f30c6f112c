"""Tallies and ranks as claims: "12/15 xã đạt chuẩn", "xếp thứ 11/63"."""

from tiendo.reading.engine.records import revised
from tiendo.reading.engine.rules import first_answer
from tiendo.reading.records import Claim, ClaimKind
from tiendo.reading.vi.claim import placed, saying
from tiendo.reading.vi.clause import View
from tiendo.reading.vi.link import Link, link_of
from tiendo.reading.vi.name import Name
from tiendo.reading.vi.naming import OWN_NAME, name_number
from tiendo.reading.vi.phrase import name_of
from tiendo.reading.vi.rank import Rank
from tiendo.reading.vi.status import status_of
from tiendo.reading.vi.subject import after_about
from tiendo.reading.vi.tally import TALLIES, Count, Tally, tallied_noun
from tiendo.reading.vi.walk import Item, Walk

_WHOLES = {"trong số", "trong tổng số", "tổng số", "trong"}


def ranked(walk: Walk, item: Item, rank: Rank) -> Claim:
    """The claim of a place among peers."""
    view = item.view
    link = Link(None, None, item.amount.first)
    name, rule = after_about(view.line, view.amount.last, view.tail), "subject.after"
    if name:
        walk.thread.names.append(name)
        walk.thread.topic = walk.thread.topic or name  # "xếp hạng 3/11 về chỉ số …, tăng 2 bậc"
    else:
        name, rule = name_number(walk, view, link)
        placed_first = rule in OWN_NAME and name is not None and name.head is None and name.text[0].isupper()
        walk.thread.topic = name if placed_first else walk.thread.topic or name  # "Nhật Bản đứng thứ hai với …"
    claim = saying(walk, ClaimKind.RANK, name, (item.amount.rule, rule))
    claim = revised(claim, rank=rank.place, of=item.amount.of, streak=rank.streak)
    return placed(walk, item, claim, (item.amount.first, item.amount.last))


def tallied(walk: Walk, item: Item) -> Claim | None:
    """The claim of a count with its outcome; None where a number is none; that of a whole is kept for its parts."""
    thread, amount = walk.thread, item.amount
    count = Count(item.view, item.following, thread.whole, thread.noun, _listed(walk, item))
    answer = first_answer(TALLIES, count)
    noun = tallied_noun(item.view)
    thread.noun = noun or thread.noun
    if answer is None:
        whole = amount.of is None and (noun == "target" or (noun == "task" and _of_whole(item.view)))
        if whole and not thread.tallied:
            thread.whole = amount  # but for "16/18 khoản thu đạt …, 9 khoản thu …"
        return None
    tally, rule = answer
    if tally.of is not None and amount.of is None and thread.whole is not None:
        walk.claims[:] = [(kept, claim) for kept, claim in walk.claims if kept is not thread.whole]
    return _tally_claim(walk, item, tally, rule)


def _listed(walk: Walk, item: Item) -> str | None:
    """"đạt 15/19 tiêu chí và 52/57 nội dung": the outcome of the tally before, where only "và" stands between."""
    last = walk.claims[-1][1] if walk.claims else None
    view = item.view
    beside = view.amount.first > 0 and walk.line.tokens[view.amount.first - 1].text == "và" and last is not None
    return last.outcome if beside and last and last.kind is ClaimKind.TALLY and last.of is not None else None


def _of_whole(view: View) -> bool:
    """"trong số 42 nhiệm vụ": the count is a whole whose parts follow."""
    return view.amount.first > 0 and view.tokens[view.amount.first - 1].text in _WHOLES


def _judged_name(walk: Walk, item: Item) -> Name | None:
    """What is judged, named by its bare noun: "các chỉ tiêu đạt và vượt: 12"."""
    at = next((index for index in range(item.amount.first - 1, item.view.gap - 1, -1)
               if "tally" in walk.line.tokens[index].tags), None)
    return walk.thread.topic if at is None else name_of(walk.line, [at])


def _tally_claim(walk: Walk, item: Item, tally: Tally, rule: str) -> Claim:
    link = link_of(item.view)
    name, how = name_number(walk, item.view, link, tallied=True)
    whole = walk.thread.whole_name
    if rule == "tally.told":
        name = whole or _judged_name(walk, item) or name  # "…: hoàn thành 280, quá hạn 4" are of what was named before
    if whole and name and tally.of is not None and item.amount.of is None and whole.text.startswith(name.text):
        name = whole  # "18 chỉ tiêu chủ yếu …, có 12 chỉ tiêu đạt": the part is named by the whole
    walk.thread.topic = name or walk.thread.topic
    deed = walk.thread.deed
    walk.thread.quota = item.amount.of is not None and tally.outcome == "other" and bool(
        deed and name and name.text.startswith(deed))  # "kết nạp 566/1.000 đảng viên, đạt 56,6%"
    tokens, tail = item.view.tokens, item.view.tail
    tail += tail < len(tokens) and tokens[tail].tags.get("outcome") == "not_met"  # "5 chỉ tiêu ¦chưa đạt kế hoạch¦"
    end = max(item.amount.last, next((i + 1 for i in range(item.amount.last, tail) if "outcome" in tokens[i].tags), 0))
    start = link.index if link.direct and link.index is not None else item.amount.first
    status, status_rule = status_of(walk.thread, item.view, link, "level")
    before = walk.claims[-1][1] if walk.claims else None
    if not status_rule and before and before.kind is ClaimKind.TALLY and before.status == "estimate":
        status, status_rule = "estimate", ("status.carried",)  # "dự kiến 15 chỉ tiêu vượt, 3 chỉ tiêu không đạt"
    walk.thread.tallied = True
    claim = saying(walk, ClaimKind.TALLY, name, (item.amount.rule, rule, how, *status_rule))
    claim = revised(claim, count=int(item.amount.value), of=tally.of, outcome=tally.outcome, status=status)
    return placed(walk, item, claim, (start, end))
