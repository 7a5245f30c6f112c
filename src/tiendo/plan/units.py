"""Which units a target may be in: those quantity knows, a few nouns for scales, and the plan's own nouns.

A unit may be written in English ("million USD", "people"); it is kept in the one form all rooms count with ("triệu
USD", "người"), and said in English again on an English page.
"""

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from tiendo.quantity import canonical_unit

__all__ = ["in_vietnamese", "is_known_unit", "nearest_units"]


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    declared = tomllib.loads(files(__package__).joinpath("units.toml").read_text(encoding="utf-8"))
    return {name: tuple(words) for name, words in declared.items()}


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


@cache
def _from_english() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """English words to the unit they say: before the first slash, and after one."""
    said = tomllib.loads(files(__package__).joinpath("units_en.toml").read_text(encoding="utf-8"))
    counted = {words: unit for unit, words in said["counted"].items()} | said["also"]
    per = {words: unit for unit, words in said["per"].items()}
    return counted, per


def in_vietnamese(unit: str) -> str:
    """A unit written in English as all rooms write it: "million USD" is "triệu USD"; any other stays as it is."""
    if canonical_unit(unit) is not None:
        return unit
    counted, per = _from_english()
    head, *rest = map(_plain, unit.split("/"))
    known = {_plain(words): name for words, name in counted.items()}.get(head)
    if known is None and (canonical_unit(head) is None or not rest):
        return unit
    parts = [known or head, *(per.get(one, one) for one in rest)]
    return "/".join(parts) if known or parts[1:] != rest else unit


def is_known_unit(unit: str, own: Iterable[str] = ()) -> bool:
    """Whether a target may be in this unit; `own` are the nouns the plan itself declares."""
    return canonical_unit(unit) is not None or _plain(unit) in {_plain(noun) for noun in (*_words()["nouns"], *own)}


def nearest_units(unit: str, own: Iterable[str] = ()) -> tuple[str, ...]:
    """Known units spelled most like this one, best first, at most three."""
    known = [*own, *_words()["common"], *_words()["nouns"], *_from_english()[0]]
    return tuple(get_close_matches(_plain(unit), known, n=3, cutoff=0.5))
