"""The words around an amount: its bound (`hơn`, `trở lên`), its sign, `mỗi năm`, and words that make it a name.

The words stand in `amounts.toml`. All functions take NFC text and offsets in it.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from tiendo.quantity.unit import spelled

Bound = Literal["exact", "about", "over", "under"]

LEADING_DASH = "leading_dash"

_SIGN = re.compile(r"(?P<sign>[-+–−])(?P<space>\s?)$")
_BLANK = re.compile(r"\s*")
_ALONE = re.compile(r"[ .;,]*(?:\n|\Z)")  # nothing more on the line
_WINDOW = 40  # characters before an amount in which its words stand
_STRICTER: tuple[Bound, ...] = ("over", "under", "about")


@cache
def _words() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(files(__package__).joinpath("amounts.toml").read_text(encoding="utf-8"))


def _ending(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, whole, right at the end of a text."""
    ordered = sorted(words, key=len, reverse=True)
    bare = "|".join(r"\s+".join(map(re.escape, word.split())) for word in ordered)
    return re.compile(rf"(?<!\w)(?:{bare})\s*$", re.IGNORECASE)


@cache
def _before(table: str, name: str) -> re.Pattern[str]:
    return _ending(_words()[table][name])


@cache
def _after(table: str, name: str) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{spelled(_words()[table][name])})", re.IGNORECASE)


@cache
def _join() -> re.Pattern[str]:
    words = spelled(_words()["range"]["join"])
    return re.compile(rf"\s*[-–−]\s*|\s+(?:{words})\s+(?P<minus>[-–−])?", re.IGNORECASE)


def range_sign(text: str, start: int, end: int) -> int | None:
    """The sign of the second number when what stands between two makes them the ends of a range, else None."""
    found = _join().fullmatch(text, start, end)
    return (-1 if found["minus"] else 1) if found else None


def open_range(text: str, start: int) -> int:
    """Where a range begins once its `từ` is taken in."""
    found = _ends_with("range", "open", text, start)
    return found if found is not None else start


def bound_around(text: str, start: int, end: int) -> tuple[Bound, int, int]:
    """The bound the words around say, and the span with these words in it.

    Of several words the strictest counts ("khoảng hơn" is over); after `cao`, `thấp`, `nhiều` a `hơn` compares
    ("cao hơn 2%") and bounds nothing.
    """
    said: list[Bound] = []
    while (word := _bound_before(text, start)) is not None:
        said.append(word[0])
        start = word[1]
    for kind in ("over", "under"):
        if found := _after("after", kind).match(text, end):
            said.append(kind)
            end = found.end()
    return next((kind for kind in _STRICTER if kind in said), "exact"), start, end


def _bound_before(text: str, start: int) -> tuple[Bound, int] | None:
    """The longest word of a bound that ends here: "không dưới" is over though "dưới" is under."""
    ends = {kind: at for kind in _STRICTER if (at := _ends_with("before", kind, text, start)) is not None}
    kind = min(ends, key=lambda kind: ends[kind], default=None)
    return (kind, ends[kind]) if kind and not _compares(text, ends[kind]) else None


def _compares(text: str, at: int) -> bool:
    return text[at:at + 3].lower() == "hơn" and _ends_with("before", "difference", text, at) is not None


def _ends_with(table: str, name: str, text: str, at: int) -> int | None:
    """Where one of the words begins that ends right before `at`, on the same line."""
    window = max(text.rfind("\n", 0, at) + 1, at - _WINDOW, 0)
    found = _before(table, name).search(text[window:at])
    return window + found.start() if found else None


def sign_before(text: str, start: int, end: int) -> tuple[int, int, str | None]:
    """+1 or -1 for the amount at `start`-`end`, where it begins with its sign, and a doubt.

    A dash that touches the number at the head of a line with more in it may be a bullet: the number is read as
    positive with the doubt `leading_dash`.
    """
    line = text.rfind("\n", 0, start) + 1
    found = _SIGN.search(text[max(line, start - 2):start])
    if not found:
        return 1, start, None
    at = start - len(found[0])
    if _belongs(text, line, at, end, touching=not found["space"]):
        return (1 if found["sign"] == "+" else -1), at, None
    bullet = found["sign"] != "+" and not found["space"] and _BLANK.fullmatch(text, line, at)
    return 1, start, LEADING_DASH if bullet else None


def _belongs(text: str, line: int, at: int, end: int, *, touching: bool) -> bool:
    """Whether the sign at `at` is the number's own.

    Spaced, it is one after a word of [minus] ("đạt – 4,13%"); touching, after a space or an opening bracket, or
    at the head of a line that holds the amount alone (a cell).
    """
    if not touching:
        return _ends_with("minus", "after", text, at) is not None
    if not _BLANK.fullmatch(text, line, at):
        return text[at - 1].isspace() or text[at - 1] in "(:;,"
    return _ALONE.match(text, end) is not None


def is_name(text: str, start: int) -> bool:
    """Whether the word before makes a bare number a name: `thứ 16`, `Điều 4`, `số 15`."""
    return _ends_with("name", "after", text, start) is not None


def per_after(text: str, end: int) -> str | None:
    """The per-part said in words right after an amount: `năm` of "7,1% mỗi năm"."""
    return next((name for name in _words()["per"] if _after("per", name).match(text, end)), None)
