"""The word that links a number to its name: "đạt", "tăng", "chiếm", "vượt", "còn".

The linking word is the last verb of the piece. It is *direct* when only bounds, adverbs, periods or a
comparison stand between it and the number ("tăng so với cùng kỳ 5%"), else the name stands between
("giảm tỷ lệ hộ nghèo 2%", "tăng trưởng kinh tế 7,02%").
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tiendo.reading.vi.amount import Unit
from tiendo.reading.vi.clause import View

_PLANS = ("kế hoạch", "dự toán")
_CHANGES = {"up", "down", "excess", "share", "short"}
_PASSED = {":", "+", "~", "-", "–", "—", "(", "là"}
_WEAK = {"được", "là", "với", "thực hiện", "còn", "lên", "thành", "xuống", "có", "tương ứng", "âm", "hoàn thành"}


@dataclass(frozen=True, slots=True)
class Link:
    """How a number hangs on its name.

    `verb` is the kind of the linking verb (up, down, reach, equal, share, excess, short, to, times) or None,
    `index` its token, `name_end` where the name before it ends, `direct` whether it stands right before the
    number, `against` the kind of comparison between them, `status` what a linking "ước đạt" says.
    """

    verb: str | None
    index: int | None
    name_end: int
    direct: bool = False
    against: str | None = None
    status: str | None = None


def link_of(view: View) -> Link:
    """The linking word of an amount."""
    found = _last_verb(view, view.amount.first, view.piece)
    if found is None and view.opened is not None:
        found = _before_bracket(view)
    if found is None:
        return Link(None, None, _name_end(view, view.amount.first))
    return _stronger(view, found)


def _last_verb(view: View, end: int, low: int) -> Link | None:
    """The last verb in `low..end`; a weak word counts only right before the number."""
    tokens = view.tokens
    for index in range(end - 1, low - 1, -1):
        tags = tokens[index].tags
        said = tags.get("verb") or ("reach" if _expects(tags) else None)
        if said is None or index in view.line.timed or (said == "share" and view.amount.kind is Unit.MONEY):
            continue
        against = _compared(view, index + 1, end)
        if tokens[index].text.endswith(_PLANS):
            against = against or "plan"  # "thấp hơn kế hoạch 0,4%"
        direct = against is not None or _all_passed(view, index + 1, end)
        if not direct and (tokens[index].text in _WEAK or said not in _CHANGES):
            continue
        return Link(said, index, index, direct, against, tags.get("status"))
    return None


def _expects(tags: Mapping[str, str]) -> bool:
    """"ước", "dự kiến", "phấn đấu" link a number too; "đã" does not."""
    return "against" not in tags and tags.get("status") in {"estimate", "target"}


def _before_bracket(view: View) -> Link | None:
    """"… cũng giảm (khoảng 6,5%)": the verb stands before the bracket."""
    if view.opened is None or not _all_passed(view, view.piece, view.amount.first):
        return None
    at = view.opened - 1
    while at >= view.gap and "adverb" in view.tokens[at].tags:
        at -= 1
    verb = view.tokens[at].tags.get("verb") if at >= view.gap else None
    return Link(verb, at, at, direct=True) if verb in _CHANGES else None


def _stronger(view: View, link: Link) -> Link:
    """"tăng trưởng ước đạt", "mức tăng là": the change before a plain verb is what is said."""
    if link.verb != "reach" or not link.direct or link.index is None:
        return link
    before = _last_verb(view, link.index, view.piece)
    if before is None or not before.direct:
        return link
    if before.against in {"plan", "resolution"} and view.tokens[link.index].text == "là":
        return link  # "vượt chỉ tiêu giao là 10 tỷ đồng": the plan's own value
    if before.verb == "reach":
        return replace(link, name_end=before.name_end, status=link.status or before.status)
    return replace(before, status=link.status or before.status, against=before.against or link.against)


def _compared(view: View, start: int, end: int) -> str | None:
    """The kind of the comparison that fills `start..end` ("kế hoạch tỉnh giao"), if one does."""
    at = start
    tokens = view.tokens
    while at < end and (at in view.line.timed or "adverb" in tokens[at].tags):
        at += 1
    if at >= end or end - at > 9:
        return None
    tags = tokens[at].tags
    if "than" not in tags and "against" not in tags:
        return None
    kinds = [tokens[index].tags["against"] for index in range(at, end) if "against" in tokens[index].tags]
    return kinds[0] if kinds else "previous"


def _all_passed(view: View, start: int, end: int) -> bool:
    return all(_passed(view, index) for index in range(start, end))


def _passed(view: View, index: int) -> bool:
    token = view.tokens[index]
    return (
        index in view.line.timed or token.text in _PASSED
        or bool(token.tags.keys() & {"bound", "adverb", "as_at", "time"})
    )


def _name_end(view: View, end: int) -> int:
    while end > view.piece and _passed(view, end - 1):
        end -= 1
    return end
