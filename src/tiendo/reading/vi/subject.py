"""The name of what a number measures: which words of the sentence it is, or whose name it takes over.

A number's name is the noun phrase before its linking word, in the same piece; a counted noun that says more than
itself ("dự án còn hiệu lực") is its own name, one that does not takes what is done to it ("thu hồi … dự án"); a number
with no name of its own takes the name of a number before it. SUBJECTS runs in order; the first answer is the name.
"""

from dataclasses import replace

from tiendo.reading.engine.rules import Rule
from tiendo.reading.vi.amount import Unit
from tiendo.reading.vi.ask import Ask, about, between, piece_words
from tiendo.reading.vi.clause import Line, View, segments
from tiendo.reading.vi.complete import completed
from tiendo.reading.vi.counted import changed, counted
from tiendo.reading.vi.name import Name
from tiendo.reading.vi.noun import COUNTED, behind, right_words
from tiendo.reading.vi.phrase import is_proper, name_of, words_between

_TAKES = {"tiền", "thuộc", "cho", "vốn"}  # words right behind an amount of money that open its name
_DEEDS = {"giải ngân", "thu hút", "huy động"}  # verbs of "… được" that say of themselves what the money did
_CAUSES = {"do", "vì", "nhờ", "bởi", "mặc dù", "tuy", "dù", "do đó", "nguyên nhân do"}  # open what is no one's name


def _respective(ask: Ask) -> Name | None:
    """"tăng lần lượt 1,8% và 6,3%": the numbers of the run belong to the names before it, in their order."""
    return ask.respective


def _part_of(ask: Ask) -> Name | None:
    """"100% huyện đạt chuẩn", "giảm 20% số hộ nghèo": with no name before it, the name behind the percentage."""
    view = ask.view
    at = view.amount.last
    token = view.tokens[at] if at < view.tail else None
    sided = token is not None and token.text == "về" and view.amount.kind is Unit.TIMES
    if token is None or ask.plan_bracket or not (view.amount.kind in {Unit.PERCENT, Unit.NONE} or sided):
        return None
    if token.text == "của" or token.tags.keys() & {"against", "than", "verb", "time"} \
            or at in view.line.timed or not token.text[0].isalpha():
        return None
    if token.tags.keys() & {"adverb", "lead", "restart", "predicate", "opens_list"} and token.text != "về":
        return None
    if ask.link.verb and not sided and not (ask.changes and not piece_words(ask)):
        return None
    if token.text == "về":
        end = next((index for index in range(at, view.tail) if "than" in view.tokens[index].tags), view.tail)
        return name_of(view.line, words_between(view.line, at + 1, end, said=True))
    words = piece_words(ask)
    urged = bool(words) and len(words) == 1 and "action" in view.tokens[words[0]].tags and token.tags.keys() & COUNTED
    return None if words and not urged else name_of(view.line, right_words(view, at))


def _side(ask: Ask) -> Name | None:
    """"tăng 20,7% về lượng": the side of the thing that changed."""
    view, topic = ask.view, ask.topic
    at = view.amount.last
    if topic is None or view.amount.kind is not Unit.PERCENT or at >= view.tail:
        return None
    apart = view.tokens[at].text == "về" and at + 1 < view.tail
    side = view.tokens[at + 1] if apart else view.tokens[at]
    if not (apart or side.text.startswith("về ")) or "dimension" not in side.tags:
        return None
    thing = topic.thing or topic.indicator
    return replace(topic, text=f"{thing} về {side.text.removeprefix('về ')}", indicator=thing)


def _named(ask: Ask) -> Name | None:
    """The name in the number's own piece, with what an amount is said to be of."""
    words = piece_words(ask)
    if not words:
        return None
    paid = _paid_for(ask) or _done_to(ask, words)
    proper = is_proper(ask.view.line, words)
    if paid and proper:
        return paid  # "Hà Trung thu hút được 1,2 tỷ USD vốn FDI"
    before = None if proper and ask.view.amount.kind is Unit.RANK else ask.before
    topic = ask.topic or _thing_before(ask, words)
    name = completed(ask.view, words, topic, before, listed=ask.listed and not ask.changes)
    name = _of_what(ask, words, name) if name else name
    return Name(f"{name.text} {paid.text}", name.head, name.indicator) if name and paid else name


def _thing_before(ask: Ask, words: list[int]) -> Name | None:
    """"Dự án đường ven sông, tổng mức đầu tư 1.180 tỷ đồng": the counted thing before a bare dimension."""
    if len(words) > 1 or "dimension" not in ask.view.tokens[words[0]].tags:
        return None
    start, end = next(segments(ask.view.line, ask.view.gap, ask.view.piece), (0, 0))
    thing = words_between(ask.view.line, start, end, said=True)
    first = ask.view.tokens[thing[0]].tags if thing else {}
    return name_of(ask.view.line, thing) if "count" in first and "agent" not in first else None


def _of_what(ask: Ask, words: list[int], name: Name) -> Name:
    """"Đối với vốn đầu tư công, đến nay đã phân bổ 412 tỷ đồng": what a bare deed was done to."""
    bare = len(words) == 1 and ("action" in ask.view.tokens[words[0]].tags or name.head == "disbursement")
    thing = about(ask.view) if bare else None
    return replace(name, text=f"{name.text} {thing.text}", thing=thing.text) if thing else name


def _paid_for(ask: Ask) -> Name | None:
    """"45 tỷ đồng tiền nợ thuế": what the money is."""
    view = ask.view
    at = view.amount.last
    if view.amount.kind is not Unit.MONEY or at >= view.tail:
        return None
    token = view.tokens[at]
    if "head" not in token.tags and token.text not in _TAKES:
        return None
    at += token.text in {"thuộc", "cho"}
    return name_of(view.line, right_words(view, at)) if at < view.tail and view.tokens[at].kind == "word" else None


def _done_to(ask: Ask, words: list[int]) -> Name | None:
    """"trồng 3.860 ha ngô": what is grown, where the name before is only what is done."""
    return behind(ask.view) if "action" in ask.view.tokens[words[0]].tags else None


def _thing_behind(ask: Ask) -> Name | None:
    """"1.090 ha chè": with no name before it, the noun behind what is measured."""
    return None if ask.plan_bracket or ask.link.verb in {"up", "down", "excess"} else behind(ask.view)


def _label(ask: Ask) -> Name | None:
    """"Xã A (5,8 ha)", "Thu ngân sách đạt kết quả tốt (vượt 14%)": the name before the bracket."""
    view = ask.view
    if view.opened is None or ask.plan_bracket:
        return None
    start, end = next(segments(view.line, view.gap, view.opened), (0, 0))
    if end != view.opened:
        return None
    example = max((index for index in range(start, end) if view.tokens[index].text == "như"
                   or _changed_indicator(view, index + 1, start, end)), default=start - 1)
    words = words_between(view.line, example + 1, end, said=True)
    return completed(view, words, ask.topic, ask.before, listed=False) if words else None


def _changed_indicator(view: View, index: int, start: int, end: int) -> bool:
    """"… theo hướng tăng tỷ trọng dịch vụ (…)": an indicator behind a verb of change is what the bracket is of."""
    tokens = view.tokens
    return start < index < end and "head" in tokens[index].tags and tokens[index - 1].tags.get("verb") in {"up", "down"}


def _earlier(ask: Ask) -> Name | None:
    """The nearest indicator named in an earlier piece since the number before."""
    return _from_segments(ask, headed=True)


def _grown(ask: Ask) -> Name | None:
    """"Quý IV phấn đấu tăng trưởng 6%": growth itself, where the sentence names nothing that grows."""
    index = ask.link.index
    if index is None or not ask.link.direct or ask.view.tokens[index].text != "tăng trưởng":
        return None
    dated = any(at in ask.view.line.timed for at in range(index, ask.view.amount.first))  # "tăng trưởng giai đoạn …"
    if ask.topic and not dated:
        return None
    return Name("tăng trưởng", "growth", "tăng trưởng")


def _spent(ask: Ask) -> Name | None:
    """"mới giải ngân được 302 tỷ đồng": the verb names what was done, where no noun does."""
    index = ask.link.index
    if index is None or not ask.link.direct or ask.view.amount.kind is not Unit.MONEY:
        return None
    deed, got, _ = ask.view.tokens[index].text.removeprefix("mới ").partition(" được")
    if not got or deed not in _DEEDS or (ask.topic and deed != "giải ngân"):
        return None
    money = ask.topic or ask.before
    text = f"{deed} {money.text}" if money and money.text.lower().startswith("vốn") else deed
    return Name(text, "disbursement" if deed == "giải ngân" else None, text)


def _inherited(ask: Ask) -> Name | None:
    return ask.topic


def _opening(ask: Ask) -> Name | None:
    """With nothing else, what the sentence opens with."""
    return _from_segments(ask, headed=False)


def _from_segments(ask: Ask, *, headed: bool) -> Name | None:
    view = ask.view
    for start, end in segments(view.line, view.gap, view.piece):
        if view.tokens[start].text in _CAUSES or (start and view.tokens[start - 1].text in _CAUSES):
            continue
        words = words_between(view.line, start, end, said=True)
        if words and (not headed or "head" in view.tokens[words[0]].tags):
            return name_of(view.line, words)
    return None


def _given(ask: Ask) -> Name | None:
    """"Hằng năm, thành phố đóng góp cho vùng khoảng 12%": what is given, where the sentence names nothing else."""
    index, tokens = ask.link.index, ask.view.tokens
    if index is None or ask.topic or not tokens[index].text.startswith("đóng góp"):
        return None
    words = [at for at in range(index, ask.view.amount.first) if not tokens[at].tags.keys() & {"bound", "adverb"}]
    return name_of(ask.view.line, words)


def _plan(ask: Ask) -> Name | None:
    """"Năm 2022, đơn vị được giao dự toán 2.600 tỷ đồng": with nothing else, the plan itself."""
    view = ask.view
    for index in range(view.amount.first - 1, view.piece - 1, -1):
        token = view.tokens[index]
        if token.tags.get("against") in {"plan", "resolution"}:
            text = view.line.text[token.start:token.end]
            return Name(text, None, text)
        if index not in view.line.timed and not token.tags.keys() & {"bound", "adverb", "assigned"}:
            return None
    return None


def _sentence_before(ask: Ask) -> Name | None:
    return ask.before


def after_about(line: Line, start: int, end: int) -> Name | None:
    """"xếp thứ 38 về tổng sản phẩm", "xếp thứ hai là Phật giáo": what the place is in, or who has it."""
    if start < len(line.tokens) and line.tokens[start].text == "là":
        stop = next((index for index in range(start, len(line.tokens)) if index in line.breaks
                     or line.tokens[index].kind == "number"), len(line.tokens))
        return name_of(line, words_between(line, start + 1, stop, said=True))
    for index in range(start, end):
        if line.tokens[index].text in {"về", "về chỉ số"}:
            return name_of(line, words_between(line, index + 1, end, said=True))
    return None


SUBJECTS: tuple[Rule[Ask, Name], ...] = (
    Rule("subject.respective", _respective),
    Rule("subject.counted", counted),
    Rule("subject.changed", changed),
    Rule("subject.between", between),
    Rule("subject.side", _side),
    Rule("subject.part_of", _part_of),
    Rule("subject.named", _named),
    Rule("subject.label", _label),
    Rule("subject.behind", _thing_behind),
    Rule("subject.paid_for", _paid_for),
    Rule("subject.earlier", _earlier),
    Rule("subject.spent", _spent),
    Rule("subject.grown", _grown),
    Rule("subject.inherited", _inherited),
    Rule("subject.opening", _opening),
    Rule("subject.plan", _plan),
    Rule("subject.given", _given),
    Rule("subject.sentence_before", _sentence_before),
)
