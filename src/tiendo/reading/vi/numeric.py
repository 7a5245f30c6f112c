"""Sentences to measures, tallies and ranks: the walk from number to number.

Each number gets its view (what stands around it), its link, its name, its relation, status, bound and period.
What runs on inside a sentence is kept in a `Thread`, what runs on from sentence to sentence in a `Context`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tiendo.reading.engine.lexer import lex, lower
from tiendo.reading.engine.records import Sentence
from tiendo.reading.engine.rules import first_answer
from tiendo.reading.records import BlockKind, Claim, ClaimKind
from tiendo.reading.vi.amount import Amount, Unit, counts, find_amounts
from tiendo.reading.vi.clause import Line, View, make_line, view_of
from tiendo.reading.vi.context import Body, Context
from tiendo.reading.vi.lexicon import lexicon
from tiendo.reading.vi.link import Link, link_of
from tiendo.reading.vi.name import Name
from tiendo.reading.vi.organisation import find_organisations
from tiendo.reading.vi.period import find_periods
from tiendo.reading.vi.phrase import joined, name_of, words_between
from tiendo.reading.vi.rank import Rank, find_ranks
from tiendo.reading.vi.relation import RELATIONS, Case, Said, against_of
from tiendo.reading.vi.section import is_heading, is_title, open_section
from tiendo.reading.vi.settle import imply_year, settle
from tiendo.reading.vi.spell import period_of
from tiendo.reading.vi.status import STATUSES, Standing, bound_of
from tiendo.reading.vi.subject import SUBJECTS, Ask, after_about, piece_words
from tiendo.reading.vi.table import is_figure_cell, note_caption, read_cell
from tiendo.reading.vi.tally import TALLIES, Count, Tally, tallied_noun
from tiendo.reading.vi.thread import Thread, advance
from tiendo.reading.vi.unit import counted_unit, written_unit

_SMALL_FRACTION = 10  # "1/3 diện tích" is a share; "15/17" without a noun is not
_OWN_NAME = {"subject.between", "subject.named", "subject.label", "subject.earlier", "subject.opening"}
_RESPECTIVELY = {"lần lượt", "lần lượt là", "tương ứng", "tương ứng là"}
_PARTS = {";", ":", "(", ")", "trong khi", "trong khi đó"}
_FIRST_WORDS = 8  # of a sentence that a claim's `inherited` quotes
_LISTS = {"trong đó", "như", "gồm", "bao gồm", ":", "cụ thể", "gồm có"}


@dataclass(frozen=True, slots=True)
class Item:
    """One number in its place with what a rule reads it by; `rank` where it is a place among peers."""

    view: View
    following: Amount | None
    rank: Rank | None

    @property
    def amount(self) -> Amount:
        """The number."""
        return self.view.amount


@dataclass(frozen=True, slots=True)
class Walk:
    """The sentence being walked: its thread and the claims so far, each with the amount it came from."""

    sentence: Sentence
    line: Line
    thread: Thread
    claims: list[tuple[Amount, Claim]]


def read_numeric(sentence: Sentence, context: Context) -> list[Claim]:
    """The measures, tallies and ranks of a sentence; the context takes in what the sentence says."""
    context.enter(sentence.block)
    caption = note_caption(sentence, context)
    if is_figure_cell(sentence):
        claim = read_cell(sentence, context)
        return [claim] if claim else []
    text = sentence.text.replace("_", " ")  # word-segmented text: "chỉ_tiêu"
    tokens = lex(lexicon(), text)
    periods = find_periods(tokens, lower(text))
    line = make_line(sentence.text, tokens, periods)
    ranks = {rank.amount.first: rank for rank in find_ranks(line)}
    items = _amounts(line, ranks)
    if not caption and (is_heading(sentence) or (periods and not items and is_title(sentence, tokens))):
        open_section(context, sentence, tokens, periods)
    if not context.told and not items:
        _head_body(line, context)
    imply_year(line, context)
    thread = Thread(line, context, status=_status_before(line, context), period=context.running,
                    first_amount=items[0].first if items else None,
                    opens_block=sentence.start <= sentence.block.start)
    walk = Walk(sentence, line, thread, [])
    if line.tokens and "goes_on" in line.tokens[0].tags:
        thread.before, thread.disbursed = dict(context.before), context.disbursed
    _walk(walk, items, ranks)
    context.told = context.told or bool(walk.claims)
    if sentence.block.kind is not BlockKind.CELL:  # what a cell says holds for the cell
        settle(thread)
        context.status, context.topic = thread.status, thread.topic or context.topic
        context.before, context.disbursed = thread.before, thread.disbursed
    return [claim for _, claim in walk.claims]


def _amounts(line: Line, ranks: Mapping[int, Rank]) -> list[Amount]:
    """The numbers of a sentence that say something, ranks among them, from left to right."""
    taken = {index for rank in ranks.values() for index in range(rank.amount.first, rank.amount.last)}
    found = find_amounts(line.tokens, taken | line.timed, line.timed)
    said = [amount for amount in found if _may_say(amount, line)]
    return sorted([*said, *(rank.amount for rank in ranks.values())], key=lambda amount: amount.first)


def _walk(walk: Walk, items: Sequence[Amount], ranks: Mapping[int, Rank]) -> None:
    """From number to number; each one's words begin where the number before it ended."""
    gap = 0
    for at, amount in enumerate(items):
        following = items[at + 1] if at + 1 < len(items) else None
        advance(walk.thread, amount.first)
        limit = following.first if following else len(walk.line.tokens)
        view = view_of(walk.line, amount, gap, limit, last=following is None)
        _open_run(walk.thread, items, at)
        _take(walk, Item(view, following, ranks.get(amount.first)))
        walk.thread.last = view
        gap = gap if view.embedded else view.after
    advance(walk.thread, len(walk.line.tokens))


def _open_run(thread: Thread, items: Sequence[Amount], at: int) -> None:
    """"lần lượt 1,8% và 6,3%": a run of numbers takes the last names before it, one each."""
    tokens, first = thread.line.tokens, items[at].first
    if thread.run or not any(tokens[index].text in _RESPECTIVELY for index in range(max(0, first - 4), first)):
        return
    size = 1
    while at + size < len(items) and items[at + size].kind is items[at].kind and _bare_between(
            thread.line, items[at + size - 1].last, items[at + size].first):
        size += 1
    names = _named_before(thread.line, thread.last.after if thread.last else 0, first)
    if len(names) != size:
        names = list(dict.fromkeys(name for _, name in thread.names))[-size:]
    if 1 < size == len(names):
        thread.run = tuple(names)


def _named_before(line: Line, start: int, end: int) -> list[Name]:
    """"Mỹ và Nhật Bản giảm lần lượt …": the names set side by side before a run of numbers."""
    tokens, names = line.tokens, list[Name]()
    opens = [index + 1 for index in range(start, end) if tokens[index].text in _PARTS or tokens[index].text.endswith("là")]
    last = next((index for index in range(end - 1, start, -1) if tokens[index].text in _RESPECTIVELY), end)
    at = max((index for index in opens if index < last), default=start)
    for index in range(at, last + 1):
        if index == last or tokens[index].text in {",", "và"}:
            end = next((i for i in range(at + 1, index) if "verb" in tokens[i].tags), index)
            name = name_of(line, words_between(line, at, end, said=True))
            names += [name] if name else []
            at = index + 1
    return names


def _bare_between(line: Line, start: int, end: int) -> bool:
    """Whether only marks, "và" and bounds stand between two numbers."""
    return all(line.tokens[index].kind == "mark" or line.tokens[index].text == "và" or "bound" in line.tokens[index].tags
               for index in range(start, end))


def _may_say(amount: Amount, line: Line) -> bool:
    """A bare number says something only right before an outcome ("2 không đạt") or as a fraction."""
    if amount.kind is not Unit.NONE or amount.of is not None:
        return True
    named = amount.first > 0 and "numbered" in line.tokens[amount.first - 1].tags  # "thi vào lớp 10 đạt …"
    return not named and amount.last < len(line.tokens) and "outcome" in line.tokens[amount.last].tags


def _status_before(line: Line, context: Context) -> str | None:
    """"Trong đó, …" goes on with the status of the sentence before."""
    return context.status if line.tokens and "goes_on" in line.tokens[0].tags else None


def _take(walk: Walk, item: Item) -> None:
    """Read one number and keep what it says."""
    if item.rank:
        claim: Claim | None = _rank(walk, item, item.rank)
    else:
        claim = _tally(walk, item) or _measure(walk, item)
    if claim:
        walk.claims.append((item.amount, claim))


def _name(walk: Walk, view: View, link: Link, *, changes: bool = False, tallied: bool = False,
          ) -> tuple[Name | None, str]:
    thread = walk.thread
    listed = view.amount.kind in thread.before or thread.lead is not None
    same = next((name for unit, name in reversed(thread.names) if unit == view.amount.unit), None)
    ask = Ask(view, link, thread.topic or thread.lead, changes, thread.plan_bracket, tallied, thread.context.topic, same, listed,
              thread.deed, thread.run[0] if thread.run else None)
    thread.run = thread.run[1:]
    answer = first_answer(SUBJECTS, ask)
    if answer is None:
        return None, "subject.none"
    thread.names.append((view.amount.unit, answer[0]))
    noun = view.amount.noun
    words = [] if noun is None or answer[1] != "subject.counted" else piece_words(ask)
    thread.deed = joined(view.line, words) if words and "action" in view.tokens[words[0]].tags else thread.deed
    before_bracket = view.opened is not None and link.index is not None and link.index < view.opened
    if answer[1] == "subject.label" or before_bracket:
        thread.label(answer[0])
    return answer


def _rank(walk: Walk, item: Item, rank: Rank) -> Claim:
    view = item.view
    link = Link(None, None, item.amount.first)
    name, rule = after_about(view.line, view.amount.last, view.tail), "subject.after"
    if name is None:
        name, rule = _name(walk, view, link)
        placed = rule in _OWN_NAME and name is not None and name.head is None and name.text[0].isupper()
        walk.thread.topic = name if placed else walk.thread.topic or name  # "Nhật Bản đứng thứ hai với 96 triệu USD"
    rules = (item.amount.rule, rule)
    return _claim(walk, item, ClaimKind.RANK, rules, {
        "subject": name.text if name else None, "rank": rank.place, "of": item.amount.of, "streak": rank.streak,
    }, (item.amount.first, item.amount.last))


def _tally(walk: Walk, item: Item) -> Claim | None:
    thread, amount = walk.thread, item.amount
    count = Count(item.view, item.following, thread.whole, thread.noun)
    answer = first_answer(TALLIES, count)
    noun = tallied_noun(item.view)
    thread.noun = noun or thread.noun
    if answer is None:
        if amount.of is None and (noun == "target" or (noun == "task" and _of_whole(item.view))):
            thread.whole = amount
        return None
    tally, rule = answer
    if tally.of is not None and amount.of is None and thread.whole is not None:
        walk.claims[:] = [(kept, claim) for kept, claim in walk.claims if kept is not thread.whole]
    return _tally_claim(walk, item, tally, rule)


def _of_whole(view: View) -> bool:
    """"trong số 42 nhiệm vụ": the count is a whole whose parts follow."""
    return view.amount.first > 0 and view.tokens[view.amount.first - 1].text in {"trong số", "trong tổng số", "tổng số", "trong"}


def _tally_claim(walk: Walk, item: Item, tally: Tally, rule: str) -> Claim:
    link = link_of(item.view)
    name, how = _name(walk, item.view, link, tallied=True)
    whole = walk.thread.whole_name
    if whole and name and tally.of is not None and item.amount.of is None and whole.text.startswith(name.text):
        name = whole  # "18 chỉ tiêu chủ yếu …, có 12 chỉ tiêu đạt": the part is named by the whole
    walk.thread.topic = name or walk.thread.topic
    deed = walk.thread.deed
    walk.thread.quota = item.amount.of is not None and tally.outcome == "other" and bool(
        deed and name and name.text.startswith(deed))  # "kết nạp 566/1.000 đảng viên, đạt 56,6%"
    end = max(item.amount.last, next(
        (i + 1 for i in range(item.amount.last, item.view.tail) if "outcome" in item.view.tokens[i].tags), 0))
    start = link.index if link.direct and link.index is not None else item.amount.first
    status, status_rule = _status(walk, item, link, "level")
    return _claim(walk, item, ClaimKind.TALLY, (rule, how, *status_rule), {
        "subject": name.text if name else None, "count": int(item.amount.value), "of": tally.of,
        "outcome": tally.outcome, "status": status,
    }, (start, end))


def _measure(walk: Walk, item: Item) -> Claim | None:
    thread = walk.thread
    amount = _as_share(item) if item.amount.kind is Unit.NONE else item.amount
    if amount is None or amount.rule == "amount.in_words":
        return None
    view = replace(item.view, amount=amount)
    item = replace(item, view=view)
    link = link_of(view)
    name, how = _name(walk, view, link, changes=link.direct and link.verb in {"up", "down", "excess"})
    against = against_of(view, link)
    case = Case(view, link, name.head if name else None, against, _before(item, thread, how),
                how in _OWN_NAME, thread.structure, _after_excess(item, thread), thread.quota, thread.disbursed,
                thread.last is not None and counts(thread.last.amount), thread.last_said,
                thread.last.amount.kind if thread.last else None, how == "subject.between", _listed_change(item, thread))
    said, relation_rule = first_answer(RELATIONS, case) or (Said("level"), "relation.level")
    if relation_rule == "relation.level" and amount.unit == "lần" and link.verb is None and amount.value == int(amount.value):
        return None  # "mỗi quý 1 lần"
    status, status_rule = _status(walk, item, link, said.relation)
    bound = bound_of(view)
    rules = [amount.rule, relation_rule, how, *status_rule]
    if bound != "exact":
        rules.append(f"bound.{bound}")
    sign = _sign(item, said)
    unit = "%" if said.relation == "growth" and amount.unit == "%/năm" else written_unit(_counted_by(amount, name))
    claim = _claim(walk, item, ClaimKind.MEASURE, tuple(rules), {
        "subject": name.text if name else None, "value": amount.value * sign,
        "value_to": None if amount.value_to is None else amount.value_to * sign, "unit": unit,
        "relation": said.relation, "bound": bound, "status": status, "doubt": amount.doubt,
        "against": against if said.relation in {"growth", "attainment", "excess"} else None,
    }, (link.index if link.direct and link.index is not None else amount.first,
        view.tail if against and said.relation != "level" else amount.last))
    _keep(thread, item, name, said, planned="status.planned" in status_rule)
    if thread.whole is item.amount:
        thread.whole_name = name
    return claim


def _before(item: Item, thread: Thread, how: str) -> Said | None:
    """What the number of the same kind before said; for a number with a name of its own only the last number."""
    said = thread.before.get(item.amount.kind)
    near = thread.last is not None and thread.last.amount.kind is item.amount.kind
    return said if near or how not in _OWN_NAME else None


def _as_share(item: Item) -> Amount | None:
    """"1/3 diện tích" is a share; a bare number says nothing."""
    amount = item.amount
    if amount.of is None or not amount.value < amount.of <= _SMALL_FRACTION or amount.last >= item.view.tail:
        return None
    value = (amount.value * 100 / amount.of).quantize(Decimal("0.000000001"))
    return Amount(amount.first, amount.last, value.normalize(), "%", Unit.PERCENT, "amount.part")


def _sign(item: Item, said: Said) -> int:
    """A fall is negative; so is a change with a minus before it ("tăng trưởng đạt – 4,13%", "(-12,7%)")."""
    if said.relation == "from_to":
        return 1
    if said.relation == "growth" and item.amount.sign:
        return item.amount.sign
    before = item.view.tokens[item.amount.first - 1].text if item.amount.first > item.view.piece else ""
    minus = said.relation == "growth" and before in {"-", "–", "−"} and said.sign > 0
    return -1 if minus else said.sign


def _counted_by(amount: Amount, name: Name | None) -> str:
    """The unit of a bare "4,62 triệu": what its name counts ("tổng số khách hàng"), else đồng."""
    counted = counted_unit(name.text) if name and amount.kind is Unit.MONEY and amount.noun == amount.last else None
    return f"{amount.unit.removesuffix(' đồng')} {counted}" if counted else amount.unit


def _listed_change(item: Item, thread: Thread) -> Said | None:
    """The change the number before told, where its clause opened with the verb and only a comma or "và" follows."""
    last, said, view = thread.last, thread.last_said, item.view
    if last is None or said is None or said.relation != "growth" or not counts(last.amount):
        return None
    opens = all(last.tokens[index].kind == "mark" or last.tokens[index].tags.keys() & {"verb", "bound", "adverb", "status"}
                for index in range(last.piece, last.amount.first))
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


def _status(walk: Walk, item: Item, link: Link, relation: str) -> tuple[str, tuple[str, ...]]:
    thread = walk.thread
    plan = thread.plan_bracket
    if thread.compared and not plan:
        return "actual", ("status.compared_bracket",)
    wanted = thread.goal or thread.context.goals
    answer = first_answer(STATUSES, Standing(item.view, link, relation, thread.status, plan, wanted))
    if answer is None:
        return "actual", ()
    status, rule = answer
    return status, (rule,)


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


def _claim(walk: Walk, item: Item, kind: ClaimKind, rules: tuple[str, ...], fields: dict[str, object],
           span: tuple[int, int]) -> Claim:
    tokens, sentence, context = walk.line.tokens, walk.sentence, walk.thread.context
    start, end = tokens[span[0]].start, tokens[span[1] - 1].end
    time = period_of(walk.thread, item.view, fields.get("status"), rules)
    organisation, whose = _organisation(walk, start)
    inherited = (*_name_from(walk, rules), *time.inherited, *_wanted_by(context, rules), *whose)
    doubt = fields.pop("doubt", None) or context.doubt_of(organisation, time.code)
    return Claim(
        kind=kind, quote=sentence.text[start:end], start=sentence.start + start, end=sentence.start + end,
        sentence=sentence.text, rules=(*rules, *time.rules), period=time.code, organisation=organisation,
        inherited=inherited, doubt=doubt, **fields,  # type: ignore[arg-type] - the fields of the claim's kind
    )


def _name_from(walk: Walk, rules: tuple[str, ...]) -> tuple[str, ...]:
    topic = walk.thread.context.topic
    return (f"subject: sentence before, '{topic.text}'",) if "subject.sentence_before" in rules and topic else ()


def _wanted_by(context: Context, rules: tuple[str, ...]) -> tuple[str, ...]:
    source = next((section.source for section in reversed(context.sections) if section.goals is not None), "")
    return (f"status: {source}",) if "status.section" in rules and context.goals and source else ()


def _organisation(walk: Walk, offset: int) -> tuple[str | None, tuple[str, ...]]:
    """Whose figure it is: the last body named before it, here or earlier."""
    context = walk.thread.context
    names = [found.text for found in find_organisations(walk.line) if found.start <= offset]
    if names:
        context.organisation = Body(names[-1], f"sentence '{_opening(walk.line.text)}'")
        return names[-1], ()
    body = context.organisation
    return (body.name, (f"organisation: {body.source}",)) if body else (None, ())


def _opening(text: str) -> str:
    """The first words of a sentence, to find it by."""
    words = text.split()
    return " ".join(words[:_FIRST_WORDS]) + (" …" if len(words) > _FIRST_WORDS else "")


def _head_body(line: Line, context: Context) -> None:
    """The body at the top of the document: whose report it is, until another is named."""
    names = find_organisations(line) if context.organisation is None else []
    if names:
        context.organisation = Body(names[0].text, f"'{_opening(line.text)}'")
