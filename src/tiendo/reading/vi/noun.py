"""The noun phrase behind a number: "192 dự án ngoài khu công nghiệp", "3.860 ha ngô"."""

from tiendo.reading.vi.amount import Unit
from tiendo.reading.vi.clause import View
from tiendo.reading.vi.name import Name
from tiendo.reading.vi.phrase import ends_name, name_of

COUNTED = frozenset({"count", "counted_as"})
_NO_NOUN = {"verb", "status", "against", "than", "lead", "time", "trail", "as_at", "rank_verb", "place", "opens_list"}
_NO_FIRST = {"bound", "predicate", "adverb", "action", "org", "not_a_noun", "bound_after", "outcome", "restart",
             "assigned", "light", "ordinal"}  # these may stand inside a noun phrase, but open none
_TRAILING = {"adverb", "bound", "as_at", "lead", "time", "status", "bound_after", "restart", "place"}
_DANGLING = {"của", "được", "là", "đạt", "với", "có", "và", "cho", "thuộc"}
_LONGEST_NOUN = 8
_LONGEST_TOLD = 6  # tokens behind "đã" that still say which things are counted


def noun_at(view: View) -> int | None:
    """The token of the noun a count counts; None for what is measured or bare."""
    at = view.amount.noun
    if at is None or view.amount.kind not in {Unit.COUNT, Unit.MEASURED}:
        return None
    return at if view.tokens[at].tags.keys() & COUNTED or view.amount.kind is Unit.COUNT else None


def right_words(view: View, start: int, *, tallied: bool = False) -> list[int]:
    """The noun phrase that begins at a place behind the number; a unit's "/xã" is left out."""
    words = noun_tokens(view, start)
    targets = "tally" in view.tokens[start].tags
    for index in range(max(view.amount.last, words[-1] + 1), view.tail):
        if _stops(view, index, words, tallied=tallied) or (
                targets and "org" in view.tokens[index].tags and _capital(view, index)):
            break
        words.append(index)
    own = len(noun_tokens(view, start))
    if len(words) - own > _LONGEST_TOLD and view.tokens[words[own]].text == "đã":
        words = words[:own]  # "32 khu công nghiệp đã được … phê duyệt và đi vào hoạt động" tells more than a name
    words.extend(_listed(view, words))
    while len(words) > 1 and (_trails(view, words[-1]) or _side_of_next(view, words[-1])):
        words.pop()
    return words


def _stops(view: View, index: int, words: list[int], *, tallied: bool) -> bool:
    """Whether a word can no longer be part of the phrase; "đã" right behind the noun ("12 ca đã khỏi") can."""
    token = view.tokens[index]
    behind_noun = token.text == "đã" and index == words[-1] + 1 == words[0] + len(words)
    judged = tallied and "outcome" in token.tags and not _says_which(view, index)
    ends = ends_name(token.tags) and not behind_noun
    return ends or judged or index in view.line.timed or token.text in {"với", "là"}


def _capital(view: View, index: int) -> bool:
    return view.line.text[view.tokens[index].start].isupper()


def noun_tokens(view: View, start: int) -> list[int]:
    """The tokens of the counted noun itself, a unit's "/xã" left out."""
    words = [start]
    while words[-1] + 1 < view.amount.last and view.tokens[words[-1] + 1].text != "/":
        words.append(words[-1] + 1)
    return words


def _trails(view: View, index: int) -> bool:
    token = view.tokens[index]
    return token.text not in {"mới", "cao"} and (bool(token.tags.keys() & _TRAILING) or token.text in _DANGLING)


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


def behind(view: View) -> Name | None:
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
