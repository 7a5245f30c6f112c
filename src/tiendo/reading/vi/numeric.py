"""Sentences to measures, tallies and ranks: the walk from number to number.

Each number gets its view (what stands around it), its link, its name, its relation, status, bound and period.
What runs on inside a sentence is kept in a `Thread`, what runs on from sentence to sentence in a `Context`.
"""

import re
from collections.abc import Mapping, Sequence

from tiendo.reading.engine.lexer import lex, lower
from tiendo.reading.engine.records import Sentence
from tiendo.reading.records import BlockKind, Claim
from tiendo.reading.vi.amount import Amount, Unit, find_amounts
from tiendo.reading.vi.claim import head_body
from tiendo.reading.vi.clause import Line, make_line, view_of
from tiendo.reading.vi.context import Context
from tiendo.reading.vi.counts import ranked, tallied
from tiendo.reading.vi.lexicon import lexicon
from tiendo.reading.vi.measure import measured
from tiendo.reading.vi.naming import open_run
from tiendo.reading.vi.organisation import find_organisations
from tiendo.reading.vi.period import find_periods
from tiendo.reading.vi.period_code import year_of
from tiendo.reading.vi.rank import Rank, find_ranks
from tiendo.reading.vi.section import is_heading, is_title, open_section
from tiendo.reading.vi.settle import imply_year, settle
from tiendo.reading.vi.table import is_figure_cell, note_caption, read_cell
from tiendo.reading.vi.tally import outcome_told
from tiendo.reading.vi.thread import Thread, advance, opening_of
from tiendo.reading.vi.walk import Item, Walk

_MAY_SAY = re.compile(  # without any of these a sentence holds no figure, no place among peers and no period
    r"[0-9]|\b(?:quý|quí|năm|nay|kỳ|kì|tháng|nhất|thứ|tốp|top|đầu|nhóm|hiện|cuối|chót|bét|sổ)\b"
    r"|\b(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười|mươi|tư|lăm) (?:chỉ tiêu|tiêu chí|mục tiêu|nhóm|nhiệm vụ|đầu việc"
    r"|nội dung|dự án|công trình|đề án|hạng mục|tiểu dự án|công việc|khoản thu)\b", re.IGNORECASE)


def read_numeric(sentence: Sentence, context: Context) -> list[Claim]:
    """The measures, tallies and ranks of a sentence; the context takes in what the sentence says."""
    context.enter(sentence.block)
    caption = note_caption(sentence, context)
    if is_figure_cell(sentence):
        claim = read_cell(sentence, context)
        return [claim] if claim else []
    text = sentence.text.replace("_", " ")  # word-segmented text: "chỉ_tiêu"
    if context.told and not is_heading(sentence) and not _MAY_SAY.search(text):
        context.status, context.before, context.disbursed = None, {}, False
        return []
    tokens = lex(lexicon(), text)
    periods = find_periods(tokens, lower(text))
    line = make_line(sentence.text, tokens, periods)
    ranks = {rank.amount.first: rank for rank in find_ranks(line)}
    items = _amounts(line, ranks)
    if not caption and (is_heading(sentence) or (periods and not items and is_title(sentence, tokens))):
        open_section(context, sentence, tokens, periods)
    if not context.told and not items:
        head_body(line, context)
    imply_year(line, context)
    walk = Walk(sentence, line, _thread(sentence, line, context, items), [], find_organisations(line) if items else [])
    _walk(walk, items, ranks)
    _leave(walk, context)
    return [claim for _, claim in walk.claims]


def _thread(sentence: Sentence, line: Line, context: Context, items: Sequence[Amount]) -> Thread:
    """The state a sentence begins with; "Trong đó, …" goes on with what the sentence before said."""
    thread = Thread(line, context, period=context.running, first_amount=items[0].first if items else None,
                    opens_block=sentence.start <= sentence.block.start, opening=opening_of(line))
    if line.tokens and "goes_on" in line.tokens[0].tags:
        thread.status, thread.before, thread.disbursed = context.status, dict(context.before), context.disbursed
        before = context.left if thread.opens_block and context.told else thread.period
        thread.period, thread.goal = context.goal or before, context.goal is not None
    return thread


def _leave(walk: Walk, context: Context) -> None:
    """What the context keeps of a sentence; what a cell says holds for the cell alone."""
    context.told = context.told or bool(walk.claims)
    facts = [year_of(claim.period) for _, claim in walk.claims if claim.status == "actual"]
    context.told_year = max(filter(None, [*facts, context.told_year]), default=None)
    if walk.sentence.block.kind is BlockKind.CELL:
        return
    thread = walk.thread
    settle(thread)
    context.status, context.topic = thread.status, thread.topic or context.topic
    context.before, context.disbursed, context.names = thread.before, thread.disbursed, tuple(thread.names)
    context.goal = thread.period if thread.goal and thread.status == "target" else None


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
        open_run(walk.thread, items, at)
        _take(walk, Item(view, following, ranks.get(amount.first)))
        walk.thread.last = view
        gap = gap if view.embedded else view.after
    advance(walk.thread, len(walk.line.tokens))


def _may_say(amount: Amount, line: Line) -> bool:
    """A bare number says something only beside an outcome ("2 không đạt", "quá hạn 4") or as a fraction."""
    if amount.kind is not Unit.NONE or amount.of is not None or outcome_told(line.tokens, amount) is not None:
        return True
    named = amount.first > 0 and "numbered" in line.tokens[amount.first - 1].tags  # "thi vào lớp 10 đạt …"
    return not named and amount.last < len(line.tokens) and "outcome" in line.tokens[amount.last].tags


def _take(walk: Walk, item: Item) -> None:
    """Read one number and keep what it says."""
    if item.rank:
        claim: Claim | None = ranked(walk, item, item.rank)
    else:
        claim = tallied(walk, item) or measured(walk, item)
    if claim:
        walk.claims.append((item.amount, claim))
