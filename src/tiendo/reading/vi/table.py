"""Figures in cells: the row's head names what is measured, the column's head says when, in what unit and of what kind.

"Thu ngân sách | tỷ đồng | 5.480 | 7.900" under "TH 2022 | KH 2023" holds a result of 2022 and a plan for 2023. What
the heads leave out comes from the unit column of the same row, the caption ("Bảng 1. … (ĐVT: tỷ đồng)") or the
heading above. A cell that holds prose is read like any other sentence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tiendo.reading.engine.lexer import lex, lower
from tiendo.reading.engine.records import Sentence, Token
from tiendo.reading.records import Block, BlockKind, Claim, ClaimKind
from tiendo.reading.vi.amount import Amount, Unit, find_amounts
from tiendo.reading.vi.clause import make_line
from tiendo.reading.vi.context import Caption, Context, Spoken, year_before
from tiendo.reading.vi.lexicon import lexicon
from tiendo.reading.vi.organisation import find_organisations
from tiendo.reading.vi.period import find_periods
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
_CHANGES = {"tăng", "giảm", "tăng trưởng", "tăng/giảm", "tốc độ tăng", "tốc độ phát triển", "chênh lệch", "tốc độ tăng trưởng"}
_PLAIN = {"thực hiện", "ước", "kết quả", "số liệu", "số", "giá trị", "so sánh", "tỷ lệ", "hoàn thành", "đạt", "tổng số",
          "chính thức", "báo cáo", "lũy kế", "đến", "cả", "và", "chỉ tiêu", "nội dung", "mức", "trong", "kỳ", "năm", "%", "ghi chú",
          "tăng", "giảm", "tăng/giảm", "tăng trưởng", "chênh lệch", "tốc độ tăng", "cơ cấu", "tỷ trọng", "xếp hạng", "thứ hạng",
          "hạng", "xếp thứ", "vị trí", "tốc độ phát triển", "tốc độ tăng trưởng"}
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
    """Take in a table's caption, a unit told for all figures of it, or a unit cell; whether the sentence was a caption."""
    block, text = sentence.block, sentence.text
    if block.kind is BlockKind.CELL and _UNIT_HEAD.fullmatch((block.column_head or "").strip()):
        context.row_unit = (block.table, block.row, text.strip())
        return False
    said = _UNIT_SAID.search(text)
    caption = block.kind is not BlockKind.CELL and (
        bool(_CAPTION.match(text.strip("*_# "))) or context.caption.block is block)
    if said or caption:
        tokens = lex(lexicon(), text)
        periods = [mention for mention in find_periods(tokens, lower(text)) if mention.role in {"own", "plan"}]
        code = context.resolve(periods[-1].code, None, None) if periods and caption else None
        spoken = Spoken(code, periods[-1].rule, f"caption '{' '.join(text.split())}'") if code else None
        unit = (said["unit"].strip(), f"caption '{' '.join(text.split())}'") if said else None
        known = context.caption if context.caption.block is block or not caption else Caption()
        context.caption = replace(known, period=spoken or known.period, unit=unit or known.unit, block=block if caption else None)
    return caption


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
    first, last = tokens[amount.first], tokens[amount.last - 1]
    start = tokens[amount.first - 1].start if amount.first else first.start
    inherited = [named, *told]
    whose = organisation or (context.organisation.name if context.organisation else None)
    if context.organisation and not organisation:
        inherited.append(f"organisation: {context.organisation.source}")
    claim = Claim(
        kind=ClaimKind.MEASURE, quote=sentence.text[start:last.end], start=sentence.start + start,
        end=sentence.start + last.end, sentence=sentence.text, rules=("amount.cell", "subject.row_head"), subject=subject,
        period=period, organisation=whose, doubt=head.doubt or amount.doubt,
    )
    if _RANK_HEAD.match(head_text.strip()) and amount.kind is Unit.NONE:
        return replace(claim, kind=ClaimKind.RANK, rank=int(amount.value), of=amount.of, rules=("rank.column", "subject.row_head"),
                       inherited=tuple(inherited))
    if amount.of is not None:
        return replace(claim, kind=ClaimKind.TALLY, count=int(amount.value), of=amount.of, outcome=_outcome(block), status=head.status,
                       rules=("tally.cell", "subject.row_head"), inherited=tuple(inherited))
    return _measured(claim, amount, head, block, context, inherited)


def _outcome(block: Block) -> str:
    """"Số xã đạt chuẩn NTM" | 12/19: what became of those counted, by the heads' own words."""
    tokens = lex(lexicon(), f"{block.row_head} {block.column_head or ''}")
    return next((token.tags["outcome"] for token in tokens if "outcome" in token.tags), "other")


def _measured(claim: Claim, amount: Amount, head: Head, block: Block, context: Context, inherited: list[str]) -> Claim:
    unit, source = _unit(amount, head, block, context)
    relation = head.relation or _relation_of(claim.subject or "", unit)
    minus = -1 if amount.sign < 0 and relation in {"growth", "excess"} else 1
    value = amount.value * (minus if amount.sign >= 0 or minus < 0 else Decimal(-1))
    rule = f"relation.{'column' if head.relation else 'row'}"
    status = (f"status.{'column' if head.status != 'actual' else 'cell'}",) if head.status != "actual" else ()
    doubt = claim.doubt or (None if unit else "unit_unknown") or context.doubt_of(claim.organisation, claim.period)
    return replace(
        claim, value=value, value_to=amount.value_to, unit=unit, relation=relation, bound=amount.bound or "exact",
        status=head.status, against=head.against if relation in {"growth", "attainment", "excess"} else None, doubt=doubt,
        rules=(*claim.rules[:1], rule, *claim.rules[1:], *status, "period.column"),
        inherited=tuple([*inherited, f"unit: {source}"] if source else inherited),
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
    mentions = find_periods(tokens, lower(plain))
    kinds = [token.tags["against"] for token in tokens if "against" in token.tags]
    compared = any("than" in token.tags or token.text == "/" for token in tokens) or any(
        token.text in {"đạt", "hoàn thành", "tỷ lệ", "vượt"} for token in tokens) or plain.strip().startswith("%")
    against = ("plan" if "plan" in kinds else kinds[0]) if kinds else None
    changes = any(token.text in _CHANGES for token in tokens)
    relation, doubt = _relation(plain, against if compared else None, amount, changes=changes)
    periods = [mention for mention in mentions if mention.role != "against"]
    code = context.resolve(periods[-1].code, context.running, None) if periods else None
    if against == "same_period" and not compared and not mentions:
        code = year_before(context.running.code) if context.running else None
    status = "estimate" if any(token.tags.get("status") == "estimate" for token in tokens) else (
        "target" if against in {"plan", "resolution"} and not compared else "actual")
    return Head(code, status, relation, against if compared else None, unit, _content(plain, tokens), doubt)


def _relation(text: str, against: str | None, amount: Amount, *, changes: bool) -> tuple[str | None, str | None]:
    """The relation a column's head gives, and a doubt where it says "so với cùng kỳ (%)" and no more."""
    if re.search(r"cơ cấu|tỷ trọng|tỉ trọng", text, re.IGNORECASE):
        return "share", None
    if changes:
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
        and token.text not in _PLAIN and not token.tags.keys() & {"against", "than", "status", "assigned", "as_at", "time"}
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
        return head.name, row, f"subject: column head '{block.column_head}'"
    subject = f"{head.name} {row}".strip() if head.name and head.name.lower() not in row.lower() else row
    return subject, row if bodies and bodies[0].start == 0 else None, f"subject: row head '{block.row_head}'"


def _period(head: Head, block: Block, context: Context) -> tuple[str | None, list[str]]:
    if head.period:
        return head.period, [f"period: column head '{block.column_head}'"]
    said = context.caption.period or context.base or context.running
    code = said.code if said else None
    if head.status == "target" and code:
        code = code[:4] if "/" not in code or "-" in code else code
    return code, [f"period: {said.source}"] if said and code else []


def _unit(amount: Amount, head: Head, block: Block, context: Context) -> tuple[str | None, str | None]:
    """The figure's unit and, where the cell does not say it, from where it comes."""
    if amount.kind is not Unit.NONE:
        return written_unit(amount.unit), None
    if head.relation in {"attainment", "share", "growth"} and (head.unit or "%") == "%":
        return "%", f"column head '{block.column_head}'"
    if head.unit:
        return head.unit, f"column head '{block.column_head}'"
    if context.row_unit and context.row_unit[:2] == (block.table, block.row):
        return said_unit(f"({context.row_unit[2]})") or context.row_unit[2].lower(), f"unit column '{context.row_unit[2]}'"
    in_row = said_unit(block.row_head or "")
    if in_row:
        return in_row, f"row head '{block.row_head}'"
    if context.caption.unit:
        said, source = context.caption.unit
        return said_unit(f"({said})") or said.lower(), source
    counted = counted_unit(block.row_head or "")
    return (counted, f"row head '{block.row_head}'") if counted else (None, None)
