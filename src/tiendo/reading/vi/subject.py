"""The name of what a number measures: which words of the sentence it is, or whose name it takes over.

A number's name is the noun phrase before its linking word, in the same piece; a counted noun that says more than
itself ("dự án còn hiệu lực") is its own name, one that does not takes what is done to it ("thu hồi … dự án"); a number
with no name of its own takes the name of a number before it. SUBJECTS runs in order; the first answer is the name.
"""

from dataclasses import dataclass

from tiendo.reading.engine.rules import Rule
from tiendo.reading.vi.amount import Unit
from tiendo.reading.vi.clause import Line, View, segments
from tiendo.reading.vi.complete import completed
from tiendo.reading.vi.link import Link
from tiendo.reading.vi.name import Name
from tiendo.reading.vi.phrase import ends_name, is_proper, joined, name_of, words_between

_TAKES = {"tiền", "thuộc", "cho", "vốn"}  # words right behind an amount of money that open its name
_STATED = {"reach", "to", "equal"}  # verbs behind which a count is the value of the name before them
_NO_NOUN = {"verb", "status", "against", "than", "lead", "time", "trail", "as_at", "rank_verb", "place", "opens_list"}
_NO_FIRST = {"bound", "predicate", "adverb", "action", "org", "not_a_noun", "bound_after", "outcome", "restart", "assigned",
             "light", "ordinal"}  # these may stand inside a noun phrase, but open none
_DEEDS = {"giải ngân", "thu hút", "huy động"}  # verbs of "… được" that say of themselves what the money did
_CAUSES = {"do", "vì", "nhờ", "bởi", "mặc dù", "tuy", "dù", "do đó", "nguyên nhân do"}  # open what is no one's name
_COUNTED = {"count", "counted_as"}
_LONGEST_NOUN = 8
_LONGEST_DEED = 8  # tokens of what is done to a counted thing


@dataclass(frozen=True, slots=True)
class Ask:
    """A number that wants its name: the names before it, and whether it is a change or a plan beside a result.

    `topic` is the last name of the sentence, `same` the last name whose number had this number's unit, `before`
    the last name of the sentence before; `listed` says the number before it is of the same kind;
    `deed` is what was done to the count before ("giám sát chuyên đề"); `respective` the name a run of
    numbers ("lần lượt …") gives this one.
    """

    view: View
    link: Link
    topic: Name | None
    changes: bool = False
    plan_bracket: bool = False
    tallied: bool = False
    before: Name | None = None
    same: Name | None = None
    listed: bool = False
    deed: str | None = None
    respective: Name | None = None


def piece_words(ask: Ask) -> list[int]:
    """The tokens of the name that stands in the number's own piece, if any."""
    view, link = ask.view, ask.link
    start = view.piece
    if view.opened is not None and link.index is not None and link.index < view.opened:
        start, _ = next(segments(view.line, view.gap, link.index), (link.index, link.index))
    words = words_between(view.line, start, link.name_end)
    gives = view.amount.kind in {Unit.PERCENT, Unit.POINT} and [view.tokens[index].text for index in words] == ["đóng góp"]
    return [] if gives else words


def _noun(view: View) -> int | None:
    """The token of the noun a count counts; None for what is measured or bare."""
    at = view.amount.noun
    if at is None or view.amount.kind not in {Unit.COUNT, Unit.MEASURED}:
        return None
    return at if view.tokens[at].tags.keys() & _COUNTED or view.amount.kind is Unit.COUNT else None


def _right_words(view: View, start: int, *, tallied: bool = False) -> list[int]:
    """The noun phrase that begins at a place behind the number; a unit's "/xã" is left out."""
    words = _noun_tokens(view, start)
    targets = "tally" in view.tokens[start].tags
    for index in range(max(view.amount.last, words[-1] + 1), view.tail):
        tags = view.tokens[index].tags
        stops = (ends_name(tags) and not (view.tokens[index].text == "đã" and index == words[-1] + 1 == words[0] + len(words))
                 ) or (tallied and "outcome" in tags and not _says_which(view, index))
        if stops or index in view.line.timed or view.tokens[index].text == "với" or (
                targets and "org" in tags and _capital(view, index)):
            break
        words.append(index)
    words.extend(_listed(view, words))
    while len(words) > 1 and (_trails(view, words[-1]) or _side_of_next(view, words[-1])):
        words.pop()
    return words


def _capital(view: View, index: int) -> bool:
    return view.line.text[view.tokens[index].start].isupper()


def _noun_tokens(view: View, start: int) -> list[int]:
    words = [start]
    while words[-1] + 1 < view.amount.last and view.tokens[words[-1] + 1].text != "/":
        words.append(words[-1] + 1)
    return words


def _trails(view: View, index: int) -> bool:
    token = view.tokens[index]
    trailing = {"adverb", "bound", "as_at", "lead", "time", "status", "bound_after", "restart", "place"}
    return token.text not in {"mới", "cao"} and (
        bool(token.tags.keys() & trailing) or token.text in {"của", "được", "là", "đạt", "với", "có", "và", "cho", "thuộc"})


def _listed(view: View, words: list[int]) -> list[int]:
    """"2.187 cán bộ, giáo viên, nhân viên": nouns set beside a bare counted noun are counted with it."""
    tokens, found = view.tokens, []
    at = words[-1] + 1
    if len(words) > 1 or "count" not in tokens[words[0]].tags:
        return []
    while at + 1 < len(tokens) and tokens[at].text == "," and "count" in tokens[at + 1].tags:
        found += [at, at + 1]
        at += 2
    ends = at >= len(tokens) or tokens[at].text in {";", ".", ")"}
    return found if ends else []


def _side_of_next(view: View, index: int) -> bool:
    """"1.036 suất quà trị giá 518 triệu đồng": the side measured by the next number."""
    tokens = view.tokens
    nearby = index + 1 < len(tokens) and (tokens[index + 1].kind == "number" or "bound" in tokens[index + 1].tags)
    return nearby and "dimension" in tokens[index].tags and view.tail == index + 1


def _says_which(view: View, index: int) -> bool:
    """"xã đạt chuẩn nông thôn mới" are met by being such communes: the standard is part of what is counted."""
    graded = index + 1 < len(view.tokens) and view.tokens[index + 1].text in {"tốt", "xuất sắc"}
    return view.tokens[index].text.startswith("đạt chuẩn") or (graded and view.tokens[index].text == "hoàn thành")


def _respective(ask: Ask) -> Name | None:
    """"tăng lần lượt 1,8% và 6,3%": the numbers of the run belong to the names before it, in their order."""
    return ask.respective


def _counted(ask: Ask) -> Name | None:
    """"192 dự án ngoài khu công nghiệp": the noun and what follows it."""
    view = ask.view
    noun = _noun(view)
    if noun is None or ask.changes or ask.plan_bracket or (not view.embedded and _between(ask)):
        return None
    right = _right_words(view, noun, tallied=ask.tallied)
    extra = len(right) - len(_noun_tokens(view, noun))
    words = _done_words(ask)
    if words and joined(view.line, words).lower() in {"tổng số", "số", "tổng"}:
        counted = name_of(view.line, right)  # "nâng tổng số lên 590 nghìn tài khoản"
        return Name(f"{joined(view.line, words)} {counted.text}", "amount", counted.text) if counted else None
    if words and _stated(ask, words, bare=not extra):
        return None
    if not extra or (extra == 1 and words and "classifier" in view.tokens[noun].tags):
        return _bare(ask, right, words)
    name = name_of(view.line, right)
    suffers = "suffers" in view.tokens[right[1]].tags
    return Name(f"{_root(ask.topic.text)} {name.text}", None, name.text) if suffers and ask.topic and name else name


def _done_words(ask: Ask) -> list[int]:
    """The words before a counted noun that may belong to it: not the owner's ("của 19 DN"), not another's ("… và")."""
    view = ask.view
    at = view.amount.first - 1
    while at > view.piece and "bound" in view.tokens[at].tags:
        at -= 1
    if at >= view.piece and (view.tokens[at].text in {"của", "và"} or "place" in view.tokens[at].tags):
        return []
    if ask.tallied and "tally" in view.tokens[view.amount.noun or 0].tags:
        return []
    return piece_words(ask)


def _stated(ask: Ask, words: list[int], *, bare: bool) -> bool:
    """"Tổng số cán bộ là 2.284 người": the count is the value of the name before it."""
    first = ask.view.tokens[words[0]].tags
    headed = first.get("head") in {"amount", "rate"}
    if headed and (ask.link.direct or ask.view.amount.kind is Unit.MEASURED):
        return True
    if first.keys() & {"action", "outcome", "verb"} or not bare:
        return False
    return headed or "classifier" in ask.view.tokens[ask.view.amount.noun or 0].tags


def _bare(ask: Ask, noun: list[int], words: list[int]) -> Name | None:
    """"thu hồi 23 dự án", "làm chết 61 người": the noun says nothing more; what is done to it does."""
    view = ask.view
    thing = name_of(view.line, noun)
    if thing and words and len(words) > _LONGEST_DEED and "action" in view.tokens[words[0]].tags:
        return name_of(view.line, words)
    if thing is None or not words or len(words) > _LONGEST_DEED:
        return _titled(ask) or _as_before(ask, noun[0]) or _same_deed(ask, thing) or thing
    text = joined(view.line, words)
    if ask.topic and "suffers" in view.tokens[words[0]].tags:
        return Name(f"{_root(ask.topic.text)} {text}", None, text)
    if thing.text.lower() in text.lower():
        return name_of(view.line, words)
    return Name(f"{text} {thing.text}", None, text)


def _root(text: str) -> str:
    """The name that others hang on, without the victims already told."""
    for verb in (" làm chết", " bị thương", " chết", " làm bị thương", " người chết", " người bị thương"):
        text = text.partition(verb)[0]
    return text


def _titled(ask: Ask) -> Name | None:
    """"tiêu chí số 5 về trường học: 131/151 xã đạt": what stands before the colon."""
    view = ask.view
    if view.piece <= view.gap or view.tokens[view.piece - 1].text != ":" or view.amount.of is None:
        return None
    if "tally" in view.tokens[view.amount.noun or 0].tags:
        return None
    start, end = next(segments(view.line, view.gap, view.piece), (0, 0))
    return name_of(view.line, words_between(view.line, start, end))


def _as_before(ask: Ask, noun: int) -> Name | None:
    """A bare classifier whose noun the name before it already told ("… lượt khách", then "1,2 triệu lượt")."""
    word = ask.view.tokens[noun]
    topic = ask.topic
    if topic is None or "classifier" not in word.tags or word.text not in topic.text.lower():
        return None
    rate, said, counted = topic.text.partition("ỷ lệ ")
    if said and len(rate) == 1 and ask.view.opened is not None:
        return Name(counted, None, counted)  # "Tỷ lệ hộ nghèo là 51% (5.482 hộ)"
    return topic


def _same_deed(ask: Ask, thing: Name | None) -> Name | None:
    """"giám sát 34 tổ chức, 58 đảng viên": what was done to the count before is done to this one."""
    view = ask.view
    if thing is None or ask.deed is None:
        return None
    listed = all(view.tokens[index].kind == "mark" or view.tokens[index].text == "và" or "bound" in view.tokens[index].tags
                 for index in range(view.gap, view.amount.first))
    return Name(f"{ask.deed} {thing.text}", None, thing.text) if listed else None


def _changed(ask: Ask) -> Name | None:
    """"giảm 14 vụ": what the last number of the same unit counted; "giảm 9 người chết" says more itself."""
    view = ask.view
    noun = _noun(view)
    if not ask.changes or noun is None or piece_words(ask):
        return None
    right = _right_words(view, noun)
    if len(right) > len(_noun_tokens(view, noun)):
        said = name_of(view.line, right)
        whose = ask.same or ask.topic
        return Name(f"{_root(whose.text)} {said.text}", None, said.text) if said and whose and ask.same else said
    return ask.same


def _part_of(ask: Ask) -> Name | None:
    """"100% huyện đạt chuẩn", "giảm 20% số hộ nghèo": with no name before it, the name behind the percentage."""
    view = ask.view
    at = view.amount.last
    token = view.tokens[at] if at < view.tail else None
    sided = token is not None and token.text == "về" and view.amount.kind is Unit.TIMES
    if token is None or ask.plan_bracket or not (view.amount.kind in {Unit.PERCENT, Unit.NONE} or sided):
        return None
    if token.tags.keys() & {"against", "than", "verb", "time"} or at in view.line.timed or not token.text[0].isalpha():
        return None
    if token.tags.keys() & {"adverb", "lead", "restart", "predicate", "opens_list"} and token.text != "về":
        return None
    if ask.link.verb and not sided and not (ask.changes and not piece_words(ask)):
        return None
    if token.text == "về":
        end = next((index for index in range(at, view.tail) if "than" in view.tokens[index].tags), view.tail)
        return name_of(view.line, words_between(view.line, at + 1, end, said=True))
    words = piece_words(ask)
    urged = bool(words) and len(words) == 1 and "action" in view.tokens[words[0]].tags and token.tags.keys() & _COUNTED
    return None if words and not urged else name_of(view.line, _right_words(view, at))


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
    name = completed(ask.view, words, ask.topic, before, listed=ask.listed and not ask.changes)
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
    at += token.text in {"thuộc", "cho"}
    return name_of(view.line, _right_words(view, at)) if at < view.tail and view.tokens[at].kind == "word" else None


def _done_to(ask: Ask, words: list[int]) -> Name | None:
    """"trồng 3.860 ha ngô": what is grown, where the name before is only what is done."""
    return _behind(ask.view) if "action" in ask.view.tokens[words[0]].tags else None


def _behind(view: View) -> Name | None:
    """The noun right behind what is measured: "ha lúa", "kWh điện thương phẩm"."""
    at = view.amount.last
    if view.amount.kind not in {Unit.MEASURED, Unit.MONEY} or at >= view.tail or at in view.line.timed:
        return None
    words: list[int] = []
    for index in range(at, min(view.tail, at + _LONGEST_NOUN)):
        token = view.tokens[index]
        stops = token.kind != "word" or index in view.line.timed or token.tags.keys() & _NO_NOUN
        if (stops and not (words and token.text == "và")) or (not words and token.tags.keys() & _NO_FIRST):
            break
        words.append(index)
    while words and view.tokens[words[-1]].text == "và":
        words.pop()
    return name_of(view.line, words)


def _thing_behind(ask: Ask) -> Name | None:
    """"1.090 ha chè": with no name before it, the noun behind what is measured."""
    return None if ask.plan_bracket or ask.link.verb in {"up", "down", "excess"} else _behind(ask.view)


def _label(ask: Ask) -> Name | None:
    """"Xã A (5,8 ha)", "Thu ngân sách đạt kết quả tốt (vượt 14%)": the name before the bracket."""
    view = ask.view
    if view.opened is None or ask.plan_bracket:
        return None
    start, end = next(segments(view.line, view.gap, view.opened), (0, 0))
    if end != view.opened:
        return None
    example = max((index for index in range(start, end) if view.tokens[index].text == "như"), default=start - 1)
    words = words_between(view.line, example + 1, end, said=True)
    return completed(view, words, ask.topic, ask.before, listed=False) if words else None


def _earlier(ask: Ask) -> Name | None:
    """The nearest indicator named in an earlier piece since the number before."""
    return _from_segments(ask, headed=True)


def between_words(view: View, link: Link) -> list[int]:
    """"giảm tỷ lệ hộ nghèo 1,2%", "tốc độ tăng GRDP 6,5%": the name behind the verb, or the verb's own."""
    if link.index is None or link.direct or link.verb not in {"up", "down"}:
        return []
    own = "head" in view.tokens[link.index].tags
    end = next((index for index in range(link.index + 1, view.amount.first) if "than" in view.tokens[index].tags),
               view.amount.first)
    return words_between(view.line, link.index + (not own), end, said=True)


def _between(ask: Ask) -> Name | None:
    words = between_words(ask.view, ask.link)
    if [ask.view.tokens[index].text for index in words] == ["mức"]:
        return None  # "thấp hơn mức 0,20%"
    return name_of(ask.view.line, words) if words and "head" in ask.view.tokens[words[0]].tags else None


def _grown(ask: Ask) -> Name | None:
    """"Quý IV phấn đấu tăng trưởng 6%": growth itself, where the sentence names nothing that grows."""
    index = ask.link.index
    if index is None or ask.topic or not ask.link.direct or ask.view.tokens[index].text != "tăng trưởng":
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
    Rule("subject.counted", _counted),
    Rule("subject.changed", _changed),
    Rule("subject.between", _between),
    Rule("subject.part_of", _part_of),
    Rule("subject.named", _named),
    Rule("subject.label", _label),
    Rule("subject.behind", _thing_behind),
    Rule("subject.paid_for", _paid_for),
    Rule("subject.earlier", _earlier),
    Rule("subject.spent", _spent),
    Rule("subject.inherited", _inherited),
    Rule("subject.opening", _opening),
    Rule("subject.grown", _grown),
    Rule("subject.sentence_before", _sentence_before),
)
