"""Shortcomings a report admits: what is not done, lacking, late, short of its target, badly kept.

Each is quoted as the clause that states it, one claim for each that could be followed up on its own; causes
("do ...") and concessions ("Mặc dù còn khó khăn, ...") are left out. A sign of difficulty counts only where the
text itself takes it for a shortcoming: after "Tuy nhiên", under a heading such as "Hạn chế, tồn tại", or in a
list announced as one. The rules stand in `lexicon/limitation.toml`, their phrases in `corpus/limitation.tsv`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from tiendo.reading.engine import Sentence
from tiendo.reading.records import Claim, ClaimKind
from tiendo.reading.vi.clauses import Piece, after_marker, is_nominal, parts, pieces, syllables, trimmed
from tiendo.reading.vi.setting import Setting, Topic, topic_of
from tiendo.reading.vi.wording import Rule, wording

__all__ = ["find_limitations", "without_told"]

_FEWEST = 3  # syllables of a shortcoming that says something
_CLAUSE = 160  # characters of a clause that are looked back over
_SUBJECT = 16  # syllables of one noun of a subject
_COUNTED = re.compile(r"\d+ \w+(?: \w+)?")  # one of a list of counted nouns: "38 bộ, cơ quan và 23 địa phương"
_BREAK = re.compile(r"\s?[-–—]\s?(?=một |đây |điều )")


@dataclass(frozen=True, slots=True)
class _Found:
    """A shortcoming in a sentence: its span, and the rules that made it."""

    start: int
    end: int
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign of a shortcoming: where it stands in the sentence and the rule that saw it."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class _Mode:
    """How a stretch is read: whether weak signs count, and whether all it states is a shortcoming."""

    weak: bool
    listed: bool = False


def find_limitations(sentences: Sequence[Sentence], places: Sequence[Setting]) -> tuple[Claim, ...]:
    """The shortcomings stated in the sentences of one document, given in the order of the text with their settings."""
    made: list[Claim] = []
    under = -1  # where the paragraph starts that has begun to tell of shortcomings
    for sentence, here in zip(sentences, places, strict=True):
        told = sentence.block.start == under
        if here.is_heading or here.is_body or here.topic is Topic.CAUSE or not (told or _worth_reading(here)):
            continue
        begun = told and not _pattern("{turns_away}").match(here.folded)
        found, announces = _in_sentence(here, begun=begun)
        if announces or (found and _tells_on(here)):
            under = sentence.block.start
        made.extend(_claim(sentence, one) for one in found)
    return tuple(made)


def without_told(limitations: Iterable[Claim], directives: Iterable[Claim]) -> tuple[Claim, ...]:
    """The shortcomings that no instruction holds by half: what someone is told to mend is told, not admitted."""
    spans = sorted((told.start, told.end) for told in directives)
    reach = list(accumulate((end for _, end in spans), max))  # where the spans up to each one end
    return tuple(one for one in limitations if not any(
        2 * (min(end, one.end) - max(start, one.start)) > one.end - one.start
        for start, end in spans[bisect_right(reach, one.start):bisect_left(spans, (one.end,))]))


def _claim(sentence: Sentence, found: _Found) -> Claim:
    return Claim(
        ClaimKind.LIMITATION, sentence.text[found.start:found.end], sentence.start + found.start,
        sentence.start + found.end, sentence.text, found.rules,
    )


def _worth_reading(here: Setting) -> bool:
    return here.topic is Topic.LIMITATION or any(key in here.folded for key in wording("limitation").words["keys"])


def _tells_on(here: Setting) -> bool:
    """Whether what follows in the paragraph is told as shortcomings too: this sentence turned to them itself."""
    return any(_turns(here.folded, piece) for piece in pieces(here.folded))


def _in_sentence(here: Setting, *, begun: bool) -> tuple[list[_Found], bool]:
    """The shortcomings of a sentence, and whether it announces that some follow; `begun` that one before did."""
    text, found = here.folded, list[_Found]()
    weak = begun or here.topic is Topic.LIMITATION
    owned_up = _pattern("{owns_up}").search(text)
    announces = owned_up is not None and not _pattern("{concession}").search(text, 0, owned_up.start())
    listed = here.topic is Topic.LIMITATION and (here.lead is not None or after_marker(text) > 0)
    cut = pieces(text)
    for at, piece in enumerate(cut):
        if found and found[-1].end > piece.start:
            continue  # its nouns name what was found to be lacking
        if piece.after == ":" and _announces(text[piece.start:piece.end]):
            listed = weak = announces = True
            continue
        if _pattern("{cause_word}").search(text, piece.start, piece.end):
            break  # why it is so, to the end of the sentence
        weak = weak or _turns(text, piece) or bool(found and piece.before == ";")
        if here.topic is Topic.REMEDY and not weak:
            continue  # what is planned names the trouble it mends
        here_found = _in_piece(text, piece, _Mode(weak=weak, listed=listed and piece.after != ":"))
        said = [_named(text, one) for one in here_found if not _only_announces(text, one)]
        announces |= len(said) < len(here_found)
        said = _with_what_is_lacking(text, cut, at, said)
        _join(text, found, cut, at, said)
    return found, announces


def _announces(text: str) -> bool:
    """Whether what stands before a colon announces shortcomings: as their topic, or by saying there are some."""
    return topic_of(text) is Topic.LIMITATION or _pattern("{some_lack}").search(text) is not None


def _turns(text: str, piece: Piece) -> bool:
    """Whether a piece turns to shortcomings: after "Tuy nhiên", "song", or where it calls something one."""
    turned = _pattern("{adversative}|{admits}").match(piece.before)
    return bool(turned or _pattern("{called}|{leaves_results}").search(text, piece.start, piece.end))


def _join(text: str, found: list[_Found], cut: tuple[Piece, ...], at: int, said: list[_Found]) -> None:
    """Add what a piece says; a lack told after "nhưng" without a subject goes with the trouble told before it."""
    if said and cut[at].before.startswith("nhưng") and found and found[-1].end == trimmed(text, 0, cut[at - 1].end)[1]:
        sign = _sign(text, said[0].start, said[0].end, weak=True)
        if sign and not _has_subject(text, said[0].start, sign.start):
            said[0] = _Found(found[-1].start, said[0].end, (*found.pop().rules, *said[0].rules))
    found.extend(said)


def _in_piece(text: str, piece: Piece, mode: _Mode) -> list[_Found]:
    """The shortcomings of a stretch: a part with a sign and a subject opens one, what goes on belongs to it."""
    reading = _Reading(text, mode)
    for part in parts(text, *_without_concession(text, piece)):
        reading.take(part, piece.end)
    found = [one for one in reading.found if "listed" in one.rules or syllables(text[one.start:one.end]) >= _FEWEST]
    return found or (_whole(text, piece) if mode.listed else [])


class _Reading:
    """The walk over the parts of a stretch, from comma to comma, with what has been found so far."""

    def __init__(self, text: str, mode: _Mode) -> None:
        self.text, self.mode = text, mode
        self.found: list[_Found] = []
        self.before: list[tuple[int, int]] = []  # parts before that may belong to the next one's subject
        self.noun: int | None = None  # where a noun began whose predicate is still to come
        self.open = self.forbidden = False

    def take(self, part: tuple[int, int], last: int) -> None:
        """Read one part; `last` is where the stretch ends."""
        text = self.text
        aside = _is_aside(text, *part)
        start, end = trimmed(text, *part)
        detail = self.open and _opens_detail(text, *part)
        sign = None if aside else _sign(text, start, end, weak=self.mode.weak)
        if self.noun is not None:
            self._predicate_of_noun(start, end, sign)
            return
        if sign and _is_subject_yet(text, (start, end), sign, last):
            self.noun = start
            return
        counted = self.open and "only" in self.found[-1].rules
        owned = sign is not None and not detail and _opens_anew(text, start, sign, counted=counted)
        if sign and self.forbidden and not owned:
            sign = None
        self.forbidden = bool(_pattern("{forbids}").search(text, start, end)) or (self.forbidden and not owned)
        self._add(start, end, sign, owned=owned, states=self.mode.listed and not aside and _states(text, start, end))

    def _add(self, start: int, end: int, sign: _Sign | None, *, owned: bool, states: bool) -> None:
        text = self.text
        if self.open and (sign is None or not owned) and (sign or _goes_on(text, start, end)):
            last = self.found[-1]
            rules = tuple(dict.fromkeys((*last.rules, sign.rule))) if sign else last.rules
            self.found[-1] = _Found(last.start, _ending(text, sign.end if sign else start, end), rules)
        elif sign or states:
            rule, after = (sign.rule, sign.end) if sign else ("listed", start)
            told_by_effect = self.before and _pattern("{effect}").match(text, start)
            named = bool(self.before) and _pattern("{reached}").match(text, self.before[-1][0]) is None
            told_before = told_by_effect or (named and sign and _lacks_subject(text, start, end, sign))
            first = self.before[-1][0] if told_before else _first_subject(text, self.before, start)
            self.found.append(_Found(first, _ending(text, after, end), (rule,)))
            self.before = []
        else:
            self.open = False
            self.before.append((start, end))
            return
        self.open = self.found[-1].end == end

    def _predicate_of_noun(self, start: int, end: int, sign: _Sign | None) -> None:
        """A part after "tình trạng ...,": one more noun, or the predicate that says it is so."""
        if self.noun is None or not _pattern("{predicate}").search(self.text, start, end):
            return
        if sign:
            self.found.append(_Found(self.noun, _ending(self.text, sign.end, end), (sign.rule,)))
        self.noun, self.open = None, sign is not None


def _without_concession(text: str, piece: Piece) -> tuple[int, int]:
    """The piece without an opening "Mặc dù ...,"; nothing of it where the concession is all."""
    start, end = trimmed(text, piece.start, piece.end)
    if _pattern("{concession}").match(text, start, end):
        stretches = parts(text, start, end)[1:]
        main = [at for at, until in stretches if _pattern("{main_clause}").search(text, at, until)]
        first = main[0] if main else stretches[0][0] if stretches else end
        return first, end
    return (end, end) if _pattern("{cause}").match(text, start, end) else (start, end)


def _sign(text: str, start: int, end: int, *, weak: bool) -> _Sign | None:
    """The first sign of a shortcoming between two commas, of the rules in their order."""
    if _pattern("(?:{adverb} )*{circumstance}").match(text, start, end):
        return None
    for rule in wording("limitation").rules:
        if "listed" in rule.marks or ("weak" in rule.marks and not weak):
            continue
        found = rule.pattern.search(text, start, end)
        if found and not _set_aside(text, start, found, end, rule):
            at = found.start("sign") if "sign" in found.re.groupindex else found.start()
            return _Sign(at, found.end(), rule.name)
    return None


def _opens_detail(text: str, start: int, end: int) -> bool:
    """Whether a part after a shortcoming only tells it in detail ("..., trong đó 96 hộ ...", "..., có nơi ...")."""
    while start < end and not text[start].isalnum():
        start += 1
    return bool(_pattern("{detail}").match(text, start, end))


def _is_aside(text: str, start: int, end: int) -> bool:
    """Whether a part opens a remark on something else ("trong khi ...", "để ...")."""
    while start < end and not text[start].isalnum():
        start += 1
    return bool(_pattern("{aside}").match(text, start, end))


def _set_aside(text: str, start: int, found: re.Match[str], end: int, rule: Rule) -> bool:
    """Whether the words belong to what is acted on, asked for, denied, or said to be mended or caused by."""
    if _pattern("{cause}|{denied}").search(text, start, found.start()) or _not().search(text, start, found.start()):
        return True
    if _pattern("{mended}").search(text, found.end(), end) or ("less" in rule.marks and _is_gain(text, found)):
        return True
    if "relative" not in rule.marks:
        return False
    acted = _pattern("{acts_on}").search(text, start, found.start())
    return bool(acted and not _pattern("{noun_of_act}").search(text, start, acted.start()))


def _is_gain(text: str, found: re.Match[str]) -> bool:
    """"tổn thất điện năng còn 3,85%, thấp hơn kế hoạch": less of what nobody wants is no shortcoming."""
    if not found[0].startswith(("thấp", "ít")):
        return False
    since = max(0, found.start() - _CLAUSE, *(text.rfind(sign, 0, found.start()) + 1 for sign in ";:"))
    return _pattern("{unwanted}").search(text, since, found.start()) is not None


def _opens_anew(text: str, start: int, sign: _Sign, *, counted: bool) -> bool:
    """Whether a part has a subject of its own, or tells of one more thing that is there or lacking ("thiếu 63 ...").

    What only tells an effect ("gây mất an toàn") has none; after a count ("chỉ đạt 16/19 tiêu chí, còn thiếu 3 ...")
    what lacks is the rest of it: `counted`.
    """
    if _pattern("{effect}").match(text, start):
        return False
    return _has_subject(text, start, sign.start) or (not counted and bool(_pattern("{one_more}").match(text, start)))


def _is_subject_yet(text: str, part: tuple[int, int], sign: _Sign, last: int) -> bool:
    """Whether a sign stands in a noun ("tình trạng thiếu thuốc, ...") whose predicate comes after a comma."""
    start, end = part
    noun = _pattern("{state_noun}").match(text, start) or (start, end) == (sign.start, sign.end)
    if not noun or _pattern("{predicate}|{is_so}").search(text, start, end):
        return False
    return bool(_pattern("{predicate}").search(text, end, last))


def _states(text: str, start: int, end: int) -> bool:
    """Whether a part of a listed item says something of its own: it has a subject and a predicate."""
    found = _pattern("{predicate}").search(text, start, end)
    if found is None or _pattern("{good}").search(text, start, end):
        return False
    return _has_subject(text, start, found.start())


def _has_subject(text: str, start: int, sign: int) -> bool:
    """Whether something besides adverbs stands before the sign."""
    return bool(_pattern("{adverb}").sub(" ", text[start:sign]).strip())


def _lacks_subject(text: str, start: int, end: int, sign: _Sign) -> bool:
    """"…, thấp hơn bình quân chung của tỉnh": what falls short was told before the comma."""
    if sign.rule != "below_yardstick" or end - start > _CLAUSE:
        return False
    return not _has_subject(text, start, sign.start)


def _first_subject(text: str, before: list[tuple[int, int]], start: int) -> int:
    """Where the subject begins when nouns before the last comma belong to it ("đường vành đai, xuyên tâm chậm")."""
    for first, last in reversed(before):
        nominal = is_nominal(text, first, last, _SUBJECT) or _COUNTED.fullmatch(text, first, last)
        if not nominal or not _has_subject(text, first, last):
            break
        start = first
    return start


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a part without a sign of its own still belongs to the shortcoming before it."""
    return is_nominal(text, start, end) or bool(_pattern("{goes_on}").match(text, start, end))


def _ending(text: str, after: int, end: int) -> int:
    """Where a shortcoming ends: before its cause and before a comment set off with a dash."""
    for pattern in (_pattern("{cause}"), _BREAK):
        cut = pattern.search(text, after, end)
        end = cut.start() if cut else end
    return trimmed(text, 0, end)[1]


def _whole(text: str, piece: Piece) -> list[_Found]:
    """An item of an announced list, whatever it says."""
    start, end = trimmed(text, *_without_concession(text, piece))
    end = max(start, _ending(text, start, end))
    return [_Found(start, end, ("listed",))] if syllables(text[start:end]) >= _FEWEST else []


def _named(text: str, found: _Found) -> _Found:
    """Without words that only call it a shortcoming ("khó khăn lớn nhất là ..."), or tell what went well before."""
    called = _pattern("{called}").match(text, found.start, found.end) \
        or _pattern("{went_well}").match(text, found.start, found.end)
    return _Found(trimmed(text, called.end(), found.end)[0], found.end, found.rules) if called else found


def _only_announces(text: str, found: _Found) -> bool:
    """Whether a claim only says that there are shortcomings, and names none."""
    rest = _pattern("{announced}").sub(" ", text[found.start:found.end], count=1)
    bare = _pattern("{adverb}|có|gặp|bộc lộ|phải").sub(" ", rest)
    return len(rest) < found.end - found.start and syllables(bare) < _FEWEST


def _with_what_is_lacking(text: str, cut: tuple[Piece, ...], at: int, found: list[_Found]) -> list[_Found]:
    """Before a colon: with the nouns that name what is lacking; without the claim where each item is one."""
    if not found or cut[at].after != ":" or at + 1 == len(cut):
        return found
    items = cut[at + 1:]
    if any(_in_piece(text, item, _Mode(weak=False)) for item in items):
        return found[:-1]
    named = all(is_nominal(text, *part) for part in parts(text, items[0].start, items[0].end))
    if len(items) > 1 or not named:
        return found
    last = found[-1]
    return [*found[:-1], _Found(last.start, trimmed(text, last.start, items[0].end)[1], (*last.rules, "named_after"))]


@cache
def _not() -> re.Pattern[str]:
    """A word right before a sign that turns it round ("không né tránh")."""
    return re.compile(r"(?<!\w)không (?:được |để )?\Z")


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return wording("limitation").pattern(text)
