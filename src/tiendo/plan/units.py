"""Which units a target may be in: those quantity knows, a few nouns for scales, and the plan's own nouns."""

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from tiendo.quantity import canonical_unit

__all__ = ["is_known_unit", "nearest_units"]


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    declared = tomllib.loads(files(__package__).joinpath("units.toml").read_text(encoding="utf-8"))
    return {name: tuple(words) for name, words in declared.items()}


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def is_known_unit(unit: str, own: Iterable[str] = ()) -> bool:
    """Whether a target may be in this unit; `own` are the nouns the plan itself declares."""
    return canonical_unit(unit) is not None or _plain(unit) in {_plain(noun) for noun in (*_words()["nouns"], *own)}


def nearest_units(unit: str, own: Iterable[str] = ()) -> tuple[str, ...]:
    """Known units spelled most like this one, best first, at most three."""
    return tuple(get_close_matches(_plain(unit), [*own, *_words()["common"], *_words()["nouns"]], n=3, cutoff=0.5))
