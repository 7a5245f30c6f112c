"""A name that is only half a name, completed by the one before it.

"Tỷ lệ tờ khai luồng xanh đạt 68,4%, luồng vàng 27,9%": the second is the rate of the yellow lane. "27 dự án, vốn
512,7 triệu USD": the capital of the projects. "GDP bình quân …, Lào 7,5%": a bare place takes the indicator.
"""

from dataclasses import replace

from tiendo.reading.vi.clause import Line, View
from tiendo.reading.vi.name import Name
from tiendo.reading.vi.phrase import is_proper, name_of

_SHARED = {"rate", "share", "disbursement"}  # indicators that parts of a list share
_SHARED_AMOUNTS = ("giá trị", "tổng giá trị", "mức", "số", "doanh thu", "sản lượng", "kim ngạch", "thu nhập", "giá",
                   "quy mô")
_QUANTITIES = {"lượng", "khối lượng", "số lượng", "sản lượng", "diện tích", "số"}
_PLACES = ("ở ", "tại ", "khu vực ")  # what may end an indicator and be changed for another place
_THING = 5  # syllables that a bare dimension and its thing fill, unless the dimension is longer
_SHORT = 2  # syllables of a part that says too little without the whole name before it


def completed(view: View, words: list[int], topic: Name | None, before: Name | None, *, listed: bool) -> Name | None:
    """The name of some words, with what it leaves to the name before it.

    `topic` is the name before it in the sentence, `before` that of the sentence before; numbers that are `listed`
    share their indicator.
    """
    line = view.line
    name = name_of(line, words)
    earlier = topic or before
    if name is None or earlier is None:
        return name
    last = view.tokens[words[-1]].tags
    if "pointing" in last:
        return earlier
    if is_proper(line, words):
        if all(word[0].isupper() for word in earlier.text.split()):
            return name  # "Mỹ đạt 5,9 tỷ USD; Trung Quốc 890 triệu USD": one place after another
        return Name(f"{earlier.indicator} {name.text}", earlier.head, earlier.indicator)
    if topic and len(words) == 1:
        return _of_one_word(line, words[0], name, topic, listed=listed)
    return _listed(name, topic, listed=listed)


def _of_one_word(line: Line, word: int, name: Name, topic: Name, *, listed: bool) -> Name:
    """"…, về trị giá", "27 dự án, vốn …"; "Thu ngân sách …, năm 2020 thu 20.300 tỷ đồng" says the topic again."""
    if "dimension" in line.tokens[word].tags:
        return _dimension(line, word, name, topic)
    again = topic.text.lower().startswith(f"{name.text.lower()} ")
    return topic if again else _listed(name, topic, listed=listed)


def _listed(name: Name, topic: Name | None, *, listed: bool) -> Name:
    """A part of a list with the indicator that its parts share."""
    if topic and listed and name.head in {None, "field"} and _shares(topic):
        return _one_of(name, topic)
    return name


def _shares(topic: Name) -> bool:
    if topic.stem or (topic.opener and topic.head in _SHARED):
        return True
    return topic.opener is not None and topic.head == "amount" and topic.opener.lower().startswith(_SHARED_AMOUNTS)


def _dimension(line: Line, word: int, name: Name, topic: Name) -> Name:
    """"gạo xuất 3 tấn, về trị giá đạt …"; "27 dự án, vốn …"."""
    if word and line.tokens[word - 1].text == "về":
        return Name(f"{topic.indicator} về {name.text}", name.head, topic.indicator)
    if topic.thing is None and topic.text.lower().startswith(name.text.lower()):
        return name
    own = len(name.text.split())
    rate = name.text.lower() == "tỷ lệ" and topic.head is None
    whole = topic.indicator if topic.text.endswith(topic.indicator) else topic.text  # without "ban hành"
    if topic.opener and topic.opener.lower() in _QUANTITIES:  # "lượng gỗ nhập về …, trị giá …"
        whole = whole[len(topic.opener):].strip() or whole
    thing = topic.thing or (topic.text if rate else " ".join(whole.split()[:max(own, _THING - own * own)]))
    return replace(name, text=f"{name.text} {thing}", thing=thing)


def _one_of(name: Name, topic: Name) -> Name:
    """The indicator of the name before with its last part changed: "tờ khai luồng xanh" to "tờ khai luồng vàng"."""
    stem = topic.stem or topic.text
    old, new = stem.split(), name.text.split()
    lower = [word.lower() for word in old]
    first = new[0].lower()
    place = max(stem.find(f" {word}") for word in _PLACES)
    if len(new) == 1 and new[0].isupper() and old[-1].isupper() and len(old) > 1:
        stem = " ".join(old[:-1])  # "tỷ lệ tốt nghiệp THCS …, THPT …"
    elif first in lower[1:]:
        stem = " ".join(old[:lower.index(first, 1)])
    elif place > 0 and name.text.startswith(_PLACES):
        stem = stem[:place]
    elif topic.opener and len(new) > _SHORT and not topic.stem and not name.text.startswith(_PLACES):
        stem = topic.opener
    return Name(f"{stem} {name.text}", topic.head, topic.indicator, topic.opener, stem)
