"""A number that wants its name, and the words that may be it: in its own piece, or behind its verb."""

from collections.abc import Sequence
from dataclasses import dataclass

from tiendo.reading.vi.amount import Unit
from tiendo.reading.vi.clause import View, segments
from tiendo.reading.vi.link import Link
from tiendo.reading.vi.name import Name
from tiendo.reading.vi.phrase import name_of, words_between

_NAMELESS = (["giao"], ["mức"], ["là", "mức"])  # "HĐND tỉnh giao 9.100 tỷ đồng", "…, là mức cao nhất" name nothing
_ABOUT = {"về", "đối với", "riêng", "riêng về"}  # open what the deeds of a sentence are done to


@dataclass(frozen=True, slots=True)
class Ask:
    """A number that wants its name: the names before it, and whether it is a change or a plan beside a result.

    `topic` is the last name of the sentence, `same` the last name whose number had this number's unit, `before`
    the last name of the sentence before; `listed` says the number before it is of the same kind;
    `deed` is what was done to the count before ("giám sát chuyên đề"); `respective` the name a run of
    numbers ("lần lượt …") gives this one; `named` are all names of the sentence before.
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
    named: Sequence[Name] = ()


def piece_words(ask: Ask) -> list[int]:
    """The tokens of the name that stands in the number's own piece, if any."""
    view, link = ask.view, ask.link
    if link.labelled:
        return []
    start = view.piece
    if view.opened is not None and link.index is not None and link.index < view.opened:
        start, _ = next(segments(view.line, view.gap, link.index), (link.index, link.index))
    words = words_between(view.line, start, link.name_end)
    if [view.tokens[index].text for index in words] in _NAMELESS:
        return []
    share = view.amount.kind in {Unit.PERCENT, Unit.POINT}
    gives = [view.tokens[index].text for index in words] == ["đóng góp"]  # "đóng góp 21%" names nothing
    return [] if share and gives else words


def about(view: View) -> Name | None:
    """"Đối với vốn đầu tư công, …", "Về công tác thanh tra, …": what the sentence opens with, if it holds no number."""
    line, tokens = view.line, view.tokens
    end = next((index for index in range(1, view.piece) if index in line.breaks), 0)
    if tokens[0].text not in _ABOUT or not end:
        return None
    words = words_between(line, 1, end)
    return None if any(tokens[index].kind == "number" for index in words) else name_of(line, words)


def between_words(view: View, link: Link) -> list[int]:
    """"giảm tỷ lệ hộ nghèo 1,2%", "tốc độ tăng GRDP 6,5%": the name behind the verb, or the verb's own."""
    if link.index is None or link.direct or link.verb not in {"up", "down"}:
        return []
    own = "head" in view.tokens[link.index].tags
    end = next((index for index in range(link.index + 1, view.amount.first) if "than" in view.tokens[index].tags),
               view.amount.first)
    return words_between(view.line, link.index + (not own), end, said=True)


def between(ask: Ask) -> Name | None:
    """The name behind the number's verb, where an indicator opens it: "giảm tỷ lệ hộ nghèo 1,2%"."""
    words = between_words(ask.view, ask.link)
    if [ask.view.tokens[index].text for index in words] == ["mức"]:
        return None  # "thấp hơn mức 0,20%"
    return name_of(ask.view.line, words) if words and "head" in ask.view.tokens[words[0]].tags else None
