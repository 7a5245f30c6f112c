"""Units of measure: their spellings, scale words, per-parts, and what converts into what.

A unit as written is a scale word, a unit and per-parts, each optional: `triệu đồng/người/năm`. Its canonical
form spells each part one way (`tỉ VNĐ` is `tỷ đồng`, a bare `đ` is `VND`). `base` takes the scale away, the way
the corpus scorer does; `convert` also knows sizes within a dimension (ha to m2). The table is `units.toml`.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit and its `size` in its dimension's own unit.

    `shown` is its word in print, `whole` says it comes in whole pieces, `share` that a per-part changes nothing,
    `tight` that it is printed without a space.
    """

    symbol: str
    dimension: str
    shown: str
    size: Decimal = Decimal(1)
    whole: bool = False
    share: bool = False
    tight: bool = False


@dataclass(frozen=True, slots=True)
class _Table:
    units: Mapping[str, Unit]  # by spelling
    scales: Mapping[str, str]  # spelling -> canonical scale
    factors: Mapping[str, Decimal]  # canonical scale -> factor
    per: Mapping[str, str]  # spelling -> canonical per-part
    written: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Parts:
    """A written unit taken apart. `scale`, `unit` or `per` may be missing, not all."""

    scale: str | None
    unit: Unit | None
    per: tuple[str, ...]

    @property
    def name(self) -> str:
        """The canonical form: `tỷ đồng`, `VND`, `triệu đồng/người/năm`; a bare scale is itself."""
        head = "" if self.unit is None else self.unit.shown if self.scale else self.unit.symbol
        return "/".join([" ".join(part for part in (self.scale, head) if part), *self.per])

    @property
    def factor(self) -> Decimal:
        """What the scale word multiplies by."""
        return _table().factors[self.scale] if self.scale else Decimal(1)


def tidy(text: str) -> str:
    """Text as spellings are compared: NFC, lower case, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).lower().split())


def spelled(words: Iterable[str]) -> str:
    """A pattern for any of these spellings up to a word's end, longest first, any run of spaces inside."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(
        r"\s+".join(map(re.escape, word.split(" "))) + (r"(?!\w)" if word[-1].isalnum() else "") for word in ordered
    )


@cache
def _table() -> _Table:
    data = tomllib.loads(files(__package__).joinpath("units.toml").read_text(encoding="utf-8"))
    units = {noun: Unit(noun, noun, noun, whole=True) for noun in data["counted"]["nouns"]}
    for row in data["units"]:
        unit = Unit(
            row["symbol"], row["dimension"], row.get("shown", row["symbol"]), Decimal(row.get("size", "1")),
            whole=row.get("whole", False), share=row.get("share", False), tight=row.get("tight", False),
        )
        units |= dict.fromkeys(row["spellings"], unit)
    scales = {word: name for name, row in data["scales"].items() for word in row["spellings"]}
    factors = {name: Decimal(row["factor"]) for name, row in data["scales"].items()}
    per = {name: name for name in data["per"]["names"]}
    return _Table(units, scales, factors, per, _written(scales, units, per))


def _written(scales: Iterable[str], units: Iterable[str], per: Iterable[str]) -> re.Pattern[str]:
    """A written unit with the spaces before it, each part optional; it does not go on over the end of a line."""
    return re.compile(
        rf"[^\S\n]*(?:(?P<scale>{spelled(scales)})[^\S\n]*)?(?P<unit>{spelled(units)})?"
        rf"(?P<per>(?:[^\S\n]*/[^\S\n]*(?:{spelled(per)}))*)",
        re.IGNORECASE,
    )


def read_unit(text: str, at: int = 0) -> tuple[Parts, int] | None:
    """The unit that stands in NFC `text` at `at` or a few spaces on, and where it ends; None without one."""
    table = _table()
    found = table.written.match(text, at)
    if not found or not (found["scale"] or found["unit"] or found["per"]):
        return None
    scale = table.scales[tidy(found["scale"])] if found["scale"] else None
    unit = table.units[tidy(found["unit"])] if found["unit"] else None
    per = tuple(table.per[tidy(name)] for name in found["per"].split("/")[1:])
    end = max(found.end(part) for part in ("scale", "unit", "per") if found[part])
    return Parts(scale, unit, per), end


@lru_cache(maxsize=1024)
def parts_of(text: str) -> Parts | None:
    """A unit taken apart; None when any of it is unknown."""
    text = tidy(text)
    found = read_unit(text)
    return found[0] if found and found[1] == len(text) else None


def canonical_unit(text: str) -> str | None:
    """One spelling for every way to write a unit: `tỉ VNĐ` is `tỷ đồng`, `đ` is `VND`; None when unknown."""
    parts = parts_of(text)
    return parts.name if parts and (parts.unit or parts.scale) else None


def is_counted(unit: str | None) -> bool:
    """Whether a unit counts whole things one by one ("trường", not "nghìn người", not "ha")."""
    if unit is None:
        return False
    parts = parts_of(unit)
    if parts is None or parts.unit is None:
        return parts is None
    return parts.unit.whole and not parts.scale and not parts.per and not parts.unit.dimension.startswith("money")


def base(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """Take the scale word away: (41562.008, `tỷ đồng`) is (41562008000000, `VND`).

    A share stands without its per-part (`%/năm` is `%`): a yearly average is told by its period. A unit that is
    not in the table keeps its own words, in lower case.
    """
    parts = parts_of(unit)
    if parts is None:
        return _unknown_base(value, tidy(unit))
    if parts.unit is None:
        return value * parts.factor, "/".join(["", *parts.per])
    per = () if parts.unit.symbol == "%" else parts.per  # as the corpus scorer has it
    return value * parts.factor, "/".join([parts.unit.symbol, *per])


def _unknown_base(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """The base of a counted thing nobody listed: only its scale word is known (`nghìn sản vật`)."""
    table = _table()
    for scale in sorted(table.scales, key=len, reverse=True):
        if unit.startswith(scale + " "):
            return value * table.factors[table.scales[scale]], unit[len(scale):].strip()
    return value, unit


def convert(value: Decimal, unit: str, to_unit: str) -> Decimal | None:
    """The same quantity in another unit; None when the dimensions (or the per-parts) differ.

    Money of two currencies has two dimensions: there is no exchange rate here. A share per year converts into
    a plain share and back.
    """
    old, new = parts_of(unit), parts_of(to_unit)
    if old is None or new is None:
        return value if tidy(unit) == tidy(to_unit) else None
    if old.unit is None or new.unit is None:
        return value * old.factor / new.factor if old.unit is new.unit and old.per == new.per else None
    if old.unit.dimension != new.unit.dimension or (old.per != new.per and not old.unit.share):
        return None
    return value * old.factor * old.unit.size / (new.factor * new.unit.size)
