"""Headings: how high one stands, whether it tells goals, which period it gives to what stands under it."""

import re

from tiendo.reading.engine.records import Sentence, Token
from tiendo.reading.records import BlockKind
from tiendo.reading.vi.context import Context, Section, Spoken
from tiendo.reading.vi.period import Mention
from tiendo.reading.vi.period_code import months

_MARKS = (  # how high a heading stands by its mark; one without a mark is the title or stands above I.
    (re.compile(r"\s*#{1,6}\s"), 0),
    (re.compile(r"\s*(?:phần|chương)\s", re.IGNORECASE), 1),
    (re.compile(r"\s*[A-E][.)]\s"), 2), (re.compile(r"\s*[IVX]+[.)]|\s*(?:[Đđ]iều|ĐIỀU|[Mm]ục|MỤC)\s\d"), 3),
    (re.compile(r"\s*\d+\.\d+\.\d"), 6),
    (re.compile(r"\s*\d+\.\d"), 5), (re.compile(r"\s*\d+[.)/]"), 4), (re.compile(r"\s*[a-zđ][.)]\s"), 7),
)
_UNMARKED = 1
_LONGEST = 45  # tokens of a line that can be a title
_ENDS = ".;:!?…”"
_RESULTS = {"kết quả", "tình hình", "đánh giá"}


def is_heading(sentence: Sentence) -> bool:
    """Whether a sentence is a heading of the document."""
    return sentence.block.kind is BlockKind.HEADING


def is_title(sentence: Sentence, tokens: list[Token]) -> bool:
    """Whether a paragraph is a line of a title: whole, short, without a full stop; its numbers are dates."""
    block = sentence.block
    whole = sentence.start <= block.start and sentence.start + len(sentence.text) >= block.end
    return (whole and block.kind is BlockKind.PARAGRAPH and len(tokens) <= _LONGEST
            and sentence.text.rstrip()[-1:] not in _ENDS)


def open_section(context: Context, sentence: Sentence, tokens: list[Token], periods: list[Mention]) -> None:
    """Take a heading or a line of a title into the context."""
    rank, goals = _rank(sentence.text), _goals(tokens)
    if goals and rank == _UNMARKED and _tells_both(tokens, periods):
        goals = None
    period = _period(context, sentence.text, periods)
    if goals and rank == _UNMARKED and period and context.base and not context.told:
        return  # "phương hướng 6 tháng cuối năm" in the second line of a title
    context.head(Section(rank, period, goals, f"heading '{' '.join(sentence.text.split())}'"))


def _tells_both(tokens: list[Token], periods: list[Mention]) -> bool:
    """"Báo cáo công tác y tế năm 2022 và phương hướng năm 2023": what was done first, then what is wanted."""
    wanted = next((token.start for token in tokens if "plan_section" in token.tags), 0)
    return any(mention.end <= wanted for mention in periods) and any(mention.start > wanted for mention in periods)


def _period(context: Context, text: str, periods: list[Mention]) -> Spoken | None:
    """The period a heading gives: of "tháng 5 và 5 tháng năm 2024" the longer; a year said once holds for all."""
    own = [mention for mention in periods if mention.role in {"own", "plan", "goal", "name"}]
    told = max(context.year or "", context.told_year or "")  # "Nhiệm vụ 6 tháng cuối năm" looks back at no year
    year = next((str(mention.year) for mention in own if mention.year), None) or told or None
    codes = [(context.resolve(mention.code, None, year), mention.rule) for mention in own]
    known = [(code, rule) for code, rule in codes if code]
    if not known:
        return None
    code, rule = max(known, key=lambda one: months(one[0]))
    return Spoken(code, rule, f"heading '{' '.join(text.split())}'")


def _rank(text: str) -> int:
    for mark, rank in _MARKS:
        found = mark.match(text)
        if found:
            return rank + found.group().count("#")
    return _UNMARKED


def _goals(tokens: list[Token]) -> bool | None:
    """True for a heading about what is wanted, False for one about results, None for any other.

    The first word of the two kinds decides: "Kết quả thực hiện mục tiêu" tells results.
    """
    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at else None  # "lợi nhuận vượt kế hoạch", "17/17 chỉ tiêu đạt và vượt"
        held_to = before is not None and (before.kind == "fraction" or bool(before.tags.keys() & {"outcome", "than"}))
        if token.text in _RESULTS or token.tags.get("topic") == "results" or (held_to and "plan_section" in token.tags):
            return False
        if "plan_section" in token.tags or token.tags.get("status") == "target":
            return True
    return None
