"""Figures in cells: the row's head names what is measured, the column's head says when, in what unit and of what kind.

"Thu ngân sách | tỷ đồng | 5.480 | 7.900" under "TH 2022 | KH 2023" holds a result of 2022 and a plan for 2023. What
the heads leave out comes from the unit column of the same row, the caption ("Bảng 1. … (ĐVT: tỷ đồng)") or the
heading above. A cell that holds prose is read like any other sentence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tiendo.reading.engine.lexer import lex, lower
from tiendo.reading.engine.records import Sentence, Token
from tiendo.reading.records import Block, BlockKind, Claim, ClaimKind
from tiendo.reading.vi.amount import Amount, Unit, find_amounts
from tiendo.reading.vi.clause import make_line
from tiendo.reading.vi.context import Caption, Context, Spoken
from tiendo.reading.vi.lexicon import lexicon
from tiendo.reading.vi.organisation import find_organisations
from tiendo.reading.vi.period import find_periods
from tiendo.reading.vi.period_code import year_before
from tiendo.reading.vi.phrase import name_of
from tiendo.reading.vi.unit import counted_unit, said_unit, written_unit

_UNIT_HEAD = re.compile(r"(?:đơn vị(?: tính)?|đvt|đ/?v)\.?", re.IGNORECASE)
_UNIT_SAID = re.compile(r"(?:đơn vị tính|đơn vị|đvt)\s?:\s?(?P<unit>[^();.,\n]{1,30})", re.IGNORECASE)
_CAPTION = re.compile(r"(?:bảng|biểu|phụ lục|phụ biểu)\b", re.IGNORECASE)
_BRACKET = re.compile(r"\((?P<said>[^()]{1,30})\)")
_ORDER = re.compile(r"^\s*(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,4}|[a-zđ])[.)]\s*|[-–+*•]\s*)+", re.IGNORECASE)
_COUNTER_HEAD = re.compile(r"(?:tt|stt|số tt|số thứ tự|mã(?: số)?)\.?", re.IGNORECASE)
_RANK_HEAD = re.compile(r"(?:xếp hạng|thứ hạng|hạng|xếp thứ|vị trí)\b", re.IGNORECASE)
_ABBREVIATED = ((re.compile(r"\b(\d{1,2})\s?t\b(?=\s?/|\s|$)", re.IGNORECASE), r"\1 tháng"),
                (re.compile(r"\bth\b\s?(?:/\s?kh\b)", re.IGNORECASE), "so với kế hoạch"),
                (re.compile(r"\bth\b", re.IGNORECASE), "thực hiện"), (re.compile(r"\bck\b", re.IGNORECASE), "cùng kỳ"))
_CHANGES = {"tăng", "giảm", "tăng trưởng", "tăng/giảm", "chênh lệch", "tốc độ tăng", "tốc độ phát triển",
            "tốc độ tăng trưởng"}
_PLAIN = {"thực hiện", "ước", "kết quả", "số liệu", "số", "giá trị", "so sánh", "tỷ lệ", "hoàn thành", "đạt", "tổng số",
          "chính thức", "báo cáo", "lũy kế", "đến", "cả", "và", "chỉ tiêu", "nội dung", "mức", "trong", "kỳ", "năm",
          "ghi chú", "cơ cấu", "tỷ trọng", "xếp hạng", "thứ hạng", "hạng", "xếp thứ", "vị trí"} | _CHANGES
_SAYS = {"against", "than", "status", "assigned", "as_at", "time"}
_HELD = {"đạt", "hoàn thành", "tỷ lệ", "vượt"}  # with a plan in the same head: how much of it
_LEAST_RATIO = 50  # under "so với cùng kỳ (%)": 107,4 is how much of it, 7,4 how much more


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a column says of the figures under it; None or "" for what it leaves open."""

    period: str | None
    status: str
    relation: str | None
    against: str | None
    unit: str | None
    name: str
    doubt: str | None = None


def is_figure_cell(sentence: Sentence) -> bool:
    """Whether a sentence is a cell with heads that holds one figure and nothing else."""
    block = sentence.block
    return (block.kind is BlockKind.CELL and bool(block.row_head) and bool(re.search(r"\d", sentence.text))
            and _figure(lex(lexicon(), sentence.text)) is not None)


def note_caption(sentence: Sentence, context: Context) -> bool:
    """Take in a table's caption, a unit told for all its figures, or a unit cell; whether it was a caption."""
    block, text = sentence.block, sentence.text
    if block.kind is BlockKind.CELL and _UNIT_HEAD.fullmatch((block.column_head or "").strip()):
        context.row_unit = (block.table, block.row, text.strip())
        return False
    said = _UNIT_SAID.search(text) if ":" in text else None
    caption = block.kind is not BlockKind.CELL and (
        bool(_CAPTION.match(text.strip("*_# "))) or context.caption.block is block)
    words = f"caption '{' '.join(text.split())}'"
    if caption and context.caption.block is not block:
        context.caption = Caption(block=block)
    if said:
        context.caption = replace(context.caption, unit=(said["unit"].strip(), words))
    spoken = _spoken_in(text, words, context) if caption else None
    if spoken:
        context.caption = replace(context.caption, period=spoken)
    return caption


def _spoken_in(text: str, source: str, context: Context) -> Spoken | None:
    """The last period that a caption names."""
    found = find_periods(lex(lexicon(), text), lower(text))
    mentions = [mention for mention in found if mention.role in {"own", "plan"}]
    code = context.resolve(mentions[-1].code, None, None) if mentions else None
    return Spoken(code, mentions[-1].rule, source) if code else None


def read_cell(sentence: Sentence, context: Context) -> Claim | None:
    """The claim of a figure cell; None where the head says that the figure only counts lines."""
    block = sentence.block
    head_text = block.column_head or ""
    tokens = lex(lexicon(), sentence.text)
    amount = _figure(tokens)
    if amount is None or _COUNTER_HEAD.fullmatch(head_text.strip()) or _UNIT_HEAD.fullmatch(head_text.strip()):
        return None
    head = _head(head_text, amount, context)
    subject, organisation, named = _names(block, head)
    period, told = _period(head, block, context)
    start = tokens[amount.first - 1].start if amount.first else tokens[amount.first].start
    end = tokens[amount.last - 1].end
    whose = organisation or (context.organisation.name if context.organisation else None)
    body = () if organisation or context.organisation is None else (f"organisation: {context.organisation.source}",)
    claim = Claim(
        kind=ClaimKind.MEASURE, quote=sentence.text[start:end], start=sentence.start + start, end=sentence.start + end,
        sentence=sentence.text, rules=("amount.cell", "subject.row_head"), subject=subject, period=period,
        organisation=whose, doubt=head.doubt or amount.doubt, inherited=(named, *told, *body),
    )
    if _RANK_HEAD.match(head_text.strip()) and amount.kind is Unit.NONE:
        return replace(claim, kind=ClaimKind.RANK, rank=int(amount.value), of=amount.of,
                       rules=_with(claim, "rank.column"))
    if amount.of is not None:
        return replace(claim, kind=ClaimKind.TALLY, count=int(amount.value), of=amount.of, outcome=_outcome(block),
                       status=head.status, rules=_with(claim, "tally.cell"))
    return _measured(claim, amount, head, block, context)


def _with(claim: Claim, rule: str) -> tuple[str, ...]:
    """The claim's rules with one behind that of its number."""
    return (claim.rules[0], rule, *claim.rules[1:])


def _outcome(block: Block) -> str:
    """"Số xã đạt chuẩn NTM" | 12/19: what became of those counted, by the heads' own words."""
    tokens = lex(lexicon(), f"{block.row_head} {block.column_head or ''}")
    return next((token.tags["outcome"] for token in tokens if "outcome" in token.tags), "other")


def _measured(claim: Claim, amount: Amount, head: Head, block: Block, context: Context) -> Claim:
    """The claim as a measure: its unit from the nearest place that says one, its relation from column or row."""
    unit, source = _unit(amount, head, block, context)
    relation = head.relation or _relation_of(claim.subject or "", unit)
    status = ("status.column",) if head.status != "actual" else ()
    doubt = claim.doubt or (None if unit else "unit_unknown")
    return replace(
        claim, value=-amount.value if amount.sign < 0 else amount.value, value_to=amount.value_to, unit=unit,
        relation=relation, bound=amount.bound or "exact", status=head.status,
        against=head.against if relation in {"growth", "attainment", "excess"} else None,
        doubt=doubt or context.doubt_of(claim.organisation, claim.period),
        rules=(*_with(claim, "relation.column" if head.relation else "relation.row"), *status, "period.column"),
        inherited=(*claim.inherited, f"unit: {source}") if source else claim.inherited,
    )


def _figure(tokens: Sequence[Token]) -> Amount | None:
    """The one amount of a cell, if nothing else stands there but signs and bounds."""
    found = find_amounts(tokens, (), ())
    if len(found) != 1:
        return None
    amount = found[0]
    rest = [token for index, token in enumerate(tokens) if not amount.first <= index < amount.last]
    if not all(token.kind == "mark" or "bound" in token.tags for token in rest):
        return None
    bound = next((token.tags["bound"] for token in rest if "bound" in token.tags), amount.bound)
    before = tokens[amount.first - 1].text if amount.first else ""
    sign = -1 if before in {"-", "–", "−"} else 1 if before == "+" else 0
    return replace(amount, bound=bound, sign=sign)


def _head(text: str, amount: Amount, context: Context) -> Head:
    """What a column's head says: "Ước TH 9 tháng 2023", "KH 2023", "So với cùng kỳ (%)", "Cơ cấu (%)"."""
    unit = said_unit(text)
    plain = _BRACKET.sub(lambda found: " " if said_unit(found.group()) else found.group(), text)
    for pattern, words in _ABBREVIATED:
        plain = pattern.sub(words, plain)
    tokens = lex(lexicon(), plain)
    against, compared = _held_to(plain, tokens)
    relation, doubt = _relation(plain, against if compared else None, amount, tokens)
    status = "estimate" if any(token.tags.get("status") == "estimate" for token in tokens) else (
        "target" if against in {"plan", "resolution"} and not compared else "actual")
    period = _period_of(plain, tokens, context, before=against == "same_period" and not compared)
    return Head(period, status, relation, against if compared else None, unit, _content(plain, tokens), doubt)


def _held_to(text: str, tokens: Sequence[Token]) -> tuple[str | None, bool]:
    """What a head holds its figures to, and whether it compares them with it ("so với", "/", "% KH")."""
    kinds = [token.tags["against"] for token in tokens if "against" in token.tags]
    compared = text.strip().startswith("%") or any(
        "than" in token.tags or token.text == "/" or token.text in _HELD for token in tokens)
    return ("plan" if "plan" in kinds else kinds[0]) if kinds else None, compared


def _period_of(text: str, tokens: list[Token], context: Context, *, before: bool) -> str | None:
    """The period a head names; `before`: "Cùng kỳ" alone is the period at hand a year earlier."""
    mentions = [mention for mention in find_periods(tokens, lower(text)) if mention.role != "against"]
    if mentions:
        return context.resolve(mentions[-1].code, context.running, None)
    return year_before(context.running.code) if before and context.running else None


def _relation(text: str, against: str | None, amount: Amount, tokens: Sequence[Token]) -> tuple[str | None, str | None]:
    """The relation a column's head gives, and a doubt where it says "so với cùng kỳ (%)" and no more."""
    if re.search(r"cơ cấu|tỷ trọng|tỉ trọng", text, re.IGNORECASE):
        return "share", None
    if any(token.text in _CHANGES for token in tokens):
        return "growth", None
    if against in {"plan", "resolution"}:
        return ("excess" if "vượt" in text.lower() else "attainment"), None
    if against in {"same_period", "previous"}:
        whole = amount.sign == 0 and amount.value >= _LEAST_RATIO
        return ("attainment" if whole else "growth"), "ratio_or_growth"
    return None, None


def _relation_of(subject: str, unit: str | None) -> str:
    """A row that is a growth or a share itself ("Tốc độ tăng GRDP"); anything else is a level."""
    tokens = lex(lexicon(), subject)
    head = tokens[0].tags.get("head") if tokens else None
    return head if head in {"growth", "share"} and unit and unit.startswith("%") else "level"


def _content(text: str, tokens: Sequence[Token]) -> str:
    """The words of a column's head that name something: "Diện tích", not "Thực hiện 2022"."""
    line = make_line(text, tokens, find_periods(tokens, lower(text)))
    words = [
        index for index, token in enumerate(line.tokens) if token.kind == "word" and index not in line.timed
        and token.text not in _PLAIN and not token.tags.keys() & _SAYS
    ]
    name = name_of(line, words)
    return name.text if name else ""


def _names(block: Block, head: Head) -> tuple[str, str | None, str]:
    """Subject, organisation and where the subject came from; rows of bodies are measured by their columns."""
    row = " ".join(_ORDER.sub("", part).strip() for part in (block.row_head or "").split("; "))
    row = _BRACKET.sub(lambda found: "" if said_unit(found.group()) else found.group(), row).strip(" :,")
    line = make_line(row, lex(lexicon(), row), ())
    bodies = find_organisations(line)
    if head.name and bodies and bodies[0].start == 0:
        return head.name, row, f"subject: column_head '{block.column_head}'"
    subject = f"{head.name} {row}".strip() if head.name and head.name.lower() not in row.lower() else row
    return subject, row if bodies and bodies[0].start == 0 else None, f"subject: row_head '{block.row_head}'"


def _period(head: Head, block: Block, context: Context) -> tuple[str | None, list[str]]:
    if head.period:
        return head.period, [f"period: column_head '{block.column_head}'"]
    said = context.caption.period or context.base or context.running
    code = said.code if said else None
    if head.status == "target" and code:
        code = code[:4] if "/" not in code or "-" in code else code
    return code, [f"period: {said.source}"] if said and code else []


def _unit(amount: Amount, head: Head, block: Block, context: Context) -> tuple[str | None, str | None]:
    """The figure's unit and, where the cell does not say it, from where it comes: the nearest place that says one."""
    if amount.kind is not Unit.NONE:
        return written_unit(amount.unit), None
    column, row = f"column_head '{block.column_head}'", f"row_head '{block.row_head}'"
    percent = "%" if head.relation in {"attainment", "share", "growth"} and head.unit is None else None
    return next(((unit, source) for unit, source in (
        (head.unit or percent, column), _unit_of_row(block, context), (said_unit(block.row_head or ""), row),
        _unit_of_caption(context), (counted_unit(block.row_head or ""), row),
    ) if unit), (None, None))


def _unit_of_row(block: Block, context: Context) -> tuple[str | None, str]:
    """What the row's cell in the column of units says."""
    if context.row_unit is None or context.row_unit[:2] != (block.table, block.row):
        return None, ""
    said = context.row_unit[2]
    return said_unit(f"({said})") or said.lower(), f"unit_column '{said}'"


def _unit_of_caption(context: Context) -> tuple[str | None, str]:
    if context.caption.unit is None:
        return None, ""
    said, source = context.caption.unit
    return said_unit(f"({said})") or said.lower(), source
