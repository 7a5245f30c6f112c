"""Ordered scales: a rating or a milestone as a place on a ladder of named levels.

A plan's cells hold a level's code (`htt`); the records hold its place as a Decimal (2), so that "tốt trở lên"
compares like any other number (domain.md 1.2, 2.3). The scales are data: `scales.toml`.
"""

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from tiendo.plan.records import Kind
from tiendo.words import LANGS, Lang, say

__all__ = ["SCALED", "Scale", "scale_named", "scales"]

SCALED = frozenset({Kind.RATING, Kind.MILESTONE})  # kinds of target whose values are levels


@dataclass(frozen=True, slots=True)
class Scale:
    """An ordered scale by its name (`vn.xep_loai`); `levels` are codes, lowest first."""

    name: str
    levels: tuple[str, ...]

    def ordinal(self, text: str) -> Decimal | None:
        """The place of a level given by its code or its words in any language; None when it is no level."""
        wanted = _plain(text)
        for place, level in enumerate(self.levels):
            if wanted in {level, *(_plain(self._word(level, lang)) for lang in LANGS)}:
                return Decimal(place)
        return None

    def code(self, ordinal: Decimal) -> str | None:
        """The level's code at a place; None when the scale has no such place."""
        place = int(ordinal) if ordinal.is_finite() and ordinal == int(ordinal) else -1
        return self.levels[place] if 0 <= place < len(self.levels) else None

    def label(self, ordinal: Decimal, lang: Lang) -> str:
        """The level's words ("Hoàn thành tốt nhiệm vụ"); ValueError when the scale has no such place."""
        code = self.code(ordinal)
        if code is None:
            raise ValueError(f"{self.name} has no level at {ordinal}")
        return self._word(code, lang)

    def _word(self, level: str, lang: Lang) -> str:
        return say(f"plan.level_{self.name.replace('.', '_')}_{level}", lang)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


@cache
def scales() -> Mapping[str, Scale]:
    """Every known scale by its name."""
    declared = tomllib.loads(files(__package__).joinpath("scales.toml").read_text(encoding="utf-8"))
    return MappingProxyType({name: Scale(name, tuple(levels)) for name, levels in declared.items()})


def scale_named(name: str) -> Scale | None:
    """The scale of that name; None when nobody declared it."""
    return scales().get(name)
