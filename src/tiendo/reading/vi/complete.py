"""A name that is only half a name, completed by the one before it.

"Tỷ lệ tờ khai luồng xanh đạt 68,4%, luồng vàng 27,9%": the second is the rate of the yellow lane. "27 dự án, vốn
512,7 triệu USD": the capital of the projects. "GDP bình quân …, Lào 7,5%": a bare place takes the indicator.
"""

from tiendo.reading.vi.clause import Line, View
from tiendo.reading.vi.name import Name
from tiendo.reading.vi.phrase import is_proper, name_of

_SHARED = {"rate", "share", "amount", "disbursement", "flow"}  # indicators that parts of a list share
_PLACES = ("ở ", "tại ", "khu vực ")  # what may end an indicator and be changed for another place
_LONGEST_THING = 6  # syllables of the thing that a bare dimension is said to be of


def completed(view: View, words: list[int], topic: Name | None, *, listed: bool) -> Name | None:
    """The name of some words, with what it leaves to the name before it; `listed` numbers share their indicator."""
    line = view.line
    name = name_of(line, words)
    if name is None or topic is None:
        return name
    last = view.tokens[words[-1]].tags
    if "pointing" in last:
        return topic
    if len(words) == 1 and "dimension" in last:
        return _dimension(line, words[0], name, topic)
    if is_proper(line, words):
        return Name(f"{topic.indicator} {name.text}", topic.head, topic.indicator)
    if listed and name.head is None and topic.head in _SHARED:
        return _one_of(name, topic)
    return name


def _dimension(line: Line, word: int, name: Name, topic: Name) -> Name:
    """"gạo xuất 3 tấn, về trị giá đạt …"; "27 dự án, vốn …"."""
    if word and line.tokens[word - 1].text == "về":
        return Name(f"{topic.indicator} về {name.text}", name.head, topic.indicator)
    if topic.text.lower().startswith(name.text.lower()):
        return name
    thing = " ".join(topic.text.split()[:_LONGEST_THING])
    return Name(f"{name.text} {thing}", name.head, name.text)


def _one_of(name: Name, topic: Name) -> Name:
    """The indicator of the name before with its last part changed: "tờ khai luồng xanh" to "tờ khai luồng vàng"."""
    stem = topic.stem or topic.text
    old, new = stem.split(), name.text.split()
    lower = [word.lower() for word in old]
    first = new[0].lower()
    if first in lower[1:]:
        stem = " ".join(old[:lower.index(first, 1)])
    else:
        at = max(stem.find(f" {place}") for place in _PLACES)
        if at > 0 and name.text.startswith(_PLACES):
            stem = stem[:at]
    return Name(f"{stem} {name.text}", topic.head, topic.indicator, stem)
