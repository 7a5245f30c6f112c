"""What stands around a citation's number: the day and the issuer, after it or leading the sentence.

"... số 15-NQ/TW ngày 05/5/2022 của Bộ Chính trị"; "Ngày 12 tháng 6 năm 2025, Quốc hội ban hành ...".
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from tiendo.reading.vi.citation_lexicon import document_kinds, words

_DAY = (r"(?P<d>\d{1,2})(?:\s?[/.-]\s?(?P<m>\d{1,2})\s?[/.-]\s?(?P<y>\d{4})"
        r"|\s+tháng\s+(?P<wm>\d{1,2})\s+năm\s+(?P<wy>\d{4}))(?!\d)")
_LETTERS = [chr(code) for code in (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA))]  # Latin with Vietnamese marks
UPPER = "A-Z" + "".join(letter for letter in _LETTERS if letter.isupper())
LOWER = "a-z" + "".join(letter for letter in _LETTERS if letter.islower())
_NAME = rf"[{UPPER}][\w.]*"


@dataclass(frozen=True, slots=True)
class Around:
    """What was found: the day, the issuer in the text's words, and where the tail ends."""

    day: date | None
    issuer: str | None
    end: int


def one_of(phrases: tuple[str, ...]) -> str:
    """An alternation of phrases, the longest first, whose spaces match any white space (line breaks too).

    Both spellings of the tone mark are matched ("ủy" and "uỷ").
    """
    longest_first = sorted(phrases, key=len, reverse=True)
    parts = (r"\s+".join(re.escape(word) for word in phrase.split()) for phrase in longest_first)
    return f"(?:{'|'.join(parts)})".replace("ủy", "(?:ủy|uỷ)").replace("Ủy", "(?:Ủy|Uỷ)").replace("ỦY", "(?:ỦY|UỶ)")


def bounded(pattern: str) -> re.Pattern[str]:
    """The pattern compiled with every run of white space at most three long: no rule looks on and on."""
    return re.compile(pattern.replace(r"\s+", r"\s{1,3}").replace(r"\s*", r"\s{0,3}"))


@cache
def _issuer() -> str:
    """One issuer: ranks before a core, a core by name or by a head with capitalised words, a level, a place."""
    place = rf"(?:\s+{_NAME}){{1,5}}"
    named = one_of(words("issuer", "names"))
    other = rf"(?!{one_of(tuple(kind.name for kind in document_kinds()))}(?!\w))"  # "của Sở Nội vụ và Tờ trình số 8"
    word = rf"(?:\s+và\s+{other}|\s+[-–]\s+|\s+){_NAME}(?:\s+[{LOWER}]+)?(?!\w)"  # "Nội vụ", "và Đào tạo"
    headed = rf"{one_of(words('issuer', 'heads'))}(?:{word}){{1,5}}"
    level = rf"(?:\s+{one_of(words('issuer', 'levels'))})?"
    term = r"(?:\s+Đảng)?(?:\s+\(?kh(?:óa|oá)\s+[IVXL]+\)?)?"
    ranked = rf"(?:{one_of(words('issuer', 'ranks'))}\s+)?{named}{level}(?:{place})?{term}"
    return rf"(?:{one_of(words('issuer', 'whole'))}|{ranked}|{headed}{level}(?:{place})?)"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    note = r"(?:\s?\[\d{1,3}\])?"
    links = one_of(words("issuer", "links"))
    verbs = one_of(words("issuer", "verbs"))
    on = r"(?:\(\s*|\(?\s*(?:ban\s+hành\s+|ra\s+|ký\s+)?ngày\s+)"
    return {
        "day": bounded(rf"{note}\s*,?\s*{on}{_DAY}\s*\)?"),
        "issuer": bounded(rf"{note}\s*[,(]?\s*{links}\s+(?P<issuer>{_issuer()})(?!\w)"),
        "bridge": bounded(rf"{links}\s+(?P<issuer>{_issuer()})(?!\w)"),
        "lead": bounded(rf"(?:[Nn]gày\s+{_DAY}\s*,?\s*)?(?P<issuer>{_issuer()})\s+(?:đã\s+)?{verbs}"
                           r"(?:\s+(?:các|những|một|hai|ba))?\s*$"),
    }


def after(text: str, at: int) -> Around:
    """The day and the issuer that follow a number ending at `at`, in either order, each at most once."""
    day: date | None = None
    issuer: str | None = None
    end = at
    for name in ("day", "issuer", "day"):
        found = _patterns()[name].match(text, end)
        if not found or (name == "day" and day):
            continue
        if name == "day":
            day = _date(found)
        else:
            issuer = " ".join(found["issuer"].split())
        end = found.end()
    return Around(day, issuer, end)


def before(text: str, at: int) -> Around:
    """The day and the issuer of a sentence that leads to the document: "Ngày …, Quốc hội ban hành ¦Nghị quyết"."""
    found = _patterns()["lead"].search(text, max(0, at - 120), at)
    if not found:
        return Around(None, None, at)
    return Around(_date(found), " ".join(found["issuer"].split()), at)


def issuer_in(text: str) -> str | None:
    """The issuer of a stretch that says nothing else: "của Quốc hội" -> "Quốc hội"."""
    found = _patterns()["bridge"].fullmatch(text.strip())
    return " ".join(found["issuer"].split()) if found else None


def _date(found: re.Match[str]) -> date | None:
    """The day of a match, or None where it names none (31/02)."""
    year, month = found["y"] or found["wy"], found["m"] or found["wm"]
    if not year:
        return None
    try:
        return date(int(year), int(month), int(found["d"]))
    except ValueError:
        return None
