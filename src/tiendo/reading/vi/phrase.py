"""Which words of a stretch are a name: what leads in, who does it, and what trails is left out.

"Trong năm, Cục Hải quan Khánh Hoà thu ngân sách được 2.110 tỷ đồng" names "thu ngân sách"; "Lực lượng chức năng
tạm giữ 6.230 phương tiện" names "tạm giữ"; "tổng mức bán lẻ trên địa bàn huyện Phú Khê tháng 5" loses place and time.
"""

from collections.abc import Mapping

from tiendo.reading.vi.clause import Line
from tiendo.reading.vi.name import Name

_SKIPPED_FIRST = {"lead", "adverb", "as_at", "bound", "status", "time", "predicate", "than", "price", "verb", "against",
                  "assigned", "pointing", "restart"}
_SKIPPED_LAST = {"bound", "as_at", "lead", "time", "trail", "status", "bound_after", "restart", "light", "adverb"}
_KEPT_LAST = {"bình quân", "trung bình", "mới"}
_DANGLING = {"-", "–", "của", "được", "là", "đạt", "với", "có", "(", "và", "cho", "/", ",", "ở", "tại"}
_SOFT_ENDS = {"đã", "sẽ", "đang", "vẫn", "tiếp tục", "cũng", "từng bước", "đều", "lại", "luôn", "tương đối"}
_EMPTY = {"assigned", "ordinal_name", "adverb", "lead", "time", "against", "pointing", "verb", "light", "not_a_noun"}
_DONE = {"action", "predicate", "status", "verb", "head", "light"}  # what may follow the one who does it
_CAUSED = {"khiến", "khiến cho", "làm cho", "giúp cho"}  # what follows is what the number is of
_FIRST = ("nhất", "dẫn đầu", "đứng đầu")  # "tăng cao nhất là nhóm giao thông", "dẫn đầu là Ban Quản lý …"
_PRICED = {"theo", "tính theo", "giá"}
_LONG = 8  # tokens after which "trên địa bàn …" is no longer part of the indicator
_SHORT_NAME = 3  # tokens of a place that something is said of
_BODY_REACH = 5  # tokens of "Phòng giao dịch Ngân hàng" among which its second capital stands
_KNOWN = 10  # tokens of the longest agent before its verb


def words_between(line: Line, start: int, end: int, *, said: bool = False) -> list[int]:
    """The tokens of the name between two places; what only leads in or trails is left out.

    With `said` a predicate ends the name ("khu vực X chịu ảnh hưởng …"): nothing links it to the number.
    """
    start = _after_lead(line, start, end)
    start = _restart(line, _after_agent(line, start, end), end)
    end = _name_end(line, start, end, said=said)
    kept = [index for index in range(start, end)
            if index not in line.timed and not _priced(line, index) and not _only_now(line, index)]
    while kept and _skipped_last(line, kept[-1]):
        kept.pop()
    return kept if _has_content(line, kept) else []


def _after_lead(line: Line, start: int, end: int) -> int:
    while start < end and _skipped_first(line, start):
        start += 1
    return start


def _skipped_first(line: Line, index: int) -> bool:
    token = line.tokens[index]
    if index in line.timed or token.kind in {"mark", "number"} or "place" in token.tags:
        return True
    if token.text in _KEPT_LAST:  # "bình quân cả nước": an average of something
        following = line.tokens[index + 1] if index + 1 < len(line.tokens) else None
        return following is None or following.kind != "word" or "verb" in following.tags
    return bool(token.tags.keys() & _SKIPPED_FIRST) and not token.tags.keys() & {"head", "action"}


def _skipped_last(line: Line, index: int) -> bool:
    token = line.tokens[index]
    if token.text in _DANGLING:
        return True
    return bool(token.tags.keys() & _SKIPPED_LAST) and "head" not in token.tags and token.text not in _KEPT_LAST


def _priced(line: Line, index: int) -> bool:
    """"theo giá hiện hành", "giá so sánh 2010" say in what prices, not of what."""
    tokens = line.tokens
    if "price" in tokens[index].tags:
        return True
    return tokens[index].text in _PRICED and index + 1 < len(tokens) and "price" in tokens[index + 1].tags


def _only_now(line: Line, index: int) -> bool:
    """"vốn nước ngoài mới giải ngân": the word before the deed says how it goes, not what it is."""
    if line.tokens[index].text not in {"mới", "chỉ", "mới chỉ"} or index + 1 >= len(line.tokens):
        return False
    following = line.tokens[index + 1].tags
    return "action" in following or following.get("head") == "disbursement"


def _has_content(line: Line, words: list[int]) -> bool:
    """A name holds a word that means something, and more than the name of a body alone."""
    tokens = line.tokens
    planned = any("against" in tokens[index].tags for index in words)  # "hoàn thành chỉ tiêu" names nothing
    strong = {"head"} if planned else {"head", "action"}
    weak = _EMPTY | {"action"} if planned else _EMPTY
    meant = [
        index for index in words if tokens[index].kind == "word" and len(tokens[index].text) > 1
        and (tokens[index].tags.keys() & strong or not tokens[index].tags.keys() & weak)
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
        said_of = index > 1 and tokens[index - 1].text.endswith("là") and (
            tokens[index - 2].text.endswith(_FIRST) or "chủ yếu" in tokens[index - 1].text + tokens[index - 2].text)
        if tokens[index - 1].text in _CAUSED or said_of:
            begin = index
        does = "verb" in tokens[index].tags and tokens[index - 1].text in _SOFT_ENDS  # "tiếp tục tăng trưởng khá"
        if "head" not in tokens[index].tags or does:
            continue
        turned = "restart" in tokens[index - 1].tags or index - 1 in line.timed
        names = "action" in tokens[start].tags or tokens[start].tags.get("head", "field") != "field"
        reached = tokens[start].tags.get("head") != "field" or tokens[index - 1].text == "đạt"
        bodied = (begin == start and not names and reached
                  and _body_before(line, start, index))
        if turned or bodied:
            begin = index
    return begin


def _body_before(line: Line, start: int, head: int) -> bool:
    """Whether only a body and what it does stand before the indicator ("Cục X … thu ngân sách")."""
    tokens = line.tokens
    said = any(tokens[index].tags.keys() & {"predicate", "verb", "rank_verb"} for index in range(start, head))
    return said or "org" in tokens[start].tags


def _after_agent(line: Line, start: int, end: int) -> int:
    """Where what is done begins, behind the one who does it; the start itself where nobody does."""
    if start >= end or "action" in line.tokens[start].tags or line.tokens[start].tags.get("head", "field") != "field":
        return start
    if "head" in line.tokens[start].tags:  # "ngành đã thanh tra …" is who does it; "ngành nông nghiệp" is not
        follows = line.tokens[start + 1].tags if start + 1 < end else {}
        return _after_lead(line, start + 1, end) if "status" in follows else start
    if not (line.tokens[start].tags.keys() & {"agent", "org"} or _is_proper_start(line, start, end)):
        return start
    for index in range(start + 1, min(end, start + _KNOWN)):
        tags = line.tokens[index].tags
        if line.tokens[index].text == "là":
            return start  # "Mỹ vẫn là thị trường lớn nhất": it does nothing, something is said of it
        if not tags.keys() & _DONE or _capitalised(line, index):
            continue
        return _after_lead(line, index, end) if not tags.keys() & {"action", "head"} else index
    return start


def _is_proper_start(line: Line, start: int, end: int) -> bool:
    """"Hà Nội dự kiến …", "SCIC đã …": names written with capitals, then what they do."""
    at = start
    while at < end and _all_capitals(line, at) and "head" not in line.tokens[at].tags:
        at += 1
    if at in {start, end}:
        return False
    tags = line.tokens[at].tags
    return bool(tags.keys() & (_DONE if at - start > 1 else {"predicate", "status"}))


def _all_capitals(line: Line, index: int) -> bool:
    """Whether every syllable of a token begins with a capital; "Lao động" at a sentence's start is no name."""
    token = line.tokens[index]
    return all(word[0].isupper() for word in line.text[token.start:token.end].split())


def _name_end(line: Line, start: int, end: int, *, said: bool) -> int:
    """A name that opens with an indicator runs on to its linking word; any other ends where something is said."""
    tokens = line.tokens
    headed = start < end and bool(tokens[start].tags.keys() & {"head", "action"})
    for index in range(start + 1, end):
        tags = tokens[index].tags
        if tokens[index].text in _SOFT_ENDS or (tokens[index].text == "của" and is_body(line, index + 1)):
            return index
        if "head" in tags:
            continue
        if _set_or_said_of(line, start, index, end):
            return index
        if "trail" in tags or ("place" in tags and (index - start >= _LONG or _area(line, index + 1))):
            return index
        if (said and tags.keys() & {"verb", "status"}) or ((said or not headed) and "predicate" in tags
                                                           and not (tokens[index].text == "có" and index + 1 < end)):
            return index
    return end


def _set_or_said_of(line: Line, start: int, index: int, end: int) -> bool:
    """Whether who sets a plan, or what a place is, begins here: the name ends before it."""
    token, behind = line.tokens[index], line.tokens[index + 1:end]
    if token.text == "là":  # "Mỹ là thị trường lớn nhất, đạt 5,9 tỷ USD"
        return index - start <= _SHORT_NAME and _all_capitals(line, start) and bool(behind)
    if token.text == "được":  # "vốn đầu tư công năm 2022 được Thủ tướng giao"
        return any(word.text in {"giao", "phê duyệt"} for word in behind)
    return is_body(line, index) and any(word.text == "giao" for word in behind[:_BODY_REACH])  # "Bộ Tài chính giao"


def _area(line: Line, index: int) -> bool:
    """Whether the name of an area follows: a place after "trên địa bàn", "ở" that is no part of the indicator."""
    return is_body(line, index) or (index < len(line.tokens) and line.text[line.tokens[index].start].isupper())


def is_body(line: Line, index: int) -> bool:
    """Whether the name of one body begins here ("của Cục Hải quan X", "của Phòng giao dịch", not "của tỉnh")."""
    tokens = line.tokens
    if index >= len(tokens) or "org" not in tokens[index].tags:
        return False
    capital = [line.text[token.start].isupper() for token in tokens[index:index + _BODY_REACH]]
    return capital[1:2] == [True] or (capital[0] and any(capital[1:]))


def name_of(line: Line, words: list[int]) -> Name | None:
    """The words joined as the text has them; None for no words."""
    if not words:
        return None
    tokens = line.tokens
    heads = [tokens[index].tags["head"] for index in words if "head" in tokens[index].tags]
    head = "disbursement" if "disbursement" in heads else (heads[0] if heads else None)
    proper = next((at for at, index in enumerate(words) if at and _capitalised(line, index)), len(words))
    opener = line.text[tokens[words[0]].start:tokens[words[0]].end] if "head" in tokens[words[0]].tags else None
    return Name(joined(line, words), head, joined(line, words[:proper]), opener)


def joined(line: Line, words: list[int]) -> str:
    """The text of tokens; what stood between neighbours stays, line breaks become spaces."""
    tokens = line.tokens
    parts: list[str] = []
    start = previous = words[0]
    for index in [*words[1:], -1]:
        if index != previous + 1:
            parts.append(line.text[tokens[start].start:tokens[previous].end])
            start = index
        previous = index
    return " ".join(" ".join(parts).split())


def _capitalised(line: Line, index: int) -> bool:
    """A word with a capital that is not an abbreviation or an indicator: part of the name of a place."""
    token = line.tokens[index]
    word = line.text[token.start:token.end]
    return token.kind == "word" and word[:1].isupper() and not word.isupper() and "head" not in token.tags


def is_proper(line: Line, words: list[int]) -> bool:
    """Whether every word has a capital: a place, not an indicator; a single word at the sentence's start is not."""
    if len(words) == 1 and words[0] == 0:
        return False
    named = [index for index in words if line.tokens[index].kind == "word" and line.tokens[index].text != "và"]
    return all(_capitalised(line, index) and (index > 0 or _all_capitals(line, index)) for index in named)


def ends_name(tags: Mapping[str, str]) -> bool:
    """Whether a word can no longer be part of the noun phrase behind a number."""
    return bool(tags.keys() & {"status", "rank_verb", "trail", "than", "against", "opens_list"}) \
        or tags.get("verb") in {"equal", "share", "excess", "times"}
