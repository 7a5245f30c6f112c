"""Whose figure it is: the names of bodies and areas in a sentence.

A name opens with a word for a body ("Cục", "UBND", "huyện") and goes on with capitalised words; "toàn tỉnh" and
the like stand alone and mean the province that the document is about. Which name is meant stays the last one said
before the number. A body that sets a plan ("dự toán Bộ Tài chính giao"), gives an award, is compared with, is only
counted or only has the numbers ("theo số liệu từ Bộ …") owns no figure.
"""

import re
from collections import Counter
from dataclasses import dataclass

from tiendo.reading.vi.clause import Line
from tiendo.reading.vi.places import province_names

_ALONE = ("toàn ", "cả nước", "cả tỉnh")
_LOWER_INSIDE = {"và", "cửa", "khẩu", "cảng", "nhân", "dân", "nhà", "nước", "tỉnh", "thành", "phố", "huyện", "quận",
                 "xã", "phường", "thị", "trấn", "hải", "quan", "đầu", "tư", "quản", "lý", "dự", "án"}
_SECOND = {"chính", "tế", "nghiệp", "triển", "thôn", "dục", "tạo", "học", "nghệ", "tin", "thông", "động", "binh", "hội",
           "pháp", "vụ", "dựng", "thương", "nguyên", "trường", "hóa", "thao", "lịch", "tra", "hoạch", "sản", "vận tải"}
_LONGEST = 12
_SETS = ("giao", "đề ra", "phê duyệt", "tặng", "trao tặng", "quyết định", "ban hành", "công nhận", "khen")
_NOT_OWNERS = {"so với", "so", "hơn", "bằng", "sau", "thấp hơn", "cao hơn", "trong", "của", "nhất", "từ"}
_SOURCE_REACH = 3  # tokens between "số liệu" and the body that has them
_AREA = re.compile(r"\b(?P<level>tỉnh|huyện|xã|phường|thành phố|thị xã|quận|thị trấn)"
                   r" (?P<name>(?!(?:Đảng|Thành|Chủ)\b)[A-ZĐÁÀẢÃẠÂĂÊÔƠƯÍÓÚÝ]\w*(?: [A-ZĐÁÀẢÃẠÂĂÊÔƠƯÍÓÚÝ]\w*){0,3})")


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body's or area's name as the text has it, and where it begins."""

    start: int
    text: str


def find_organisations(line: Line) -> list[Organisation]:
    """The names of bodies in a sentence, from left to right."""
    found: list[Organisation] = []
    done = 0
    for at, token in enumerate(line.tokens):
        if at < done or "org" not in token.tags:
            continue
        if token.text.startswith(_ALONE) or (token.tags["org"] == "whole" and line.text[token.start].isupper()):
            done = at + 1
            if _owns(line, at, done):
                found.append(Organisation(token.start, line.text[token.start:token.end]))
            continue
        done = _name_end(line, at)
        if done > at + 1 and _owns(line, at, done):
            end = line.tokens[done - 1].end
            found.append(Organisation(token.start, line.text[token.start:end]))
    return _with_provinces(line, found)


def _owns(line: Line, at: int, end: int) -> bool:
    """Whether a body between two tokens may be the one whose figures are told."""
    tokens = line.tokens
    before = tokens[at - 1] if at else None
    if end < len(tokens) and tokens[end].text.startswith(_SETS) and tokens[end].text != "ban hành":
        return False
    if before is None:
        return True
    if before.kind == "number" or before.text == "%" or "than" in before.tags or before.text == "được":
        return False
    if tokens[at].text in {"cả nước", "toàn quốc"} and before.kind == "word" and at - 1 not in line.timed:
        return False
    return not any(tokens[index].text.startswith("số liệu") for index in range(max(0, at - _SOURCE_REACH), at))


def area_of(alone: str, text: str) -> str | None:
    """The area that "toàn tỉnh" means: the one of its level that a document names most; None where it names none."""
    level = alone.lower().removeprefix("toàn ").removeprefix("cả ")
    names = Counter(found.group() for found in _AREA.finditer(text) if found["level"] == level)
    if level == "tỉnh" and not names:
        names = Counter(province_names().findall(text))
    return max(names, key=lambda name: names[name], default=None)


def _with_provinces(line: Line, found: list[Organisation]) -> list[Organisation]:
    """"Năm 2020, Đồng Nai thu …": a province's name needs no word before it; one compared with owns nothing."""
    ends = [body.start + len(body.text) for body in found]
    for name in province_names().finditer(line.text):
        inside = any(body.start <= name.start() < end for body, end in zip(found, ends, strict=False))
        before = line.text[:name.start()].split()[-2:]
        if not inside and not (before and before[-1].lower() in _NOT_OWNERS):
            found.append(Organisation(name.start(), name.group()))
    return sorted(found, key=lambda body: body.start)


def _name_end(line: Line, at: int) -> int:
    """Where the name that opens at a token ends: after its last capitalised word."""
    tokens, text = line.tokens, line.text
    end = index = at + 1
    while index < len(tokens) and index - at < _LONGEST:
        token = tokens[index]
        first = text[token.start]
        if first.isupper() or (first.isdigit() and index == end and token.kind == "number" and index == at + 1):
            end = index + 1
        elif tokens[at].tags["org"] == "body" and token.text in _SECOND and index == end > at + 1:
            end = index + 1  # "Bộ Tài chính": the second half of a word has no capital
        elif not ("org" in token.tags or token.text in _LOWER_INSIDE):
            break
        index += 1
    return end
