"""Values as people read them: digits of the language, units, and the words of a scale's levels."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files

from tiendo.plan.records import Plan
from tiendo.plan.scale import scale_named
from tiendo.quantity import format_amount, format_number
from tiendo.words import Lang

_ENGLISH = str.maketrans(",.", ".,")


def value_text(value: Decimal, scale: str | None, lang: Lang) -> str:
    """A value without its unit: `1.234,5` (English `1,234.5`), or the words of its level on a scale."""
    known = scale_named(scale) if scale else None
    if known:
        return known.label(value, lang)
    text = format_number(value)
    return text if lang == "vi" else text.translate(_ENGLISH)


def amount_text(value: Decimal, unit: str, scale: str | None, lang: Lang) -> str:
    """A value with its unit: `95,91%`, `2.618,9 tỷ đồng`; a level of a scale has no unit."""
    if scale and scale_named(scale):
        return value_text(value, scale, lang)
    text = format_amount(value, unit)
    if lang == "vi":
        return text
    number = format_number(value)
    said = text.removeprefix(number)
    space = " " if said.startswith(" ") else ""
    return f"{number.translate(_ENGLISH)}{space}{unit_text(said.strip(), lang)}"


def unit_text(unit: str, lang: Lang) -> str:
    """A unit as the language writes it: `tỷ đồng`, English `billion VND`; a piece nobody translated stays."""
    if lang == "vi":
        return unit
    counted, *per = unit.split("/")
    words = _english()
    return "/".join([words["counted"].get(counted, counted), *(words["per"].get(one, one) for one in per)])


def part_names(plan: Plan, target: str, lang: Lang) -> dict[str, str]:
    """The names of a structure's parts by their codes, small as they stand inside a sentence."""
    names = {one.code: one.name_vi if lang == "vi" else one.name_en for one in plan.components if one.target == target}
    return {code: name[:1].lower() + name[1:] for code, name in names.items()}


@cache
def _english() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files(__package__).joinpath("units_en.toml").read_text(encoding="utf-8"))
