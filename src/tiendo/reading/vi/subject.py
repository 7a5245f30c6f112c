"""The name of what a number measures: which words of the sentence it is, or whose name it takes over.

A number's name is the noun phrase before its linking word, in the same piece; after a counted noun it is that
noun with what follows; a number with no name of its own takes the name of the number before it. SUBJECTS runs
in order; the first rule that answers gives the name.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tiendo.reading.engine.rules import Rule
from tiendo.reading.vi.amount import Unit
from tiendo.reading.vi.clause import Line, View, segments
from tiendo.reading.vi.link import Link
from tiendo.reading.vi.name import Name

_SKIPPED_FIRST = {"lead", "adverb", "as_at", "bound", "status", "time", "predicate", "than", "price", "verb", "against",
                  "assigned", "pointing", "restart"}
_SKIPPED_LAST = {"adverb", "bound", "as_at", "lead", "time", "trail", "status", "bound_after", "restart"}
_DANGLING = {"-", "–", "của", "được", "là", "đạt", "với", "có", "(", "và", "cho"}
_SOFT_ENDS = {"đã", "sẽ", "đang", "vẫn", "tiếp tục", "cũng", "từng bước", "đều", "lại", "mới", "luôn"}
_RIGHT_STOPS = {"status", "rank_verb", "trail", "than", "against"}
_TAKES = {"tiền", "thuộc", "cho", "vốn"}  # words right behind an amount of money that open its name
_COUNTING = {"số", "tổng số", "số lượng"}
_LONG = 6  # tokens after which "trên địa bàn …" is no longer part of the indicator
_EMPTY = {"assigned", "ordinal_name", "adverb", "lead", "time", "against", "pointing", "verb"}


@dataclass(frozen=True, slots=True)
class Ask:
    """A number that wants its name: the name before it, and whether it is a change or a plan beside a result."""

    view: View
    link: Link
    topic: Name | None
    changes: bool = False
    plan_bracket: bool = False
    tallied: bool = False
    before: Name | None = None  # the last name of the sentence before


def words_between(line: Line, start: int, end: int, *, said: bool = False) -> list[int]:
    """The tokens of the name between two places; what only leads in or trails is left out.

    With `said` a predicate ends the name ("khu vực X chịu ảnh hưởng …"): nothing links it to the number.
    """
    tokens = line.tokens
    while start < end and _skipped_first(line, start):
        start += 1
    start = _restart(line, start, end)
    end = _name_end(line, start, end, said=said)
    kept = [index for index in range(start, end) if index not in line.timed]
    while kept and _skipped_last(tokens[kept[-1]].tags, tokens[kept[-1]].text):
        kept.pop()
    return kept if _has_content(line, kept) else []


def _skipped_first(line: Line, index: int) -> bool:
    token = line.tokens[index]
    if index in line.timed or token.kind == "mark":
        return True
    return bool(token.tags.keys() & _SKIPPED_FIRST) and "head" not in token.tags


def _skipped_last(tags: Mapping[str, str], text: str) -> bool:
    return text in _DANGLING or (bool(tags.keys() & _SKIPPED_LAST) and "head" not in tags)


def _has_content(line: Line, words: list[int]) -> bool:
    """A name holds a word that means something, and more than the name of a body alone."""
    tokens = line.tokens
    meant = [
        index for index in words if tokens[index].kind == "word" and len(tokens[index].text) > 1
        and ("head" in tokens[index].tags or not tokens[index].tags.keys() & _EMPTY)
    ]
    if not meant:
        return False
    if "org" not in tokens[words[0]].tags or "head" in tokens[words[0]].tags:
        return True
    return any("org" not in tokens[index].tags and line.text[tokens[index].start].islower() for index in meant)


def _restart(line: Line, start: int, end: int) -> int:
    """A name may begin anew behind a word that turns the sentence, a period or the name of a body."""
    tokens = line.tokens
    begin = start
    for index in range(start + 1, end):
        if "head" not in tokens[index].tags:
            continue
        before = tokens[index - 1].tags
        if "restart" in before or index - 1 in line.timed or (begin == start and "head" not in tokens[start].tags and _body_before(line, start, index)):
            begin = index
    return begin


def _body_before(line: Line, start: int, head: int) -> bool:
    """Whether only a body and what it does stand before the indicator ("Cục X … thu ngân sách")."""
    tokens = line.tokens
    said = any(tokens[index].tags.keys() & {"predicate", "verb", "rank_verb"} for index in range(start, head))
    return said or "org" in tokens[start].tags


def _name_end(line: Line, start: int, end: int, *, said: bool) -> int:
    """A name that opens with an indicator runs on to its linking word; any other ends where something is said."""
    tokens = line.tokens
    headed = start < end and "head" in tokens[start].tags
    for index in range(start + 1, end):
        tags = tokens[index].tags
        if tokens[index].text in _SOFT_ENDS or (tokens[index].text == "của" and _is_body(line, index + 1)):
            return index
        if "head" in tags:
            continue
        if "trail" in tags and (index - start >= _LONG or _is_body(line, index + 1)):
            return index
        if (said and tags.keys() & {"verb", "status", "trail"}) or ((said or not headed) and "predicate" in tags):
            return index
    return end


def _is_body(line: Line, index: int) -> bool:
    """Whether the name of one body begins here ("của Cục Hải quan X", not "của tỉnh")."""
    tokens = line.tokens
    return index + 1 < len(tokens) and "org" in tokens[index].tags and line.text[tokens[index + 1].start].isupper()


def name_of(line: Line, words: list[int]) -> Name | None:
    """The words joined as the text has them; None for no words."""
    if not words:
        return None
    tokens = line.tokens
    heads = [tokens[index].tags["head"] for index in words if "head" in tokens[index].tags]
    head = "disbursement" if "disbursement" in heads else (heads[0] if heads else None)
    text = _joined_text(line, words)
    proper = next((at for at, index in enumerate(words) if at and _capitalised(line, index)), len(words))
    return Name(text, head, _joined_text(line, words[:proper]))


def _joined_text(line: Line, words: list[int]) -> str:
    tokens = line.tokens
    parts: list[str] = []
    start = previous = words[0]
    for index in [*words[1:], -1]:
        if index != previous + 1:
            parts.append(line.text[tokens[start].start:tokens[previous].end])
            start = index
        previous = index
    return " ".join(parts)


def _capitalised(line: Line, index: int) -> bool:
    """A word with a capital that is not an abbreviation or an indicator: part of the name of a place."""
    token = line.tokens[index]
    word = line.text[token.start:token.end]
    return token.kind == "word" and word[:1].isupper() and not word.isupper() and "head" not in token.tags


def _is_proper(line: Line, words: list[int]) -> bool:
    """Whether every word is written with a capital: a place, not an indicator."""
    return _capitalised(line, words[0]) and _capitalised(line, words[-1]) and all(
        _capitalised(line, index) or not line.tokens[index].tags or line.tokens[index].text == "và" for index in words
    )


def _joined(ask: Ask, words: list[int]) -> Name | None:
    """A bare place takes the indicator of the number before it ("GDP …, Lào 7,5%"); so does a bare dimension
    ("gạo xuất 3 tấn, về trị giá đạt …"), and "nguồn này" is the name before it.
    """
    view, topic = ask.view, ask.topic or ask.before
    name = name_of(view.line, words)
    if name is None or topic is None:
        return name
    last = view.tokens[words[-1]].tags
    if "pointing" in last:
        return topic
    if len(words) == 1 and "dimension" in last and words[0] and view.tokens[words[0] - 1].text == "về":
        return Name(f"{topic.indicator} về {name.text}", name.head, topic.indicator)
    if _is_proper(view.line, words):
        return Name(f"{topic.indicator} {name.text}", topic.head, topic.indicator)
    return name


def piece_words(ask: Ask) -> list[int]:
    """The tokens of the name that stands in the number's own piece, if any."""
    view, link = ask.view, ask.link
    start = view.piece
    if view.opened is not None and link.index is not None and link.index < view.opened:
        start, _ = next(segments(view.line, view.gap, link.index), (link.index, link.index))
    return words_between(view.line, start, link.name_end)


def _counted(ask: Ask) -> Name | None:
    """"192 dự án ngoài khu công nghiệp": the noun and what follows; a change or "số … " keeps the name before."""
    view = ask.view
    unit = view.amount.last - 1
    if not view.tokens[unit].tags.keys() & {"count", "counted_as"} or view.amount.kind not in {Unit.COUNT, Unit.MEASURED}:
        return None
    if ask.changes or ask.plan_bracket:
        return None
    words = piece_words(ask)
    if words and view.tokens[words[0]].tags.get("head") == "amount" and (
        ask.link.direct or view.tokens[words[0]].text in _COUNTING or view.amount.kind is Unit.MEASURED
    ):
        return None
    right = _right_words(view, unit, tallied=ask.tallied)
    name = name_of(view.line, right)
    if len(right) == 1 and name and ask.topic and "classifier" in view.tokens[unit].tags \
            and name.text.lower() in ask.topic.text.lower():
        return ask.topic
    return name


def _right_words(view: View, start: int, *, tallied: bool = False) -> list[int]:
    words: list[int] = []
    for index in range(start, view.tail):
        token = view.tokens[index]
        stops = token.tags.keys() & _RIGHT_STOPS or (tallied and "outcome" in token.tags)
        if index > start and (stops or index in view.line.timed):
            break
        words.append(index)
    while len(words) > 1 and view.tokens[words[-1]].text != "mới" and _skipped_last(
            view.tokens[words[-1]].tags, view.tokens[words[-1]].text):
        words.pop()
    return words


def _part_of(ask: Ask) -> Name | None:
    """"100% huyện đạt chuẩn", "giảm 20% số hộ nghèo": with no name before it, the name behind the percentage."""
    view = ask.view
    at = view.amount.last
    if view.amount.kind not in {Unit.PERCENT, Unit.NONE} or at >= view.tail or ask.plan_bracket:
        return None
    tags = view.tokens[at].tags
    if tags.keys() & {"against", "than", "verb"} or at in view.line.timed or not view.tokens[at].text[0].isalpha():
        return None
    if ask.link.verb and not (ask.changes and "head" in tags):
        return None
    return None if piece_words(ask) else name_of(view.line, _right_words(view, at))


def _named(ask: Ask) -> Name | None:
    """The name in the number's own piece, with what an amount of money is said to be of."""
    words = piece_words(ask)
    if not words:
        return None
    name = _joined(ask, words)
    paid = _paid_for(ask)
    return Name(f"{name.text} {paid.text}", name.head, name.indicator) if name and paid else name


def _paid_for(ask: Ask) -> Name | None:
    """"45 tỷ đồng tiền nợ thuế": what the money is."""
    view = ask.view
    at = view.amount.last
    if view.amount.kind is not Unit.MONEY or at >= view.tail:
        return None
    token = view.tokens[at]
    if "head" not in token.tags and token.text not in _TAKES:
        return None
    return name_of(view.line, _right_words(view, at + (token.text in {"thuộc", "cho"})))


def _label(ask: Ask) -> Name | None:
    """"Xã A (5,8 ha)", "Thu ngân sách đạt kết quả tốt (vượt 14%)": the name before the bracket."""
    view = ask.view
    if view.opened is None or ask.plan_bracket:
        return None
    start, end = next(segments(view.line, view.gap, view.opened), (0, 0))
    if end != view.opened:
        return None
    example = max((index for index in range(start, end) if view.tokens[index].text == "như"), default=start - 1)
    start = example + 1
    words = words_between(view.line, start, end, said=True)
    return _joined(ask, words) if words else None


def _earlier(ask: Ask) -> Name | None:
    """The nearest indicator named in an earlier piece since the number before."""
    return _from_segments(ask, headed=True)


def _inherited(ask: Ask) -> Name | None:
    return ask.topic


def _opening(ask: Ask) -> Name | None:
    """With nothing else, what the sentence opens with."""
    return _from_segments(ask, headed=False)


def _from_segments(ask: Ask, *, headed: bool) -> Name | None:
    view = ask.view
    for start, end in segments(view.line, view.gap, view.piece):
        words = words_between(view.line, start, end, said=True)
        if words and (not headed or "head" in view.tokens[words[0]].tags):
            return name_of(view.line, words)
    return None


def _sentence_before(ask: Ask) -> Name | None:
    return ask.before


SUBJECTS: tuple[Rule[Ask, Name], ...] = (
    Rule("subject.counted", _counted),
    Rule("subject.part_of", _part_of),
    Rule("subject.named", _named),
    Rule("subject.label", _label),
    Rule("subject.paid_for", _paid_for),
    Rule("subject.earlier", _earlier),
    Rule("subject.inherited", _inherited),
    Rule("subject.opening", _opening),
    Rule("subject.sentence_before", _sentence_before),
)
