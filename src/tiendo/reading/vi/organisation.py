"""Whose figure it is: the names of bodies and areas in a sentence.

A name opens with a word for a body ("Cục", "UBND", "huyện") and goes on with capitalised words; "toàn tỉnh" and
the like stand alone. Which name is meant stays the last one said before the number.
"""

from dataclasses import dataclass

from tiendo.reading.vi.clause import Line
from tiendo.reading.vi.places import province_names

_ALONE = ("toàn ", "cả nước", "cả tỉnh")
_LOWER_INSIDE = {"và", "cửa", "khẩu", "cảng", "nhân", "dân", "nhà", "nước", "tỉnh", "thành", "phố", "huyện", "quận",
                 "xã", "phường", "thị", "trấn", "hải", "quan", "đầu", "tư", "quản", "lý", "dự", "án"}
_LONGEST = 12


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
            found.append(Organisation(token.start, line.text[token.start:token.end]))
            done = at + 1
            continue
        done = _name_end(line, at)
        if done > at + 1:
            end = line.tokens[done - 1].end
            found.append(Organisation(token.start, line.text[token.start:end]))
    return _with_provinces(line.text, found)


def _with_provinces(text: str, found: list[Organisation]) -> list[Organisation]:
    """"Năm 2020, Đồng Nai thu …": a province's name needs no word before it."""
    ends = [body.start + len(body.text) for body in found]
    for name in province_names().finditer(text):
        inside = any(body.start <= name.start() < end for body, end in zip(found, ends, strict=False))
        if not inside:
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
        elif not ("org" in token.tags or token.text in _LOWER_INSIDE):
            break
        index += 1
    return end
