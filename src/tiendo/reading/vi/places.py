"""Provinces, districts and communes by name, before and after 1 July 2025 (lexicon/places.tsv).

Hundreds of communes share a name: "xã Tân Hòa" alone says which kind of unit it is, not which one. A place is known
when only one unit of the time has the name, or only one in the provinces and districts that the document names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tiendo.reading.engine.lexer import either, lower
from tiendo.reading.records import PLACE_AMBIGUOUS

_KINDS = {"x": "xã", "p": "phường", "t": "thị trấn", "d": "đặc khu"}
_LEVELS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã")
_NEW_MAP = "2025-07"  # the month from which the new units hold
_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe",
    "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # where newer spelling puts the tone mark: where the gazetteer has it
_TONE = re.compile(rf"(?<!q)(?:{'|'.join(_TONES)})(?!\w)")


@dataclass(frozen=True, slots=True)
class Home:
    """Where a unit of a name lies: its era (before, since), province and (before) district, with their kinds."""

    era: str
    province: str
    district: str


def folded(name: str) -> str:
    """A name to look up: lower case, tone marks where the gazetteer has them ("Hoà" as "hòa")."""
    return _TONE.sub(lambda found: _TONES[found.group()], " ".join(name.lower().split()))


@cache
def _rows() -> str:
    """The gazetteer's lines as they are: a look-up scans them, which costs less than a table of 14,000 names."""
    text = files(__package__).joinpath("lexicon", "places.tsv").read_text(encoding="utf-8")
    return "\n".join(line for line in text.splitlines() if not line.startswith("#"))


@cache
def _low_rows() -> str:
    """The same in lower case, letter by letter: what names are looked up in."""
    return lower(_rows())


def homes_of(unit: str) -> list[Home]:
    """Where units of a name with its kind ("xã Tân Hòa", "huyện Châu Thành") lie, or lay before July 2025."""
    name = folded(unit)
    kind = next((short for short, kind in _KINDS.items() if name.startswith(f"{kind} ")), None)
    look = f"{kind} {name[len(_KINDS[kind]) + 1:]}" if kind else name
    rows = (line.split("\t") for line in _lines_with(look))
    return [Home(era, province, district) for era, province, district, communes in rows
            if (look in lower(communes).split(";") if kind else name and lower(district) == name)]


def _lines_with(look: str) -> Iterator[str]:
    """The gazetteer's lines that hold a text in lower case."""
    low, rows = _low_rows(), _rows()
    at = low.find(look)
    while at >= 0:
        stop = low.find("\n", at)
        stop = len(low) if stop < 0 else stop
        yield rows[low.rfind("\n", 0, at) + 1:stop]
        at = low.find(look, stop + 1)


def bare(name: str) -> str:
    """A unit's name without the word for its kind."""
    kind = next((kind for kind in _LEVELS if name.lower().startswith(f"{kind} ")), "")
    return name[len(kind):].strip()


@cache
def province_names() -> re.Pattern[str]:
    """The names of provinces as a text writes them."""
    provinces = {bare(line.split("\t")[1]) for line in _rows().splitlines()}
    return either(provinces)


_UNIT = re.compile(r"(?P<kind>xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|XÃ|PHƯỜNG|THỊ TRẤN|HUYỆN|QUẬN|THỊ XÃ) "
                   r"(?P<name>[^\W\d_]\w*(?: [^\W\d_]\w*){0,3}|\d{1,2})")


def place_doubt(organisation: str | None, period: str | None, named: frozenset[str]) -> str | None:
    """`place_ambiguous` where a body's commune or district may be any of several of the name; else None.

    `period` says which map holds; `named` are the provinces and districts of the document (`places_in`): they
    narrow it down.
    """
    found = _UNIT.search(organisation or "")
    homes = homes_of(found.group()) if found else []
    if not homes:
        return None
    era = _era(period)
    known = [home for home in homes if era in {None, home.era}] or homes
    nearest = [home for home in known if folded(home.district) in named] \
        or [home for home in known if folded(bare(home.province)) in named] or known
    return PLACE_AMBIGUOUS if len({(home.province, home.district) for home in nearest}) > 1 else None


def places_in(text: str) -> frozenset[str]:
    """The provinces and districts that a text names, to look up."""
    districts = (found.group() for found in _UNIT.finditer(text) if found["kind"].lower() in _LEVELS)
    named = {folded(name) for name in (*districts, *province_names().findall(text))}
    return frozenset({*named, *(" ".join(name.split()[:size]) for name in named for size in range(2, 5))})


def _era(period: str | None) -> str | None:
    """Which map a period stands on; None for a year that knew both."""
    start, end = (period or "").partition("/")[::2]
    if not start or start == "2025" or start[:4] == end[:4] == "2025":
        return None
    quarter = {"Q1": "01", "Q2": "04", "Q3": "07", "Q4": "10", "H1": "01", "H2": "07"}
    month = quarter.get(start[5:7], start[5:7] or "01")
    return "since" if f"{start[:4]}-{month}" >= _NEW_MAP else "before"
