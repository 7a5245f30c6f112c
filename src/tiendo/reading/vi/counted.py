"""The name of a count: its noun with what follows, or with what is done to it.

A counted noun that says more than itself ("dự án còn hiệu lực") is its own name, one that does not takes what is done
to it ("thu hồi … dự án"), the title before it, or the name of the count before.
"""

from tiendo.reading.vi.amount import Unit
from tiendo.reading.vi.ask import Ask, about, between, piece_words
from tiendo.reading.vi.clause import bare_between, segments
from tiendo.reading.vi.name import Name
from tiendo.reading.vi.noun import noun_at, noun_tokens, right_words
from tiendo.reading.vi.phrase import joined, name_of, words_between

_DONE = {"đã", "đang", "vừa", "đã được"}  # stand right before what is done
_POPULATION = {"số dân", "dân số", "quy mô dân số"}
_LONGEST_DEED = 8  # tokens of what is done to a counted thing


def counted(ask: Ask) -> Name | None:
    """"192 dự án ngoài khu công nghiệp": the noun and what follows it."""
    view = ask.view
    noun = noun_at(view)
    if noun is None or ask.changes or ask.plan_bracket or (not view.embedded and between(ask)):
        return None
    right = right_words(view, noun, tallied=ask.tallied)
    extra = len(right) - len(noun_tokens(view, noun))
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
    does = any("action" in ask.view.tokens[index].tags for index in range(words[0] + 1, ask.view.amount.first))
    if headed and (ask.link.direct or (ask.view.amount.kind is Unit.MEASURED and (bare or not does))):
        return True
    if first.keys() & {"action", "outcome", "verb"} or not bare or _is_deed(ask, words):
        return False
    return headed or "classifier" in ask.view.tokens[ask.view.amount.noun or 0].tags


def _is_deed(ask: Ask, words: list[int]) -> bool:
    """"đã thu nhận 58.412 hồ sơ": what stands right behind "đã" was done, whether or not the lexicon knows it."""
    at = words[0] - 1
    return at >= ask.view.gap and ask.view.tokens[at].text in _DONE


def _bare(ask: Ask, noun: list[int], words: list[int]) -> Name | None:
    """"thu hồi 23 dự án", "làm chết 61 người": the noun says nothing more; what is done to it does."""
    view = ask.view
    thing = name_of(view.line, noun)
    if thing and words and len(words) > _LONGEST_DEED and "action" in view.tokens[words[0]].tags:
        return name_of(view.line, words)
    if thing is None or not words or len(words) > _LONGEST_DEED:
        return (_again(ask) or _titled(ask) or _inhabitants(ask, noun[0]) or _as_before(ask, noun[0])
                or _same_deed(ask, thing) or _counted_deed(ask, thing))
    text = joined(view.line, words).removeprefix("đã ").removeprefix("Đã ")
    if ask.topic and "suffers" in view.tokens[words[0]].tags:
        return Name(f"{_root(ask.topic.text)} {text}", None, text)
    if thing.text.lower() in text.lower():
        return name_of(view.line, words)
    return Name(f"{text} {thing.text}", None, text)


def _counted_deed(ask: Ask, thing: Name | None) -> Name | None:
    """"Về công tác thanh tra, … thực hiện 186 cuộc": what a bare classifier counts where the sentence opens so."""
    noun = noun_at(ask.view)
    if thing is None or noun is None or "classifier" not in ask.view.tokens[noun].tags:
        return thing
    deed = about(ask.view)
    return Name(f"{thing.text} {deed.text}", None, thing.text) if deed else thing


def _root(text: str) -> str:
    """The name that others hang on, without the victims already told."""
    for verb in (" làm chết", " bị thương", " chết", " làm bị thương", " người chết", " người bị thương"):
        text = text.partition(verb)[0]
    return text


def _titled(ask: Ask) -> Name | None:
    """"tiêu chí số 5 về trường học: 131/151 xã đạt": what stands before the colon."""
    view = ask.view
    if view.piece <= view.gap or view.tokens[view.piece - 1].text != ":":
        return None
    bare = all(view.tokens[at].tags.keys() & {"light", "bound"} for at in range(view.piece, view.amount.first))
    alone = bare and "classifier" in view.tokens[view.amount.noun or 0].tags
    if view.amount.of is None and not alone:
        return None  # "Kết quả giải quyết: 3.391 hồ sơ" has its name before the colon, "Toàn xã: 12 thôn" has not
    if "tally" in view.tokens[view.amount.noun or 0].tags:
        return None
    start, end = next(segments(view.line, view.gap, view.piece), (0, 0))
    return name_of(view.line, words_between(view.line, start, end, said=view.amount.of is None))


def _again(ask: Ask) -> Name | None:
    """"tăng 0,4 triệu người so với quý trước và 0,5 triệu người so với cùng kỳ": the change of the same thing again."""
    view = ask.view
    compared = any("than" in view.tokens[index].tags for index in range(view.amount.last, view.tail))
    return ask.same if compared and bare_between(view.line, view.gap, view.amount.first) else None


def _inhabitants(ask: Ask, noun: int) -> Name | None:
    """"… đông thứ 19 về số dân. Với 1.519.400 người, …": people of nothing are the people ranked right before."""
    bare = ask.view.tokens[noun].text == "người" and ask.topic is None
    return next((name for name in ask.named if name.text.lower() in _POPULATION), None) if bare else None


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
    listed = bare_between(view.line, view.gap, view.amount.first)
    return Name(f"{ask.deed} {thing.text}", None, thing.text) if listed else None


def changed(ask: Ask) -> Name | None:
    """"giảm 14 vụ": what the last number of the same unit counted; "giảm 9 người chết" says more itself."""
    view = ask.view
    noun = noun_at(view)
    if not ask.changes or noun is None or piece_words(ask):
        return None
    right = right_words(view, noun)
    if len(right) > len(noun_tokens(view, noun)):
        said = name_of(view.line, right)
        whose = ask.same or ask.topic
        return Name(f"{_root(whose.text)} {said.text}", None, said.text) if said and whose and ask.same else said
    counted = view.tokens[noun]
    fresh = "classifier" not in counted.tags and ask.topic is not None and counted.text not in ask.topic.text.lower()
    return ask.same or (name_of(view.line, right) if fresh else None)
